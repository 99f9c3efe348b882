package io.github.cookiecharter.audit.browser;

import io.github.cookiecharter.audit.bidi.BidiConnection;

/** A running browser. */
public final class BrowserSession implements AutoCloseable {

    private final BidiConnection connection;
    private final BrowserProduct product;
    private final String version;
    private final BrowserProcess process;

    BrowserSession(BidiConnection connection, BrowserProduct product, String version, BrowserProcess process) {
        this.connection = connection;
        this.product = product;
        this.version = version;
        this.process = process;
    }

    public BidiConnection connection() {
        return connection;
    }

    /** Returns its name and version, as a report shows them. */
    public String title() {
        return product.title() + " " + version;
    }

    /** Returns whether the Chrome DevTools Protocol is to be had over its connection too. */
    public boolean hasDevTools() {
        return product != BrowserProduct.FIREFOX;
    }

    /** Ends the browser and deletes its profile. */
    @Override
    public void close() {
        connection.close();
        process.close();
    }
}
