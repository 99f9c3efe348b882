package io.github.cookiecharter.scan.classpath;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what could not be read and why: one sentence each, without a full stop, 200 at most. Safe for threads. */
public final class ScanWarnings {

    private static final int MAX_WARNINGS = 200;

    private final Set<String> warnings = new LinkedHashSet<>();
    private int omitted;

    /** Adds a warning; counts it only, if there are 200 others. */
    public synchronized void add(String warning) {
        if (warnings.size() < MAX_WARNINGS) {
            warnings.add(warning);
        } else if (!warnings.contains(warning)) {
            omitted++;
        }
    }

    /** Returns the warnings in alphabetical order, so that threads do not affect it. */
    public synchronized List<String> warnings() {
        List<String> all = new ArrayList<>(warnings);
        all.sort(null);
        if (omitted > 0) {
            all.add(omitted + " more files could not be read");
        }
        return all;
    }
}
