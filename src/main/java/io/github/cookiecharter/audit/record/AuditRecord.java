package io.github.cookiecharter.audit.record;

import java.util.List;

/**
 * What an audit saw.
 *
 * @param browser name and version of the browser
 * @param day the day of the audit, as ISO 8601
 * @param url where the site ran
 * @param visits all visits, reached or not
 * @param sightings what was seen, in the order of the visits
 * @param notes what was not visited, and why, in words
 */
public record AuditRecord(
        String browser, String day, String url, List<Visit> visits, List<Sighting> sightings, List<String> notes) {

    /** Creates the record of an audit that visited everything that it should. */
    public AuditRecord(String browser, String day, String url, List<Visit> visits, List<Sighting> sightings) {
        this(browser, day, url, visits, sightings, List.of());
    }

    /** Stands for the browser where files alone show what was seen; they do not show all. */
    public static final String FILES = "Files";

    public AuditRecord {
        visits = List.copyOf(visits);
        sightings = List.copyOf(sightings);
        notes = List.copyOf(notes);
    }
}
