package io.github.cookiecharter.scan.bytecode.index;

import java.util.Locale;
import org.objectweb.asm.Type;

/**
 * A method or constructor that sets a cookie.
 *
 * @param owner the internal name of the class that declares it
 * @param method the method's name, or {@code <init>}
 * @param role what the argument is
 * @param argument the index of the declared argument with the name, from 0
 * @param family the library, which determines the arguments and the default attributes
 * @param minArguments the least number of arguments of the overloads that are sinks
 * @param maxArguments the greatest number of arguments of the overloads that are sinks
 */
public record Sink(
        String owner,
        String method,
        ArgumentRole role,
        int argument,
        Family family,
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
        CONFIGURED_NAME("named"),
        /** The argument is a cookie object, or several, that the call sends: the code that makes it is the sink. */
        COOKIE_OBJECT("object"),
        /** The argument is the name of a header of a response, and the next one its value. */
        HEADER_ENTRY("entry"),
        /** As {@link #HEADER_ENTRY}, of an object that may as well be the headers of a request. */
        REQUEST_OR_RESPONSE_ENTRY("headers");

        private final String keyword;

        ArgumentRole(String keyword) {
            this.keyword = keyword;
        }

        String keyword() {
            return keyword;
        }

        /** Returns whether a call itself determines a cookie's name, so that its class is an API of cookies. */
        boolean createsCookies() {
            return this == NAME || this == HEADER || this == SECOND_TO_LAST_STRING;
        }

        /** Returns whether the argument is a header's name. */
        public boolean isHeaderName() {
            return this == HEADER_ENTRY || this == REQUEST_OR_RESPONSE_ENTRY;
        }
    }

    /** The library whose API a sink belongs to, or the kind of a sink that has no cookie object. */
    public enum Family {
        SERVLET(true),
        REST(true),
        RESTBUILDER(true),
        SPRING(true),
        NETTY(true),
        VERTX(true),
        UNDERTOW(true),
        HELIDON(true),
        JAVALIN(true),
        SPARK(true),
        JETTY(true),
        GRIZZLY(true),
        PAC4J(true),
        MICRONAUT(true),
        PLAY(true),
        SHIRO(true),
        FACES(true),
        JOOBY(true),
        ARMERIA(true),
        KTOR(false),
        WICKET(false),
        /** A library whose attributes are not read. */
        OTHER(false),
        /** The attributes are in the text of the header. */
        HEADER(false),
        /** The call passes a name alone; the library sets the cookie later. */
        NAMED(false);

        private final boolean hasPlainAttributes;

        Family(boolean hasPlainAttributes) {
            this.hasPlainAttributes = hasPlainAttributes;
        }

        /**
         * Returns whether arguments and setters alone determine the attributes, so that one which the code leaves out
         * has its default. For any other family the attributes count as unknown.
         */
        public boolean hasPlainAttributes() {
            return hasPlainAttributes;
        }

        String keyword() {
            return name().toLowerCase(Locale.ROOT);
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
