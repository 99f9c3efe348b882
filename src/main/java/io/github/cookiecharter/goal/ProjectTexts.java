package io.github.cookiecharter.goal;

import io.github.cookiecharter.scan.model.ScanRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code init} reads of the project's own resources besides cookies: the languages of its message bundles, and the names
 * of the scripts and pages that it loads.
 */
final class ProjectTexts {

    private static final Pattern BUNDLE =
            Pattern.compile("messages(?:_([a-z]{2,3}(?:_[A-Z][a-z]{3})?(?:_(?:[A-Z]{2}|\\d{3}))?))?\\.properties");
    private static final Pattern FILE_NAME = Pattern.compile("[\\w.@-]+\\.(?:m?js|html?|xhtml)\\b");
    private static final Set<String> READ = Set.of(
            "html",
            "htm",
            "xhtml",
            "jsp",
            "jspf",
            "jspx",
            "tag",
            "ftl",
            "ftlh",
            "vm",
            "mustache",
            "hbs",
            "gsp",
            "peb",
            "js",
            "mjs",
            "jsx",
            "ts",
            "tsx",
            "vue",
            "svelte");
    private static final Set<String> SKIPPED = Set.of("node_modules", ".git", "target");
    private static final int MAX_BYTES = 2 * 1024 * 1024;
    private static final int MAX_FILES = 20_000;

    private final Set<String> languages = new TreeSet<>();
    private final Set<String> fileNames = new LinkedHashSet<>();
    private boolean hasBaseBundle;
    private int files;

    private ProjectTexts() {}

    /** Reads the project's folders with resources, scripts and pages; what cannot be read is left out. */
    static ProjectTexts read(ScanRequest request) {
        ProjectTexts texts = new ProjectTexts();
        Set<Path> folders = new LinkedHashSet<>(request.resources());
        folders.addAll(request.web());
        folders.addAll(request.classes());
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                texts.walk(folder);
            }
        }
        return texts;
    }

    /** Returns the tags of the languages that bundles name, such as {@code pt-BR}, in alphabetical order. */
    Set<String> languages() {
        return languages;
    }

    /** Returns whether there is a bundle without a language, which serves all visitors whose language has none. */
    boolean hasBaseBundle() {
        return hasBaseBundle;
    }

    /** Returns whether the project's own files name a file of a dependency, minified or not. */
    boolean mention(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String full = name.replace(".min.", ".").replace("-min.", ".");
        int dot = full.lastIndexOf('.');
        String minified = dot < 0 ? full : full.substring(0, dot) + ".min" + full.substring(dot);
        return fileNames.contains(name) || fileNames.contains(full) || fileNames.contains(minified);
    }

    private void walk(Path folder) {
        try {
            // Links are not followed: they may lead out of the project, or in a circle.
            Files.walkFileTree(folder, new SimpleFileVisitor<Path>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    boolean skipped = !directory.equals(folder)
                            && SKIPPED.contains(directory.getFileName().toString());
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        visit(file, attributes.size());
                    }
                    return ++files < MAX_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // Every entry that cannot be read was passed over already.
            return;
        }
    }

    private void visit(Path file, long size) {
        String name = file.getFileName().toString();
        Matcher bundle = BUNDLE.matcher(name);
        if (bundle.matches()) {
            hasBaseBundle |= bundle.group(1) == null;
            if (bundle.group(1) != null) {
                languages.add(bundle.group(1).replace('_', '-'));
            }
        } else if (size <= MAX_BYTES && READ.contains(name.substring(name.lastIndexOf('.') + 1))) {
            readNames(file);
        }
    }

    private void readNames(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            Matcher names = FILE_NAME.matcher(text);
            while (names.find()) {
                fileNames.add(names.group().toLowerCase(Locale.ROOT));
            }
        } catch (IOException e) {
            // A file that cannot be read names nothing; the scan reports it.
            return;
        }
    }
}
