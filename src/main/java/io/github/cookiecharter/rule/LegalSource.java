package io.github.cookiecharter.rule;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A legal or technical source of a rule.
 *
 * @param title the law, judgment, guidance or standard
 * @param place the article, section or paragraph in it; empty where all of it is meant
 * @param date when it was adopted, or when the cited version came into force
 */
public record LegalSource(String title, String place, Optional<LocalDate> date) {}
