package io.github.cookiecharter.scan.classpath;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What could not be read and why: one sentence each, without a full stop, and no flood of them. */
public final class ScanWarnings {

    private static final int MOST = 200;

    private final Set<String> sentences = new LinkedHashSet<>();
    private int more;

    /** Adds a sentence. */
    public synchronized void add(String sentence) {
        if (sentences.size() < MOST) {
            sentences.add(sentence);
        } else if (!sentences.contains(sentence)) {
            more++;
        }
    }

    /** The sentences in the order of the alphabet, which no thread can disturb. */
    public synchronized List<String> sentences() {
        List<String> all = new ArrayList<>(sentences);
        all.sort(null);
        if (more > 0) {
            all.add(more + " more files could not be read");
        }
        return all;
    }
}
