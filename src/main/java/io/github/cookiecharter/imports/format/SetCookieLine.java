package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.scan.cookie.CookieDate;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A header {@code Set-Cookie} as a browser reads it (RFC 6265bis, 5.6), without the cookie's value.
 *
 * @param maxAge seconds, if they are positive
 * @param expires the date, if there is no {@code Max-Age}
 * @param deletes whether the browser deletes the cookie
 */
public record SetCookieLine(
        String name,
        Optional<String> domain,
        String path,
        OptionalLong maxAge,
        Optional<Instant> expires,
        boolean deletes,
        boolean httpOnly,
        boolean secure,
        boolean partitioned,
        String sameSite) {

    /**
     * Reads a header.
     *
     * @param now when it was received, which decides whether a date deletes the cookie
     */
    public static SetCookieLine parse(String line, Optional<Instant> now) {
        String[] parts = line.split(";", -1);
        int equals = parts[0].indexOf('=');
        String name = equals < 0 ? "" : parts[0].substring(0, equals).strip();
        Optional<String> domain = Optional.empty();
        String path = "";
        OptionalLong maxAge = OptionalLong.empty();
        Optional<Instant> expires = Optional.empty();
        boolean httpOnly = false;
        boolean secure = false;
        boolean partitioned = false;
        String sameSite = "";
        for (int i = 1; i < parts.length; i++) {
            int at = parts[i].indexOf('=');
            String key = (at < 0 ? parts[i] : parts[i].substring(0, at)).strip().toLowerCase(Locale.ROOT);
            String value = at < 0 ? "" : parts[i].substring(at + 1).strip();
            switch (key) {
                case "domain" -> domain = domain(value);
                case "path" -> path = value;
                case "max-age" -> maxAge = number(value).isPresent() ? number(value) : maxAge;
                case "expires" -> expires = later(CookieDate.parse(value), expires);
                case "httponly" -> httpOnly = true;
                case "secure" -> secure = true;
                case "partitioned" -> partitioned = true;
                case "samesite" -> sameSite = value;
                default -> {
                    // Unknown to browsers, or of no interest to a declaration.
                }
            }
        }
        boolean past = maxAge.isPresent()
                ? maxAge.getAsLong() <= 0
                : expires.isPresent()
                        && (now.isPresent() ? !expires.get().isAfter(now.get()) : CookieDate.isPast(expires.get()));
        return new SetCookieLine(
                name,
                domain,
                path,
                past ? OptionalLong.empty() : maxAge,
                maxAge.isPresent() ? Optional.empty() : expires,
                past,
                httpOnly,
                secure,
                partitioned,
                sameSite);
    }

    private static <T> Optional<T> later(Optional<T> one, Optional<T> before) {
        return one.isPresent() ? one : before;
    }

    private static Optional<String> domain(String value) {
        String name = (value.startsWith(".") ? value.substring(1) : value).toLowerCase(Locale.ROOT);
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static OptionalLong number(String text) {
        if (!text.matches("-?\\d{1,100}")) {
            return OptionalLong.empty();
        }
        return text.length() > 18
                ? OptionalLong.of(text.startsWith("-") ? -1 : Long.MAX_VALUE)
                : OptionalLong.of(Long.parseLong(text));
    }
}
