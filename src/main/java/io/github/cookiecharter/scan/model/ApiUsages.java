package io.github.cookiecharter.scan.model;

import java.util.List;
import java.util.Map;

/**
 * The classes and methods of libraries that the project's own code uses, and the places of the uses.
 *
 * @param calls the places by what they use, such as {@code org.acme.Repository#<init>} and
 *     {@code jakarta.servlet.http.HttpServletRequest#getSession}: binary names with dots, the name of the method behind
 *     {@code #}, {@code <extends>} where own code extends or implements the class, and {@code @} where it is annotated
 *     with it
 */
public record ApiUsages(Map<String, List<CodePlace.Code>> calls) {

    public ApiUsages {
        calls = Map.copyOf(calls);
    }

    /** Returns the places where own code uses a class or method; empty if there are none. */
    public List<CodePlace.Code> places(String usage) {
        return calls.getOrDefault(usage, List.of());
    }
}
