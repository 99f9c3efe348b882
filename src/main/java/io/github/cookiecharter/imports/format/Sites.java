package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.imports.model.ImportedFile;
import io.github.cookiecharter.imports.model.Told;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The address of the site that a recording shows. */
final class Sites {

    private Sites() {}

    /** Puts the origin of an address as that of the site, to be reviewed; nothing if it is no address of the web. */
    static void put(ImportedFile read, String address) {
        try {
            URI uri = new URI(BrowserCookies.withoutQuery(address));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
                String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
                read.site().put("url", Told.review(scheme + "://" + uri.getHost() + port, "where the recording began"));
            }
        } catch (URISyntaxException e) {
            // A recording may begin at an address that browsers mend; the address of the site is reviewed anyway.
            return;
        }
    }
}
