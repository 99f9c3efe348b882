package io.github.cookiecharter.scan.bytecode.index;

import io.github.cookiecharter.scan.classpath.ClassPathEntry;
import io.github.cookiecharter.scan.classpath.ScanWarnings;
import io.github.cookiecharter.scan.model.ApiUsages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.objectweb.asm.Opcodes;

/** Reads every class once, with two threads, and makes the index of them in the class path's order. */
public final class ClassIndexer {

    private static final int THREADS = 2;

    /** What the bundled ASM reads at most. */
    private static final int NEWEST = Opcodes.V27;

    /** Classes that one task reads: small enough that no thread waits for the other's last large archive. */
    private static final int SLICE = 400;

    private final List<ClassPathEntry> containers;
    private final SinkTable sinks;
    private final ScanWarnings unread;
    private final List<Future<List<IndexedClass>>> slices = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    public ClassIndexer(List<ClassPathEntry> containers, SinkTable sinks, ScanWarnings unread) {
        this.containers = containers;
        this.sinks = sinks;
        this.unread = unread;
    }

    /** Begins to read, in threads of its own. */
    public void start() {
        for (ClassPathEntry container : containers) {
            List<String> paths = container.classes();
            for (int from = 0; from < paths.size(); from += SLICE) {
                List<String> slice = paths.subList(from, Math.min(paths.size(), from + SLICE));
                slices.add(threads.submit(() -> read(container, slice)));
            }
        }
        threads.shutdown();
    }

    private List<IndexedClass> read(ClassPathEntry container, List<String> paths) {
        ConstantPoolReader reader = new ConstantPoolReader(sinks);
        List<IndexedClass> files = new ArrayList<>(paths.size());
        for (String path : paths) {
            try {
                Optional<IndexedClass> file = reader.read(container, path, container.readClass(path));
                if (file.isPresent()) {
                    files.add(file.get());
                } else {
                    unread.add(
                            path + " in " + container.label() + " could not be read: it is no class file, or damaged");
                }
            } catch (IOException e) {
                String message = String.valueOf(e.getMessage());
                unread.add(path + " in " + container.label() + " could not be read: it "
                        + (message.startsWith("is ") ? message : "is damaged"));
            }
        }
        return files;
    }

    /** Waits for the threads; the classes that ASM cannot read are told of and left out. */
    public ClassIndex finish() {
        ClassIndex index = new ClassIndex();
        Map<String, int[]> tooNew = new TreeMap<>();
        try {
            // Where a library has a class of the project as well, the project's is meant.
            for (boolean own : new boolean[] {true, false}) {
                for (Future<List<IndexedClass>> slice : slices) {
                    for (IndexedClass file : slice.get()) {
                        if (file.isOwn() == own) {
                            add(file, index, tooNew);
                        }
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
        tooNew.forEach((label, counts) -> unread.add(sentence(label, counts[0], counts[1])));
        return index;
    }

    private static void add(IndexedClass file, ClassIndex index, Map<String, int[]> tooNew) {
        if (file.major() > NEWEST) {
            int[] counts = tooNew.computeIfAbsent(file.container().label(), any -> new int[2]);
            counts[0]++;
            counts[1] += file.isSuspect() ? 1 : 0;
        } else {
            index.add(file);
        }
    }

    private static String sentence(String label, int all, int suspect) {
        String classes = all == 1 ? "1 class of " + label + " is" : all + " classes of " + label + " are";
        return classes + " newer than Java " + (NEWEST - 44) + " and could not be read: "
                + (suspect == 0
                        ? "none mentions a way to set cookies"
                        : suspect + (suspect == 1 ? " mentions" : " mention") + " a way to set cookies");
    }

    /** What own classes use of others. */
    public ApiUsages uses(ClassIndex index) {
        ApiUsageCollector reader = new ApiUsageCollector(index);
        for (IndexedClass file : index.all()) {
            if (file.isOwn()) {
                try {
                    reader.read(file.container().readClass(file.path()));
                } catch (IOException e) {
                    unread.add(file.path() + " in " + file.container().label() + " could not be read again");
                }
            }
        }
        return reader.uses();
    }
}
