package io.github.cookiecharter.scan.bytecode.index;

import io.github.cookiecharter.scan.classpath.ClassPathEntry;
import java.util.Arrays;
import java.util.List;

/** A class as the index knows it: where it lies, what it extends, and which names its constant pool holds. */
public final class IndexedClass {

    private final ClassPathEntry container;
    private final String path;
    private final String name;
    private final String superName;
    private final List<String> interfaces;
    private final int[] words;
    private final boolean suspect;
    private final int major;

    /**
     * @param path in the container
     * @param name the internal name
     * @param superName the internal name of its superclass; empty where it has none
     * @param words hashes of what it refers to, sorted: see {@link NameHash}
     * @param suspect whether it mentions a way to set cookies
     * @param major the version of the class file
     */
    IndexedClass(
            ClassPathEntry container,
            String path,
            String name,
            String superName,
            List<String> interfaces,
            int[] words,
            boolean suspect,
            int major) {
        this.container = container;
        this.path = path;
        this.name = name;
        this.superName = superName;
        this.interfaces = interfaces;
        this.words = words;
        this.suspect = suspect;
        this.major = major;
    }

    public ClassPathEntry container() {
        return container;
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

    public boolean isSuspect() {
        return suspect;
    }

    public int major() {
        return major;
    }

    public boolean isOwn() {
        return container.isOwn();
    }

    /** The hashes of what it refers to, sorted. */
    int[] words() {
        return words;
    }

    /** Whether it may refer to this: a class's internal name, or a member's name and descriptor. */
    public boolean mentions(int word) {
        return Arrays.binarySearch(words, word) >= 0;
    }
}
