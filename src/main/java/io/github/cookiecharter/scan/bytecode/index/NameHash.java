package io.github.cookiecharter.scan.bytecode.index;

/** Hashes of names, the same from a constant pool's bytes as from a string: a quick "certainly not". */
public final class NameHash {

    private NameHash() {}

    public static int of(String text) {
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }

    /** The hash of the bytes of a name; names outside ASCII hash differently from their string, see {@link #of}. */
    static int of(byte[] bytes, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + (bytes[i] & 0xff);
        }
        return hash;
    }

    public static int member(int name, int descriptor) {
        return name * 0x9E3779B1 + descriptor;
    }

    public static int member(String name, String descriptor) {
        return member(of(name), of(descriptor));
    }
}
