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

/** The ways to set a cookie, from {@code sinks.txt}. */
public final class SinkTable {

    /** The methods that put a header into a response. */
    private static final Set<String> HEADER_METHODS = Set.of(
            "add", "set", "addHeader", "setHeader", "header", "putHeader", "addResponseHeader", "setResponseHeader");

    private final Map<String, List<Sink>> byMethod = new HashMap<>();
    private final Set<String> owners = new HashSet<>();
    private final int[] exact;
    private final int[] inherited;

    private SinkTable(List<Sink> sinks) {
        int[] exactly = new int[sinks.size()];
        int[] named = new int[sinks.size()];
        int n = 0;
        for (Sink sink : sinks) {
            byMethod.computeIfAbsent(sink.method(), any -> new ArrayList<>()).add(sink);
            if (sink.names() != Sink.Names.NAMED && sink.names() != Sink.Names.DELETED) {
                owners.add(sink.owner());
            }
            exactly[n] = NameHash.member(sink.owner(), sink.method());
            // A name as common as "add" says nothing without its class.
            named[n++] = isTelling(sink.method()) ? NameHash.of(sink.method()) : 0;
        }
        Arrays.sort(exactly);
        Arrays.sort(named);
        exact = exactly;
        inherited = named;
    }

    private static boolean isTelling(String method) {
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

    private static void add(List<Sink> sinks, String[] words) {
        Sink.Names names = Sink.Names.of(words[3]).orElseThrow();
        int argument = Integer.parseInt(words[2]);
        int least = 0;
        int most = Integer.MAX_VALUE;
        if (words.length > 5) {
            String[] bounds = words[5].split("-", -1);
            least = Integer.parseInt(bounds[0]);
            most = bounds[1].isEmpty() ? most : Integer.parseInt(bounds[1]);
        }
        for (String owner : owners(words[0])) {
            for (String method : words[1].split(",")) {
                sinks.add(new Sink(owner, method, names, argument, words[4], least, most));
            }
        }
    }

    private static List<String> owners(String word) {
        if (!word.startsWith("{ee}")) {
            return List.of(word);
        }
        String rest = word.substring("{ee}".length());
        return List.of("javax" + rest, "jakarta" + rest);
    }

    /** Whether a member with these hashes may be one of them; what is wrongly taken here is found out later. */
    boolean mayBe(int owner, int method) {
        return Arrays.binarySearch(exact, NameHash.member(owner, method)) >= 0
                || Arrays.binarySearch(inherited, method) >= 0;
    }

    /** The ways that a method of this name may be, for which the owner fits. */
    public List<Sink> of(String method, Predicate<String> owner) {
        List<Sink> fitting = new ArrayList<>();
        for (Sink sink : byMethod.getOrDefault(method, List.of())) {
            if (owner.test(sink.owner())) {
                fitting.add(sink);
            }
        }
        return fitting;
    }

    /** Whether the class is a cookie of an API, or takes one: what it does inside is no way of the project. */
    public boolean knows(String owner) {
        return owners.contains(owner);
    }

    /** Whether a method of this name puts headers into a response. */
    public static boolean isHeaderMethod(String owner, String method) {
        return HEADER_METHODS.contains(method) && !owner.startsWith("java/");
    }

    /** Whether a field of this name is the name of the header, such as Netty's {@code HttpHeaderNames.SET_COOKIE}. */
    public static boolean isHeaderConstant(String field) {
        return field.endsWith("SET_COOKIE") || field.equals("SetCookie") || field.equals("SET_COOKIE_HEADER");
    }
}
