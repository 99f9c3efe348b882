package io.github.cookiecharter.scan.bytecode.index;

import io.github.cookiecharter.model.DataTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The sinks: methods and constructors that set cookies, from {@code sinks.txt}. */
public final class SinkTable {

    /** The methods that add a header to a response. */
    private static final Set<String> HEADER_METHODS = Set.of(
            "add",
            "set",
            "put",
            "addAll",
            "addObject",
            "addHeader",
            "setHeader",
            "header",
            "putHeader",
            "withHeader",
            "addResponseHeader",
            "setResponseHeader");

    /** The methods that add an entry to a map, or create one with entries. */
    private static final Set<String> MAP_METHODS = Set.of("put", "putIfAbsent", "of", "entry", "singletonMap", "to");

    private static final Set<String> MAP_OWNERS =
            Set.of("java/util/Collections", "java/util/Properties", "kotlin/TuplesKt");

    private static final String FILE = "sinks.txt";

    private final Map<String, List<Sink>> byMethod = new HashMap<>();
    private final Set<String> listedOwners = new HashSet<>();
    private final Set<String> binaryNames = new HashSet<>();
    private final int[] exactHashes;
    private final int[] inheritedHashes;

    private SinkTable(List<Sink> sinks) {
        int[] exact = new int[sinks.size()];
        int[] inherited = new int[sinks.size()];
        int n = 0;
        for (Sink sink : sinks) {
            byMethod.computeIfAbsent(sink.method(), any -> new ArrayList<>()).add(sink);
            if (sink.role().createsCookies()) {
                listedOwners.add(sink.owner());
            }
            binaryNames.add(sink.owner().replace('/', '.'));
            exact[n] = NameHash.ofMember(sink.owner(), sink.method());
            // A name as common as "add" identifies no sink without its class.
            inherited[n++] = isDistinctive(sink) ? NameHash.of(sink.method()) : 0;
        }
        Arrays.sort(exact);
        Arrays.sort(inherited);
        exactHashes = exact;
        inheritedHashes = inherited;
    }

    private static boolean isDistinctive(Sink sink) {
        String method = sink.method();
        return (sink.role() == Sink.ArgumentRole.HEADER_ENTRY && method.endsWith("Header"))
                || (method.length() >= 7
                        && method.toLowerCase(java.util.Locale.ROOT).contains("cookie"));
    }

    /**
     * Reads the table.
     *
     * @throws IllegalArgumentException if a row is malformed
     */
    public static SinkTable load() {
        return parse(DataTable.lines(SinkTable.class, FILE));
    }

    /**
     * Parses the lines of a table; blank lines and those that begin with {@code #} are skipped.
     *
     * @throws IllegalArgumentException if a row is malformed, with the line, counted from 1, and the allowed values
     */
    static SinkTable parse(List<String> lines) {
        List<Sink> sinks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && line.charAt(0) != '#') {
                try {
                    add(sinks, line.strip().split("\\s+"));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(FILE + ", line " + (i + 1) + ": " + e.getMessage(), e);
                }
            }
        }
        return new SinkTable(sinks);
    }

    private static void add(List<Sink> sinks, String[] cells) {
        if (cells.length < 5 || cells.length > 6) {
            throw new IllegalArgumentException(cells.length + " cells instead of 5 or 6");
        }
        if (!cells[2].matches("\\d{1,3}")) {
            throw new IllegalArgumentException("'" + cells[2] + "' is no argument index");
        }
        int argument = Integer.parseInt(cells[2]);
        Sink.ArgumentRole role =
                parseKeyword("argument role", cells[3], Sink.ArgumentRole.values(), Sink.ArgumentRole::keyword);
        Sink.Family family = parseKeyword("family", cells[4], Sink.Family.values(), Sink.Family::keyword);
        int minArguments = 0;
        int maxArguments = Integer.MAX_VALUE;
        if (cells.length > 5) {
            if (!cells[5].matches("\\d{1,3}-\\d{0,3}")) {
                throw new IllegalArgumentException(
                        "'" + cells[5] + "' is no range of argument counts, write 2-4 or 2-");
            }
            String[] bounds = cells[5].split("-", -1);
            minArguments = Integer.parseInt(bounds[0]);
            maxArguments = bounds[1].isEmpty() ? maxArguments : Integer.parseInt(bounds[1]);
        }
        for (String owner : expandNamespaces(cells[0])) {
            for (String method : cells[1].split(",")) {
                sinks.add(new Sink(owner, method, role, argument, family, minArguments, maxArguments));
            }
        }
    }

    private static <T> T parseKeyword(String column, String word, T[] allowed, Function<T, String> keyword) {
        return Arrays.stream(allowed)
                .filter(value -> keyword.apply(value).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown " + column + " '" + word + "', allowed are "
                        + Arrays.stream(allowed).map(keyword).collect(Collectors.joining(", "))));
    }

    private static List<String> expandNamespaces(String word) {
        if (!word.startsWith("{ee}")) {
            return List.of(word);
        }
        String rest = word.substring("{ee}".length());
        return List.of("javax" + rest, "jakarta" + rest);
    }

    /** Returns the classes that create or send cookies, with dots: reflection loads them by these names. */
    Set<String> binaryNames() {
        return binaryNames;
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
        return HEADER_METHODS.contains(method) && !owner.startsWith("java/") && !DataLibraries.contains(owner);
    }

    /** Returns whether a method puts entries into a map of the JDK; headers are often kept in one. */
    public static boolean isMapMethod(String owner, String method) {
        return MAP_METHODS.contains(method)
                && (MAP_OWNERS.contains(owner)
                        || (owner.startsWith("java/util/") && owner.endsWith("Map"))
                        || owner.endsWith("/ImmutableMap"));
    }

    /**
     * Returns whether a field is a constant for {@code Set-Cookie}, such as Netty's {@code HttpHeaderNames.SET_COOKIE}.
     */
    public static boolean isHeaderConstant(String field) {
        return field.endsWith("SET_COOKIE") || field.equals("SetCookie") || field.equals("SET_COOKIE_HEADER");
    }
}
