package io.github.cookiecharter.scan.html;

import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.cookie.SetCookieParser;
import io.github.cookiecharter.scan.html.ScannedPage.Header;
import java.util.ArrayList;
import java.util.List;

/** Finds the cookies that the Java code of a page sets: JSP's scriptlets, Groovy's pages, taglibs' calls. */
final class ServerPageCookies {

    private ServerPageCookies() {}

    static List<Header> in(String text) {
        List<Header> all = new ArrayList<>();
        if (text.contains("Cookie")) {
            in(text, "<%", "%>", all);
            in(text, "<jsp:scriptlet>", "</jsp:scriptlet>", all);
        }
        return all;
    }

    /** Looks through the code between two marks; elsewhere the same words would be JavaScript. */
    private static void in(String text, String open, String close, List<Header> all) {
        int from = text.indexOf(open);
        while (from >= 0) {
            int found = text.indexOf(close, from);
            int to = found < 0 ? text.length() : found;
            for (int i = text.indexOf("Cookie", from); i >= 0 && i < to; i = text.indexOf("Cookie", i + 6)) {
                created(text, i, all);
                header(text, i, all);
            }
            from = text.indexOf(open, to);
        }
    }

    /** new Cookie("name", …), new javax.servlet.http.Cookie("name", …) */
    private static void created(String text, int at, List<Header> all) {
        int before = at;
        while (before > at - 60
                && before > 0
                && (Character.isJavaIdentifierPart(text.charAt(before - 1)) || text.charAt(before - 1) == '.')) {
            before--;
        }
        int space = before;
        while (space > 0 && space > before - 20 && text.charAt(space - 1) <= ' ') {
            space--;
        }
        boolean isType = before == at || text.charAt(at - 1) == '.';
        int open = skip(text, at + 6);
        if (isType
                && space < before
                && space >= 3
                && text.startsWith("new", space - 3)
                && open < text.length()
                && text.charAt(open) == '(') {
            all.add(new Header(
                    literal(text, skip(text, open + 1)), space - 3, "new " + text.substring(before, at + 6)));
        }
    }

    /** addHeader("Set-Cookie", "name=value") */
    private static void header(String text, int at, List<Header> all) {
        int quote = at - 5;
        int comma = skip(text, at + 7);
        if (quote < 11
                || !text.startsWith("\"Set-Cookie\"", quote)
                || comma >= text.length()
                || text.charAt(comma) != ',') {
            return;
        }
        String before = text.substring(quote - 11, quote).stripTrailing();
        if (before.endsWith("Header(") || before.endsWith("Header (")) {
            // Only the beginning of the text is seen here, so its attributes are not known.
            AbstractString value = new AbstractString(literal(text, skip(text, comma + 1)));
            String name = SetCookieParser.hasName(value)
                    ? SetCookieParser.parse(value).name().notation()
                    : "";
            all.add(new Header(name, quote, "the header Set-Cookie"));
        }
    }

    private static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /** The literal that begins here; empty where there is none. */
    private static String literal(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '"') {
            return "";
        }
        int close = text.substring(at + 1, Math.min(text.length(), at + 500)).indexOf('"');
        return close < 0 ? "" : text.substring(at + 1, at + 1 + close);
    }
}
