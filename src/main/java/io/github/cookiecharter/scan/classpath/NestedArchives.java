package io.github.cookiecharter.scan.classpath;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** The archives that lie in others: each is unpacked into the system's temporary folder while it is looked at. */
final class NestedArchives implements AutoCloseable {

    private static final int THREADS = 2;

    private final ScanWarnings unread;
    private final AtomicLong bytes = new AtomicLong();
    private final List<Path> folders = new ArrayList<>();

    NestedArchives(ScanWarnings unread) {
        this.unread = unread;
    }

    /** What an exception of reading continues the sentence "it …" with. */
    static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith("is ") ? message : "is damaged, or may not be read";
    }

    /** The archives in a container, and those in them, in the order of their paths. */
    List<ClassPathEntry> of(ClassPathEntry outer, int depth) {
        List<String> paths = new ArrayList<>();
        for (String path : outer.others()) {
            if (isLibrary(path)) {
                paths.add(path);
            }
        }
        if (paths.isEmpty()) {
            return List.of();
        }
        if (depth > ScanLimits.DEPTH) {
            unread.add(outer.label() + " holds archives that lie too deep to be read");
            return List.of();
        }
        List<ClassPathEntry> all = new ArrayList<>();
        for (ClassPathEntry inner : openAll(outer, paths)) {
            all.add(inner);
            all.addAll(of(inner, depth + 1));
        }
        return all;
    }

    private static boolean isLibrary(String path) {
        return path.endsWith(".jar")
                && (path.startsWith("WEB-INF/lib/")
                        || path.startsWith("BOOT-INF/lib/")
                        || path.startsWith("WEB-INF/lib-provided/")
                        || path.startsWith("META-INF/lib/")
                        || path.startsWith("lib/")
                        || path.startsWith("APP-INF/lib/"));
    }

    private List<ClassPathEntry> openAll(ClassPathEntry outer, List<String> paths) {
        Path folder;
        try {
            folder = Files.createTempDirectory("cookie-charter");
            folders.add(folder);
        } catch (IOException e) {
            unread.add("the archives in " + outer.label()
                    + " could not be read: the system's temporary folder takes no files");
            return List.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<ClassPathEntry>>> opened = new ArrayList<>();
            for (int i = 0; i < paths.size(); i++) {
                String path = paths.get(i);
                Path copy = folder.resolve(i + ".jar");
                opened.add(threads.submit(() -> open(outer, path, copy)));
            }
            List<ClassPathEntry> all = new ArrayList<>();
            for (Future<List<ClassPathEntry>> one : opened) {
                all.addAll(one.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<ClassPathEntry> open(ClassPathEntry outer, String path, Path copy) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String label = name + " in " + outer.label();
        try {
            if (bytes.get() > ScanLimits.ALL_NESTED) {
                throw new IOException("is one archive too many");
            }
            if (outer.store() instanceof ZipTree zip) {
                zip.copy(path, copy, ScanLimits.NESTED);
            } else {
                Files.write(copy, outer.store().read(path, ScanLimits.NESTED));
            }
            bytes.addAndGet(Files.size(copy));
            ZipTree zip = ZipTree.open(copy, label, true, unread);
            String origin = outer.isOwn() ? coordinates(zip, name) : outer.origin();
            EntryOrigin root = new EntryOrigin(
                    origin, origin, outer.isReported(), List.of(), outer.root().module());
            return List.of(new ClassPathEntry(zip, root));
        } catch (IOException e) {
            unread.add(label + " could not be read: it " + reason(e));
            return List.of();
        }
    }

    private static String coordinates(ZipTree zip, String name) {
        List<String> properties = new ArrayList<>();
        for (String path : zip.paths()) {
            if (path.startsWith("META-INF/maven/") && path.endsWith("/pom.properties")) {
                properties.add(path);
            }
        }
        String plain = name.endsWith(".jar") ? name.substring(0, name.length() - ".jar".length()) : name;
        if (properties.size() != 1) {
            return plain;
        }
        try {
            Properties pom = new Properties();
            pom.load(new StringReader(new String(zip.read(properties.get(0), 1 << 16), StandardCharsets.ISO_8859_1)));
            String group = pom.getProperty("groupId", "");
            String artifact = pom.getProperty("artifactId", "");
            String version = pom.getProperty("version", "");
            return group.isEmpty() || artifact.isEmpty() || version.isEmpty()
                    ? plain
                    : group + ":" + artifact + ":" + version;
        } catch (IOException | IllegalArgumentException e) {
            return plain;
        }
    }

    @Override
    public void close() {
        for (Path folder : folders) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                folder.toFile().deleteOnExit();
            }
        }
    }
}
