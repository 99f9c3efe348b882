package io.github.cookiecharter.template;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds the unused templates in a site's own folder. */
public final class OwnTemplates {

    /**
     * The built-in templates that a site may replace, by their names without the ending. The others are parts of the
     * plugin, and may change with every version.
     */
    public static final List<String> REPLACEABLE = List.of(
            "banner/frame",
            "banner/frames-style",
            "banner/head",
            "banner/script",
            "banner/tarteaucitron-style",
            "constants/class",
            "policy/cell",
            "policy/choices",
            "policy/contact",
            "policy/content",
            "policy/cookies",
            "policy/fragment",
            "policy/history",
            "policy/intro",
            "policy/kinds",
            "policy/page",
            "policy/reopen",
            "policy/rows",
            "policy/style",
            "policy/what-is-a-cookie",
            "report/preview",
            "report/preview-head",
            "report/tags");

    private OwnTemplates() {}

    /**
     * Returns the templates that no page can use, ordered by name: none has the name of a replaceable template, and no
     * other template in the folder includes it. Files whose name begins with a dot belong to editors and systems, and are
     * ignored.
     *
     * @param folder the folder with the site's own templates
     * @return names such as {@code policy/pages.mustache}
     * @throws TemplateException if one cannot be read
     */
    public static List<String> unused(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        for (String name : names(folder)) {
            texts.put(name, TemplateFiles.read(name, Optional.of(folder)));
        }
        List<String> unused = new ArrayList<>();
        for (String name : texts.keySet()) {
            if (!isReplaceable(name) && (isBuiltIn(name) || !isIncluded(name, texts))) {
                unused.add(name);
            }
        }
        return List.copyOf(unused);
    }

    /**
     * Whether a template of the site's own counts, if there is one of that name: it replaces a built-in one, or is a part
     * of those that do.
     *
     * @param name such as {@code policy/page.mustache}
     */
    static boolean mayBe(String name) {
        return isReplaceable(name) || !isBuiltIn(name);
    }

    private static boolean isReplaceable(String name) {
        return REPLACEABLE.contains(called(name));
    }

    private static boolean isBuiltIn(String name) {
        return TemplateFiles.builtIn(name).isPresent();
    }

    private static String called(String name) {
        return name.substring(0, name.length() - TemplateFiles.EXTENSION.length());
    }

    private static List<String> names(Path folder) {
        List<String> names = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = String.valueOf(file.getFileName());
                    if (name.endsWith(TemplateFiles.EXTENSION) && !name.startsWith(".") && Files.isRegularFile(file)) {
                        names.add(folder.relativize(file).toString().replace(File.separatorChar, '/'));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new TemplateException("the folder " + folder + " cannot be read: " + e.getMessage());
        }
        return names;
    }

    // With any delimiters, an inclusion is '>' followed by the name.
    private static boolean isIncluded(String name, Map<String, String> texts) {
        Pattern inclusion = Pattern.compile(">\\s*" + Pattern.quote(called(name)) + "(?![\\w/.-])");
        for (Map.Entry<String, String> other : texts.entrySet()) {
            if (!other.getKey().equals(name)
                    && inclusion.matcher(other.getValue()).find()) {
                return true;
            }
        }
        return false;
    }
}
