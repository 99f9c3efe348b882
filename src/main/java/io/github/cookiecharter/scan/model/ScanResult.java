package io.github.cookiecharter.scan.model;

import java.util.List;

/**
 * What was seen.
 *
 * @param evidence each place once, ordered by origin (own first), place, kind, name and action: the same on every
 *     machine
 * @param classes how many classes were looked at
 * @param files how many scripts, pages and configurations were looked at
 * @param unread what could not be looked at and why, one sentence each without a full stop at its end
 */
public record ScanResult(List<Evidence> evidence, int classes, int files, List<String> unread) {

    public ScanResult {
        evidence = List.copyOf(evidence);
        unread = List.copyOf(unread);
    }
}
