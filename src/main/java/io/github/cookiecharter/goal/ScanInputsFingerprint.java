package io.github.cookiecharter.goal;

import io.github.cookiecharter.output.Fingerprint;
import io.github.cookiecharter.output.OutputLayout;
import io.github.cookiecharter.scan.model.Dependency;
import io.github.cookiecharter.scan.model.ScanRequest;
import io.github.cookiecharter.scan.model.SymbolicLinks;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Adds the state of the files that {@code check} scans to its fingerprint: their names, sizes and times. Reading them would
 * take as long as scanning them.
 */
final class ScanInputsFingerprint {

    private static final int MAX_DEPTH = 64;

    // Links can make a folder endless.
    private static final int MAX_FILES = 500_000;

    private final OutputLayout layout;
    private final StringBuilder state = new StringBuilder(16_384);

    private int files;

    private ScanInputsFingerprint(OutputLayout layout) {
        this.layout = layout;
    }

    /**
     * Adds the files to the fingerprint.
     *
     * @return whether all files were added; if not, a change could remain undetected
     */
    static boolean add(ScanRequest scan, List<Path> sources, OutputLayout layout, Fingerprint fingerprint) {
        fingerprint.add("scanIncludes", String.join("\n", scan.files().includes()));
        fingerprint.add("scanExcludes", String.join("\n", scan.files().excludes()));
        fingerprint.add("guards", String.join("\n", new TreeSet<>(scan.guards())));
        ScanInputsFingerprint inputs = new ScanInputsFingerprint(layout);
        inputs.addAll("classes", scan.classes(), scan.folder());
        inputs.addAll("web", scan.web(), scan.folder());
        for (Path folder : scan.resources()) {
            inputs.state.append("resources ").append(layout.display(folder)).append('\n');
        }
        for (Path folder : sources) {
            inputs.state.append("sources ").append(layout.display(folder)).append('\n');
        }
        for (Dependency dependency : scan.libraries()) {
            inputs.state.append(dependency.coordinates()).append(dependency.reported() ? " reported\n" : "\n");
            inputs.addRoot(dependency.file(), scan.folder());
        }
        fingerprint.add("inputs", inputs.state.toString());
        return inputs.files < MAX_FILES;
    }

    private void addAll(String name, List<Path> paths, Path module) {
        for (Path path : paths) {
            state.append(name).append(' ');
            addRoot(path, module);
        }
    }

    private void addRoot(Path path, Path module) {
        try {
            addTree(path.toFile(), layout.display(path), 0, SymbolicLinks.below(path, module));
        } catch (IOException e) {
            state.append(layout.display(path)).append(" missing\n");
        }
    }

    // The scanner skips the same links.
    private static boolean isFollowed(File entry, SymbolicLinks links) {
        if (!Files.isSymbolicLink(entry.toPath())) {
            return true;
        }
        SymbolicLinks.Target target = links.follow(entry.toPath());
        return target == SymbolicLinks.Target.FILE || target == SymbolicLinks.Target.FOLDER;
    }

    private void addTree(File file, String name, int depth, SymbolicLinks links) {
        File[] entries = depth < MAX_DEPTH && files < MAX_FILES ? file.listFiles() : null;
        files++;
        if (entries == null) {
            state.append(name).append(' ').append(file.length());
            state.append(' ').append(file.lastModified()).append('\n');
            return;
        }
        state.append(name).append("/\n");
        Arrays.sort(entries);
        for (File entry : entries) {
            if (entry.getName().equals("node_modules") || !isFollowed(entry, links)) {
                continue;
            }
            addTree(entry, entry.getName(), depth + 1, links);
        }
        state.append("..\n");
    }
}
