package io.github.cookiecharter.scan.bytecode.index;

import java.util.ArrayList;
import java.util.List;

/** Which classes mention a word: an index of two arrays, for half a million words as for ten. */
final class ReferenceIndex {

    private final List<IndexedClass> classes;
    private final int mask;
    private final int[] starts;
    private final int[] entries;

    ReferenceIndex(List<IndexedClass> classes) {
        this.classes = classes;
        long words = 0;
        for (IndexedClass file : classes) {
            words += file.words().length;
        }
        mask = Integer.highestOneBit((int) Math.min(1 << 22, Math.max(16, words))) - 1;
        starts = new int[mask + 2];
        for (IndexedClass file : classes) {
            for (int word : file.words()) {
                starts[bucket(word) + 1]++;
            }
        }
        for (int i = 0; i <= mask; i++) {
            starts[i + 1] += starts[i];
        }
        entries = new int[(int) words];
        int[] next = starts.clone();
        for (int i = 0; i < classes.size(); i++) {
            for (int word : classes.get(i).words()) {
                entries[next[bucket(word)]++] = i;
            }
        }
    }

    private int bucket(int word) {
        return (word ^ word >>> 15) & mask;
    }

    /** The classes that mention a word, in the class path's order. */
    List<IndexedClass> of(int word) {
        List<IndexedClass> found = new ArrayList<>();
        int bucket = bucket(word);
        for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
            IndexedClass file = classes.get(entries[i]);
            if (file.mentions(word) && (found.isEmpty() || found.get(found.size() - 1) != file)) {
                found.add(file);
            }
        }
        return found;
    }
}
