package io.github.cookiecharter.scan.html;

import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.cookie.SetCookieParser;
import io.github.cookiecharter.scan.html.ScannedPage.ServerCookie;
import java.util.ArrayList;
import java.util.List;

/** Finds the cookies that Java or Groovy code between {@code <%} and {@code %>}, or in {@code jsp:scriptlet}, sets. */
final class ServerPageCookies {

    private ServerPageCookies() {}

    static List<ServerCookie> find(String text) {
        List<ServerCookie> found = new ArrayList<>();
        if (text.contains("Cookie")) {
            addInCode(text, "<%", "%>", found);
            addInCode(text, "<jsp:scriptlet>", "</jsp:scriptlet>", found);
        }
        return found;
    }

    /** Adds the cookies in the code between two delimiters; outside of them the same words are JavaScript. */
    private static void addInCode(String text, String open, String close, List<ServerCookie> found) {
        int from = text.indexOf(open);
        while (from >= 0) {
            int end = text.indexOf(close, from);
            int to = end < 0 ? text.length() : end;
            for (int i = text.indexOf("Cookie", from); i >= 0 && i < to; i = text.indexOf("Cookie", i + 6)) {
                addConstructor(text, i, found);
                addSetCookieHeader(text, i, found);
            }
            from = text.indexOf(open, to);
        }
    }

    /** new Cookie("name", …), new javax.servlet.http.Cookie("name", …) */
    private static void addConstructor(String text, int at, List<ServerCookie> found) {
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
        int open = skipWhitespace(text, at + 6);
        if (isType
                && space < before
                && space >= 3
                && text.startsWith("new", space - 3)
                && open < text.length()
                && text.charAt(open) == '(') {
            found.add(new ServerCookie(
                    literalAt(text, skipWhitespace(text, open + 1)),
                    space - 3,
                    "new " + text.substring(before, at + 6)));
        }
    }

    /** addHeader("Set-Cookie", "name=value") */
    private static void addSetCookieHeader(String text, int at, List<ServerCookie> found) {
        int quote = at - 5;
        int comma = skipWhitespace(text, at + 7);
        if (quote < 11
                || !text.startsWith("\"Set-Cookie\"", quote)
                || comma >= text.length()
                || text.charAt(comma) != ',') {
            return;
        }
        String before = text.substring(quote - 11, quote).stripTrailing();
        if (before.endsWith("Header(") || before.endsWith("Header (")) {
            // The literal may be only the beginning of the header, so the attributes are unknown.
            AbstractString value = new AbstractString(literalAt(text, skipWhitespace(text, comma + 1)));
            String name = SetCookieParser.hasName(value)
                    ? SetCookieParser.parse(value).name().notation()
                    : "";
            found.add(new ServerCookie(name, quote, "the header Set-Cookie"));
        }
    }

    private static int skipWhitespace(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /** Returns the content of the string literal that begins at an offset; empty if there is none. */
    private static String literalAt(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '"') {
            return "";
        }
        int close = text.substring(at + 1, Math.min(text.length(), at + 500)).indexOf('"');
        return close < 0 ? "" : text.substring(at + 1, at + 1 + close);
    }
}
