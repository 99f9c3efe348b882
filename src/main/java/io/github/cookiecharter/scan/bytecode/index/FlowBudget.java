package io.github.cookiecharter.scan.bytecode.index;

import java.util.LinkedHashMap;
import java.util.Map;

/** The work that the data flow of all methods may cost, and the methods that it could not follow. */
public final class FlowBudget {

    /** A method with more values where paths meet is not followed; hand-written code of 64 KB stays below. */
    static final int MAX_METHOD_VALUES = 400_000;

    /** Instructions and values of all methods, about five seconds of work; the largest known applications need a tenth. */
    private static final long MAX_VALUES = 120_000_000;

    /**
     * A method whose code is not followed, or only in parts.
     *
     * @param type the class
     * @param method the method's name in the source
     * @param reason what is missing and why, as the end of a sentence about the method
     */
    public record Unfollowed(IndexedClass type, String method, String reason) {}

    private final Map<String, Unfollowed> unfollowed = new LinkedHashMap<>();
    private final long values;
    private long left;

    public FlowBudget() {
        this(MAX_VALUES);
    }

    FlowBudget(long values) {
        this.values = values;
        this.left = values;
    }

    /** Returns a budget of the same size of which nothing has been taken. */
    FlowBudget renew() {
        return new FlowBudget(values);
    }

    /** Takes the values of a method; returns false if the method, or all methods together, have too many. */
    boolean take(long needed) {
        if (needed > MAX_METHOD_VALUES || needed > left) {
            return false;
        }
        left -= needed;
        return true;
    }

    void report(IndexedClass type, String method, String reason) {
        String name = sourceName(method);
        unfollowed.putIfAbsent(type.name() + '.' + name, new Unfollowed(type, name, reason));
    }

    /** Returns the name of the method in the source whose code a compiler has put into a method of its own. */
    private static String sourceName(String method) {
        String name = method.startsWith("lambda$") ? method.substring("lambda$".length()) : method;
        int end = name.indexOf('$');
        return end > 0 ? name.substring(0, end) : name;
    }

    /** Returns the methods that were asked for and could not be followed, each once. */
    public Iterable<Unfollowed> unfollowed() {
        return unfollowed.values();
    }
}
