package io.github.cookiecharter.scan.bytecode.index;

import io.github.cookiecharter.scan.classpath.ClassPathEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads constant pools (JVMS 4.4) and the class header behind them: the methods of most classes are never parsed. */
public final class ConstantPoolReader {

    private static final int MAGIC = 0xCAFEBABE;
    private static final byte[] SET_COOKIE = "set-cookie".getBytes(StandardCharsets.US_ASCII);

    private static final int CLASS = NameHash.of("java/lang/Class");
    private static final int LOOKUP = NameHash.of("java/lang/invoke/MethodHandles$Lookup");
    private static final int GET_CONSTRUCTOR = NameHash.of("getConstructor");
    private static final int GET_DECLARED_CONSTRUCTOR = NameHash.of("getDeclaredConstructor");
    private static final int GET_METHOD = NameHash.of("getMethod");
    private static final int GET_DECLARED_METHOD = NameHash.of("getDeclaredMethod");

    private final SinkTable sinks;
    // Most classes share few superclasses and interfaces, so equal names share one string.
    private final Map<String, String> names = new HashMap<>();

    private final int[] sinkNames;
    private final int[] sinkClasses;

    public ConstantPoolReader(SinkTable sinks) {
        this.sinks = sinks;
        sinkNames = sinks.binaryNames().stream().mapToInt(NameHash::of).sorted().toArray();
        sinkClasses = sinks.binaryNames().stream()
                .mapToInt(name -> NameHash.of(name.replace('.', '/')))
                .sorted()
                .toArray();
    }

    /** Reads what the index needs of a class; empty if the bytes are no class file, or a damaged one. */
    public Optional<IndexedClass> read(ClassPathEntry entry, String path, byte[] bytes) {
        try {
            return new Pool(bytes).toIndexedClass(entry, path);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            return Optional.empty();
        }
    }

    private final class Pool {

        private final byte[] bytes;
        private final int[] offsets;
        private final int[] hashes;
        private final int poolEnd;
        private final boolean valid;

        Pool(byte[] bytes) {
            this.bytes = bytes;
            if (bytes.length < 24 || readInt(0) != MAGIC) {
                offsets = new int[0];
                hashes = offsets;
                poolEnd = 0;
                valid = false;
                return;
            }
            int count = readUnsignedShort(8);
            offsets = new int[count];
            hashes = new int[count];
            int position = 10;
            boolean tagsValid = true;
            for (int i = 1; i < count && tagsValid; i++) {
                offsets[i] = position;
                int tag = bytes[position];
                switch (tag) {
                    case 1 -> {
                        int length = readUnsignedShort(position + 1);
                        hashes[i] = NameHash.of(bytes, position + 3, length);
                        position += 3 + length;
                    }
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> position += 5;
                    case 5, 6 -> {
                        position += 9;
                        i++;
                    }
                    case 7, 8, 16, 19, 20 -> position += 3;
                    case 15 -> position += 4;
                    default -> tagsValid = false;
                }
            }
            poolEnd = position;
            valid = tagsValid;
        }

        Optional<IndexedClass> toIndexedClass(ClassPathEntry entry, String path) {
            if (!valid) {
                return Optional.empty();
            }
            int[] referenceHashes = new int[offsets.length];
            int count = 0;
            boolean candidate = false;
            boolean namesSinkClass = namesSinkClass();
            for (int i = 1; i < offsets.length; i++) {
                if (offsets[i] == 0) {
                    continue;
                }
                switch (bytes[offsets[i]]) {
                    case 7 -> referenceHashes[count++] = hashes[reference(i, 1)];
                    case 12 ->
                        referenceHashes[count++] = NameHash.ofMember(hashes[reference(i, 1)], hashes[reference(i, 3)]);
                    case 8 -> candidate |= isSetCookie(reference(i, 1)) || isSinkName(reference(i, 1));
                    case 9 -> candidate |= SinkTable.isHeaderConstant(text(reference(reference(i, 3), 1)));
                    case 10, 11 ->
                        candidate |= sinks.mayContain(
                                        hashes[reference(reference(i, 1), 1)], hashes[reference(reference(i, 3), 1)])
                                || (namesSinkClass
                                        && isReflection(
                                                hashes[reference(reference(i, 1), 1)],
                                                hashes[reference(reference(i, 3), 1)]));
                    default -> {
                        // The other constants contain no name.
                    }
                }
            }
            int[] distinctHashes = sortedDistinct(referenceHashes, count);
            int interfaces = readUnsignedShort(poolEnd + 6);
            List<String> implemented = new ArrayList<>(interfaces);
            for (int i = 0; i < interfaces; i++) {
                implemented.add(className(readUnsignedShort(poolEnd + 8 + 2 * i)));
            }
            String name = className(readUnsignedShort(poolEnd + 2));
            int superClass = readUnsignedShort(poolEnd + 4);
            String superName = superClass == 0 ? "" : className(superClass);
            int major = readUnsignedShort(6);
            return Optional.of(new IndexedClass(
                    entry, path, name, superName, List.copyOf(implemented), distinctHashes, candidate, major));
        }

        private boolean namesSinkClass() {
            for (int i = 1; i < offsets.length; i++) {
                if (offsets[i] != 0
                        && bytes[offsets[i]] == 7
                        && Arrays.binarySearch(sinkClasses, hashes[reference(i, 1)]) >= 0) {
                    return true;
                }
            }
            return false;
        }

        // Reflection loads a class by its name, as in Class.forName.
        private boolean isSinkName(int utf8) {
            return Arrays.binarySearch(sinkNames, hashes[utf8]) >= 0;
        }

        private boolean isReflection(int owner, int method) {
            return (owner == CLASS
                            && (method == GET_CONSTRUCTOR
                                    || method == GET_METHOD
                                    || method == GET_DECLARED_CONSTRUCTOR
                                    || method == GET_DECLARED_METHOD))
                    || owner == LOOKUP;
        }

        private boolean isSetCookie(int utf8) {
            int offset = offsets[utf8];
            if (readUnsignedShort(offset + 1) != SET_COOKIE.length) {
                return false;
            }
            for (int i = 0; i < SET_COOKIE.length; i++) {
                int character = bytes[offset + 3 + i];
                if ((character >= 'A' && character <= 'Z' ? character + 32 : character) != SET_COOKIE[i]) {
                    return false;
                }
            }
            return true;
        }

        private String className(int index) {
            String text = text(reference(index, 1));
            String valid = names.putIfAbsent(text, text);
            return valid == null ? text : valid;
        }

        private String text(int utf8) {
            return new String(bytes, offsets[utf8] + 3, readUnsignedShort(offsets[utf8] + 1), StandardCharsets.UTF_8);
        }

        private int reference(int index, int offset) {
            int target = readUnsignedShort(offsets[index] + offset);
            if (target == 0 || offsets[target] == 0) {
                throw new ArrayIndexOutOfBoundsException(target);
            }
            return target;
        }

        private int readUnsignedShort(int position) {
            return ((bytes[position] & 0xff) << 8) | (bytes[position + 1] & 0xff);
        }

        private int readInt(int position) {
            return (readUnsignedShort(position) << 16) | readUnsignedShort(position + 2);
        }
    }

    private static int[] sortedDistinct(int[] hashes, int length) {
        Arrays.sort(hashes, 0, length);
        int n = 0;
        for (int i = 0; i < length; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[n++] = hashes[i];
            }
        }
        return Arrays.copyOf(hashes, n);
    }
}
