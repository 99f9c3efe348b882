package io.github.cookiecharter.scan.bytecode.index;

/**
 * Hashes of class and member names, equal for the bytes of a constant pool and a string. They serve as a pre-filter: a
 * miss is certain, a hit is not.
 */
public final class NameHash {

    private NameHash() {}

    /** Hashes an internal class name, a member name or a descriptor. */
    public static int of(String text) {
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }

    /** Hashes the modified UTF-8 bytes of a name; a name outside ASCII has another hash than its string. */
    static int of(byte[] bytes, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + (bytes[i] & 0xff);
        }
        return hash;
    }

    /** Combines the hashes of a member's name and descriptor, or of its owner and name. */
    public static int ofMember(int name, int descriptor) {
        return name * 0x9E3779B1 + descriptor;
    }

    public static int ofMember(String name, String descriptor) {
        return ofMember(of(name), of(descriptor));
    }
}
