package io.github.cookiecharter.scan.bytecode.index;

import io.github.cookiecharter.scan.classpath.ClassPathEntry;
import io.github.cookiecharter.scan.classpath.LibraryArchive;
import io.github.cookiecharter.scan.classpath.ScanWarnings;
import io.github.cookiecharter.scan.model.ApiUsages;
import io.github.cookiecharter.scan.store.IndexStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    private final List<Task> tasks = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    /** Classes that a thread reads. */
    private record Task(ClassPathEntry entry, Future<List<IndexedClass>> classes) {}

    public ClassIndexer(List<ClassPathEntry> entries, SinkTable sinks, ScanWarnings warnings) {
        this.entries = entries;
        this.sinks = sinks;
        this.warnings = warnings;
    }

    /** Starts to read on threads of its own. */
    public void start() {
        for (ClassPathEntry entry : entries) {
            if (isStored(entry)) {
                continue;
            }
            List<String> paths = entry.classes();
            for (int from = 0; from < paths.size(); from += CLASSES_PER_TASK) {
                List<String> batch = paths.subList(from, Math.min(paths.size(), from + CLASSES_PER_TASK));
                tasks.add(new Task(entry, threads.submit(() -> read(entry, batch))));
            }
        }
        threads.shutdown();
    }

    private static boolean isStored(ClassPathEntry entry) {
        return entry.library().flatMap(LibraryArchive::classTable).isPresent();
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
        Map<ClassPathEntry, List<IndexedClass>> read = join();
        Map<String, int[]> tooNew = new TreeMap<>();
        // If a library contains a class of the project as well, the project's own one counts.
        for (boolean own : new boolean[] {true, false}) {
            read.forEach((entry, classes) -> {
                if (entry.isOwn() == own) {
                    classes.forEach(indexed -> add(indexed, index, tooNew));
                }
            });
        }
        for (ClassPathEntry entry : entries) {
            entry.library()
                    .flatMap(LibraryArchive::classTable)
                    .ifPresent(table -> index.add(new ClassTable(entry, table)));
        }
        tooNew.forEach((label, counts) -> warnings.add(tooNewWarning(label, counts[0], counts[1])));
        return index;
    }

    /** Waits for the threads and returns the classes of each entry, in the order of the class path. */
    private Map<ClassPathEntry, List<IndexedClass>> join() {
        Map<ClassPathEntry, List<IndexedClass>> read = new LinkedHashMap<>();
        try {
            for (Task task : tasks) {
                read.computeIfAbsent(task.entry(), any -> new ArrayList<>())
                        .addAll(task.classes().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
        read.forEach((entry, classes) -> {
            for (int i = 0; i < classes.size(); i++) {
                classes.get(i).setPosition(ClassIndex.position(entry, i));
            }
        });
        return read;
    }

    /**
     * Stores the classes of the libraries that were read, unless something in them gave cause for a warning, which the next
     * build must give as well.
     */
    public void store(IndexStore store) {
        Map<ClassPathEntry, List<IndexedClass>> read = join();
        for (ClassPathEntry entry : entries) {
            List<IndexedClass> classes = read.getOrDefault(entry, List.of());
            if (!isStored(entry) && isComplete(entry, classes)) {
                entry.library()
                        .flatMap(LibraryArchive::sha256)
                        .ifPresent(digest ->
                                store.write(LibraryArchive.tableName(digest), ClassTableWriter.toBytes(classes)));
            }
        }
    }

    private static boolean isComplete(ClassPathEntry entry, List<IndexedClass> classes) {
        return !Thread.currentThread().isInterrupted()
                && classes.size() == entry.classes().size()
                && classes.stream().allMatch(type -> type.majorVersion() <= MAX_MAJOR_VERSION);
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
        for (IndexedClass indexed : index.ownClasses()) {
            try {
                if (!collector.collect(indexed.read())) {
                    warnings.add(indexed.path() + " in " + indexed.entry().label()
                            + " could not be analysed completely: its code cannot be read, because it is damaged");
                }
            } catch (IOException e) {
                warnings.add(indexed.path() + " in " + indexed.entry().label() + " could not be read again");
            }
        }
        return collector.usages();
    }
}
