package io.github.cookiecharter.scan.html;

import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.html.ScannedPage.Address;
import io.github.cookiecharter.scan.html.ScannedPage.Script;
import io.github.cookiecharter.scan.html.ScannedPage.ServerCookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the scripts in a page of any template language: {@code script} elements, event attributes, and the addresses of
 * scripts, frames and images. It scans tags and builds no tree, so no template language breaks it.
 */
public final class HtmlTagScanner {

    private static final Set<String> JAVASCRIPT_TYPES = Set.of(
            "",
            "text/javascript",
            "application/javascript",
            "module",
            "text/ecmascript",
            "application/ecmascript",
            "application/x-javascript",
            "text/babel",
            "text/jsx",
            "text/typescript",
            "ts",
            "js",
            "javascript",
            "typescript",
            "text/x-javascript",
            "text/javascript1.5",
            "tsx",
            "jsx");

    private static final Set<String> LOADING_ELEMENTS =
            Set.of("script", "iframe", "img", "embed", "frame", "source", "object", "link");

    /** Attributes with the address of a blocked element, which the banner loads after consent. */
    private static final List<String> BLOCKED_ADDRESS_ATTRIBUTES =
            List.of("data-cookie-charter-src", "data-src", "data-cookieblock-src", "data-consent-src");

    private static final List<String> CONSENT_ATTRIBUTES = List.of(
            "data-cookie-charter-services",
            "data-category",
            "data-cookiecategory",
            "data-cookieconsent",
            "data-service",
            "data-name",
            "data-consent");

    private static final int MAX_NAME_LENGTH = 60;
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z][a-z0-9:-]*");

    private final String text;
    private final StringBuilder decoded;
    private final List<Script> scripts = new ArrayList<>();
    private final List<Address> addresses = new ArrayList<>();
    private int at;
    private boolean seeksRoot;
    private OptionalInt rootWithoutLanguage = OptionalInt.empty();

    // The names of the current tag's attributes, and the start and end of each value.
    private final List<String> names = new ArrayList<>();
    private final List<int[]> values = new ArrayList<>();

    private HtmlTagScanner(String masked) {
        this.text = masked;
        this.decoded = new StringBuilder(masked);
    }

    /** Scans a page; the extension of its file name decides which template syntax is masked. */
    public static ScannedPage scan(String text, String extension) {
        List<ServerCookie> serverCookies = ServerPageCookies.find(text, extension);
        HtmlTagScanner scanner = new HtmlTagScanner(TemplateMasker.mask(text, extension));
        if (extension.equals("astro") && text.startsWith("---") && text.indexOf("---", 3) > 0) {
            scanner.at = text.indexOf("---", 3) + 3;
            scanner.scripts.add(new Script(3, scanner.at - 3, false));
        }
        scanner.scanTags();
        return new ScannedPage(scanner.decoded.toString(), scanner.scripts, scanner.addresses, serverCookies);
    }

    /**
     * Returns the offset of the element {@code html} if it names no language; empty if it does, if a template may add
     * attributes to it, or if the text has no such element.
     */
    static OptionalInt rootWithoutLanguage(String text, String extension) {
        HtmlTagScanner scanner = new HtmlTagScanner(TemplateMasker.mask(text, extension));
        scanner.seeksRoot = true;
        scanner.scanTags();
        return scanner.rootWithoutLanguage;
    }

    private void scanTags() {
        int length = text.length();
        while (at < length) {
            int open = text.indexOf('<', at);
            if (open < 0 || open + 1 >= length) {
                return;
            }
            at = open + 1;
            char c = text.charAt(at);
            if (text.startsWith("!--", at)) {
                int close = text.indexOf("-->", at + 3);
                // The conditional comments of Internet Explorer contain markup.
                boolean isConditional = text.startsWith("[if", at + 3);
                at = isConditional ? at + 3 : close < 0 ? length : close + 3;
            } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                scanTag();
            }
        }
    }

    private void scanTag() {
        int end = at;
        while (end < text.length() && end - at < MAX_NAME_LENGTH && isNamePart(text.charAt(end))) {
            end++;
        }
        String name = text.substring(at, end).toLowerCase(Locale.ROOT);
        at = end;
        int start = at - name.length() - 1;
        boolean isClosed = readAttributes();
        if (seeksRoot && name.equals("html")) {
            rootWithoutLanguage = mayHaveLanguage() ? OptionalInt.empty() : OptionalInt.of(start);
            at = text.length();
            return;
        }
        addEventScripts();
        String local = name.substring(name.indexOf(':') + 1);
        if (LOADING_ELEMENTS.contains(local)) {
            addAddresses(local);
        }
        if (local.equals("script") || local.equals("style")) {
            int close = isClosed ? at : findEndTag(name, at);
            if (local.equals("script")) {
                addScript(at, close);
            }
            at = close;
        }
    }

    // 'lang', 'xml:lang', 'th:lang', '[attr.lang]' and the like, or an attribute that the template fills.
    private boolean mayHaveLanguage() {
        for (String name : names) {
            if (name.contains("lang")
                    || name.contains("attr")
                    || !PLAIN_NAME.matcher(name).matches()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamePart(char c) {
        return c > ' ' && c != '>' && c != '/' && c != '<' && c != '=';
    }

    /** Returns the offset of the end tag of an element, or the end of the text. */
    private int findEndTag(String name, int from) {
        String close = "</" + name;
        for (int i = text.indexOf("</", from); i >= 0; i = text.indexOf("</", i + 2)) {
            if (text.regionMatches(true, i, close, 0, close.length())) {
                return i;
            }
        }
        return text.length();
    }

    /** Reads the attributes up to the end of the tag; returns whether it is self-closing. */
    private boolean readAttributes() {
        names.clear();
        values.clear();
        int length = text.length();
        while (at < length) {
            char c = text.charAt(at);
            if (c == '>') {
                at++;
                return text.charAt(at - 2) == '/';
            }
            if (c <= ' ' || c == '/' || c == '"' || c == '\'' || c == '=' || c == AbstractString.MASKED) {
                at++;
            } else if (c == '<') {
                return false;
            } else {
                readAttribute();
            }
        }
        return false;
    }

    private void readAttribute() {
        int start = at;
        int length = text.length();
        while (at < length && isNamePart(text.charAt(at))) {
            at++;
        }
        String name =
                at - start > MAX_NAME_LENGTH ? "" : text.substring(start, at).toLowerCase(Locale.ROOT);
        int next = at;
        while (next < length && text.charAt(next) <= ' ') {
            next++;
        }
        int[] value = {at, at};
        if (next < length && text.charAt(next) == '=') {
            next++;
            while (next < length && text.charAt(next) <= ' ') {
                next++;
            }
            value = readValue(next);
        }
        if (names.size() < 200) {
            names.add(name);
            values.add(value);
        }
    }

    private int[] readValue(int from) {
        int length = text.length();
        if (from >= length) {
            at = length;
            return new int[] {length, length};
        }
        char quote = text.charAt(from);
        if (quote == '"' || quote == '\'') {
            int close = text.indexOf(quote, from + 1);
            int end = close < 0 ? length : close;
            at = Math.min(length, end + 1);
            return new int[] {from + 1, end};
        }
        at = from;
        while (at < length && text.charAt(at) > ' ' && text.charAt(at) != '>') {
            at++;
        }
        return new int[] {from, at};
    }

    private String attributeValue(String name) {
        int index = names.indexOf(name);
        return index < 0 ? "" : text.substring(values.get(index)[0], values.get(index)[1]);
    }

    private boolean hasConsentAttribute() {
        for (String name : CONSENT_ATTRIBUTES) {
            if (names.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private void addScript(int from, int to) {
        String type = attributeValue("type").strip().toLowerCase(Locale.ROOT);
        if (type.isEmpty()) {
            type = attributeValue("lang").strip().toLowerCase(Locale.ROOT);
        }
        int semicolon = type.indexOf(';');
        type = semicolon < 0 ? type : type.substring(0, semicolon).strip();
        boolean isBlocked = (type.equals("text/plain") && hasConsentAttribute()) || isKlaroType(type);
        // Thymeleaf leaves the element out of the page.
        boolean isRemoved = attributeValue("th:remove").equals("all");
        if (to > from
                && !isRemoved
                && (isBlocked || JAVASCRIPT_TYPES.contains(type) || type.indexOf(AbstractString.UNKNOWN) >= 0)) {
            scripts.add(new Script(from, to, isBlocked));
        }
    }

    private boolean isKlaroType(String type) {
        return type.equals("opt-in")
                || (type.equals("text/plain") && !attributeValue("data-type").isEmpty());
    }

    /** Adds the scripts in event attributes, and in those of Vue, Angular and Alpine that contain statements. */
    private void addEventScripts() {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean isEvent =
                    (name.startsWith("on") && name.length() > 4 && name.chars().allMatch(c -> c >= 'a' && c <= 'z'))
                            || (name.startsWith("@") && name.length() > 3)
                            || name.startsWith("v-on:")
                            || name.startsWith("x-on:")
                            || name.startsWith("x-data")
                            || name.startsWith("x-init")
                            || name.startsWith("th:on")
                            || (name.startsWith("(") && name.endsWith(")"))
                            || name.startsWith("ng-click");
            int[] value = values.get(i);
            if (isEvent && value[1] - value[0] > 8 && StorageMentions.anyIn(text.substring(value[0], value[1]))) {
                decodeReferences(value[0], value[1]);
                scripts.add(new Script(value[0], value[1], false));
            }
        }
    }

    /** Decodes character references; {@link AbstractString#MASKED} fills the rest of each, so that offsets stay the same. */
    private void decodeReferences(int from, int to) {
        for (int i = text.indexOf('&', from); i >= 0 && i < to; i = text.indexOf('&', i + 1)) {
            int end = text.substring(i, Math.min(to, i + 8)).indexOf(';');
            if (end > 0) {
                char c = switch (text.substring(i + 1, i + end)) {
                    case "quot", "#34", "#x22" -> '"';
                    case "apos", "#39", "#x27", "#039" -> '\'';
                    case "amp", "#38" -> '&';
                    case "lt", "#60" -> '<';
                    case "gt", "#62" -> '>';
                    default -> 0;
                };
                if (c != 0) {
                    decoded.setCharAt(i, c);
                    for (int rest = i + 1; rest <= i + end; rest++) {
                        decoded.setCharAt(rest, AbstractString.MASKED);
                    }
                }
            }
        }
    }

    private void addAddresses(String element) {
        String type = attributeValue("type").strip().toLowerCase(Locale.ROOT);
        boolean isBlockedScript = element.equals("script") && (type.equals("text/plain") || isKlaroType(type));
        for (String name : BLOCKED_ADDRESS_ATTRIBUTES) {
            addAddress(name, element, true);
        }
        if (element.equals("link")) {
            return;
        }
        addAddress(element.equals("object") ? "data" : "src", element, isBlockedScript);
        addAddress("th:src", element, isBlockedScript);
    }

    private void addAddress(String name, String element, boolean guarded) {
        int index = names.indexOf(name);
        if (index >= 0) {
            int[] value = values.get(index);
            String url = text.substring(value[0], Math.min(value[1], value[0] + 2_000))
                    .strip();
            if (!url.isEmpty()) {
                addresses.add(new Address(url, value[0], element, guarded));
            }
        }
    }
}
