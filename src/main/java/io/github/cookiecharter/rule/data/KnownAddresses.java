package io.github.cookiecharter.rule.data;

import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.HostNames;
import io.github.cookiecharter.model.DataTable;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.NamePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scripts, frames and pixels of widely used services: the data in {@code known-addresses.txt}. */
public final class KnownAddresses {

    private static final String WITHOUT = "without ";
    private static final List<Entry> ALL = read();

    private KnownAddresses() {}

    /**
     * A script, frame or pixel of a widely used service.
     *
     * @param address host and path; {@code *} stands for any run of characters
     * @param product what it loads
     * @param category {@code statistics}, {@code marketing}, {@code necessary} or {@code request}: what visitors ask for
     * @param traits what else the rules have to know about it
     */
    public record Entry(NamePattern address, String product, String category, List<String> traits) {

        /** Returns whether it usually needs consent for statistics or marketing. */
        public boolean isTracker() {
            return category.equals("statistics") || category.equals("marketing");
        }

        public boolean isMarketing() {
            return category.equals("marketing");
        }

        /** Returns whether practice differs, so that no finding about it may be more than a warning. */
        public boolean isUnsure() {
            return has("unsure");
        }

        public boolean has(String trait) {
            return traits.contains(trait);
        }

        // A setting of the vendor's, in the query, can leave out what needs consent.
        private boolean isOffFor(String url) {
            for (String trait : traits) {
                if (trait.startsWith(WITHOUT) && url.contains(trait.substring(WITHOUT.length()))) {
                    return true;
                }
            }
            return false;
        }

        private boolean matches(String hostAndPath) {
            return address.matches(hostAndPath)
                    || (address.text().startsWith("*.")
                            && new NamePattern(address.text().substring(2)).matches(hostAndPath));
        }
    }

    /**
     * An address that a service declares.
     *
     * @param url the declared URL, with {@code *} as declared
     * @param key the key under which it is declared: {@code scripts}, {@code frames} or {@code cookies}
     * @param pixel the pixel whose name it is, if it is one
     */
    public record Declared(String url, String key, Optional<Cookie> pixel) {

        /** Returns its host, without a {@code *} label at its start; empty for a path, and where any host is meant. */
        public String host() {
            String host = HostNames.host(url).replace("*", "");
            int colon = host.indexOf(':');
            String withoutPort = colon < 0 ? host : host.substring(0, colon);
            return withoutPort.startsWith(".") ? withoutPort.substring(1) : withoutPort;
        }
    }

    private static List<Entry> read() {
        List<Entry> all = new ArrayList<>();
        for (List<String> row : RuleData.table("known-addresses.txt")) {
            List<String> traits = row.get(3).isEmpty() ? List.of() : List.copyOf(DataTable.split(row.get(3), ','));
            all.add(new Entry(new NamePattern(row.get(0)), row.get(1), row.get(2), traits));
        }
        return all;
    }

    /** Returns the entries, in the order of the file. */
    static List<Entry> all() {
        return ALL;
    }

    /** Returns the scripts, frames and pixels of a service. */
    public static List<Declared> of(Service service) {
        List<Declared> addresses = new ArrayList<>();
        for (NamePattern script : service.scripts()) {
            addresses.add(new Declared(script.text(), "scripts", Optional.empty()));
        }
        for (NamePattern frame : service.frames()) {
            addresses.add(new Declared(frame.text(), "frames", Optional.empty()));
        }
        for (Cookie cookie : service.cookies()) {
            if (cookie.kind() == Kind.PIXEL) {
                addresses.add(new Declared(cookie.name().text(), "cookies", Optional.of(cookie)));
            }
        }
        return addresses;
    }

    /** Returns the most specific entry that an address matches. */
    public static Optional<Entry> find(Declared address) {
        String hostAndPath = address.host() + path(address.url());
        Optional<Entry> best = Optional.empty();
        for (Entry entry : ALL) {
            if (entry.matches(hostAndPath)
                    && !entry.isOffFor(address.url())
                    && (best.isEmpty()
                            || entry.address().literalLength()
                                    > best.get().address().literalLength())) {
                best = Optional.of(entry);
            }
        }
        return best;
    }

    /** Returns the known entries of all addresses of a service. */
    public static List<Entry> findAll(Service service) {
        List<Entry> entries = new ArrayList<>();
        for (Declared address : of(service)) {
            find(address).ifPresent(entries::add);
        }
        return entries;
    }

    // A * of the declaration may stand for nothing, so it is left out.
    private static String path(String url) {
        int scheme = url.indexOf("//");
        int slash = url.indexOf('/', scheme < 0 ? 0 : scheme + 2);
        String path = slash < 0 ? "/" : url.substring(slash).replace("*", "");
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '?' || path.charAt(i) == '#') {
                return path.substring(0, i);
            }
        }
        return path;
    }
}
