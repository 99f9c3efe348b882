package io.github.cookiecharter.rule;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a rule comes from.
 *
 * @param title the law, judgment, guidance or standard
 * @param place the article, section or paragraph in it; empty where all of it is meant
 * @param date when it was made, or when the version that is meant came into force
 */
public record LegalSource(String title, String place, Optional<LocalDate> date) {}
