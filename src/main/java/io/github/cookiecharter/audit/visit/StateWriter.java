package io.github.cookiecharter.audit.visit;

import io.github.cookiecharter.audit.bidi.BidiConnection;
import io.github.cookiecharter.audit.bidi.BidiException;
import io.github.cookiecharter.audit.browser.BrowserSession;
import io.github.cookiecharter.template.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Gives a visitor's state to a new visitor. Messages never contain values. */
final class StateWriter {

    private static final String LOCAL_STORAGE = """
            () => {
              const entries = (%s)[location.origin];
              for (const key of Object.keys(entries || {})) {
                localStorage.setItem(key, entries[key]);
              }
            }""";

    private final BrowserSession session;
    private final String userContext;

    StateWriter(BrowserSession session, String userContext) {
        this.session = session;
        this.userContext = userContext;
    }

    void setCookies(List<VisitorState.Cookie> cookies) throws BidiException {
        for (VisitorState.Cookie cookie : cookies) {
            try {
                set(cookie);
            } catch (BidiException e) {
                throw new BidiException(
                        e.reason(), "the cookie '" + cookie.name() + "' of the session could not be set");
            }
        }
    }

    private void set(VisitorState.Cookie cookie) throws BidiException {
        BidiConnection connection = session.connection();
        if (!session.hasDevTools()) {
            connection.call(
                    "storage.setCookie",
                    Map.of(
                            "cookie",
                            bidi(cookie),
                            "partition",
                            Map.of("type", "storageKey", "userContext", userContext)));
            return;
        }
        // BiDi of Chromium would make each cookie one of the domain, and refuse those with the prefix __Host-.
        connection.call(
                "goog:cdp.sendCommand",
                Map.of(
                        "method",
                        "Storage.setCookies",
                        "params",
                        Map.of("browserContextId", userContext, "cookies", List.of(devTools(cookie)))));
    }

    private static Map<String, Object> bidi(VisitorState.Cookie cookie) {
        Map<String, Object> item = common(cookie);
        item.put("value", Map.of("type", "string", "value", cookie.value()));
        item.put("domain", cookie.domain());
        item.put("sameSite", cookie.sameSite().isEmpty() ? "default" : cookie.sameSite());
        if (cookie.expires() > 0) {
            item.put("expiry", (long) cookie.expires());
        }
        return item;
    }

    private static Map<String, Object> devTools(VisitorState.Cookie cookie) {
        Map<String, Object> item = common(cookie);
        item.put("value", cookie.value());
        if (cookie.domain().startsWith(".")) {
            item.put("domain", cookie.domain());
        } else {
            item.put("url", (cookie.secure() ? "https://" : "http://") + cookie.domain() + cookie.path());
        }
        if (!cookie.sameSite().isEmpty()) {
            item.put(
                    "sameSite",
                    cookie.sameSite().substring(0, 1).toUpperCase(Locale.ROOT)
                            + cookie.sameSite().substring(1));
        }
        if (cookie.expires() > 0) {
            item.put("expires", cookie.expires());
        }
        return item;
    }

    private static Map<String, Object> common(VisitorState.Cookie cookie) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("name", cookie.name());
        item.put("path", cookie.path());
        item.put("httpOnly", cookie.httpOnly());
        item.put("secure", cookie.secure());
        return item;
    }

    /** Fills local storage at the next load; returns the script that does so, to be removed after that load. */
    Optional<String> addLocalStorage(Map<String, Map<String, String>> local) throws BidiException {
        if (local.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(session.connection()
                .call(
                        "script.addPreloadScript",
                        Map.of(
                                "functionDeclaration",
                                LOCAL_STORAGE.formatted(JsonWriter.write(local)),
                                "userContexts",
                                List.of(userContext)))
                .get("script")
                .text());
    }
}
