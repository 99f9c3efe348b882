package io.github.cookiecharter.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The languages that have built-in texts. A language is data alone: a file {@code <tag>.properties} beside its
 * siblings and a line in {@code languages.txt}. Texts are read when they are first asked for.
 */
public final class Languages {

    private static final String FOLDER = "/io/github/cookiecharter/language/";
    private static final String ENGLISH = "en";

    private final List<String> tags;
    private final Map<String, Texts> loaded = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> names = new ConcurrentHashMap<>();

    private Languages(List<String> tags) {
        this.tags = tags;
    }

    /** The languages that come with the plugin. */
    public static Languages builtIn() {
        List<String> tags = new ArrayList<>();
        try (BufferedReader lines = open("languages.txt")) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    tags.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Languages(List.copyOf(tags));
    }

    /** The tags of the languages with built-in texts, in the order in which they are listed. */
    public List<String> tags() {
        return tags;
    }

    /** Whether built-in texts serve this language: {@code fr} serves {@code fr-CA} too. */
    public boolean has(String tag) {
        return servedBy(tag).isPresent();
    }

    /**
     * The texts that serve a language: those of the very tag, or else of the tag without its last parts.
     *
     * @param tag a BCP 47 tag in canonical case
     */
    public Optional<Texts> forTag(String tag) {
        return servedBy(tag).map(own -> loaded.computeIfAbsent(own, Languages::load));
    }

    /**
     * The texts to use on a page in a language that may have none: its own, or else the default language's, or else
     * the English ones. {@link Texts#serves} tells whether they are in the language that was asked for.
     */
    public Texts forTagOrDefault(String tag, String defaultTag) {
        return forTag(tag)
                .or(() -> forTag(defaultTag))
                .orElseGet(() -> loaded.computeIfAbsent(ENGLISH, Languages::load));
    }

    /** What a language calls itself, such as {@code Français}; the tag itself where that is not known. */
    public String nameOf(String tag) {
        Map<String, String> known = names.computeIfAbsent("names", Languages::properties);
        for (String shorter = tag; !shorter.isEmpty(); shorter = withoutLastPart(shorter)) {
            String name = known.get(shorter);
            if (name != null) {
                return shorter.equals(tag) ? name : name + " (" + tag.substring(shorter.length() + 1) + ")";
            }
        }
        return tag;
    }

    private Optional<String> servedBy(String tag) {
        for (String shorter = tag; !shorter.isEmpty(); shorter = withoutLastPart(shorter)) {
            if (tags.contains(shorter)) {
                return Optional.of(shorter);
            }
        }
        return Optional.empty();
    }

    private static String withoutLastPart(String tag) {
        return tag.substring(0, Math.max(tag.lastIndexOf('-'), 0));
    }

    private static Texts load(String tag) {
        return new Texts(tag, properties(tag));
    }

    private static Map<String, String> properties(String name) {
        Properties read = new Properties();
        try (Reader reader = open(name + ".properties")) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new HashMap<>();
        for (String key : read.stringPropertyNames()) {
            texts.put(key, read.getProperty(key));
        }
        return texts;
    }

    private static BufferedReader open(String file) {
        InputStream resource = Languages.class.getResourceAsStream(FOLDER + file);
        if (resource == null) {
            throw new IllegalStateException("the resource " + FOLDER + file + " is missing");
        }
        return new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
    }
}
