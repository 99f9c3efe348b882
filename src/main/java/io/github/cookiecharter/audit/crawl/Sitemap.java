package io.github.cookiecharter.audit.crawl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A sitemap (sitemaps.org): a list of pages or of further sitemaps, as XML or as plain lines, compressed or not.
 *
 * @param index whether the addresses are those of further sitemaps
 */
record Sitemap(boolean index, List<String> addresses) {

    /** The largest sitemap that the protocol allows, uncompressed. */
    private static final int MOST_BYTES = 50 * 1024 * 1024;

    private static final Pattern LOC = Pattern.compile(
            "<(?!image:|video:)(?:\\w+:)?loc\\b[^>]*>\\s*(?:<!\\[CDATA\\[)?\\s*([^<\\]]*?)\\s*(?:\\]\\]>)?\\s*</");

    /**
     * Reads a sitemap.
     *
     * @throws IOException if it is too large, or damaged
     */
    static Sitemap read(byte[] content) throws IOException {
        byte[] plain = content;
        if (content.length > 1 && (content[0] & 0xff) == 0x1f && (content[1] & 0xff) == 0x8b) {
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(content))) {
                plain = unpacked.readNBytes(MOST_BYTES + 1);
            }
        }
        if (plain.length > MOST_BYTES) {
            throw new IOException("it is larger than 50 MB");
        }
        String text = new String(plain, StandardCharsets.UTF_8).replace("\uFEFF", "");
        List<String> addresses = new ArrayList<>();
        if (text.stripLeading().startsWith("<")) {
            String withoutComments = text.replaceAll("(?s)<!--.*?-->", "");
            Matcher loc = LOC.matcher(withoutComments);
            while (loc.find()) {
                addresses.add(unescape(loc.group(1)));
            }
            return new Sitemap(withoutComments.contains("<sitemapindex"), List.copyOf(addresses));
        }
        text.lines().map(String::strip).filter(line -> line.startsWith("http")).forEach(addresses::add);
        return new Sitemap(false, List.copyOf(addresses));
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
