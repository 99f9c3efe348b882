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

/** All folders and archives of a project and of its libraries, open until this is closed; in the class path's order. */
public final class ClassPath implements AutoCloseable {

    private final List<ClassPathEntry> all = new ArrayList<>();
    private final ScanWarnings unread;
    private final Path module;
    private final NestedArchives nested;

    private ClassPath(Path module, ScanWarnings unread) {
        this.module = module;
        this.unread = unread;
        nested = new NestedArchives(unread);
    }

    /**
     * Opens everything that a request names.
     *
     * @param unread takes what cannot be opened
     */
    public static ClassPath open(ScanRequest request, ScanWarnings unread) {
        ClassPath containers = new ClassPath(request.folder(), unread);
        try {
            Set<Path> seen = new LinkedHashSet<>();
            for (Path own : request.classes()) {
                if (seen.add(own)) {
                    containers.own(own, request.resources());
                }
            }
            for (Path web : request.web()) {
                if (seen.add(web)) {
                    containers.own(web, List.of());
                }
            }
            for (Dependency library : request.libraries()) {
                if (seen.add(library.file())) {
                    containers.library(library);
                }
            }
            return containers;
        } catch (RuntimeException | Error e) {
            containers.close();
            throw e;
        }
    }

    private void own(Path path, List<Path> resources) {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> folders = new ArrayList<>(resources);
        folders.add(path);
        String label = EntryOrigin.relative(module, path);
        add(path, new EntryOrigin(label, Evidence.OWN, true, folders, module));
    }

    private void library(Dependency library) {
        if (!Files.exists(library.file())) {
            unread.add(library.coordinates() + " could not be read: it is missing");
            return;
        }
        EntryOrigin root =
                new EntryOrigin(library.coordinates(), library.coordinates(), library.reported(), List.of(), module);
        add(library.file(), root);
    }

    private void add(Path path, EntryOrigin root) {
        ClassPathEntry container;
        if (Files.isDirectory(path)) {
            container = new ClassPathEntry(DirectoryTree.open(path, root.label(), unread), root);
        } else {
            try {
                EntryOrigin archive = new EntryOrigin(root.label(), root.origin(), root.reported(), List.of(), module);
                container = new ClassPathEntry(ZipTree.open(path, root.label(), false, unread), archive);
            } catch (IOException e) {
                unread.add(root.label() + " could not be read: it is damaged, or no archive");
                return;
            }
        }
        all.add(container);
        all.addAll(nested.of(container, 1));
    }

    /** The folders and archives in the class path's order, each archive behind the one that it lies in. */
    public List<ClassPathEntry> all() {
        return Collections.unmodifiableList(all);
    }

    /**
     * Hands the files that are no classes to those who want them.
     *
     * @return how many files somebody took
     */
    public int hand(List<TextFileConsumer> sinks, PathFilter filter) {
        int files = 0;
        for (ClassPathEntry container : all) {
            if (!container.isReported()) {
                continue;
            }
            for (String path : container.others()) {
                String spelled = container.root().spelled(path);
                if (filter.takes(spelled) && hand(container, path, spelled, sinks)) {
                    files++;
                }
            }
        }
        return files;
    }

    private boolean hand(ClassPathEntry container, String path, String spelled, List<TextFileConsumer> sinks) {
        List<TextFileConsumer> takers = new ArrayList<>();
        for (TextFileConsumer sink : sinks) {
            if (sink.wants(spelled)) {
                takers.add(sink);
            }
        }
        if (takers.isEmpty()) {
            return false;
        }
        try {
            byte[] content = container.store().read(path, ScanLimits.FILE);
            TextFile file = TextFile.of(spelled, container.origin(), content);
            for (TextFileConsumer taker : takers) {
                taker.take(file);
            }
            return true;
        } catch (IOException e) {
            unread.add(spelled + (container.isOwn() ? "" : " in " + container.label()) + " could not be read: it "
                    + NestedArchives.reason(e));
            return false;
        }
    }

    @Override
    public void close() {
        for (ClassPathEntry container : all) {
            container.close();
        }
        nested.close();
    }
}
