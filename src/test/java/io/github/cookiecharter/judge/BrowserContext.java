package io.github.cookiecharter.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A visitor of his own: pages of one context share cookies and storage, and no other context sees them. */
public final class BrowserContext implements AutoCloseable {

    private final DevTools tools;
    private final String id;

    BrowserContext(DevTools tools) {
        this.tools = tools;
        this.id = tools.send("Target.createBrowserContext", Map.of("disposeOnDetach", true))
                .path("browserContextId")
                .asText();
    }

    /** An empty page, to be prepared before {@link BrowserPage#goTo}. */
    public BrowserPage newPage() {
        String target = tools.send("Target.createTarget", Map.of("url", "about:blank", "browserContextId", id))
                .path("targetId")
                .asText();
        String session = tools.send("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        return new BrowserPage(tools, this, target, session);
    }

    /** A page that has loaded this address. */
    public BrowserPage open(String url) {
        BrowserPage page = newPage();
        page.goTo(url);
        return page;
    }

    /** All cookies of this visitor, of every site and path. */
    public List<StoredCookie> cookies() {
        JsonNode nodes =
                tools.send("Storage.getCookies", Map.of("browserContextId", id)).path("cookies");
        List<StoredCookie> cookies = new ArrayList<>();
        nodes.forEach(node -> cookies.add(StoredCookie.read(node)));
        return cookies;
    }

    /** Puts a cookie into the jar as if a server had set it before. */
    public void setCookie(StoredCookie cookie) {
        tools.send("Storage.setCookies", Map.of("browserContextId", id, "cookies", List.of(cookie.params())));
    }

    @Override
    public void close() {
        tools.send("Target.disposeBrowserContext", Map.of("browserContextId", id));
    }
}
