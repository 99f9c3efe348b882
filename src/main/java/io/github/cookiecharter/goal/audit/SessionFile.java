package io.github.cookiecharter.goal.audit;

import io.github.cookiecharter.audit.json.JsonValue;
import io.github.cookiecharter.audit.visit.VisitorState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Reads the session of a visitor who is signed in: the {@code storageState} of Playwright, or a cookie file as curl and
 * browser extensions write it. A choice in the banner is left out, since each phase makes its own.
 */
final class SessionFile {

    private static final String HTTP_ONLY = "#HttpOnly_";
    private static final int COLUMNS = 7;

    private SessionFile() {}

    /**
     * Reads a file.
     *
     * @param isChoice whether a name is that of the banner's record
     * @throws IOException if it has neither form
     */
    static VisitorState read(String text, Predicate<String> isChoice) throws IOException {
        return text.stripLeading().startsWith("{") ? storageState(text, isChoice) : cookieFile(text, isChoice);
    }

    private static VisitorState storageState(String text, Predicate<String> isChoice) throws IOException {
        JsonValue all = JsonValue.parse(text);
        if (!all.get("cookies").isPresent() && !all.get("origins").isPresent()) {
            throw new IOException("it has neither 'cookies' nor 'origins'");
        }
        List<VisitorState.Cookie> cookies = new ArrayList<>();
        for (JsonValue cookie : all.get("cookies").items()) {
            if (!isChoice.test(cookie.get("name").text())) {
                cookies.add(new VisitorState.Cookie(
                        cookie.get("name").text(),
                        cookie.get("value").text(),
                        cookie.get("domain").text(),
                        cookie.get("path").isPresent() ? cookie.get("path").text() : "/",
                        cookie.get("expires").number().orElse(-1),
                        cookie.get("httpOnly").isTrue(),
                        cookie.get("secure").isTrue(),
                        cookie.get("sameSite").text().toLowerCase(Locale.ROOT)));
            }
        }
        Map<String, Map<String, String>> local = new LinkedHashMap<>();
        for (JsonValue origin : all.get("origins").items()) {
            Map<String, String> entries = new LinkedHashMap<>();
            for (JsonValue entry : origin.get("localStorage").items()) {
                if (!isChoice.test(entry.get("name").text())) {
                    entries.put(entry.get("name").text(), entry.get("value").text());
                }
            }
            if (!entries.isEmpty()) {
                local.put(origin.get("origin").text(), entries);
            }
        }
        return new VisitorState(cookies, local);
    }

    private static VisitorState cookieFile(String text, Predicate<String> isChoice) throws IOException {
        List<VisitorState.Cookie> cookies = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            boolean httpOnly = line.startsWith(HTTP_ONLY);
            String content = httpOnly ? line.substring(HTTP_ONLY.length()) : line;
            if (content.isBlank() || content.startsWith("#")) {
                continue;
            }
            String[] columns = content.split("\t", -1);
            if (columns.length != COLUMNS) {
                throw new IOException("its line " + number + " has not the " + COLUMNS + " columns of a cookie file");
            }
            String domain = columns[0].startsWith(".") ? columns[0].substring(1) : columns[0];
            if (!isChoice.test(columns[5])) {
                cookies.add(new VisitorState.Cookie(
                        columns[5],
                        columns[6],
                        columns[1].equalsIgnoreCase("TRUE") ? "." + domain : domain,
                        columns[2],
                        expires(columns[4], number),
                        httpOnly,
                        columns[3].equalsIgnoreCase("TRUE"),
                        ""));
            }
        }
        if (cookies.isEmpty()) {
            throw new IOException("it has no cookie");
        }
        return new VisitorState(cookies, Map.of());
    }

    private static double expires(String text, int line) throws IOException {
        try {
            long seconds = Long.parseLong(text.strip());
            return seconds == 0 ? -1 : seconds;
        } catch (NumberFormatException e) {
            throw new IOException("its line " + line + " has no time at which the cookie expires");
        }
    }
}
