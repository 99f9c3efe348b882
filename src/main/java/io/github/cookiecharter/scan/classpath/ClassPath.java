package io.github.cookiecharter.scan.classpath;

import io.github.cookiecharter.scan.model.Dependency;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.PathFilter;
import io.github.cookiecharter.scan.model.ScanRequest;
import io.github.cookiecharter.scan.model.TextFile;
import io.github.cookiecharter.scan.model.TextFileConsumer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All folders and archives of a project and its dependencies, in the order of the class path; open until it is closed.
 */
public final class ClassPath implements AutoCloseable {

    private final List<ClassPathEntry> entries = new ArrayList<>();
    private final ScanWarnings warnings;
    private final Path module;
    private final NestedArchives nested;

    private ClassPath(Path module, ScanWarnings warnings) {
        this.module = module;
        this.warnings = warnings;
        nested = new NestedArchives(warnings);
    }

    /**
     * Opens the folders and archives of a request, and the archives in them.
     *
     * @param warnings receives a warning for each input that cannot be opened
     */
    public static ClassPath open(ScanRequest request, ScanWarnings warnings) {
        ClassPath classPath = new ClassPath(request.folder(), warnings);
        try {
            Set<Path> seen = new LinkedHashSet<>();
            for (Path own : request.classes()) {
                if (seen.add(own)) {
                    classPath.addOwn(own, request.resources());
                }
            }
            for (Path web : request.web()) {
                if (seen.add(web)) {
                    classPath.addOwn(web, List.of());
                }
            }
            for (Dependency dependency : request.libraries()) {
                if (seen.add(dependency.file())) {
                    classPath.addDependency(dependency);
                }
            }
            return classPath;
        } catch (RuntimeException | Error e) {
            classPath.close();
            throw e;
        }
    }

    private void addOwn(Path path, List<Path> resources) {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> folders = new ArrayList<>(resources);
        folders.add(path);
        String label = EntryOrigin.relativize(module, path);
        add(path, new EntryOrigin(label, Evidence.OWN, true, folders, module));
    }

    private void addDependency(Dependency dependency) {
        if (!Files.exists(dependency.file())) {
            warnings.add(dependency.coordinates() + " could not be read: it is missing");
            return;
        }
        EntryOrigin origin = new EntryOrigin(
                dependency.coordinates(), dependency.coordinates(), dependency.reported(), List.of(), module);
        add(dependency.file(), origin);
    }

    private void add(Path path, EntryOrigin origin) {
        ClassPathEntry entry;
        if (Files.isDirectory(path)) {
            entry = new ClassPathEntry(DirectoryTree.open(path, origin.label(), module, warnings), origin);
        } else {
            try {
                EntryOrigin archiveOrigin =
                        new EntryOrigin(origin.label(), origin.origin(), origin.reported(), List.of(), module);
                entry = new ClassPathEntry(ZipTree.open(path, origin.label(), false, warnings), archiveOrigin);
            } catch (IOException e) {
                warnings.add(origin.label() + " could not be read: it is damaged, or not an archive");
                return;
            }
        }
        entries.add(entry);
        entries.addAll(nested.open(entry, 1));
    }

    /**
     * Returns the folders and archives in the order of the class path, each nested archive after the one that contains
     * it.
     */
    public List<ClassPathEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /**
     * Reads the files that are no classes and passes each to the consumers that accept its path.
     *
     * @return the number of files that a consumer accepted
     */
    public int readTextFiles(List<TextFileConsumer> consumers, PathFilter filter) {
        int files = 0;
        for (ClassPathEntry entry : entries) {
            if (!entry.isReported()) {
                continue;
            }
            for (String path : entry.otherFiles()) {
                String displayPath = entry.entryOrigin().displayPath(path);
                if (filter.accepts(displayPath) && readTextFile(entry, path, displayPath, consumers)) {
                    files++;
                }
            }
        }
        return files;
    }

    private boolean readTextFile(
            ClassPathEntry entry, String path, String displayPath, List<TextFileConsumer> consumers) {
        List<TextFileConsumer> accepting = new ArrayList<>();
        for (TextFileConsumer consumer : consumers) {
            if (consumer.supports(displayPath)) {
                accepting.add(consumer);
            }
        }
        if (accepting.isEmpty()) {
            return false;
        }
        try {
            byte[] content = entry.tree().read(path, ScanLimits.FILE_BYTES);
            TextFile file = TextFile.of(displayPath, entry.origin(), content);
            for (TextFileConsumer consumer : accepting) {
                consumer.accept(file);
            }
            return true;
        } catch (IOException e) {
            warnings.add(displayPath + (entry.isOwn() ? "" : " in " + entry.label()) + " could not be read: it "
                    + NestedArchives.reason(e));
            return false;
        }
    }

    @Override
    public void close() {
        for (ClassPathEntry entry : entries) {
            entry.close();
        }
        nested.close();
    }
}
