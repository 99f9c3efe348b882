package io.github.cookiecharter.banner;

import io.github.cookiecharter.output.WebManifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code head.js}, for pages that are files: one tag whose address never changes inserts the tags of
 * {@code head.html}, after Consent Mode has been set up.
 */
final class HeadScript {

    static final String FILE = "head.js";

    private HeadScript() {}

    /**
     * Writes the script.
     *
     * <p>The tags have no hashes: the page trusts the folder already, because it loads {@code head.js} without one, and a
     * cache may return an older {@code head.js} than the other files.
     *
     * @param source the declaration's name
     * @param hasLog whether the script of the banner needs the hash of the web files
     * @param earlyScripts scripts that must run before any other; they become part of this one
     * @param scripts the scripts that the charter declares
     * @param files the banner's own files
     * @return the script in UTF-8
     */
    static byte[] of(
            String source,
            boolean hasLog,
            List<RuntimeFile> earlyScripts,
            List<DeclaredScripts.Script> scripts,
            List<RuntimeFile> files) {
        List<byte[]> parts = new ArrayList<>();
        earlyScripts.forEach(script -> parts.add(script.content()));
        parts.add(BannerScript.of("head", source, Map.of("tags", tags(scripts, files, hasLog))));
        return join(parts);
    }

    /** Writes the script of a site without a banner, which does nothing: pages can always load it. */
    static byte[] empty(String source) {
        return BannerScript.comment(source);
    }

    private static List<Map<String, Object>> tags(
            List<DeclaredScripts.Script> scripts, List<RuntimeFile> files, boolean hasLog) {
        List<Map<String, Object>> tags = new ArrayList<>();
        for (DeclaredScripts.Script script : scripts) {
            // The site completes a pattern, and writes its tag.
            if (script.url().isLiteral()) {
                tags.add(tag(script.isBlocked() ? "blocked" : "site", "attributes", script.attributes()));
            }
        }
        for (RuntimeFile file : files) {
            if (file.kind() != RuntimeFile.Kind.LICENCE) {
                Map<String, Object> tag =
                        tag(file.kind() == RuntimeFile.Kind.STYLE ? "style" : "script", "address", file.address());
                if (hasLog && file.name().equals(BannerFiles.SCRIPT)) {
                    tag.put("attributes", Map.of("data-cookie-charter-hash", WebManifest.PLACEHOLDER));
                }
                tags.add(tag);
            }
        }
        return tags;
    }

    // In an order of its own, unlike Map.of.
    private static Map<String, Object> tag(String kind, String key, Object value) {
        Map<String, Object> tag = new LinkedHashMap<>();
        tag.put("kind", kind);
        tag.put(key, value);
        return tag;
    }

    private static byte[] join(List<byte[]> parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
