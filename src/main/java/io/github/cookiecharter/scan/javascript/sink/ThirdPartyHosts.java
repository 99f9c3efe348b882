package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.DataTable;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.scan.cookie.AbstractString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the scripts, frames and pictures of known third parties set: the table {@code hosts.txt}. */
public final class ThirdPartyHosts {

    private static final int LONGEST = 2_000;

    private static final List<Entry> ENTRIES = read();
    private static final Set<String> DOMAINS = domains();

    private record Entry(NamePattern address, List<String> names) {}

    /**
     * What an address is known to set.
     *
     * @param name the name or pattern; empty where it cannot be known
     * @param address host and path, as far as they name what is loaded
     */
    record Claim(String name, Kind kind, String address) {}

    private ThirdPartyHosts() {}

    /** Returns what the resource at an address sets; empty if the address is malformed or not in the table. */
    static List<Claim> find(String url) {
        int start = start(url);
        if (start < 0 || url.length() > LONGEST) {
            return List.of();
        }
        int end = start;
        while (end < url.length() && "?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String address = url.substring(start, end);
        if (address.startsWith(".")) {
            address = "www" + address;
        }
        int slash = address.indexOf('/');
        String host = (slash < 0 ? address : address.substring(0, slash)).toLowerCase(Locale.ROOT);
        String path = slash < 0 ? "/" : address.substring(slash);
        boolean hasQuery = end < url.length();
        for (Entry entry : ENTRIES) {
            if (entry.address().matches(host + path)
                    || (hasQuery && entry.address().matches(host + path + '?'))) {
                return claims(entry, id(url), shown(host, path));
            }
        }
        return List.of();
    }

    /** Returns whether a text may contain the address of a known host, by the text behind its slashes. */
    public static boolean mayContainAddress(String text) {
        for (int i = text.indexOf('/'); i >= 0; i = text.indexOf('/', i + 1)) {
            if (text.startsWith("//", i) && DOMAINS.contains(domain(text, i + 2))) {
                return true;
            }
            if (text.startsWith("/matomo.js", i) || text.startsWith("/piwik.js", i) || text.startsWith("/ga.js", i)) {
                return true;
            }
        }
        return false;
    }

    private static int start(String url) {
        int slashes = url.indexOf("//");
        if (slashes >= 0 && slashes < 8) {
            return slashes + 2;
        }
        boolean isPart = url.startsWith(".") && !url.startsWith("./") && !url.startsWith("..");
        return isPart || url.endsWith("/matomo.js") || url.endsWith("/piwik.js") ? 0 : -1;
    }

    private static String id(String url) {
        for (String key : new String[] {"?id=", "&id=", "&amp;id="}) {
            int at = url.indexOf(key);
            if (at >= 0) {
                int from = at + key.length();
                int to = from;
                while (to < url.length() && (Character.isLetterOrDigit(url.charAt(to)) || url.charAt(to) == '-')) {
                    to++;
                }
                return url.substring(from, to);
            }
        }
        return "";
    }

    private static String shown(String host, String path) {
        String plain = path.replace(AbstractString.UNKNOWN, '*').replace(AbstractString.PARAMETER, '*');
        return (host + (plain.length() > 40 ? plain.substring(0, 40) + "…" : plain))
                .replace(String.valueOf(AbstractString.MASKED), "");
    }

    private static List<Claim> claims(Entry entry, String id, String address) {
        List<Claim> claims = new ArrayList<>();
        for (String written : entry.names()) {
            if (written.equals("?")) {
                claims.add(new Claim("", Kind.COOKIE, address));
                continue;
            }
            int colon = written.indexOf(':');
            String prefix = colon < 0 ? "" : written.substring(0, colon);
            Kind kind = switch (prefix) {
                case "local" -> Kind.LOCAL_STORAGE;
                case "session" -> Kind.SESSION_STORAGE;
                case "indexed-db" -> Kind.INDEXED_DB;
                default -> Kind.COOKIE;
            };
            String name = kind == Kind.COOKIE ? written : written.substring(colon + 1);
            claims.add(new Claim(filled(name, id), kind, address));
        }
        return claims;
    }

    private static String filled(String name, String id) {
        int open = name.indexOf('{');
        int close = name.indexOf('}');
        if (open < 0 || close < open) {
            return name;
        }
        String start = name.substring(open + 1, close);
        String value = id.startsWith(start) && id.length() > start.length() ? id.substring(start.length()) : "*";
        return name.substring(0, open) + value + name.substring(close + 1);
    }

    private static List<Entry> read() {
        List<Entry> all = new ArrayList<>();
        for (List<String> row : DataTable.cells(ThirdPartyHosts.class, "hosts.txt")) {
            all.add(new Entry(new NamePattern(row.get(0)), List.of(row.get(1).split(" +"))));
        }
        return all;
    }

    /** The last two labels of each host. */
    private static Set<String> domains() {
        Set<String> all = new HashSet<>();
        for (Entry entry : ENTRIES) {
            all.add(domain(entry.address().text(), 0));
        }
        return all;
    }

    private static String domain(String text, int from) {
        int end = from;
        int last = -1;
        int first = from - 1;
        while (end < text.length() && end < from + 120) {
            char c = text.charAt(end);
            if (c == '.') {
                first = last < 0 ? first : last;
                last = end;
            } else if (!Character.isLetterOrDigit(c) && c != '-' && c != '*') {
                break;
            }
            end++;
        }
        return text.substring(first + 1, end).toLowerCase(Locale.ROOT);
    }
}
