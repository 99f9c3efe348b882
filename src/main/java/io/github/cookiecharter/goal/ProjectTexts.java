package io.github.cookiecharter.goal;

import io.github.cookiecharter.scan.Scanner;
import io.github.cookiecharter.scan.model.TextFile;
import io.github.cookiecharter.scan.model.TextFileConsumer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code init} reads of the project's own resources besides cookies: the languages of its message bundles, and the names
 * of the scripts and pages that it loads. The scan reads the files, within its limits, and reports those that it cannot read.
 */
final class ProjectTexts implements TextFileConsumer {

    private static final Pattern BUNDLE =
            Pattern.compile("messages(?:_([a-z]{2,3}(?:_[A-Z][a-z]{3})?(?:_(?:[A-Z]{2}|\\d{3}))?))?\\.properties");
    private static final Pattern FILE_NAME = Pattern.compile("[\\w.@-]+\\.(?:m?js|html?|xhtml)\\b");

    private final Set<String> languages = new TreeSet<>();
    private final Set<String> fileNames = new LinkedHashSet<>();
    private boolean hasBaseBundle;

    @Override
    public boolean supports(String path) {
        return Scanner.readsAsPageOrScript(path) || BUNDLE.matcher(name(path)).matches();
    }

    /** Accepts a file of the project or of a dependency; one of a dependency says nothing about the project. */
    @Override
    public void accept(TextFile file) {
        if (!file.isOwn()) {
            return;
        }
        Matcher bundle = BUNDLE.matcher(name(file.path()));
        if (!bundle.matches()) {
            readNames(file.text());
        } else if (bundle.group(1) == null) {
            hasBaseBundle = true;
        } else {
            languages.add(bundle.group(1).replace('_', '-'));
        }
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
        String name = name(path).toLowerCase(Locale.ROOT);
        String full = name.replace(".min.", ".").replace("-min.", ".");
        int dot = full.lastIndexOf('.');
        String minified = dot < 0 ? full : full.substring(0, dot) + ".min" + full.substring(dot);
        return fileNames.contains(name) || fileNames.contains(full) || fileNames.contains(minified);
    }

    private void readNames(String text) {
        Matcher names = FILE_NAME.matcher(text);
        while (names.find()) {
            fileNames.add(names.group().toLowerCase(Locale.ROOT));
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
