package io.github.cookiecharter.scan.script;

import io.github.cookiecharter.scan.Evidence;
import io.github.cookiecharter.scan.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads scripts and pages: give it the files one after the other, then ask what they set. Files of one origin should
 * follow each other; they are held against each other.
 */
public final class ScriptScan {

    private static final Set<String> SCRIPTS = Set.of("js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx", "es6");

    private static final long MOST_CHARACTERS = 64_000_000;

    private final List<Evidence> evidence = new ArrayList<>();
    private final List<TextFile> waiting = new ArrayList<>();
    private String origin = "";
    private long characters;

    /** Whether a file is looked at, by its name alone. */
    public static boolean wants(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return SCRIPTS.contains(extension);
    }

    /** Takes a file. */
    public void add(TextFile file) {
        if (!file.origin().equals(origin) || characters > MOST_CHARACTERS) {
            flush();
            origin = file.origin();
        }
        if (Mentions.in(file.text())) {
            waiting.add(file);
            characters += file.text().length();
        }
    }

    /** What the files set, each place once. */
    public List<Evidence> finish() {
        flush();
        return List.copyOf(evidence);
    }

    private void flush() {
        Constants constants = new Constants();
        List<Unit> units = new ArrayList<>();
        for (TextFile file : waiting) {
            Unit unit = new Unit(file, Page.ofScript(file.text()), constants);
            unit.publish(constants);
            units.add(unit);
        }
        evidence.addAll(new FileSet(units).evidence());
        waiting.clear();
        characters = 0;
    }
}
