package io.github.cookiecharter.scan.classpath;

import io.github.cookiecharter.scan.model.Dependency;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.PathFilter;
import io.github.cookiecharter.scan.model.ScanRequest;
import io.github.cookiecharter.scan.model.TextFile;
import io.github.cookiecharter.scan.model.TextFileConsumer;
import io.github.cookiecharter.scan.store.ArchiveDigests;
import io.github.cookiecharter.scan.store.IndexStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All folders and archives of a project and its dependencies, in the order of the class path; open until it is closed.
 */
public final class ClassPath implements AutoCloseable {

    private final List<ClassPathEntry> entries = new ArrayList<>();
    private final ScanWarnings warnings;
    private final Path module;
    private final NestedArchives nested;
    private final IndexStore store;
    private final ArchiveDigests digests;
    private final Map<Path, Optional<String>> libraries = new LinkedHashMap<>();

    private ClassPath(Path module, ScanWarnings warnings, IndexStore store) {
        this.module = module;
        this.warnings = warnings;
        this.store = store;
        digests = new ArchiveDigests(store);
        nested = new NestedArchives(warnings);
    }

    /**
     * Opens the folders and archives of a request, and the archives in them.
     *
     * @param warnings receives a warning for each input that cannot be opened
     */
    public static ClassPath open(ScanRequest request, ScanWarnings warnings) {
        return open(request, warnings, IndexStore.of(Optional.empty()));
    }

    /**
     * Opens the folders and archives of a request, and the archives in them, except those of dependencies whose index is
     * in a store.
     *
     * @param warnings receives a warning for each input that cannot be opened
     */
    public static ClassPath open(ScanRequest request, ScanWarnings warnings, IndexStore store) {
        ClassPath classPath = new ClassPath(request.folder(), warnings, store);
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
        if (Files.isDirectory(dependency.file())) {
            add(dependency.file(), origin);
        } else {
            addLibrary(dependency.file(), origin);
        }
    }

    private void addLibrary(Path archive, EntryOrigin origin) {
        Optional<String> sha256 = digests.sha256(archive);
        libraries.put(archive, sha256);
        Optional<byte[]> table = sha256.flatMap(digest -> store.read(LibraryArchive.tableName(digest)));
        if (table.isPresent()) {
            FileTree tree = new LazyZipTree(archive, origin.label(), warnings);
            entries.add(
                    new ClassPathEntry(tree, origin, entries.size(), Optional.of(new LibraryArchive(sha256, table))));
            return;
        }
        Optional<ZipTree> zip = openArchive(archive, origin);
        if (zip.isPresent()) {
            boolean alone = zip.get().isComplete() && zip.get().paths().stream().noneMatch(NestedArchives::isLibrary);
            Optional<LibraryArchive> library =
                    alone ? Optional.of(new LibraryArchive(sha256, Optional.empty())) : Optional.empty();
            addOpened(new ClassPathEntry(zip.get(), origin, entries.size(), library));
        }
    }

    private Optional<ZipTree> openArchive(Path archive, EntryOrigin origin) {
        try {
            return Optional.of(ZipTree.open(archive, origin.label(), false, warnings));
        } catch (IOException e) {
            warnings.add(origin.label() + " could not be read: it is damaged, or not an archive");
            return Optional.empty();
        }
    }

    private void addOpened(ClassPathEntry entry) {
        entries.add(entry);
        for (ClassPathEntry inner : nested.open(entry, 1)) {
            entries.add(inner.at(entries.size()));
        }
    }

    private void add(Path path, EntryOrigin origin) {
        if (Files.isDirectory(path)) {
            FileTree tree = DirectoryTree.open(path, origin.label(), module, warnings);
            addOpened(new ClassPathEntry(tree, origin, entries.size(), Optional.empty()));
            return;
        }
        EntryOrigin archiveOrigin =
                new EntryOrigin(origin.label(), origin.origin(), origin.reported(), List.of(), module);
        openArchive(path, archiveOrigin)
                .ifPresent(zip -> addOpened(new ClassPathEntry(zip, archiveOrigin, entries.size(), Optional.empty())));
    }

    /**
     * Stores what the scan has found out about libraries, unless one of their archives has changed in the meantime: then it
     * may be about the old content, the new one or neither.
     */
    public void commit() {
        digests.save();
        for (Map.Entry<Path, Optional<String>> read : libraries.entrySet()) {
            if (!digests.sha256(read.getKey()).equals(read.getValue())) {
                return;
            }
        }
        store.commit();
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
            files += readTextFiles(entry, consumers, filter, warnings);
        }
        return files;
    }

    /**
     * Reads the files of one entry that are no classes and passes each to the consumers that accept its path.
     *
     * @param unread receives a warning for each file that cannot be read
     * @return the number of files that a consumer accepted
     */
    public static int readTextFiles(
            ClassPathEntry entry, List<TextFileConsumer> consumers, PathFilter filter, ScanWarnings unread) {
        int files = 0;
        if (entry.isReported()) {
            for (String path : entry.otherFiles()) {
                String displayPath = entry.entryOrigin().displayPath(path);
                if (filter.accepts(displayPath) && readTextFile(entry, path, displayPath, consumers, unread)) {
                    files++;
                }
            }
        }
        return files;
    }

    private static boolean readTextFile(
            ClassPathEntry entry,
            String path,
            String displayPath,
            List<TextFileConsumer> consumers,
            ScanWarnings unread) {
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
            unread.add(displayPath + (entry.isOwn() ? "" : " in " + entry.label()) + " could not be read: it "
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
