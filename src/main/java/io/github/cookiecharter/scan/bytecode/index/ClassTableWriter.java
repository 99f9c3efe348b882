package io.github.cookiecharter.scan.bytecode.index;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/** Packs the classes of one library into the form that {@link ClassTable} reads. */
final class ClassTableWriter {

    private static final int MAX_BUCKETS = 1 << 22;

    private final List<IndexedClass> classes;
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private final Map<String, Integer> offsets = new HashMap<>();
    private int[] ints = new int[1 << 10];
    private int length;

    private ClassTableWriter(List<IndexedClass> classes) {
        this.classes = classes;
    }

    /** Returns the table of classes, in the order of their paths. */
    static byte[] toBytes(List<IndexedClass> classes) {
        ClassTableWriter writer = new ClassTableWriter(classes);
        writer.write();
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (1 + writer.length) + writer.strings.size());
        bytes.putInt(writer.length);
        for (int i = 0; i < writer.length; i++) {
            bytes.putInt(writer.ints[i]);
        }
        bytes.put(writer.strings.toByteArray());
        return bytes.array();
    }

    private void write() {
        List<List<String>> supertypes = new ArrayList<>();
        int interfaceCount = 0;
        int referenceCount = 0;
        int supertypeCount = 0;
        int candidateCount = 0;
        for (IndexedClass type : classes) {
            List<String> indexed = type.indexedSupertypes();
            supertypes.add(indexed);
            supertypeCount += indexed.size();
            interfaceCount += type.interfaces().size();
            referenceCount += type.referenceHashes().length;
            candidateCount += type.isCandidate() ? 1 : 0;
        }
        int nameMask = 2 * buckets(classes.size()) - 1;
        int referenceMask = buckets(referenceCount) - 1;
        int supertypeMask = buckets(supertypeCount) - 1;
        add(classes.size());
        add(nameMask);
        add(referenceMask);
        add(supertypeMask);
        add(interfaceCount);
        add(referenceCount);
        add(supertypeCount);
        add(candidateCount);
        addRecords();
        classes.forEach(type -> type.interfaces().forEach(name -> add(offset(name))));
        for (IndexedClass type : classes) {
            for (int hash : type.referenceHashes()) {
                add(hash);
            }
        }
        addNameSlots(nameMask);
        addBuckets(
                referenceMask,
                i -> classes.get(i).referenceHashes().length,
                (i, n) -> classes.get(i).referenceHashes()[n]);
        addBuckets(
                supertypeMask,
                i -> supertypes.get(i).size(),
                (i, n) -> NameHash.of(supertypes.get(i).get(n)));
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).isCandidate()) {
                add(i);
            }
        }
    }

    private void addRecords() {
        int firstInterface = 0;
        int firstReference = 0;
        for (IndexedClass type : classes) {
            add(NameHash.of(type.name()));
            add(offset(type.name()));
            add(offset(type.path()));
            add(offset(type.superName()));
            add(firstInterface);
            add(firstReference);
            add(type.majorVersion() << 1 | (type.isCandidate() ? 1 : 0));
            firstInterface += type.interfaces().size();
            firstReference += type.referenceHashes().length;
        }
        int[] end = new int[ClassTable.RECORD];
        end[ClassTable.FIRST_INTERFACE] = firstInterface;
        end[ClassTable.FIRST_REFERENCE] = firstReference;
        for (int value : end) {
            add(value);
        }
    }

    // At most half of the slots are in use. The first of several classes of one name counts, as on the class path.
    private void addNameSlots(int mask) {
        int[] slots = new int[mask + 1];
        for (int i = 0; i < classes.size(); i++) {
            int slot = ClassTable.bucket(NameHash.of(classes.get(i).name()), mask);
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = i + 1;
        }
        for (int slot : slots) {
            add(slot);
        }
    }

    /** Adds an inverted index: where each bucket of hashes starts, then the ordinals of the classes in each. */
    private void addBuckets(int mask, IntUnaryOperator count, IntBinaryOperator hash) {
        int[] starts = new int[mask + 2];
        int total = 0;
        for (int i = 0; i < classes.size(); i++) {
            int hashes = count.applyAsInt(i);
            total += hashes;
            for (int n = 0; n < hashes; n++) {
                starts[ClassTable.bucket(hash.applyAsInt(i, n), mask) + 1]++;
            }
        }
        for (int i = 0; i <= mask; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = starts.clone();
        int[] entries = new int[total];
        for (int i = 0; i < classes.size(); i++) {
            for (int n = 0; n < count.applyAsInt(i); n++) {
                entries[next[ClassTable.bucket(hash.applyAsInt(i, n), mask)]++] = i;
            }
        }
        for (int start : starts) {
            add(start);
        }
        for (int entry : entries) {
            add(entry);
        }
    }

    /** Returns a power of two that is at least a count. */
    private static int buckets(int count) {
        return Math.min(MAX_BUCKETS, Integer.highestOneBit(Math.max(1, count)) << 1);
    }

    private void add(int value) {
        if (length == ints.length) {
            ints = java.util.Arrays.copyOf(ints, 2 * length);
        }
        ints[length++] = value;
    }

    private int offset(String text) {
        return offsets.computeIfAbsent(text, any -> {
            int offset = strings.size();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            strings.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            strings.writeBytes(bytes);
            return offset;
        });
    }
}
