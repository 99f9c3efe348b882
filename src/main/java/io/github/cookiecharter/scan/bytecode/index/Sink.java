package io.github.cookiecharter.scan.bytecode.index;

import java.util.Arrays;
import java.util.Optional;
import org.objectweb.asm.Type;

/**
 * A method or constructor that sets a cookie.
 *
 * @param owner the internal name of the class that declares it
 * @param method the method's name, or {@code <init>}
 * @param role what the argument is
 * @param argument the index of the declared argument with the name, from 0
 * @param family the library, which determines the default attributes
 * @param minArguments the least number of arguments of the overloads that are sinks
 * @param maxArguments the greatest number of arguments of the overloads that are sinks
 */
public record Sink(
        String owner,
        String method,
        ArgumentRole role,
        int argument,
        String family,
        int minArguments,
        int maxArguments) {

    /** What the argument with the cookie's name is. */
    public enum ArgumentRole {
        /** The argument is the name. */
        NAME("name"),
        /** The argument is a {@code Set-Cookie} header or its beginning; the name ends at the equals sign. */
        HEADER("header"),
        /** The argument is a name, or an array of names, of cookies that are deleted. */
        DELETED_NAMES("deleted"),
        /** The name is the second-to-last of the strings that the arguments begin with, as in Spark. */
        SECOND_TO_LAST_STRING("spark"),
        /** The argument names a cookie that other code sets later: the call has no object with attributes. */
        CONFIGURED_NAME("named");

        private final String keyword;

        ArgumentRole(String keyword) {
            this.keyword = keyword;
        }

        /** Returns the role of a keyword in {@code sinks.txt}. */
        static Optional<ArgumentRole> ofKeyword(String keyword) {
            return Arrays.stream(values())
                    .filter(role -> role.keyword.equals(keyword))
                    .findFirst();
        }
    }

    /** Returns whether the overload with a descriptor is a sink, by its number of arguments. */
    public boolean accepts(String descriptor) {
        int count = Type.getArgumentTypes(descriptor).length;
        return count >= minArguments && count <= maxArguments;
    }

    /** Returns the sink as messages show it, such as {@code new jakarta.servlet.http.Cookie}. */
    public String display() {
        String type = owner.replace('/', '.').replace('$', '.');
        return method.equals("<init>") ? "new " + type : type + "#" + method;
    }
}
