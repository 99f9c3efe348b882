package io.github.cookiecharter.constants.embedded;

import io.github.cookiecharter.constants.embedded.Consent.Category;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the charter says of a name. The entries, and how they are found, differ between sites; here are examples. */
final class Declared {

    /** By name. */
    static final Map<String, Declared> literals = new LinkedHashMap<>();

    static {
        add(new Declared("sid", Category.STATISTICS, false, "shop", "Path=/; Secure; HttpOnly; SameSite=Lax"));
        add(new Declared("hits", Category.STATISTICS, true, "audience", "Path=/; Max-Age=3600; SameSite=Lax"));
    }

    /**
     * Finds what the charter says of a cookie.
     *
     * @param name the cookie's name
     * @return the entry, or {@code null} if there is none
     */
    static Declared find(String name) {
        return literals.get(name);
    }

    /**
     * Adds an entry.
     *
     * @param declared the entry
     */
    private static void add(Declared declared) {
        declared.addTo(literals);
    }

    // <embedded>
    /** How many headers delete cookies in one response, because servers limit the size of its head. */
    private static final int MOST_DELETIONS = 20;

    /** How many bytes the headers that delete cookies take in one response. */
    private static final int MOST_BYTES = 3 * 1024;

    /** The longest name and value that browsers take. */
    private static final int LONGEST_COOKIE = 4096;

    /** The name, or the pattern. */
    private final String name;

    /** The category of the service that sets the cookie. */
    final Category category;

    /** Whether the cookie waits for consent to its category. */
    final boolean needsConsent;

    /** The service that sets the cookie. */
    final String service;

    /** The declared attributes. */
    final SetCookieHeader attributes;

    /** Another cookie of this name, or {@code null}. */
    private Declared namesake;

    /**
     * An entry of the charter.
     *
     * @param name the name, or the pattern
     * @param category its category
     * @param needsConsent whether it waits for consent
     * @param service the service that sets it
     * @param attributes the declared attributes, as a header has them
     */
    Declared(String name, Category category, boolean needsConsent, String service, String attributes) {
        this(name, category, needsConsent, service, new SetCookieHeader("; " + attributes));
    }

    /**
     * An entry of the charter.
     *
     * @param name the name, or the pattern
     * @param category its category
     * @param needsConsent whether it waits for consent
     * @param service the service that sets it
     * @param attributes the declared attributes
     */
    private Declared(String name, Category category, boolean needsConsent, String service, SetCookieHeader attributes) {
        this.name = name;
        this.category = category;
        this.needsConsent = needsConsent;
        this.service = service;
        this.attributes = attributes;
    }

    /**
     * Adds this entry; the first one of a name answers for all.
     *
     * @param entries the entries by name
     */
    private void addTo(Map<String, Declared> entries) {
        Declared first = entries.putIfAbsent(name, this);
        if (first != null) {
            namesake = first.namesake;
            first.namesake = this;
        }
    }

    /**
     * Returns this entry for one of the names that match its pattern.
     *
     * @param matching the name
     * @return the entry of that name
     */
    /* private */ Declared named(String matching) {
        return matching.equals(name) ? this : new Declared(matching, category, needsConsent, service, attributes);
    }

    /**
     * Finds the cookie of this name that has the domain and the path of a header.
     *
     * @param header the header
     * @return the cookie; this one if there is none with that domain and path
     */
    Declared placedLike(SetCookieHeader header) {
        for (Declared each = this; each != null; each = each.namesake) {
            List<String> domains = header.domains;
            boolean hostOnly =
                    domains.isEmpty() || domains.get(domains.size() - 1).isEmpty();
            if (each.attributes.path.equals(header.path)
                    && (hostOnly
                            ? each.attributes.domains.isEmpty()
                            : each.attributes.domains.contains(domains.get(domains.size() - 1)))) {
                return each;
            }
        }
        return this;
    }

    /**
     * Returns the cookie's name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Makes the header {@code Set-Cookie} that sets the cookie, with the declared attributes and lifetime.
     *
     * @param value the cookie's value, encoded so that it has neither blanks, quotes, commas, semicolons and
     *     backslashes, nor characters beyond ASCII
     * @return the value of the header
     * @throws IllegalArgumentException if no cookie can have this name and value (RFC 6265, section 4.1.1)
     */
    public String header(String value) {
        require(isToken(name), "has a character in its name that no cookie can have");
        require(isValue(value), "has a character in its value that no cookie can have: encode the value");
        require(name.length() + value.length() <= LONGEST_COOKIE, "is longer than browsers allow");
        StringBuilder header = new StringBuilder(name).append('=').append(value);
        appendPlace(header);
        if (attributes.maxAge != null) {
            header.append("; Max-Age=").append(attributes.maxAge);
        }
        header.append(attributes.secure ? "; Secure" : "").append(attributes.httpOnly ? "; HttpOnly" : "");
        if (attributes.sameSite != null) {
            header.append("; SameSite=").append(attributes.sameSite);
        }
        return header.append(attributes.partitioned ? "; Partitioned" : "").toString();
    }

    /**
     * Makes the header {@code Set-Cookie} that deletes the cookie.
     *
     * @return the value of the header
     */
    public String deletion() {
        StringBuilder header = new StringBuilder(name).append('=');
        appendPlace(header);
        header.append("; Max-Age=0").append(attributes.secure ? "; Secure" : "");
        header.append(isHidden(name) ? "; HttpOnly" : "");
        return header.append(attributes.partitioned ? "; Partitioned" : "").toString();
    }

    /**
     * Appends the path and the first domain.
     *
     * @param header the header
     */
    private void appendPlace(StringBuilder header) {
        header.append("; Path=").append(attributes.path);
        if (!attributes.domains.isEmpty()) {
            header.append("; Domain=").append(attributes.domains.get(0));
        }
    }

    /**
     * Refuses a cookie.
     *
     * @param valid what has to be
     * @param problem what is wrong otherwise
     */
    private void require(boolean valid, String problem) {
        if (!valid) {
            throw new IllegalArgumentException("the cookie '" + name + "' " + problem);
        }
    }

    /**
     * Tells whether a text is a token (RFC 7230, section 3.2.6).
     *
     * @param text the text
     * @return whether it can be the name of a cookie
     */
    private static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7f || "()<>@,;:\\\"/[]?={}".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /**
     * Tells whether a text consists of what a cookie's value may have.
     *
     * @param text the text
     * @return whether it can be the value of a cookie
     */
    private static boolean isValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7f || "\",;\\".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether browsers take a cookie of this name from an https page alone.
     *
     * @param name the name
     * @return whether its prefix says so
     */
    private static boolean isSecure(String name) {
        return hasPrefix("__Secure-", name) || hasPrefix("__Host-", name) || isHidden(name);
    }

    /**
     * Tells whether browsers hide each cookie of this name from scripts.
     *
     * @param name the name
     * @return whether its prefix says so
     */
    private static boolean isHidden(String name) {
        return hasPrefix("__Http-", name) || hasPrefix("__Host-Http-", name);
    }

    /**
     * Tells whether a name has a prefix.
     *
     * @param prefix the prefix, in small or capital letters
     * @param name the name
     * @return whether it has
     */
    private static boolean hasPrefix(String prefix, String name) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /**
     * Makes the headers that delete what a visitor sent and does not allow.
     *
     * @param cookieHeader the header {@code Cookie}, or {@code null}
     * @param host the host that the request asks, or {@code null} if it is not known
     * @param https whether the request came by https
     * @param allowed what the visitor allows
     * @return the values of as many headers {@code Set-Cookie} as fit into one response
     */
    static List<String> withdrawn(String cookieHeader, String host, boolean https, Predicate<Declared> allowed) {
        List<String> headers = new ArrayList<>();
        int bytes = 0;
        String site = host == null ? "" : host.substring(0, hostEnd(host)).toLowerCase(Locale.ROOT);
        Set<String> names = new HashSet<>();
        for (String pair : (cookieHeader == null ? "" : cookieHeader).split(";")) {
            String name = pair.substring(0, Math.max(0, pair.indexOf('='))).trim();
            Declared declared = find(name);
            if (declared == null || allowed.test(declared) || !isSendable(name) || !names.add(name)) {
                continue;
            }
            Set<String> deletions = new LinkedHashSet<>();
            for (Declared each = declared; each != null; each = each.namesake) {
                if (!allowed.test(each)) {
                    each.addDeletions(name, site, https, deletions);
                }
            }
            for (String deletion : deletions) {
                int length = "Set-Cookie: ".length() + deletion.length() + 2;
                if (headers.size() < MOST_DELETIONS && bytes + length <= MOST_BYTES) {
                    headers.add(deletion);
                    bytes += length;
                }
            }
            if (headers.size() == MOST_DELETIONS) {
                break;
            }
        }
        return headers;
    }

    /**
     * Tells whether a header can hold a name that a browser sent.
     *
     * @param name the name
     * @return whether each character is one byte
     */
    private static boolean isSendable(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (SetCookieHeader.isControl(name.charAt(i)) || name.charAt(i) > 0xff) {
                return false;
            }
        }
        return true;
    }

    /**
     * Makes the headers that delete a cookie wherever it may be: with each declared domain and without one.
     *
     * @param cookie the cookie's name, which may match a pattern here
     * @param host the host that the request asks
     * @param https whether the request came by https
     * @param deletions the headers
     */
    private void addDeletions(String cookie, String host, boolean https, Set<String> deletions) {
        addDeletionsAt(cookie, "; Path=" + attributes.path, https, deletions);
        for (String domain : attributes.domains) {
            if (!hasPrefix("__Host-", cookie) && maySet(domain, host)) {
                addDeletionsAt(cookie, "; Path=" + attributes.path + "; Domain=" + domain, https, deletions);
            }
        }
    }

    /**
     * Makes the headers that delete a cookie in one place.
     *
     * @param cookie the cookie's name
     * @param place the attributes for domain and path
     * @param https whether the request came by https
     * @param deletions the headers
     */
    private void addDeletionsAt(String cookie, String place, boolean https, Set<String> deletions) {
        String start = cookie + "=" + place + "; Max-Age=0";
        String hidden = isHidden(cookie) ? "; HttpOnly" : "";
        deletions.add(start + (https || isSecure(cookie) ? "; Secure" : "") + hidden);
        if (attributes.partitioned) {
            deletions.add(start + "; Secure" + hidden + "; Partitioned");
        }
    }

    /**
     * Finds where the port begins.
     *
     * @param host a host, with a port or without
     * @return the end of the host itself
     */
    private static int hostEnd(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? colon : host.length();
    }

    /**
     * Tells whether a host may set cookies for a domain.
     *
     * @param domain the domain
     * @param host the host, in lower case
     * @return whether browsers accept them
     */
    private static boolean maySet(String domain, String host) {
        if (!host.endsWith(domain)) {
            return false;
        }
        int before = host.length() - domain.length();
        char last = domain.isEmpty() ? '.' : domain.charAt(domain.length() - 1);
        // The name of a host never ends in a digit; an address has no domain.
        return before == 0 || (host.charAt(before - 1) == '.' && (last < '0' || last > '9'));
    }
    // </embedded>
}
