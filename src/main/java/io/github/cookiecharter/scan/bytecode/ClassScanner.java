package io.github.cookiecharter.scan.bytecode;

import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.ClassIndexer;
import io.github.cookiecharter.scan.bytecode.index.FlowBudget;
import io.github.cookiecharter.scan.bytecode.index.FrameworkTable;
import io.github.cookiecharter.scan.bytecode.index.IndexedClass;
import io.github.cookiecharter.scan.bytecode.index.LoadedClass;
import io.github.cookiecharter.scan.bytecode.index.RelevanceFilter;
import io.github.cookiecharter.scan.bytecode.index.SinkTable;
import io.github.cookiecharter.scan.bytecode.sink.BeanDefinitions;
import io.github.cookiecharter.scan.bytecode.sink.ConsentGuards;
import io.github.cookiecharter.scan.bytecode.sink.EvidenceCollector;
import io.github.cookiecharter.scan.bytecode.sink.SinkCall;
import io.github.cookiecharter.scan.bytecode.sink.SinkFinder;
import io.github.cookiecharter.scan.bytecode.value.ConstantPropagation;
import io.github.cookiecharter.scan.classpath.ClassPathEntry;
import io.github.cookiecharter.scan.classpath.ScanWarnings;
import io.github.cookiecharter.scan.model.ApiUsages;
import io.github.cookiecharter.scan.model.ConfigurationLookup;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.EvidenceOrder;
import io.github.cookiecharter.scan.model.ScanRequest;
import io.github.cookiecharter.scan.store.IndexStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.objectweb.asm.tree.MethodNode;

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
     * @param isOnClassPath whether a class, by its binary name, is among the indexed ones
     * @param classes the number of indexed classes
     */
    public record Result(List<Evidence> evidence, ApiUsages usages, Predicate<String> isOnClassPath, int classes) {

        public Result {
            evidence = List.copyOf(evidence);
        }
    }

    private final ScanRequest request;
    private final SinkTable sinks;
    private final ClassIndexer indexer;
    private final ScanWarnings warnings;
    private final LibraryEvidence kept;
    private final IndexStore store;

    private ClassScanner(ScanRequest request, List<ClassPathEntry> entries, ScanWarnings warnings, IndexStore store) {
        this.request = request;
        this.store = store;
        this.kept = new LibraryEvidence(request, entries, store);
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
        return start(request, entries, warnings, IndexStore.of(Optional.empty()));
    }

    /**
     * Starts to index the classes of a class path, except those of the libraries whose index is in a store.
     *
     * @param warnings receives what cannot be read
     */
    public static ClassScanner start(
            ScanRequest request, List<ClassPathEntry> entries, ScanWarnings warnings, IndexStore store) {
        ClassScanner scanner = new ClassScanner(request, entries, warnings, store);
        scanner.indexer.start();
        return scanner;
    }

    /**
     * Waits for the index and analyses the classes that may set cookies; the class path must still be open.
     *
     * @param configuration what the code reads from the project's configuration
     */
    public Result finish(ConfigurationLookup configuration) {
        ClassIndex index = indexer.finish();
        ApiUsages usages = new BeanDefinitions(index, sinks)
                .withInheritedSetters(configuration.beanValues(), indexer.collectUsages(index));
        Analysis analysis = new Analysis(request, sinks, index, configuration);
        Result result = result(analysis, usages, warnings, kept);
        indexer.store(store);
        return result;
    }

    /** What the analysis of classes depends on. */
    private record Analysis(
            ScanRequest request, SinkTable sinks, ClassIndex index, ConfigurationLookup configuration) {}

    static List<Evidence> evidence(
            ScanRequest request,
            SinkTable sinks,
            ClassIndex index,
            ConfigurationLookup configuration,
            ScanWarnings warnings) {
        IndexStore none = IndexStore.of(Optional.empty());
        LibraryEvidence kept = new LibraryEvidence(request, List.of(), none);
        Analysis analysis = new Analysis(request, sinks, index, configuration);
        return result(analysis, new ApiUsages(Map.of()), warnings, kept).evidence();
    }

    private static Result result(Analysis analysis, ApiUsages usages, ScanWarnings warnings, LibraryEvidence kept) {
        ClassIndex index = analysis.index();
        List<IndexedClass> changing = new ArrayList<>();
        List<IndexedClass> libraries = new ArrayList<>();
        for (IndexedClass candidate : index.candidates()) {
            (candidate.entry().library().isPresent() ? libraries : changing).add(candidate);
        }
        // Each part is analysed for itself, so that what is found in libraries does not depend on what was asked
        // before.
        List<Evidence> evidence = new ArrayList<>(analyse(analysis, changing, analysis.configuration(), warnings));
        new BeanDefinitions(index, analysis.sinks())
                .collect(analysis.configuration().beanValues(), evidence);
        LibraryEvidence.Result inLibraries = kept.get(
                index,
                analysis.configuration(),
                warnings,
                (configuration, found) -> analyse(analysis, libraries, configuration, found));
        evidence.addAll(inLibraries.evidence());
        Predicate<String> isOnClassPath =
                type -> index.find(type.replace('.', '/')).isPresent();
        return new Result(EvidenceOrder.distinct(evidence), usages, isOnClassPath, index.size(inLibraries.classes()));
    }

    private static List<Evidence> analyse(
            Analysis analysis,
            List<IndexedClass> candidates,
            ConfigurationLookup configuration,
            ScanWarnings warnings) {
        ClassIndex index = analysis.index();
        SinkTable sinks = analysis.sinks();
        ScanRequest request = analysis.request();
        ConstantPropagation values = new ConstantPropagation(index, sinks, configuration);
        SinkFinder sinkFinder = new SinkFinder(index, sinks, values);
        FrameworkTable frameworks = FrameworkTable.load();
        RelevanceFilter relevance = new RelevanceFilter(index, frameworks);
        EvidenceCollector collector = new EvidenceCollector(
                values, sinks, new ConsentGuards(request.guards(), index), request.files(), frameworks);
        List<Evidence> evidence = new ArrayList<>();
        for (IndexedClass file : candidates) {
            if (relevance.isRelevant(file)) {
                index.load(file.name()).ifPresent(loaded -> collect(loaded, sinkFinder, collector, evidence, warnings));
            }
        }
        warnOfUnread(index, warnings);
        return evidence;
    }

    /** Collects the evidence of one class; a method whose analysis fails does not cost that of the others. */
    private static void collect(
            LoadedClass type,
            SinkFinder sinkFinder,
            EvidenceCollector collector,
            List<Evidence> evidence,
            ScanWarnings warnings) {
        for (MethodNode method : type.node().methods) {
            try {
                for (SinkCall call : sinkFinder.find(type, method)) {
                    collector.collect(call, evidence);
                }
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                // ASM reads damaged instructions without a check of its own, and throws whatever they lead to.
                warn(
                        type.indexed(),
                        "method " + method.name + " could not be analysed completely: "
                                + (e instanceof StackOverflowError
                                        ? "its calls nest too deep"
                                        : "it is damaged, or not the output of a known compiler"),
                        warnings);
            }
        }
    }

    private static void warnOfUnread(ClassIndex index, ScanWarnings warnings) {
        for (String name : index.unreadable()) {
            index.find(name)
                    .ifPresent(type -> warn(
                            type,
                            "could not be analysed completely: its code cannot be read, because it is damaged",
                            warnings));
        }
        for (FlowBudget.Unfollowed one : index.unfollowed()) {
            warn(one.type(), "method " + one.method() + " " + one.reason(), warnings);
        }
    }

    private static void warn(IndexedClass type, String what, ScanWarnings warnings) {
        if (type.entry().isReported()) {
            String separator = what.startsWith("method ") ? ", " : " ";
            warnings.add(type.path() + " in " + type.entry().label() + separator + what);
        }
    }
}
