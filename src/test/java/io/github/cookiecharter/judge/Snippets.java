package io.github.cookiecharter.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page of the documentation tells people to write, by the name in the comment before it. */
public final class Snippets {

    private static final Pattern SNIPPET = Pattern.compile("<!-- test: (\\S+) -->\n```[a-z]+\n(.*?)```", Pattern.DOTALL);

    private final Path page;
    private final Map<String, String> byName = new LinkedHashMap<>();

    private Snippets(Path page) {
        this.page = page;
    }

    /** Reads a page below {@code src/site/markdown}, such as {@code migration/klaro.md}. */
    public static Snippets of(String page) {
        Snippets snippets = new Snippets(Path.of("src/site/markdown").resolve(page));
        try {
            Matcher matcher = SNIPPET.matcher(Files.readString(snippets.page));
            while (matcher.find()) {
                snippets.byName.put(matcher.group(1), matcher.group(2));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return snippets;
    }

    /** The snippet of a name. */
    public String get(String name) {
        if (!byName.containsKey(name)) {
            throw new IllegalArgumentException(page + " has no snippet " + name + " but " + byName.keySet());
        }
        return byName.get(name);
    }

    /** The snippets in a folder such as {@code before/}, by what follows it. */
    public Map<String, String> in(String folder) {
        Map<String, String> found = new LinkedHashMap<>();
        byName.forEach((name, text) -> {
            if (name.startsWith(folder)) {
                found.put(name.substring(folder.length()), text);
            }
        });
        return found;
    }
}
