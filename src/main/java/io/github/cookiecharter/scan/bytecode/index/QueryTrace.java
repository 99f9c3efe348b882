package io.github.cookiecharter.scan.bytecode.index;

import io.github.cookiecharter.scan.store.Digests;
import io.github.cookiecharter.scan.store.RecordReader;
import io.github.cookiecharter.scan.store.RecordWriter;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The questions that an analysis has asked a {@link ClassIndex}. The analysis is a function of the answers; so as long as
 * all classes that may change answer these questions in the same way, it would find the same.
 */
public final class QueryTrace {

    private final Set<String> names;
    private final Set<String> loadedNames;
    private final Set<String> supertypes;
    private final Set<Integer> hashes;

    QueryTrace() {
        this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }

    private QueryTrace(Set<String> names, Set<String> loadedNames, Set<String> supertypes, Set<Integer> hashes) {
        this.names = names;
        this.loadedNames = loadedNames;
        this.supertypes = supertypes;
        this.hashes = hashes;
    }

    void addFound(String name) {
        names.add(name);
    }

    void addLoaded(String name) {
        loadedNames.add(name);
    }

    void addSupertype(String name) {
        supertypes.add(name);
    }

    void addReference(int hash) {
        hashes.add(hash);
    }

    /**
     * Returns the digest of what classes contribute to the answers.
     *
     * @param classes the classes that may change, in the order of the class path
     * @throws IOException if the code of one of them cannot be read
     */
    public String digest(Collection<IndexedClass> classes) throws IOException {
        int[] sorted = hashes.stream().mapToInt(Integer::intValue).toArray();
        StringBuilder view = new StringBuilder();
        for (IndexedClass type : classes) {
            boolean isNamed = names.contains(type.name()) || loadedNames.contains(type.name());
            for (String supertype : type.indexedSupertypes()) {
                isNamed |= supertypes.contains(supertype);
            }
            int start = view.length();
            if (isNamed) {
                view.append(type.path())
                        .append(' ')
                        .append(type.superName())
                        .append(' ')
                        .append(type.interfaces());
            }
            if (loadedNames.contains(type.name())) {
                view.append(' ').append(Digests.of(type.read()));
            }
            appendCommon(type.referenceHashes(), sorted, view);
            if (view.length() > start) {
                view.append(' ')
                        .append(type.name())
                        .append(' ')
                        .append(type.entry().position())
                        .append('\n');
            }
        }
        return Digests.of(view.toString());
    }

    /** Appends what two sorted arrays have in common. */
    private static void appendCommon(int[] some, int[] others, StringBuilder common) {
        int other = 0;
        for (int hash : some) {
            while (other < others.length && others[other] < hash) {
                other++;
            }
            if (other < others.length && others[other] == hash) {
                common.append(' ').append(hash);
            }
        }
    }

    public void write(RecordWriter out) {
        out.texts(names);
        out.texts(loadedNames);
        out.texts(supertypes);
        out.list(hashes, out::number);
    }

    /** Reads what {@link #write} wrote. */
    public static QueryTrace read(RecordReader in) {
        return new QueryTrace(
                new HashSet<>(in.texts()),
                new HashSet<>(in.texts()),
                new HashSet<>(in.texts()),
                new TreeSet<>(in.list(in::number)));
    }
}
