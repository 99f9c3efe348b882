package io.github.cookiecharter.audit.visit;

import io.github.cookiecharter.audit.bidi.BidiConnection;
import io.github.cookiecharter.audit.bidi.BidiException;
import io.github.cookiecharter.audit.browser.BrowserSession;
import io.github.cookiecharter.audit.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the cookies that a browser keeps for a visitor, of all domains and those that scripts cannot read. */
final class CookieJar {

    /**
     * A cookie in the jar.
     *
     * @param domain with a leading dot if subdomains get it too
     * @param expires seconds since 1970; negative for a session cookie
     * @param sameSite empty if it is not set
     * @param partitioned empty if the browser does not tell
     */
    record Entry(
            String name,
            String value,
            String domain,
            String path,
            double expires,
            boolean httpOnly,
            boolean secure,
            String sameSite,
            Optional<Boolean> partitioned) {}

    private CookieJar() {}

    static List<Entry> read(BrowserSession session, String userContext) throws BidiException {
        return session.hasDevTools()
                ? readDevTools(session.connection(), userContext)
                : readBidi(session.connection(), userContext);
    }

    // BiDi of Chromium says "none" of a cookie whose SameSite is not set.
    private static List<Entry> readDevTools(BidiConnection connection, String userContext) throws BidiException {
        JsonValue answer = connection.call(
                "goog:cdp.sendCommand",
                Map.of("method", "Storage.getCookies", "params", Map.of("browserContextId", userContext)));
        List<Entry> entries = new ArrayList<>();
        for (JsonValue cookie : answer.get("result", "cookies").items()) {
            entries.add(new Entry(
                    cookie.get("name").text(),
                    cookie.get("value").text(),
                    cookie.get("domain").text(),
                    cookie.get("path").text(),
                    cookie.get("expires").number().orElse(-1),
                    cookie.get("httpOnly").isTrue(),
                    cookie.get("secure").isTrue(),
                    cookie.get("sameSite").text(),
                    Optional.of(cookie.get("partitionKey").isPresent())));
        }
        return entries;
    }

    private static List<Entry> readBidi(BidiConnection connection, String userContext) throws BidiException {
        JsonValue answer = connection.call(
                "storage.getCookies", Map.of("partition", Map.of("type", "storageKey", "userContext", userContext)));
        List<Entry> entries = new ArrayList<>();
        for (JsonValue cookie : answer.get("cookies").items()) {
            entries.add(new Entry(
                    utf8(cookie.get("name").text()),
                    utf8(cookie.get("value", "value").text()),
                    cookie.get("domain").text(),
                    cookie.get("path").text(),
                    cookie.get("expiry").number().orElse(-1),
                    cookie.get("httpOnly").isTrue(),
                    cookie.get("secure").isTrue(),
                    cookie.get("sameSite").text().equals("default")
                            ? ""
                            : cookie.get("sameSite").text(),
                    Optional.empty()));
        }
        return entries;
    }

    // Firefox tells each byte of a cookie as a character; what it stored were bytes of UTF-8.
    static String utf8(String told) {
        if (told.chars().allMatch(c -> c < 0x80) || told.chars().anyMatch(c -> c > 0xFF)) {
            return told;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(told.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return told;
        }
    }
}
