package io.github.cookiecharter.scan.model;

import java.util.List;

/**
 * The result of a scan.
 *
 * @param evidence each place once, ordered by origin (own first), place, kind, name and action: the same on every
 *     machine
 * @param classes the number of scanned classes
 * @param files the number of scanned scripts, pages and configuration files
 * @param warnings what could not be read or analysed and why, one sentence each without a full stop at its end
 * @param openScripts the minified scripts and libraries in which names cannot be determined, by origin and path
 * @param pagesWithoutLanguage the elements {@code html} of own pages that name no language
 */
public record ScanResult(
        List<Evidence> evidence,
        int classes,
        int files,
        List<String> warnings,
        List<OpenScript> openScripts,
        List<CodePlace.Text> pagesWithoutLanguage) {

    public ScanResult {
        evidence = List.copyOf(evidence);
        warnings = List.copyOf(warnings);
        openScripts = List.copyOf(openScripts);
        pagesWithoutLanguage = List.copyOf(pagesWithoutLanguage);
    }
}
