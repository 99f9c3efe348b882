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
import io.github.cookiecharter.scan.classpath.ClassPath;
import io.github.cookiecharter.scan.classpath.ScanWarnings;
import io.github.cookiecharter.scan.model.ApiUsages;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.EvidenceOrder;
import io.github.cookiecharter.scan.model.ScanRequest;
import io.github.cookiecharter.scan.model.TextFileConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads all classes of a project and of its libraries and tells which cookies they set. */
public final class ClassScanner {

    /**
     * What was seen.
     *
     * @param evidence each place once, own ones first, the same on every machine
     * @param uses what own classes use of others
     * @param classes how many classes were looked at
     * @param files how many other files somebody took
     * @param unread what could not be looked at and why, one sentence each without a full stop at its end
     */
    public record Result(List<Evidence> evidence, ApiUsages uses, int classes, int files, List<String> unread) {

        public Result {
            evidence = List.copyOf(evidence);
            unread = List.copyOf(unread);
        }
    }

    private ClassScanner() {}

    /**
     * Looks at everything that a request names.
     *
     * @param sinks are handed the scripts, pages and configurations that are met on the way
     */
    public static Result run(ScanRequest request, List<TextFileConsumer> sinks) {
        ScanWarnings unread = new ScanWarnings();
        SinkTable table = SinkTable.load();
        try (ClassPath containers = ClassPath.open(request, unread)) {
            ClassIndexer intake = new ClassIndexer(containers.entries(), table, unread);
            intake.start();
            int files = containers.readTextFiles(sinks, request.files());
            ClassIndex index = intake.finish();
            ApiUsages uses = intake.collectUsages(index);
            List<Evidence> evidence = evidence(request, table, index, unread);
            return new Result(evidence, uses, index.classes().size(), files, unread.warnings());
        }
    }

    static List<Evidence> evidence(ScanRequest request, SinkTable table, ClassIndex index, ScanWarnings unread) {
        ConstantPropagation values = new ConstantPropagation(index, table);
        SinkFinder sightings = new SinkFinder(index, table, values);
        FrameworkTable frameworks = FrameworkTable.load();
        RelevanceFilter reach = new RelevanceFilter(index, frameworks);
        EvidenceCollector witness =
                new EvidenceCollector(values, new ConsentGuards(request.guards(), index), request.files(), frameworks);
        List<Evidence> evidence = new ArrayList<>();
        for (IndexedClass file : index.classes()) {
            if (file.isCandidate() && reach.isRelevant(file)) {
                Optional<LoadedClass> parsed = index.load(file.name());
                boolean told = parsed.isPresent() && told(parsed.get(), sightings, witness, evidence);
                if (!told && file.entry().isReported()) {
                    unread.add(
                            file.path() + " in " + file.entry().label()
                                    + " could not be analysed completely: it is damaged, or not the output of a known compiler");
                }
            }
        }
        return EvidenceOrder.distinct(evidence);
    }

    /** Whether nothing in a class, whoever made it, was too much. */
    private static boolean told(
            LoadedClass type, SinkFinder sightings, EvidenceCollector witness, List<Evidence> evidence) {
        try {
            for (SinkCall sighting : sightings.in(type)) {
                witness.tell(sighting, evidence);
            }
            return true;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            return false;
        }
    }
}
