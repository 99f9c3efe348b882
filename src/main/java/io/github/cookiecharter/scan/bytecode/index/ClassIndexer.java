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
import java.util.concurrent.atomic.AtomicLong;
import org.objectweb.asm.Opcodes;

/** Reads the constant pool of every class on two threads and builds the index in the order of the class path. */
public final class ClassIndexer {

    private static final int THREADS = 2;

    /** The newest class file version that the bundled ASM reads. */
    private static final int MAX_MAJOR_VERSION = Opcodes.V27;

    /** Own classes up to this size in total stay in memory, because their usages and often their code are read next. */
    private static final long MAX_KEPT_BYTES = 64L << 20;

    /** Small enough that one thread does not idle while the other reads the last large archive. */
    private static final int CLASSES_PER_TASK = 400;

    private final List<ClassPathEntry> entries;
    private final SinkTable sinks;
    private final ScanWarnings warnings;
    private final AtomicLong keptBytes = new AtomicLong();
    private final List<Future<List<IndexedClass>>> tasks = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    public ClassIndexer(List<ClassPathEntry> entries, SinkTable sinks, ScanWarnings warnings) {
        this.entries = entries;
        this.sinks = sinks;
        this.warnings = warnings;
    }

    /** Starts to read on threads of its own. */
    public void start() {
        for (ClassPathEntry entry : entries) {
            List<String> paths = entry.classes();
            for (int from = 0; from < paths.size(); from += CLASSES_PER_TASK) {
                List<String> batch = paths.subList(from, Math.min(paths.size(), from + CLASSES_PER_TASK));
                tasks.add(threads.submit(() -> read(entry, batch)));
            }
        }
        threads.shutdown();
    }

    private List<IndexedClass> read(ClassPathEntry entry, List<String> paths) {
        ConstantPoolReader reader = new ConstantPoolReader(sinks);
        List<IndexedClass> classes = new ArrayList<>(paths.size());
        for (String path : paths) {
            try {
                byte[] content = entry.readClass(path);
                Optional<IndexedClass> indexed = reader.read(entry, path, content);
                if (indexed.isPresent()) {
                    if (entry.isOwn() && keptBytes.addAndGet(content.length) <= MAX_KEPT_BYTES) {
                        indexed.get().keep(content);
                    }
                    classes.add(indexed.get());
                } else {
                    warnings.add(
                            path + " in " + entry.label() + " could not be read: it is damaged, or not a class file");
                }
            } catch (IOException e) {
                String message = String.valueOf(e.getMessage());
                warnings.add(path + " in " + entry.label() + " could not be read: it "
                        + (message.startsWith("is ") ? message : "is damaged"));
            }
        }
        return classes;
    }

    /** Waits for the threads and returns the index, without the classes that are too new for ASM; warns of those. */
    public ClassIndex finish() {
        ClassIndex index = new ClassIndex();
        Map<String, int[]> tooNew = new TreeMap<>();
        try {
            // If a library contains a class of the project as well, the project's own one counts.
            for (boolean own : new boolean[] {true, false}) {
                for (Future<List<IndexedClass>> task : tasks) {
                    for (IndexedClass indexed : task.get()) {
                        if (indexed.isOwn() == own) {
                            add(indexed, index, tooNew);
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
        tooNew.forEach((label, counts) -> warnings.add(tooNewWarning(label, counts[0], counts[1])));
        return index;
    }

    private static void add(IndexedClass indexed, ClassIndex index, Map<String, int[]> tooNew) {
        if (indexed.majorVersion() > MAX_MAJOR_VERSION) {
            int[] counts = tooNew.computeIfAbsent(indexed.entry().label(), any -> new int[2]);
            counts[0]++;
            counts[1] += indexed.isCandidate() ? 1 : 0;
        } else {
            index.add(indexed);
        }
    }

    private static String tooNewWarning(String label, int all, int candidates) {
        String classes = all == 1 ? "1 class of " + label + " is" : all + " classes of " + label + " are";
        return classes + " newer than Java " + (MAX_MAJOR_VERSION - 44) + " and could not be read: "
                + (candidates == 0
                        ? "none mentions a way to set cookies"
                        : candidates + (candidates == 1 ? " mentions" : " mention") + " a way to set cookies");
    }

    /** Collects which foreign classes the project's own classes use. */
    public ApiUsages collectUsages(ClassIndex index) {
        ApiUsageCollector collector = new ApiUsageCollector(index);
        for (IndexedClass indexed : index.classes()) {
            if (indexed.isOwn()) {
                try {
                    if (!collector.collect(indexed.read())) {
                        warnings.add(indexed.path() + " in " + indexed.entry().label()
                                + " could not be analysed completely: its code cannot be read, because it is damaged");
                    }
                } catch (IOException e) {
                    warnings.add(indexed.path() + " in " + indexed.entry().label() + " could not be read again");
                }
            }
        }
        return collector.usages();
    }
}
