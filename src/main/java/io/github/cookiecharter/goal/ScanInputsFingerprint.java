package io.github.cookiecharter.goal;

import io.github.cookiecharter.output.Fingerprint;
import io.github.cookiecharter.output.OutputLayout;
import io.github.cookiecharter.scan.model.Dependency;
import io.github.cookiecharter.scan.model.ScanRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * How the files that {@code check} looks at look on disk: their names, sizes and times. Reading them would take as long
 * as checking them.
 */
final class ScanInputsFingerprint {

    private static final int DEEPEST_FOLDER = 64;

    // Links can make a folder endless.
    private static final int MOST_FILES = 500_000;

    private final OutputLayout layout;
    private final StringBuilder looks = new StringBuilder(16_384);

    private int files;

    private ScanInputsFingerprint(OutputLayout layout) {
        this.layout = layout;
    }

    /**
     * Adds them to what decides whether anything has changed.
     *
     * @return whether they are all there, so that no change can go unseen
     */
    static boolean add(ScanRequest scan, List<Path> sources, OutputLayout layout, Fingerprint fingerprint) {
        fingerprint.add("scanIncludes", String.join("\n", scan.files().includes()));
        fingerprint.add("scanExcludes", String.join("\n", scan.files().excludes()));
        fingerprint.add("guards", String.join("\n", new TreeSet<>(scan.guards())));
        ScanInputsFingerprint inputs = new ScanInputsFingerprint(layout);
        inputs.all("classes", scan.classes());
        inputs.all("web", scan.web());
        for (Path folder : scan.resources()) {
            inputs.looks.append("resources ").append(layout.display(folder)).append('\n');
        }
        for (Path folder : sources) {
            inputs.looks.append("sources ").append(layout.display(folder)).append('\n');
        }
        for (Dependency library : scan.libraries()) {
            inputs.looks.append(library.coordinates()).append(library.reported() ? " reported\n" : "\n");
            inputs.addTree(library.file().toFile(), layout.display(library.file()), 0);
        }
        fingerprint.add("inputs", inputs.looks.toString());
        return inputs.files < MOST_FILES;
    }

    private void all(String name, List<Path> paths) {
        for (Path path : paths) {
            looks.append(name).append(' ');
            addTree(path.toFile(), layout.display(path), 0);
        }
    }

    // The scanner passes over such a link as well.
    private boolean leadsAround(File entry) {
        try {
            return Files.isSymbolicLink(entry.toPath())
                    && entry.isDirectory()
                    && layout.base().toRealPath().startsWith(entry.toPath().toRealPath());
        } catch (IOException e) {
            return true;
        }
    }

    private void addTree(File file, String name, int depth) {
        File[] entries = depth < DEEPEST_FOLDER && files < MOST_FILES ? file.listFiles() : null;
        files++;
        if (entries == null) {
            looks.append(name).append(' ').append(file.length());
            looks.append(' ').append(file.lastModified()).append('\n');
            return;
        }
        looks.append(name).append("/\n");
        Arrays.sort(entries);
        for (File entry : entries) {
            if (entry.getName().equals("node_modules") || leadsAround(entry)) {
                continue;
            }
            addTree(entry, entry.getName(), depth + 1);
        }
        looks.append("..\n");
    }
}
