package io.github.cookiecharter.scan.bytecode.index;

import io.github.cookiecharter.scan.classpath.ClassPathEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The classes of one library as {@link ClassTableWriter} packs them. It answers questions in the packed form, and makes
 * an {@link IndexedClass} only of a class that an answer contains: a build asks for few of ten thousand classes, and a JVM
 * that has just started would take half a second to make them all.
 */
final class ClassTable {

    /** Positions in the integers at the head. */
    static final int CLASSES = 0;

    static final int NAME_MASK = 1;
    static final int REFERENCE_MASK = 2;
    static final int SUPERTYPE_MASK = 3;
    static final int INTERFACES = 4;
    static final int REFERENCES = 5;
    static final int SUPERTYPES = 6;
    static final int CANDIDATES = 7;
    static final int HEAD = 8;

    /** Positions in the integers of a class. */
    static final int NAME_HASH = 0;

    static final int NAME = 1;
    static final int PATH = 2;
    static final int SUPERCLASS = 3;
    static final int FIRST_INTERFACE = 4;
    static final int FIRST_REFERENCE = 5;
    static final int FLAGS = 6;
    static final int RECORD = 7;

    private final ClassPathEntry entry;
    private final int[] ints;
    private final byte[] strings;
    private final IndexedClass[] classes;
    private final int interfaces;
    private final int references;
    private final int nameSlots;
    private final int referenceBuckets;
    private final int referenceEntries;
    private final int supertypeBuckets;
    private final int supertypeEntries;
    private final int candidates;

    /** Reads a table from what {@link ClassTableWriter#toBytes} wrote; its checksum has been verified. */
    ClassTable(ClassPathEntry entry, byte[] content) {
        this.entry = entry;
        ByteBuffer buffer = ByteBuffer.wrap(content);
        ints = new int[buffer.getInt()];
        buffer.asIntBuffer().get(ints);
        strings = Arrays.copyOfRange(content, Integer.BYTES * (1 + ints.length), content.length);
        classes = new IndexedClass[ints[CLASSES]];
        // One more record ends the lists of the last class.
        interfaces = HEAD + RECORD * (ints[CLASSES] + 1);
        references = interfaces + ints[INTERFACES];
        nameSlots = references + ints[REFERENCES];
        referenceBuckets = nameSlots + ints[NAME_MASK] + 1;
        referenceEntries = referenceBuckets + ints[REFERENCE_MASK] + 2;
        supertypeBuckets = referenceEntries + ints[REFERENCES];
        supertypeEntries = supertypeBuckets + ints[SUPERTYPE_MASK] + 2;
        candidates = supertypeEntries + ints[SUPERTYPES];
    }

    static int bucket(int hash, int mask) {
        return (hash ^ hash >>> 15) & mask;
    }

    /** Returns the class of a name. */
    Optional<IndexedClass> find(String name, int hash) {
        int mask = ints[NAME_MASK];
        for (int slot = bucket(hash, mask); ints[nameSlots + slot] != 0; slot = (slot + 1) & mask) {
            int ordinal = ints[nameSlots + slot] - 1;
            if (ints[record(ordinal) + NAME_HASH] == hash && get(ordinal).name().equals(name)) {
                return Optional.of(get(ordinal));
            }
        }
        return Optional.empty();
    }

    /** Adds the classes that may refer to the class or member of a hash. */
    void collectReferencing(int hash, List<IndexedClass> found) {
        int bucket = referenceBuckets + bucket(hash, ints[REFERENCE_MASK]);
        for (int i = ints[bucket]; i < ints[bucket + 1]; i++) {
            int ordinal = ints[referenceEntries + i];
            int from = references + ints[record(ordinal) + FIRST_REFERENCE];
            int to = references + ints[record(ordinal + 1) + FIRST_REFERENCE];
            boolean isFirst = i == ints[bucket] || ints[referenceEntries + i - 1] != ordinal;
            if (isFirst && Arrays.binarySearch(ints, from, to, hash) >= 0) {
                found.add(get(ordinal));
            }
        }
    }

    /** Adds the classes that directly extend or implement a type. */
    void collectSubtypes(String type, int hash, List<IndexedClass> found) {
        int bucket = supertypeBuckets + bucket(hash, ints[SUPERTYPE_MASK]);
        for (int i = ints[bucket]; i < ints[bucket + 1]; i++) {
            int ordinal = ints[supertypeEntries + i];
            boolean isFirst = i == ints[bucket] || ints[supertypeEntries + i - 1] != ordinal;
            if (isFirst && get(ordinal).isDirectSubtypeOf(type)) {
                found.add(get(ordinal));
            }
        }
    }

    /** Adds the classes that refer to a sink. */
    void collectCandidates(List<IndexedClass> found) {
        for (int i = 0; i < ints[CANDIDATES]; i++) {
            found.add(get(ints[candidates + i]));
        }
    }

    /** Returns the names of its classes, in their order. */
    List<String> names() {
        List<String> names = new ArrayList<>(classes.length);
        for (int i = 0; i < classes.length; i++) {
            names.add(text(ints[record(i) + NAME]));
        }
        return names;
    }

    private static int record(int ordinal) {
        return HEAD + RECORD * ordinal;
    }

    private IndexedClass get(int ordinal) {
        IndexedClass made = classes[ordinal];
        if (made == null) {
            int at = record(ordinal);
            List<String> implemented = new ArrayList<>();
            for (int i = ints[at + FIRST_INTERFACE]; i < ints[at + RECORD + FIRST_INTERFACE]; i++) {
                implemented.add(text(ints[interfaces + i]));
            }
            made = new IndexedClass(
                    entry,
                    text(ints[at + PATH]),
                    text(ints[at + NAME]),
                    text(ints[at + SUPERCLASS]),
                    List.copyOf(implemented),
                    Arrays.copyOfRange(
                            ints,
                            references + ints[at + FIRST_REFERENCE],
                            references + ints[at + RECORD + FIRST_REFERENCE]),
                    (ints[at + FLAGS] & 1) != 0,
                    ints[at + FLAGS] >> 1);
            made.setPosition(ClassIndex.position(entry, ordinal));
            classes[ordinal] = made;
        }
        return made;
    }

    private String text(int offset) {
        int length = ByteBuffer.wrap(strings).getInt(offset);
        return new String(strings, offset + Integer.BYTES, length, StandardCharsets.UTF_8);
    }
}
