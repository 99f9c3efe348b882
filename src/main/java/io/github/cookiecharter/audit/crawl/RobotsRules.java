package io.github.cookiecharter.audit.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules of a {@code robots.txt} for this plugin (RFC 9309), and the sitemaps that it names. */
public final class RobotsRules {

    /** Everything is allowed. */
    public static final RobotsRules NONE = new RobotsRules(List.of(), List.of());

    private static final String OWN_NAME = "cookie-charter";

    private final List<Rule> rules;
    private final List<String> sitemaps;

    private record Rule(String path, boolean allows) {

        boolean matches(String wanted) {
            boolean toTheEnd = path.endsWith("$");
            String[] parts = (toTheEnd ? path.substring(0, path.length() - 1) : path).split("\\*", -1);
            StringBuilder regex = new StringBuilder();
            for (String part : parts) {
                regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
            }
            return Pattern.compile(regex + (toTheEnd ? "" : ".*"), Pattern.DOTALL)
                    .matcher(wanted)
                    .matches();
        }
    }

    private RobotsRules(List<Rule> rules, List<String> sitemaps) {
        this.rules = rules;
        this.sitemaps = sitemaps;
    }

    /** Reads a file. Lines that are no rules are ignored, as the standard asks. */
    public static RobotsRules parse(String text) {
        List<Rule> own = new ArrayList<>();
        List<Rule> general = new ArrayList<>();
        List<String> sitemaps = new ArrayList<>();
        List<String> agents = new ArrayList<>();
        boolean hasOwn = false;
        boolean inRules = false;
        for (String line : text.lines().toList()) {
            String[] parts = line.replaceFirst("#.*", "").split(":", 2);
            String key = parts[0].strip().toLowerCase(Locale.ROOT);
            String value = parts.length < 2 ? "" : parts[1].strip();
            switch (key) {
                case "user-agent" -> {
                    if (inRules) {
                        agents.clear();
                        inRules = false;
                    }
                    agents.add(value.toLowerCase(Locale.ROOT));
                    hasOwn |= value.equalsIgnoreCase(OWN_NAME);
                }
                case "allow", "disallow" -> {
                    inRules = true;
                    Rule rule = new Rule(value, key.equals("allow"));
                    if (!value.isEmpty() && agents.contains(OWN_NAME)) {
                        own.add(rule);
                    }
                    if (!value.isEmpty() && agents.contains("*")) {
                        general.add(rule);
                    }
                }
                case "sitemap" -> sitemaps.add(value);
                default -> {
                    // Other lines are extensions of other programs.
                }
            }
        }
        return new RobotsRules(hasOwn ? own : general, sitemaps);
    }

    /** Forbids everything: what the standard asks for if the file cannot be read. */
    public static RobotsRules unreadable() {
        return new RobotsRules(List.of(new Rule("/", false)), List.of());
    }

    /** Returns the same sitemaps without the rules, for a site that the user may visit anyway. */
    public RobotsRules withoutRules() {
        return new RobotsRules(List.of(), sitemaps);
    }

    /** Returns whether a path with its query may be visited: the longest rule decides, and of two as long the one that allows. */
    public boolean allows(String path) {
        boolean allows = true;
        int longest = -1;
        for (Rule rule : rules) {
            int length = rule.path().length();
            if ((length > longest || (length == longest && rule.allows())) && rule.matches(path)) {
                allows = rule.allows();
                longest = length;
            }
        }
        return allows;
    }

    /** Returns the addresses of the sitemaps. */
    public List<String> sitemaps() {
        return List.copyOf(sitemaps);
    }
}
