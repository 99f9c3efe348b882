package io.github.cookiecharter.scan.model;

import java.util.List;
import java.util.Map;

/**
 * Which classes of libraries the project's own code puts to use, and where.
 *
 * @param calls places by what is called there, such as {@code org.acme.Repository#<init>} and
 *     {@code jakarta.servlet.http.HttpServletRequest#getSession}: binary names with dots, the name of the method behind
 *     {@code #}, {@code <extends>} where own code extends or implements the class, and {@code @} where it is annotated
 *     with it
 */
public record ApiUsages(Map<String, List<CodePlace.Code>> calls) {

    public ApiUsages {
        calls = Map.copyOf(calls);
    }

    /** The places where own code uses this; empty where it does not. */
    public List<CodePlace.Code> of(String use) {
        return calls.getOrDefault(use, List.of());
    }
}
