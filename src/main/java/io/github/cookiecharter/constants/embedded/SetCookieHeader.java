package io.github.cookiecharter.constants.embedded;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code Set-Cookie} header as browsers read it (RFC 6265bis); a text of any form is one. */
@SuppressWarnings("StatementSwitchToExpressionSwitch") // it is Java 8
final class SetCookieHeader {

    // <embedded>
    /** Browsers ignore an attribute whose value is longer. */
    private static final int LONGEST_VALUE = 1024;

    /** The time of day in a date. */
    private static final Pattern TIME = Pattern.compile("(?s)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})([^0-9].*)?");

    /** The day of the month in a date. */
    private static final Pattern DAY = Pattern.compile("(?s)([0-9]{1,2})([^0-9].*)?");

    /** The year in a date. */
    private static final Pattern YEAR = Pattern.compile("(?s)([0-9]{2,4})([^0-9].*)?");

    /** What separates the parts of a date. */
    private static final Pattern DELIMITERS = Pattern.compile("[\\t -/;-@\\[-`{-~]+");

    /** The header, with a blank for each control character, as servers send it. */
    final String text;

    /** The cookie's name; empty if it has none. */
    final String name;

    /** The domains, of which the last one counts. */
    final List<String> domains = new ArrayList<>(1);

    /** The path, or {@code null} where the browser takes that of the request. */
    String path;

    /** Whether the cookie is for https alone. */
    boolean secure;

    /** Whether the cookie is hidden from scripts. */
    boolean httpOnly;

    /** Whether each site that embeds this one has a cookie of its own. */
    boolean partitioned;

    /** {@code Strict}, {@code Lax} or {@code None}; {@code null} if the header says nothing that browsers know. */
    String sameSite;

    /** For how many seconds the browser keeps the cookie; {@code null} if the header does not say it in this way. */
    Long maxAge;

    /** Until when the browser keeps the cookie, if {@link #maxAge} does not say it: milliseconds since 1970. */
    Long expires;

    /**
     * Reads a header.
     *
     * @param header its value; {@code null} is an empty one
     */
    SetCookieHeader(String header) {
        text = printable(header == null ? "" : header);
        int end = end(0);
        String pair = text.substring(0, end);
        int at = pair.indexOf('=');
        name = at < 0 ? "" : pair.substring(0, at).trim();
        while (end < text.length()) {
            int from = end + 1;
            end = end(from);
            readAttribute(text.substring(from, end));
        }
    }

    /**
     * Replaces each control character but the tabulator by a blank.
     *
     * @param header any text
     * @return a text that cannot end the header
     */
    private static String printable(String header) {
        for (int i = 0; i < header.length(); i++) {
            if (isControl(header.charAt(i))) {
                StringBuilder text = new StringBuilder(header);
                for (; i < header.length(); i++) {
                    if (isControl(header.charAt(i))) {
                        text.setCharAt(i, ' ');
                    }
                }
                return text.toString();
            }
        }
        return header;
    }

    /**
     * Tells whether no header may contain a character.
     *
     * @param c the character
     * @return whether it is a control character other than the tabulator
     */
    static boolean isControl(char c) {
        return (c < ' ' && c != '\t') || c == 0x7f;
    }

    /**
     * Finds the end of an attribute.
     *
     * @param from its beginning
     * @return the place of the next semicolon, or the end of the header
     */
    private int end(int from) {
        int semicolon = text.indexOf(';', from);
        return semicolon < 0 ? text.length() : semicolon;
    }

    /**
     * Finds the name of an attribute.
     *
     * @param attribute the name, with a value or without
     * @return the name in lower case
     */
    private static String key(String attribute) {
        int at = attribute.indexOf('=');
        return (at < 0 ? attribute : attribute.substring(0, at)).trim().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads an attribute; the last one of a name counts.
     *
     * @param attribute its name, with a value or without
     */
    private void readAttribute(String attribute) {
        int at = attribute.indexOf('=');
        String value = at < 0 ? "" : attribute.substring(at + 1).trim();
        if (value.length() > LONGEST_VALUE) {
            return;
        }
        switch (key(attribute)) {
            case "max-age":
                maxAge = seconds(value);
                break;
            case "expires":
                expires = milliseconds(value);
                break;
            case "domain":
                domains.add((value.startsWith(".") ? value.substring(1) : value).toLowerCase(Locale.ROOT));
                break;
            case "path":
                path = value.startsWith("/") ? value : null;
                break;
            case "secure":
                secure = true;
                break;
            case "httponly":
                httpOnly = true;
                break;
            case "partitioned":
                partitioned = true;
                break;
            case "samesite":
                sameSite = knownSameSite(value.toLowerCase(Locale.ROOT));
                break;
            default:
        }
    }

    /**
     * Reads the value of {@code SameSite}.
     *
     * @param value the value in lower case
     * @return the value as the standard writes it, or {@code null}
     */
    private static String knownSameSite(String value) {
        switch (value) {
            case "strict":
                return "Strict";
            case "lax":
                return "Lax";
            case "none":
                return "None";
            default:
                return null;
        }
    }

    /**
     * Reads the value of {@code Max-Age}.
     *
     * @param value the value
     * @return the seconds, or {@code null} if browsers ignore the value
     */
    private static Long seconds(String value) {
        int sign = value.startsWith("-") || value.startsWith("+") ? 1 : 0;
        boolean valid = value.length() > sign;
        boolean zero = true;
        for (int i = sign; i < value.length(); i++) {
            char c = value.charAt(i);
            valid &= c >= '0' && c <= '9';
            zero &= c == '0';
        }
        // Some browsers read a plus sign and others ignore the attribute then: what may last counts as lasting.
        if (!valid || (zero && value.startsWith("+"))) {
            return null;
        }
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException tooLong) {
            return value.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    /**
     * Reads the value of {@code Expires} (RFC 6265, section 5.1.1).
     *
     * @param value a date in almost any form
     * @return milliseconds since 1970, or {@code null} if browsers ignore the value
     */
    private static Long milliseconds(String value) {
        Matcher time = null;
        int day = 0;
        int month = 0;
        int year = -1;
        for (String token : DELIMITERS.split(value)) {
            Matcher t = TIME.matcher(token);
            Matcher d = DAY.matcher(token);
            Matcher y = YEAR.matcher(token);
            if (time == null && t.matches()) {
                time = t;
            } else if (day == 0 && d.matches()) {
                day = Integer.parseInt(d.group(1));
                if (day == 0) {
                    return null;
                }
            } else if (month == 0 && month(token) > 0) {
                month = month(token);
            } else if (year < 0 && y.matches()) {
                year = Integer.parseInt(y.group(1));
                year += year < 70 ? 2000 : year < 100 ? 1900 : 0;
            }
        }
        if (time == null || year < 1601) {
            return null;
        }
        try {
            return LocalDateTime.of(year, month, day, number(time, 1), number(time, 2), number(time, 3))
                            .toEpochSecond(ZoneOffset.UTC)
                    * 1000;
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    /**
     * Reads a group of digits.
     *
     * @param matcher a match
     * @param group the number of the group
     * @return its number
     */
    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /**
     * Reads the name of a month.
     *
     * @param token a part of a date
     * @return the number of the month, or 0
     */
    private static int month(String token) {
        if (token.length() < 3) {
            return 0;
        }
        int at = "janfebmaraprmayjunjulaugsepoctnovdec"
                .indexOf(token.substring(0, 3).toLowerCase(Locale.ROOT));
        return at >= 0 && at % 3 == 0 ? at / 3 + 1 : 0;
    }

    /**
     * Tells whether the browser deletes the cookie instead of setting it.
     *
     * @param now milliseconds since 1970
     * @return whether it does
     */
    boolean deletes(long now) {
        return maxAge != null ? maxAge <= 0 : expires != null && expires <= now;
    }

    /**
     * Tells whether the browser keeps the cookie longer than allowed.
     *
     * @param allowed a number of seconds; {@code null} until the browser is closed
     * @param now milliseconds since 1970
     * @return whether it does
     */
    boolean outlives(Long allowed, long now) {
        if (maxAge == null && expires == null) {
            return false;
        }
        return allowed == null || (maxAge != null ? maxAge > allowed : expires - now > allowed * 1000);
    }

    /**
     * Leaves out how long the browser keeps the cookie.
     *
     * @return the header without these attributes
     */
    String withoutLifetime() {
        int end = end(0);
        StringBuilder rest = new StringBuilder(text.substring(0, end));
        while (end < text.length()) {
            int from = end;
            end = end(from + 1);
            String key = key(text.substring(from + 1, end));
            if (!key.equals("max-age") && !key.equals("expires")) {
                rest.append(text, from, end);
            }
        }
        return rest.toString();
    }
    // </embedded>
}
