package io.github.cookiecharter.scan.bytecode.index;

import java.util.ArrayList;
import java.util.List;

/**
 * Inverted index from name hashes to the classes that refer to them. Two flat arrays hold it, because a large class
 * path has half a million references.
 */
final class ReferenceIndex {

    private final List<IndexedClass> classes;
    private final int mask;
    private final int[] bucketStarts;
    private final int[] entries;

    ReferenceIndex(List<IndexedClass> classes) {
        this.classes = classes;
        long count = 0;
        for (IndexedClass indexed : classes) {
            count += indexed.referenceHashes().length;
        }
        mask = Integer.highestOneBit((int) Math.min(1 << 22, Math.max(16, count))) - 1;
        bucketStarts = new int[mask + 2];
        for (IndexedClass indexed : classes) {
            for (int hash : indexed.referenceHashes()) {
                bucketStarts[bucket(hash) + 1]++;
            }
        }
        for (int i = 0; i <= mask; i++) {
            bucketStarts[i + 1] += bucketStarts[i];
        }
        entries = new int[(int) count];
        int[] next = bucketStarts.clone();
        for (int i = 0; i < classes.size(); i++) {
            for (int hash : classes.get(i).referenceHashes()) {
                entries[next[bucket(hash)]++] = i;
            }
        }
    }

    private int bucket(int hash) {
        return (hash ^ hash >>> 15) & mask;
    }

    /** Returns the classes that may refer to the class or member of a hash, in the order of the class path. */
    List<IndexedClass> classesReferencing(int hash) {
        List<IndexedClass> found = new ArrayList<>();
        int bucket = bucket(hash);
        for (int i = bucketStarts[bucket]; i < bucketStarts[bucket + 1]; i++) {
            IndexedClass indexed = classes.get(entries[i]);
            if (indexed.mayReference(hash) && (found.isEmpty() || found.get(found.size() - 1) != indexed)) {
                found.add(indexed);
            }
        }
        return found;
    }
}
