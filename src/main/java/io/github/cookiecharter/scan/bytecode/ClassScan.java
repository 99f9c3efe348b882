package io.github.cookiecharter.scan.bytecode;

import io.github.cookiecharter.scan.Evidence;
import io.github.cookiecharter.scan.ScanRequest;
import io.github.cookiecharter.scan.TextSink;
import io.github.cookiecharter.scan.Uses;
import io.github.cookiecharter.scan.archive.Containers;
import io.github.cookiecharter.scan.archive.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads all classes of a project and of its libraries and tells which cookies they set. */
public final class ClassScan {

    /**
     * What was seen.
     *
     * @param evidence each place once, own ones first, the same on every machine
     * @param uses what own classes use of others
     * @param classes how many classes were looked at
     * @param files how many other files somebody took
     * @param unread what could not be looked at and why, one sentence each without a full stop at its end
     */
    public record Result(List<Evidence> evidence, Uses uses, int classes, int files, List<String> unread) {

        public Result {
            evidence = List.copyOf(evidence);
            unread = List.copyOf(unread);
        }
    }

    private ClassScan() {}

    /**
     * Looks at everything that a request names.
     *
     * @param sinks are handed the scripts, pages and configurations that are met on the way
     */
    public static Result run(ScanRequest request, List<TextSink> sinks) {
        Unread unread = new Unread();
        Sinks table = Sinks.load();
        try (Containers containers = Containers.open(request, unread)) {
            Intake intake = new Intake(containers.all(), table, unread);
            intake.start();
            int files = containers.hand(sinks, request.files());
            ClassIndex index = intake.finish();
            Uses uses = intake.uses(index);
            List<Evidence> evidence = evidence(request, table, index, unread);
            return new Result(evidence, uses, index.all().size(), files, unread.sentences());
        }
    }

    static List<Evidence> evidence(ScanRequest request, Sinks table, ClassIndex index, Unread unread) {
        Values values = new Values(index, table);
        Sightings sightings = new Sightings(index, table, values);
        Frameworks frameworks = Frameworks.load();
        Reach reach = new Reach(index, frameworks);
        Witness witness = new Witness(values, new Guards(request.guards(), index), request.files(), frameworks);
        List<Evidence> evidence = new ArrayList<>();
        for (ClassFile file : index.all()) {
            if (file.isSuspect() && reach.has(file)) {
                Optional<ParsedClass> parsed = index.parse(file.name());
                boolean told = parsed.isPresent() && told(parsed.get(), sightings, witness, evidence);
                if (!told && file.container().isReported()) {
                    unread.add(file.path() + " in " + file.container().label()
                            + " could not be followed to its end: it is damaged, or unlike what compilers make");
                }
            }
        }
        return Ordered.of(evidence);
    }

    /** Whether nothing in a class, whoever made it, was too much. */
    private static boolean told(ParsedClass type, Sightings sightings, Witness witness, List<Evidence> evidence) {
        try {
            for (Sighting sighting : sightings.in(type)) {
                witness.tell(sighting, evidence);
            }
            return true;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            return false;
        }
    }
}
