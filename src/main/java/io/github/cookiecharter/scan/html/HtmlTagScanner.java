package io.github.cookiecharter.scan.html;

import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.html.ScannedPage.Address;
import io.github.cookiecharter.scan.html.ScannedPage.Header;
import io.github.cookiecharter.scan.html.ScannedPage.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the scripts in a page of any template language: {@code script} elements, event attributes, and the addresses of
 * scripts, frames and pictures. It goes from tag to tag and builds no tree, so no template language breaks it.
 */
public final class HtmlTagScanner {

    private static final Set<String> JAVASCRIPT = Set.of(
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

    private static final Set<String> LOADING =
            Set.of("script", "iframe", "img", "embed", "frame", "source", "object", "link");

    /** Attributes that hold an address back until the banner lets it go. */
    private static final List<String> HELD =
            List.of("data-cookie-charter-src", "data-src", "data-cookieblock-src", "data-consent-src");

    private static final List<String> CONSENT = List.of(
            "data-cookie-charter-services",
            "data-category",
            "data-cookiecategory",
            "data-cookieconsent",
            "data-service",
            "data-name",
            "data-consent");

    private static final int LONGEST_NAME = 60;

    private final String text;
    private final StringBuilder shown;
    private final List<Script> scripts = new ArrayList<>();
    private final List<Address> addresses = new ArrayList<>();
    private int at;

    // The attributes of the tag that is being read.
    private final List<String> names = new ArrayList<>();
    private final List<int[]> values = new ArrayList<>();

    private HtmlTagScanner(String shown) {
        this.text = shown;
        this.shown = new StringBuilder(shown);
    }

    /** Reads a page. */
    public static ScannedPage read(String text, String extension) {
        List<Header> headers = ServerPageCookies.in(text);
        HtmlTagScanner markup = new HtmlTagScanner(TemplateMasker.hide(text, extension));
        if (extension.equals("astro") && text.startsWith("---") && text.indexOf("---", 3) > 0) {
            markup.at = text.indexOf("---", 3) + 3;
            markup.scripts.add(new Script(3, markup.at - 3, false));
        }
        markup.read();
        return new ScannedPage(markup.shown.toString(), markup.scripts, markup.addresses, headers);
    }

    private void read() {
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
                // A conditional comment of old holds markup that some browser runs.
                boolean isConditional = text.startsWith("[if", at + 3);
                at = isConditional ? at + 3 : close < 0 ? length : close + 3;
            } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                tag();
            }
        }
    }

    private void tag() {
        int end = at;
        while (end < text.length() && end - at < LONGEST_NAME && isNamePart(text.charAt(end))) {
            end++;
        }
        String name = text.substring(at, end).toLowerCase(Locale.ROOT);
        at = end;
        boolean isClosed = attributes();
        events();
        String local = name.substring(name.indexOf(':') + 1);
        if (LOADING.contains(local)) {
            address(local);
        }
        if (local.equals("script") || local.equals("style")) {
            int close = isClosed ? at : end(name, at);
            if (local.equals("script")) {
                script(at, close);
            }
            at = close;
        }
    }

    private static boolean isNamePart(char c) {
        return c > ' ' && c != '>' && c != '/' && c != '<' && c != '=';
    }

    /** Where the element ends whose content begins here. */
    private int end(String name, int from) {
        String close = "</" + name;
        for (int i = text.indexOf("</", from); i >= 0; i = text.indexOf("</", i + 2)) {
            if (text.regionMatches(true, i, close, 0, close.length())) {
                return i;
            }
        }
        return text.length();
    }

    /** Reads the attributes up to the end of the tag. Whether it closes itself. */
    private boolean attributes() {
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
                attribute();
            }
        }
        return false;
    }

    private void attribute() {
        int start = at;
        int length = text.length();
        while (at < length && isNamePart(text.charAt(at))) {
            at++;
        }
        String name = at - start > LONGEST_NAME ? "" : text.substring(start, at).toLowerCase(Locale.ROOT);
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
            value = value(next);
        }
        if (names.size() < 200) {
            names.add(name);
            values.add(value);
        }
    }

    private int[] value(int from) {
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

    private String value(String name) {
        int index = names.indexOf(name);
        return index < 0 ? "" : text.substring(values.get(index)[0], values.get(index)[1]);
    }

    private boolean asksForConsent() {
        for (String name : CONSENT) {
            if (names.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private void script(int from, int to) {
        String type = value("type").strip().toLowerCase(Locale.ROOT);
        if (type.isEmpty()) {
            type = value("lang").strip().toLowerCase(Locale.ROOT);
        }
        int semicolon = type.indexOf(';');
        type = semicolon < 0 ? type : type.substring(0, semicolon).strip();
        boolean isHeld = (type.equals("text/plain") && asksForConsent()) || isKlaro(type);
        if (to > from && (isHeld || JAVASCRIPT.contains(type) || type.indexOf(AbstractString.UNKNOWN) >= 0)) {
            scripts.add(new Script(from, to, isHeld));
        }
    }

    private boolean isKlaro(String type) {
        return type.equals("opt-in")
                || (type.equals("text/plain") && !value("data-type").isEmpty());
    }

    /** Event attributes, and those of Vue, Angular and Alpine that hold statements. */
    private void events() {
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
            if (isEvent && value[1] - value[0] > 8 && StorageMentions.in(text.substring(value[0], value[1]))) {
                decode(value[0], value[1]);
                scripts.add(new Script(value[0], value[1], false));
            }
        }
    }

    /** References become their characters, each at its place, with nothing in what is left of it. */
    private void decode(int from, int to) {
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
                    shown.setCharAt(i, c);
                    for (int rest = i + 1; rest <= i + end; rest++) {
                        shown.setCharAt(rest, AbstractString.MASKED);
                    }
                }
            }
        }
    }

    private void address(String element) {
        String type = value("type").strip().toLowerCase(Locale.ROOT);
        boolean isHeldScript = element.equals("script") && (type.equals("text/plain") || isKlaro(type));
        for (String name : HELD) {
            add(name, element, true);
        }
        if (element.equals("link")) {
            return;
        }
        add(element.equals("object") ? "data" : "src", element, isHeldScript);
        add("th:src", element, isHeldScript);
    }

    private void add(String name, String element, boolean guarded) {
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
