package io.github.cookiecharter.scan.bytecode.index;

import io.github.cookiecharter.model.DataTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The sinks: methods and constructors that set cookies, from {@code sinks.txt}. */
public final class SinkTable {

    /** The methods that add a header to a response. */
    private static final Set<String> HEADER_METHODS = Set.of(
            "add", "set", "addHeader", "setHeader", "header", "putHeader", "addResponseHeader", "setResponseHeader");

    private final Map<String, List<Sink>> byMethod = new HashMap<>();
    private final Set<String> listedOwners = new HashSet<>();
    private final int[] exactHashes;
    private final int[] inheritedHashes;

    private SinkTable(List<Sink> sinks) {
        int[] exact = new int[sinks.size()];
        int[] inherited = new int[sinks.size()];
        int n = 0;
        for (Sink sink : sinks) {
            byMethod.computeIfAbsent(sink.method(), any -> new ArrayList<>()).add(sink);
            if (sink.role() != Sink.ArgumentRole.CONFIGURED_NAME && sink.role() != Sink.ArgumentRole.DELETED_NAMES) {
                listedOwners.add(sink.owner());
            }
            exact[n] = NameHash.ofMember(sink.owner(), sink.method());
            // A name as common as "add" identifies no sink without its class.
            inherited[n++] = isDistinctive(sink.method()) ? NameHash.of(sink.method()) : 0;
        }
        Arrays.sort(exact);
        Arrays.sort(inherited);
        exactHashes = exact;
        inheritedHashes = inherited;
    }

    private static boolean isDistinctive(String method) {
        return method.length() >= 7 && method.toLowerCase(java.util.Locale.ROOT).contains("cookie");
    }

    /** Reads the table. */
    public static SinkTable load() {
        List<Sink> sinks = new ArrayList<>();
        for (List<String> row : DataTable.cells(SinkTable.class, "sinks.txt")) {
            add(sinks, row.get(0).split("\\s+"));
        }
        return new SinkTable(sinks);
    }

    private static void add(List<Sink> sinks, String[] cells) {
        Sink.ArgumentRole role = Sink.ArgumentRole.ofKeyword(cells[3]).orElseThrow();
        int argument = Integer.parseInt(cells[2]);
        int minArguments = 0;
        int maxArguments = Integer.MAX_VALUE;
        if (cells.length > 5) {
            String[] bounds = cells[5].split("-", -1);
            minArguments = Integer.parseInt(bounds[0]);
            maxArguments = bounds[1].isEmpty() ? maxArguments : Integer.parseInt(bounds[1]);
        }
        for (String owner : expandNamespaces(cells[0])) {
            for (String method : cells[1].split(",")) {
                sinks.add(new Sink(owner, method, role, argument, cells[4], minArguments, maxArguments));
            }
        }
    }

    private static List<String> expandNamespaces(String word) {
        if (!word.startsWith("{ee}")) {
            return List.of(word);
        }
        String rest = word.substring("{ee}".length());
        return List.of("javax" + rest, "jakarta" + rest);
    }

    /** Returns whether a method with these name hashes may be a sink; the sink finder rejects false hits later. */
    boolean mayContain(int owner, int method) {
        return Arrays.binarySearch(exactHashes, NameHash.ofMember(owner, method)) >= 0
                || Arrays.binarySearch(inheritedHashes, method) >= 0;
    }

    /** Returns the sinks with a method name whose owner matches. */
    public List<Sink> find(String method, Predicate<String> owner) {
        List<Sink> fitting = new ArrayList<>();
        for (Sink sink : byMethod.getOrDefault(method, List.of())) {
            if (owner.test(sink.owner())) {
                fitting.add(sink);
            }
        }
        return fitting;
    }

    /**
     * Returns whether a class declares a sink other than one that configures or deletes cookies by name: it is a cookie
     * of an API, or accepts one, so what its own code does is no sink of the project.
     */
    public boolean isListed(String owner) {
        return listedOwners.contains(owner);
    }

    /**
     * Returns whether a class of cookies belongs to an API: it or one of its supertypes is listed, or its code is not
     * on the class path. A cookie class that a project writes itself does not: the analysis follows its code.
     */
    public boolean isCookieApi(String type, ClassIndex index) {
        return isListed(type)
                || index.supertypes(type).stream().anyMatch(this::isListed)
                || index.load(type).isEmpty();
    }

    /** Returns whether a method, by its name, adds headers to a response. */
    public static boolean isHeaderMethod(String owner, String method) {
        return HEADER_METHODS.contains(method) && !owner.startsWith("java/");
    }

    /**
     * Returns whether a field is a constant for {@code Set-Cookie}, such as Netty's {@code HttpHeaderNames.SET_COOKIE}.
     */
    public static boolean isHeaderConstant(String field) {
        return field.endsWith("SET_COOKIE") || field.equals("SetCookie") || field.equals("SET_COOKIE_HEADER");
    }
}
