package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.cookie.SetCookie;
import io.github.cookiecharter.scan.cookie.SetCookieParser;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The texts that are assigned to {@code document.cookie}. */
final class DocumentCookie {

    private static final List<String> ATTRIBUTES = List.of("path=", "expires=", "max-age=", "domain=", "samesite");

    private DocumentCookie() {}

    /** Returns whether a text is that of a cookie: a name, and something behind it. */
    static boolean isCookie(String text) {
        return SetCookieParser.hasName(new AbstractString(text));
    }

    /** Returns whether a text has attributes that only a cookie has. */
    static boolean hasAttributes(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return isCookie(text) && lower.indexOf(';') > 0 && ATTRIBUTES.stream().anyMatch(lower::contains);
    }

    /** The cookie that a text sets. A script cannot set the attribute {@code HttpOnly}. */
    static SetCookie parse(String text) {
        SetCookie cookie = SetCookieParser.parse(new AbstractString(text));
        ObservedAttributes said = cookie.attributes();
        return new SetCookie(
                cookie.name(),
                cookie.deletes(),
                new ObservedAttributes(
                        said.lifetime(),
                        Optional.of(false),
                        said.secure(),
                        said.sameSite(),
                        said.domain(),
                        said.path()));
    }
}
