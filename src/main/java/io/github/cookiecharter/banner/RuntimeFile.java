package io.github.cookiecharter.banner;

import io.github.cookiecharter.model.Accent;
import io.github.cookiecharter.model.Integrity;
import io.github.cookiecharter.model.PluginResources;
import io.github.cookiecharter.template.Stylesheet;
import java.nio.charset.StandardCharsets;

/**
 * A file of the banner, bundled from the library or generated for the site.
 *
 * @param name the name under which it is served
 * @param kind what the page does with it
 * @param content the bytes
 * @param integrity the value of the {@code integrity} attribute; for a bundled file a constant, which a test compares
 *     with the bytes, since hashing in a cold JVM would slow every first build
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record RuntimeFile(String name, Kind kind, byte[] content, String integrity) {

    private static final String FOLDER = "banner/";

    /** What a page does with a file. */
    enum Kind {
        STYLE,
        SCRIPT,
        LICENCE
    }

    /** Creates a file that is generated for the site. */
    static RuntimeFile generated(String name, Kind kind, byte[] content) {
        return new RuntimeFile(name, kind, content, Integrity.of(content));
    }

    /** Reads a file that was bundled when the plugin was built. */
    static RuntimeFile bundled(String path, Kind kind, String name, String integrity) {
        return new RuntimeFile(name, kind, PluginResources.bytes(FOLDER + path), integrity);
    }

    /** Reads a style sheet that was bundled when the plugin was built, with the site's accent. */
    static RuntimeFile styled(String path, String name, String integrity, Accent accent) {
        if (accent.equals(Accent.DEFAULT)) {
            return bundled(path, Kind.STYLE, name, integrity);
        }
        String rules = Stylesheet.rules(FOLDER + path, accent) + "\n";
        return generated(name, Kind.STYLE, rules.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the name with a version that changes with the content. Without it, a cache would return the file of an
     * earlier build, which does not have the hash that the page demands.
     */
    String address() {
        return name + "?v=" + Integrity.version(integrity);
    }
}
