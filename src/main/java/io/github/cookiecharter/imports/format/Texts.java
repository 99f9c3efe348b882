package io.github.cookiecharter.imports.format;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that were written for a page. */
final class Texts {

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!][^<>]{0,500}>");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]{2,6});");
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private Texts() {}

    /** Returns a text without markup, on one line. */
    static String plain(String html) {
        String text = TAG.matcher(html).replaceAll(" ");
        Matcher entity = ENTITY.matcher(text);
        StringBuilder out = new StringBuilder();
        while (entity.find()) {
            entity.appendReplacement(out, Matcher.quoteReplacement(character(entity.group(), entity.group(1))));
        }
        entity.appendTail(out);
        return out.toString().replaceAll("[\\s\\p{Cc}]+", " ").strip();
    }

    private static String character(String written, String name) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, written);
        }
        int code =
                name.startsWith("#x") ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(code) && Character.isDefined(code) && !Character.isISOControl(code)
                ? Character.toString(code)
                : written;
    }
}
