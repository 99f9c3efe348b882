package io.github.cookiecharter.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of code on a page of the documentation.
 *
 * @param page the page
 * @param line the line of its first fence, from 1
 * @param mark what the comment on the line before it says, without {@code <!--} and {@code -->}; empty where there is none
 * @param language the word after the fence; empty where there is none
 * @param text what stands between the fences
 */
record Snippet(Path page, int line, String mark, String language, String text) {

    static final Path PAGES = Path.of("src/site/markdown");
    static final Path README = Path.of("README.md");

    private static final Pattern BLOCK = Pattern.compile(
            "^(?:<!-- ([^\n]*?) -->\n)?^( *)(```+)([a-z]*)[^\n]*\n(.*?)^\\2\\3 *$", Pattern.DOTALL | Pattern.MULTILINE);

    /** All pages of the site. */
    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    static List<Snippet> of(Path page) throws IOException {
        String text = Files.readString(page);
        List<Snippet> snippets = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            String indentation = block.group(2);
            snippets.add(new Snippet(
                    page,
                    (int) text.substring(0, block.start(3)).lines().count() + (indentation.isEmpty() ? 1 : 0),
                    block.group(1) == null ? "" : block.group(1),
                    block.group(4),
                    block.group(5).replaceAll("(?m)^" + indentation, "")));
        }
        return snippets;
    }

    /** Where the block stands, as editors and terminals link it. */
    String place() {
        return page + ":" + line;
    }

    @Override
    public String toString() {
        return place();
    }
}
