package io.github.cookiecharter.scan.classpath;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Opens archives inside archives: extracts each to the system's temporary folder until it is closed. */
final class NestedArchives implements AutoCloseable {

    private static final int THREADS = 2;

    private final ScanWarnings warnings;
    private final AtomicLong extractedBytes = new AtomicLong();
    private final List<Path> folders = new ArrayList<>();

    NestedArchives(ScanWarnings warnings) {
        this.warnings = warnings;
    }

    /** Returns the reason of a read error, which continues the sentence "it …". */
    static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith("is ") ? message : "is damaged, or may not be read";
    }

    /** Opens the archives in an entry, and those in them, in the order of their paths. */
    List<ClassPathEntry> open(ClassPathEntry outer, int depth) {
        List<String> paths = new ArrayList<>();
        for (String path : outer.otherFiles()) {
            if (isLibrary(path)) {
                paths.add(path);
            }
        }
        if (paths.isEmpty()) {
            return List.of();
        }
        if (depth > ScanLimits.NESTING_DEPTH) {
            warnings.add(outer.label() + " contains archives that are nested too deeply to be read");
            return List.of();
        }
        List<ClassPathEntry> entries = new ArrayList<>();
        for (ClassPathEntry inner : extractAll(outer, paths)) {
            entries.add(inner);
            entries.addAll(open(inner, depth + 1));
        }
        return entries;
    }

    static boolean isLibrary(String path) {
        return path.endsWith(".jar")
                && (path.startsWith("WEB-INF/lib/")
                        || path.startsWith("BOOT-INF/lib/")
                        || path.startsWith("WEB-INF/lib-provided/")
                        || path.startsWith("META-INF/lib/")
                        || path.startsWith("lib/")
                        || path.startsWith("APP-INF/lib/"));
    }

    private List<ClassPathEntry> extractAll(ClassPathEntry outer, List<String> paths) {
        Path folder;
        try {
            folder = Files.createTempDirectory("cookie-charter");
            folders.add(folder);
        } catch (IOException e) {
            warnings.add("the archives in " + outer.label()
                    + " could not be read: files cannot be written to the system's temporary folder");
            return List.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<ClassPathEntry>>> opened = new ArrayList<>();
            for (int i = 0; i < paths.size(); i++) {
                String path = paths.get(i);
                Path copy = folder.resolve(i + ".jar");
                opened.add(threads.submit(() -> extract(outer, path, copy)));
            }
            List<ClassPathEntry> entries = new ArrayList<>();
            for (Future<List<ClassPathEntry>> entry : opened) {
                entries.addAll(entry.get());
            }
            return entries;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<ClassPathEntry> extract(ClassPathEntry outer, String path, Path copy) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String label = name + " in " + outer.label();
        try {
            if (extractedBytes.get() > ScanLimits.ALL_NESTED_ARCHIVES_BYTES) {
                throw new IOException("is beyond the limit of nested archives");
            }
            if (outer.tree() instanceof ZipTree zip) {
                zip.extract(path, copy, ScanLimits.NESTED_ARCHIVE_BYTES);
            } else {
                Files.write(copy, outer.tree().read(path, ScanLimits.NESTED_ARCHIVE_BYTES));
            }
            extractedBytes.addAndGet(Files.size(copy));
            ZipTree zip = ZipTree.open(copy, label, true, warnings);
            String coordinates = outer.isOwn() ? coordinates(zip, name) : outer.origin();
            EntryOrigin origin = new EntryOrigin(
                    coordinates,
                    coordinates,
                    outer.isReported(),
                    List.of(),
                    outer.entryOrigin().module());
            return List.of(new ClassPathEntry(zip, origin, 0, Optional.empty()));
        } catch (IOException e) {
            warnings.add(label + " could not be read: it " + reason(e));
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
        String fileName = name.endsWith(".jar") ? name.substring(0, name.length() - ".jar".length()) : name;
        if (properties.size() != 1) {
            return fileName;
        }
        try {
            Properties pom = new Properties();
            pom.load(new StringReader(new String(zip.read(properties.get(0), 1 << 16), StandardCharsets.ISO_8859_1)));
            String group = pom.getProperty("groupId", "");
            String artifact = pom.getProperty("artifactId", "");
            String version = pom.getProperty("version", "");
            return group.isEmpty() || artifact.isEmpty() || version.isEmpty()
                    ? fileName
                    : group + ":" + artifact + ":" + version;
        } catch (IOException | IllegalArgumentException e) {
            return fileName;
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
