package io.github.cookiecharter.scan.bytecode.index;

import io.github.cookiecharter.scan.classpath.ClassPathEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads constant pools (JVMS 4.4) and nothing behind them: of most classes no method is ever parsed. */
public final class ConstantPoolReader {

    private static final int MAGIC = 0xCAFEBABE;
    private static final byte[] SET_COOKIE = "set-cookie".getBytes(StandardCharsets.US_ASCII);

    private final SinkTable sinks;
    // The same few names are the superclass of most classes.
    private final Map<String, String> names = new HashMap<>();

    public ConstantPoolReader(SinkTable sinks) {
        this.sinks = sinks;
    }

    /** The class's entry for the index; empty where this is no class file. */
    public Optional<IndexedClass> read(ClassPathEntry container, String path, byte[] bytes) {
        try {
            return new Pool(bytes).toClass(container, path);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            return Optional.empty();
        }
    }

    private final class Pool {

        private final byte[] bytes;
        private final int[] at;
        private final int[] hash;
        private final int end;
        private final boolean valid;

        Pool(byte[] bytes) {
            this.bytes = bytes;
            if (bytes.length < 24 || int4(0) != MAGIC) {
                at = new int[0];
                hash = at;
                end = 0;
                valid = false;
                return;
            }
            int count = int2(8);
            at = new int[count];
            hash = new int[count];
            int position = 10;
            boolean known = true;
            for (int i = 1; i < count && known; i++) {
                at[i] = position;
                int tag = bytes[position];
                switch (tag) {
                    case 1 -> {
                        int length = int2(position + 1);
                        hash[i] = NameHash.of(bytes, position + 3, length);
                        position += 3 + length;
                    }
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> position += 5;
                    case 5, 6 -> {
                        position += 9;
                        i++;
                    }
                    case 7, 8, 16, 19, 20 -> position += 3;
                    case 15 -> position += 4;
                    default -> known = false;
                }
            }
            end = position;
            valid = known;
        }

        Optional<IndexedClass> toClass(ClassPathEntry container, String path) {
            if (!valid) {
                return Optional.empty();
            }
            int[] words = new int[at.length];
            int n = 0;
            boolean suspect = false;
            for (int i = 1; i < at.length; i++) {
                if (at[i] == 0) {
                    continue;
                }
                switch (bytes[at[i]]) {
                    case 7 -> words[n++] = hash[ref(i, 1)];
                    case 12 -> words[n++] = NameHash.member(hash[ref(i, 1)], hash[ref(i, 3)]);
                    case 8 -> suspect |= isSetCookie(ref(i, 1));
                    case 9 -> suspect |= SinkTable.isHeaderConstant(text(ref(ref(i, 3), 1)));
                    case 10, 11 -> suspect |= sinks.mayBe(hash[ref(ref(i, 1), 1)], hash[ref(ref(i, 3), 1)]);
                    default -> {
                        // Nothing that names anything.
                    }
                }
            }
            int[] sorted = distinct(words, n);
            int interfaces = int2(end + 6);
            List<String> implemented = new ArrayList<>(interfaces);
            for (int i = 0; i < interfaces; i++) {
                implemented.add(className(int2(end + 8 + 2 * i)));
            }
            String name = className(int2(end + 2));
            int superClass = int2(end + 4);
            String superName = superClass == 0 ? "" : className(superClass);
            int major = int2(6);
            return Optional.of(new IndexedClass(
                    container, path, name, superName, List.copyOf(implemented), sorted, suspect, major));
        }

        private boolean isSetCookie(int utf8) {
            int from = at[utf8];
            if (int2(from + 1) != SET_COOKIE.length) {
                return false;
            }
            for (int i = 0; i < SET_COOKIE.length; i++) {
                int b = bytes[from + 3 + i];
                if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != SET_COOKIE[i]) {
                    return false;
                }
            }
            return true;
        }

        private String className(int index) {
            String text = text(ref(index, 1));
            String known = names.putIfAbsent(text, text);
            return known == null ? text : known;
        }

        private String text(int utf8) {
            return new String(bytes, at[utf8] + 3, int2(at[utf8] + 1), StandardCharsets.UTF_8);
        }

        private int ref(int index, int offset) {
            int target = int2(at[index] + offset);
            if (target == 0 || at[target] == 0) {
                throw new ArrayIndexOutOfBoundsException(target);
            }
            return target;
        }

        private int int2(int position) {
            return ((bytes[position] & 0xff) << 8) | (bytes[position + 1] & 0xff);
        }

        private int int4(int position) {
            return (int2(position) << 16) | int2(position + 2);
        }
    }

    private static int[] distinct(int[] words, int length) {
        Arrays.sort(words, 0, length);
        int n = 0;
        for (int i = 0; i < length; i++) {
            if (i == 0 || words[i] != words[i - 1]) {
                words[n++] = words[i];
            }
        }
        return Arrays.copyOf(words, n);
    }
}
