package io.github.cookiecharter.scan.archive;

import io.github.cookiecharter.scan.Evidence;
import io.github.cookiecharter.scan.Library;
import io.github.cookiecharter.scan.PathFilter;
import io.github.cookiecharter.scan.ScanRequest;
import io.github.cookiecharter.scan.TextFile;
import io.github.cookiecharter.scan.TextSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All folders and archives of a project and of its libraries, open until this is closed; in the class path's order. */
public final class Containers implements AutoCloseable {

    private final List<Container> all = new ArrayList<>();
    private final Unread unread;
    private final Path module;
    private final Nested nested;

    private Containers(Path module, Unread unread) {
        this.module = module;
        this.unread = unread;
        nested = new Nested(unread);
    }

    /**
     * Opens everything that a request names.
     *
     * @param unread takes what cannot be opened
     */
    public static Containers open(ScanRequest request, Unread unread) {
        Containers containers = new Containers(request.folder(), unread);
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
            for (Library library : request.libraries()) {
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
        String label = Root.relative(module, path);
        add(path, new Root(label, Evidence.OWN, true, folders, module));
    }

    private void library(Library library) {
        if (!Files.exists(library.file())) {
            unread.add(library.coordinates() + " could not be read: it is missing");
            return;
        }
        Root root = new Root(library.coordinates(), library.coordinates(), library.reported(), List.of(), module);
        add(library.file(), root);
    }

    private void add(Path path, Root root) {
        Container container;
        if (Files.isDirectory(path)) {
            container = new Container(Folder.open(path, root.label(), unread), root);
        } else {
            try {
                Root archive = new Root(root.label(), root.origin(), root.reported(), List.of(), module);
                container = new Container(Zip.open(path, root.label(), false, unread), archive);
            } catch (IOException e) {
                unread.add(root.label() + " could not be read: it is damaged, or no archive");
                return;
            }
        }
        all.add(container);
        all.addAll(nested.of(container, 1));
    }

    /** The folders and archives in the class path's order, each archive behind the one that it lies in. */
    public List<Container> all() {
        return Collections.unmodifiableList(all);
    }

    /**
     * Hands the files that are no classes to those who want them.
     *
     * @return how many files somebody took
     */
    public int hand(List<TextSink> sinks, PathFilter filter) {
        int files = 0;
        for (Container container : all) {
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

    private boolean hand(Container container, String path, String spelled, List<TextSink> sinks) {
        List<TextSink> takers = new ArrayList<>();
        for (TextSink sink : sinks) {
            if (sink.wants(spelled)) {
                takers.add(sink);
            }
        }
        if (takers.isEmpty()) {
            return false;
        }
        try {
            byte[] content = container.store().read(path, Limits.FILE);
            TextFile file = TextFile.of(spelled, container.origin(), content);
            for (TextSink taker : takers) {
                taker.take(file);
            }
            return true;
        } catch (IOException e) {
            unread.add(spelled + (container.isOwn() ? "" : " in " + container.label()) + " could not be read: it "
                    + Nested.reason(e));
            return false;
        }
    }

    @Override
    public void close() {
        for (Container container : all) {
            container.close();
        }
        nested.close();
    }
}
