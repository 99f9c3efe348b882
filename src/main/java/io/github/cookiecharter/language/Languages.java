package io.github.cookiecharter.language;

import io.github.cookiecharter.model.PluginResources;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The languages that have built-in texts. A language is only data: a file {@code <tag>.properties} beside its siblings
 * and a line in {@code languages.txt}. That of a region, such as {@code pt-BR}, holds what differs from {@code pt}.
 * Texts are loaded on first use.
 *
 * <p>A line {@code no as nb} gives a language the texts of another; {@code ar grammar} marks a file with only numbers,
 * dates and units, for a site that supplies the other texts.
 */
public final class Languages {

    private static final String FOLDER = "language/";
    private static final String ENGLISH = "en";
    private static final Set<String> RIGHT_TO_LEFT = Set.of(
            "ar", "arc", "azb", "ckb", "dv", "fa", "glk", "he", "ks", "lrc", "mzn", "nqo", "pnb", "ps", "sd", "syr",
            "ug", "ur", "yi");
    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
            Set.of("Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa");

    private final List<String> tags;
    private final List<String> grammars;
    private final Map<String, String> aliases;
    private final Map<String, LanguageTexts> loaded = new ConcurrentHashMap<>();
    private volatile Map<String, String> names = Map.of();

    private Languages(List<String> tags, List<String> grammars, Map<String, String> aliases) {
        this.tags = List.copyOf(tags);
        this.grammars = List.copyOf(grammars);
        this.aliases = Map.copyOf(aliases);
    }

    /** Loads the plugin's languages. */
    public static Languages builtIn() {
        return parse(PluginResources.lines(FOLDER + "languages.txt"));
    }

    /** Parses the lines of {@code languages.txt}. */
    static Languages parse(List<String> lines) {
        List<String> tags = new ArrayList<>();
        List<String> grammars = new ArrayList<>();
        Map<String, String> aliases = new HashMap<>();
        for (String line : lines) {
            int space = line.indexOf(' ');
            if (line.endsWith(" grammar")) {
                grammars.add(line.substring(0, space));
            } else if (space > 0) {
                aliases.put(line.substring(0, space), line.substring(line.lastIndexOf(' ') + 1));
            } else if (!line.isEmpty()) {
                tags.add(line);
            }
        }
        return new Languages(tags, grammars, aliases);
    }

    /** Returns the tags of the languages with built-in texts, in the order of {@code languages.txt}. */
    public List<String> tags() {
        return tags;
    }

    /** Returns whether built-in texts serve a language: {@code fr} also serves {@code fr-CA}. */
    public boolean supports(String tag) {
        return servingTag(tag).isPresent();
    }

    /**
     * Returns the texts that serve a language: those of the tag itself, or of the tag without its last subtags.
     *
     * @param tag a BCP 47 tag in canonical case
     */
    public Optional<LanguageTexts> forTag(String tag) {
        Optional<String> server = servingTag(tag);
        return server.isEmpty() ? Optional.empty() : Optional.of(texts(server.get()));
    }

    /**
     * Returns the texts for a page in a language that may have none: its own, those of the default language, or the
     * English ones. {@link LanguageTexts#serves} returns whether they are in the requested language.
     */
    public LanguageTexts forTagOrDefault(String tag, String defaultTag) {
        Optional<LanguageTexts> own = forTag(tag);
        Optional<LanguageTexts> texts = own.isEmpty() ? forTag(defaultTag) : own;
        return texts.isEmpty() ? texts(ENGLISH) : texts.get();
    }

    /**
     * Returns the texts of a language for which the site supplies them.
     *
     * @param own the site's texts by key
     * @param fallback the texts to use for keys that the site does not supply
     */
    public LanguageTexts fromSite(String tag, Map<String, String> own, LanguageTexts fallback) {
        Map<String, String> all = new HashMap<>();
        all.put("language.direction", direction(tag));
        for (String shorter = tag; !shorter.isEmpty(); shorter = withoutLastPart(shorter)) {
            if (grammars.contains(shorter)) {
                all.putAll(properties(shorter));
                break;
            }
        }
        all.putAll(own);
        return new LanguageTexts(tag, tag, all, Optional.of(fallback));
    }

    /**
     * Returns the texts with which lists, durations and dates are written inside a text of a site.
     *
     * @param tag the language of the site's text
     * @param texts the texts around it, which serve where nothing is known of the language
     */
    public LanguageTexts forWordsIn(String tag, LanguageTexts texts) {
        if (tag.isEmpty() || texts.serves(tag) || tag.equals(texts.language())) {
            return texts;
        }
        Optional<LanguageTexts> builtIn = forTag(tag);
        return builtIn.isPresent() ? builtIn.get() : fromSite(tag, Map.of(), texts);
    }

    /** Returns the direction in which a language is written, as in HTML's {@code dir}: {@code ltr} or {@code rtl}. */
    public static String direction(String tag) {
        return isRightToLeft(tag) ? "rtl" : "ltr";
    }

    // A script subtag takes precedence over the language: az-Arab, ku-Latn.
    private static boolean isRightToLeft(String tag) {
        for (String part : tag.split("-")) {
            if (part.length() == 4) {
                return RIGHT_TO_LEFT_SCRIPTS.contains(part);
            }
        }
        return RIGHT_TO_LEFT.contains(tag.split("-")[0]);
    }

    /** Returns a language's name in that language, such as {@code Français}; the tag if the name is unknown. */
    public String nameOf(String tag) {
        Map<String, String> known = names();
        for (String shorter = tag; !shorter.isEmpty(); shorter = withoutLastPart(shorter)) {
            String name = known.get(shorter);
            if (name != null) {
                return shorter.equals(tag) ? name : name + " (" + tag.substring(shorter.length() + 1) + ")";
            }
        }
        return tag;
    }

    private Map<String, String> names() {
        if (names.isEmpty()) {
            names = properties("names");
        }
        return names;
    }

    private Optional<String> servingTag(String tag) {
        for (String shorter = tag; !shorter.isEmpty(); shorter = withoutLastPart(shorter)) {
            if (tags.contains(shorter) || aliases.containsKey(shorter)) {
                return Optional.of(shorter);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns whether texts with a tag serve a language: {@code fr} serves {@code fr-CA}, but not the other way round.
     */
    static boolean serves(String tag, String language) {
        return language.equals(tag) || language.startsWith(tag + "-");
    }

    private static String withoutLastPart(String tag) {
        return tag.substring(0, Math.max(tag.lastIndexOf('-'), 0));
    }

    private LanguageTexts texts(String tag) {
        LanguageTexts texts = loaded.get(tag);
        if (texts == null) {
            // Two threads may both load them, with the same result.
            texts = load(tag);
            loaded.put(tag, texts);
        }
        return texts;
    }

    private LanguageTexts load(String tag) {
        String own = aliases.getOrDefault(tag, tag);
        String shorter = withoutLastPart(own);
        Map<String, String> texts = new HashMap<>();
        if (!shorter.isEmpty()) {
            texts.putAll(properties(shorter));
        }
        texts.putAll(properties(own));
        return new LanguageTexts(own, tag, texts, Optional.empty());
    }

    /** Returns the names of countries in a language by their codes: that of a region has only what differs. */
    static Map<String, String> countries(String tag) {
        Map<String, String> names = new HashMap<>();
        String shorter = withoutLastPart(tag);
        if (!shorter.isEmpty()) {
            names.putAll(countries(shorter));
        }
        String name = "countries/" + tag;
        if (PluginResources.find(FOLDER + name + ".properties").isPresent()) {
            names.putAll(properties(name));
        }
        return names;
    }

    private static Map<String, String> properties(String name) {
        Map<String, String> texts = new HashMap<>();
        for (String line : PluginResources.lines(FOLDER + name + ".properties")) {
            int sign = line.indexOf('=');
            if (line.indexOf('\\') >= 0) {
                putEscaped(line, texts);
            } else if (sign > 0 && line.charAt(0) != '#') {
                texts.put(line.substring(0, sign), line.substring(sign + 1));
            }
        }
        return texts;
    }

    // java.util.Properties takes a cold JVM many milliseconds, so it gets only the few lines with escapes.
    private static void putEscaped(String line, Map<String, String> texts) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String key : read.stringPropertyNames()) {
            texts.put(key, read.getProperty(key));
        }
    }
}
