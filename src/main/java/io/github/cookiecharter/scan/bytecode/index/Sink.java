package io.github.cookiecharter.scan.bytecode.index;

import java.util.Optional;
import org.objectweb.asm.Type;

/**
 * A way to set a cookie.
 *
 * @param owner the internal name of the class that declares it
 * @param method the method's name
 * @param names where the name is
 * @param argument which declared argument holds it, counted from 0
 * @param family the library, which decides what its attributes are by default
 * @param least how many arguments the method has at least
 * @param most how many arguments it has at most
 */
public record Sink(String owner, String method, Names names, int argument, String family, int least, int most) {

    /** Where a way to set a cookie has the cookie's name. */
    public enum Names {
        /** The argument is the name. */
        NAME,
        /** The argument is a whole header or its beginning, and the name ends at the equals sign. */
        HEADER,
        /** The argument is an array of names that are deleted. */
        DELETED,
        /** The name is the second-to-last of the strings that the arguments begin with. */
        SPARK,
        /** The argument names a cookie that something sets later: no object with attributes is here. */
        NAMED;

        static Optional<Names> of(String word) {
            for (Names names : values()) {
                if (names.name().equalsIgnoreCase(word)) {
                    return Optional.of(names);
                }
            }
            return Optional.empty();
        }
    }

    /** Whether an overload with this descriptor is meant. */
    public boolean fits(String overload) {
        int count = Type.getArgumentTypes(overload).length;
        return count >= least && count <= most;
    }

    /** What people read: {@code new jakarta.servlet.http.Cookie}. */
    public String how() {
        String type = owner.replace('/', '.').replace('$', '.');
        return method.equals("<init>") ? "new " + type : type + "#" + method;
    }
}
