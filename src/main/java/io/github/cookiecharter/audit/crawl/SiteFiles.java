package io.github.cookiecharter.audit.crawl;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a site says about its own pages: {@code robots.txt} and sitemaps. */
public final class SiteFiles {

    private static final int MOST_SITEMAPS = 100;
    private static final int SERVER_ERROR = 500;

    private final URI site;
    private final Source source;
    private final List<String> notes = new ArrayList<>();

    /** Where files come from. */
    public interface Source {

        /**
         * Reads a file.
         *
         * @throws IOException if nobody answers
         */
        Answer get(URI address) throws IOException;
    }

    /** The answer of a server. */
    public static final class Answer {

        private final int status;
        private final byte[] body;

        /**
         * Creates an answer.
         *
         * @param status of HTTP, after redirects
         */
        public Answer(int status, byte[] body) {
            this.status = status;
            this.body = body.clone();
        }

        int status() {
            return status;
        }

        byte[] body() {
            return body.clone();
        }
    }

    /**
     * Creates the reader.
     *
     * @param site where the site runs; ends with a slash
     */
    public SiteFiles(URI site, Source source) {
        this.site = site;
        this.source = source;
    }

    /** Reads {@code robots.txt}. As RFC 9309 asks, a missing one allows everything, and one that cannot be read nothing. */
    public RobotsRules robots() {
        try {
            Answer answer = source.get(site.resolve("/robots.txt"));
            if (answer.status() == 200) {
                return RobotsRules.parse(new String(answer.body(), StandardCharsets.UTF_8));
            }
            if (answer.status() < SERVER_ERROR) {
                return RobotsRules.NONE;
            }
            notes.add("robots.txt could not be read (status " + answer.status() + "), so nothing may be visited");
        } catch (IOException e) {
            notes.add("robots.txt could not be read (" + e.getMessage() + "), so nothing may be visited");
        }
        return RobotsRules.unreadable();
    }

    /**
     * Returns the addresses that sitemaps list.
     *
     * @param wanted the path or address of a sitemap; {@code true} for those that robots.txt names, or else {@code /sitemap.xml}
     */
    public List<String> sitemap(String wanted, RobotsRules robots) {
        List<String> first = wanted.equals("true")
                ? robots.sitemaps().isEmpty() ? List.of("sitemap.xml") : robots.sitemaps()
                : List.of(wanted.startsWith("/") ? wanted.substring(1) : wanted);
        Set<String> known = new LinkedHashSet<>();
        List<String> waiting = new ArrayList<>();
        first.forEach(address -> add(address, known, waiting));
        List<String> pages = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String address = waiting.remove(0);
            Optional<Sitemap> sitemap = read(address);
            if (sitemap.isPresent() && sitemap.get().index()) {
                sitemap.get().addresses().forEach(each -> add(each, known, waiting));
            } else {
                sitemap.ifPresent(found -> pages.addAll(found.addresses()));
            }
        }
        return pages;
    }

    // What lies on other hosts is not this site's, and indexes may name each other in a circle.
    private void add(String address, Set<String> known, List<String> waiting) {
        try {
            URI absolute = site.resolve(address);
            if (!String.valueOf(site.getHost()).equalsIgnoreCase(absolute.getHost())) {
                notes.add("the sitemap " + address + " lies on another host and was not read");
            } else if (known.size() < MOST_SITEMAPS && known.add(absolute.toString())) {
                waiting.add(absolute.toString());
            }
        } catch (IllegalArgumentException e) {
            notes.add("the sitemap " + address + " has no valid address");
        }
    }

    private Optional<Sitemap> read(String address) {
        try {
            Answer answer = source.get(URI.create(address));
            if (answer.status() == 200) {
                Sitemap sitemap = Sitemap.read(answer.body());
                if (sitemap.addresses().isEmpty()) {
                    notes.add("the sitemap " + address + " lists nothing");
                }
                return Optional.of(sitemap);
            }
            notes.add("the sitemap " + address + " could not be read (status " + answer.status() + ")");
        } catch (IOException e) {
            notes.add("the sitemap " + address + " could not be read (" + e.getMessage() + ")");
        }
        return Optional.empty();
    }

    /** Returns what could not be read, in words. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
