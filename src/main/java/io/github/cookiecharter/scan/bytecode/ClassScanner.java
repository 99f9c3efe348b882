package io.github.cookiecharter.scan.bytecode;

import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.ClassIndexer;
import io.github.cookiecharter.scan.bytecode.index.FrameworkTable;
import io.github.cookiecharter.scan.bytecode.index.IndexedClass;
import io.github.cookiecharter.scan.bytecode.index.LoadedClass;
import io.github.cookiecharter.scan.bytecode.index.RelevanceFilter;
import io.github.cookiecharter.scan.bytecode.index.SinkTable;
import io.github.cookiecharter.scan.bytecode.sink.ConsentGuards;
import io.github.cookiecharter.scan.bytecode.sink.EvidenceCollector;
import io.github.cookiecharter.scan.bytecode.sink.SinkCall;
import io.github.cookiecharter.scan.bytecode.sink.SinkFinder;
import io.github.cookiecharter.scan.bytecode.value.ConstantPropagation;
import io.github.cookiecharter.scan.classpath.ClassPathEntry;
import io.github.cookiecharter.scan.classpath.ScanWarnings;
import io.github.cookiecharter.scan.model.ApiUsages;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.EvidenceOrder;
import io.github.cookiecharter.scan.model.ScanRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the cookies that the classes of a project and of its libraries set. It indexes the classes on threads of its own
 * from {@link #start} on; {@link #finish} waits for them and analyses the candidates.
 */
public final class ClassScanner {

    /**
     * The result of the analysis.
     *
     * @param evidence each place once, the project's own ones first, in the same order on every machine
     * @param usages the classes of libraries that the project's own classes use
     * @param classes the number of indexed classes
     */
    public record Result(List<Evidence> evidence, ApiUsages usages, int classes) {

        public Result {
            evidence = List.copyOf(evidence);
        }
    }

    private final ScanRequest request;
    private final SinkTable sinks;
    private final ClassIndexer indexer;
    private final ScanWarnings warnings;

    private ClassScanner(ScanRequest request, List<ClassPathEntry> entries, ScanWarnings warnings) {
        this.request = request;
        this.sinks = SinkTable.load();
        this.indexer = new ClassIndexer(entries, sinks, warnings);
        this.warnings = warnings;
    }

    /**
     * Starts to index the classes of a class path.
     *
     * @param warnings receives what cannot be read
     */
    public static ClassScanner start(ScanRequest request, List<ClassPathEntry> entries, ScanWarnings warnings) {
        ClassScanner scanner = new ClassScanner(request, entries, warnings);
        scanner.indexer.start();
        return scanner;
    }

    /** Waits for the index and analyses the classes that may set cookies; the class path must still be open. */
    public Result finish() {
        ClassIndex index = indexer.finish();
        ApiUsages usages = indexer.collectUsages(index);
        List<Evidence> evidence = evidence(request, sinks, index, warnings);
        return new Result(evidence, usages, index.classes().size());
    }

    static List<Evidence> evidence(ScanRequest request, SinkTable sinks, ClassIndex index, ScanWarnings warnings) {
        ConstantPropagation values = new ConstantPropagation(index, sinks);
        SinkFinder sinkFinder = new SinkFinder(index, sinks, values);
        FrameworkTable frameworks = FrameworkTable.load();
        RelevanceFilter relevance = new RelevanceFilter(index, frameworks);
        EvidenceCollector collector =
                new EvidenceCollector(values, new ConsentGuards(request.guards(), index), request.files(), frameworks);
        List<Evidence> evidence = new ArrayList<>();
        for (IndexedClass file : index.classes()) {
            if (file.isCandidate() && relevance.isRelevant(file)) {
                Optional<LoadedClass> loaded = index.load(file.name());
                Optional<String> failure = loaded.isPresent()
                        ? collect(loaded.get(), sinkFinder, collector, evidence)
                        : Optional.of("its code cannot be read, because it is damaged");
                if (failure.isPresent() && file.entry().isReported()) {
                    warnings.add(file.path() + " in " + file.entry().label() + " could not be analysed completely: "
                            + failure.get());
                }
            }
        }
        return EvidenceOrder.distinct(evidence);
    }

    /** Collects the evidence of one class; returns why the analysis failed, if it did. */
    private static Optional<String> collect(
            LoadedClass type, SinkFinder sinkFinder, EvidenceCollector collector, List<Evidence> evidence) {
        try {
            for (SinkCall call : sinkFinder.find(type)) {
                collector.collect(call, evidence);
            }
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            // ASM reads damaged instructions without a check of its own, and throws whatever they lead to.
            return Optional.of("it is damaged, or not the output of a known compiler");
        }
    }
}
