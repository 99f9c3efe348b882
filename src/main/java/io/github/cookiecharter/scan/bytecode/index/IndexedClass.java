package io.github.cookiecharter.scan.bytecode.index;

import io.github.cookiecharter.scan.classpath.ClassPathEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the index has of a class: its class path entry, its supertypes, and the names in its constant pool. */
public final class IndexedClass {

    private final ClassPathEntry entry;
    private final String path;
    private final String name;
    private final String superName;
    private final List<String> interfaces;
    private final int[] referenceHashes;
    private final boolean candidate;
    private final int majorVersion;
    private long position;
    private Optional<byte[]> content = Optional.empty();

    /**
     * @param path the path of the class file in its class path entry
     * @param name the internal name
     * @param superName the internal name of its superclass; empty where it has none
     * @param referenceHashes hashes of the classes and members that it refers to, sorted, see {@link NameHash}
     * @param candidate whether its constant pool refers to a sink
     * @param majorVersion the major version of the class file (JVMS 4.1)
     */
    IndexedClass(
            ClassPathEntry entry,
            String path,
            String name,
            String superName,
            List<String> interfaces,
            int[] referenceHashes,
            boolean candidate,
            int majorVersion) {
        this.entry = entry;
        this.path = path;
        this.name = name;
        this.superName = superName;
        this.interfaces = interfaces;
        this.referenceHashes = referenceHashes;
        this.candidate = candidate;
        this.majorVersion = majorVersion;
    }

    /** Returns where it stands on the class path: a class with a lower position comes first. */
    long position() {
        return position;
    }

    void setPosition(long newPosition) {
        position = newPosition;
    }

    /** Keeps the class file in memory, so that {@link #read} does not read it again. */
    void keep(byte[] bytes) {
        content = Optional.of(bytes);
    }

    /** Returns the bytes of the class file. */
    byte[] read() throws IOException {
        return content.isPresent() ? content.get() : entry.readClass(path);
    }

    public ClassPathEntry entry() {
        return entry;
    }

    public String path() {
        return path;
    }

    public String name() {
        return name;
    }

    public String superName() {
        return superName;
    }

    List<String> interfaces() {
        return interfaces;
    }

    /** Returns the types that it extends or implements and that the hierarchy contains: those outside the JDK's. */
    List<String> indexedSupertypes() {
        List<String> types = new ArrayList<>();
        if (!superName.isEmpty() && !superName.equals("java/lang/Object")) {
            types.add(superName);
        }
        for (String type : interfaces) {
            if (!type.startsWith("java/")) {
                types.add(type);
            }
        }
        return types;
    }

    boolean isDirectSubtypeOf(String type) {
        return indexedSupertypes().contains(type);
    }

    /** Returns whether its constant pool refers to a sink. */
    public boolean isCandidate() {
        return candidate;
    }

    public int majorVersion() {
        return majorVersion;
    }

    public boolean isOwn() {
        return entry.isOwn();
    }

    /** Returns the hashes of the classes and members that it refers to, sorted. */
    int[] referenceHashes() {
        return referenceHashes;
    }

    /** Returns whether it may refer to the class or member of a hash, see {@link NameHash}; false is certain. */
    boolean mayReference(int hash) {
        return Arrays.binarySearch(referenceHashes, hash) >= 0;
    }
}
