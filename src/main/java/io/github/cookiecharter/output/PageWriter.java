package io.github.cookiecharter.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Inserts text at a mark in HTML files that others wrote, such as pages that the build has copied. Everything else in a
 * file stays, byte for byte, in any encoding that contains ASCII.
 */
public final class PageWriter {

    private static final String BEGIN = "<!-- cookie-charter:begin -->";
    private static final String END = "<!-- cookie-charter:end -->";
    // The mark, and directly after it the text that an earlier build inserted.
    private static final Pattern MARK = Pattern.compile("(<!--[ \\t]*cookie-charter:head[ \\t]*-->)(?:\n"
            + Pattern.quote(BEGIN) + "[\\s\\S]*?" + Pattern.quote(END) + ")?");

    /**
     * The result for some folders.
     *
     * @param marked the files with a mark, in order
     * @param changed how many of them were rewritten
     */
    public record Result(List<Path> marked, int changed) {

        public Result {
            marked = List.copyOf(marked);
        }
    }

    private PageWriter() {}

    /**
     * Inserts a text after each mark in the files {@code *.html} and {@code *.htm} of a folder and of those below it. Links
     * are not followed. A file whose text is up to date is not written.
     *
     * @param text HTML; characters beyond ASCII become character references
     * @throws OutputException if a file cannot be read or written
     */
    public static Result insert(Path folder, String text) throws OutputException {
        List<Path> marked = new ArrayList<>();
        int changed = 0;
        String inserted = "\n" + BEGIN + "\n" + ascii(text.strip()) + "\n" + END;
        for (Path page : pages(folder)) {
            // One byte is one character, so that any other encoding than this one is preserved too.
            String before = read(page);
            Matcher matcher = MARK.matcher(before);
            if (matcher.find()) {
                marked.add(page);
                String after = matcher.replaceAll("$1" + Matcher.quoteReplacement(inserted));
                if (!after.equals(before)) {
                    write(page, after);
                    changed++;
                }
            }
        }
        return new Result(marked, changed);
    }

    private static List<Path> pages(Path folder) throws OutputException {
        List<Path> pages = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                    if (attributes.isRegularFile() && (name.endsWith(".html") || name.endsWith(".htm"))) {
                        pages.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new OutputException(folder + " cannot be read: check its permissions", e);
        }
        pages.sort(null);
        return pages;
    }

    private static String read(Path page) throws OutputException {
        try {
            return Files.readString(page, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new OutputException(page + " cannot be read: check its permissions", e);
        }
    }

    private static void write(Path page, String content) throws OutputException {
        Path copy = AtomicMover.temporaryCopy(page);
        try {
            try {
                Files.write(copy, content.getBytes(StandardCharsets.ISO_8859_1));
                new AtomicMover().move(copy, page);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw IoErrors.cannotWrite(page, e);
        }
    }

    private static String ascii(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < 0x80) {
                out.appendCodePoint(c);
            } else {
                out.append("&#").append(c).append(';');
            }
        });
        return out.toString();
    }
}
