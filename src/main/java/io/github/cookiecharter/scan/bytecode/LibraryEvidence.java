package io.github.cookiecharter.scan.bytecode;

import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.QueryTrace;
import io.github.cookiecharter.scan.classpath.ClassPathEntry;
import io.github.cookiecharter.scan.classpath.LibraryArchive;
import io.github.cookiecharter.scan.classpath.ScanWarnings;
import io.github.cookiecharter.scan.model.ConfigurationLookup;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ScanRequest;
import io.github.cookiecharter.scan.store.Digests;
import io.github.cookiecharter.scan.store.IndexStore;
import io.github.cookiecharter.scan.store.RecordReader;
import io.github.cookiecharter.scan.store.RecordWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The evidence in the classes of libraries, kept between builds. It holds as long as the libraries, their order and the
 * parameters are the same, and the classes that may change, which are the project's own, answer all questions that the
 * analysis asked in the same way: a changed class that no library class can reach leaves it valid.
 */
final class LibraryEvidence {

    private final IndexStore store;
    private final Optional<String> name;

    LibraryEvidence(ScanRequest request, List<ClassPathEntry> entries, IndexStore store) {
        this.store = store;
        boolean known = entries.stream()
                .allMatch(entry -> entry.library().stream()
                        .allMatch(library -> library.sha256().isPresent()));
        this.name = store.isEnabled() && known
                ? Optional.of(Digests.of(key(request, entries)) + ".evidence")
                : Optional.empty();
    }

    private static String key(ScanRequest request, List<ClassPathEntry> entries) {
        StringBuilder key = new StringBuilder();
        key.append(request.folder()).append('\n');
        key.append(request.files()).append('\n');
        key.append(new TreeSet<>(request.guards())).append('\n');
        for (ClassPathEntry entry : entries) {
            key.append(entry.library().flatMap(LibraryArchive::sha256).orElse("changing"));
            key.append(' ').append(entry.isReported()).append(' ').append(entry.origin());
            key.append(' ').append(entry.label()).append('\n');
        }
        return key.toString();
    }

    /**
     * What libraries contain.
     *
     * @param evidence the cookies that their classes set
     * @param classes the number of their classes with different names
     */
    record Result(List<Evidence> evidence, int classes) {}

    /** Collects the evidence of libraries with a configuration, and adds warnings. */
    @FunctionalInterface
    interface LibraryAnalysis {
        List<Evidence> run(ConfigurationLookup configuration, ScanWarnings warnings);
    }

    /**
     * Returns the evidence of an earlier build if it still holds, or else that of an analysis.
     *
     * @param configuration the project's configuration
     * @param warnings receives what cannot be analysed
     */
    Result get(ClassIndex index, ConfigurationLookup configuration, ScanWarnings warnings, LibraryAnalysis analysis) {
        Optional<byte[]> stored = name.flatMap(store::read);
        if (stored.isPresent()) {
            RecordReader in = new RecordReader(stored.get());
            String answers = in.text();
            Questions questions = new Questions(QueryTrace.read(in), ConfigurationTrace.read(in, configuration));
            if (questions.answers(index).filter(answers::equals).isPresent()) {
                in.texts().forEach(warnings::add);
                return new Result(in.list(in::evidence), in.number());
            }
        }
        Questions questions = new Questions(index.startTrace(), new ConfigurationTrace(configuration));
        ScanWarnings found = new ScanWarnings();
        List<Evidence> evidence = analysis.run(questions.configuration(), found);
        index.endTrace();
        found.warnings().forEach(warnings::add);
        Result result = new Result(evidence, index.countLibraryNames());
        if (name.isPresent()) {
            questions
                    .answers(index)
                    .ifPresent(answers -> store.write(name.get(), toBytes(answers, questions, found, result)));
        }
        return result;
    }

    /** What an analysis has asked. */
    private record Questions(QueryTrace classes, ConfigurationTrace configuration) {

        /** Returns how what may change answers; empty if one of the classes has vanished during the scan. */
        Optional<String> answers(ClassIndex index) {
            try {
                return Optional.of(classes.digest(index.changingClasses()) + configuration.digest());
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    private static byte[] toBytes(String answers, Questions questions, ScanWarnings found, Result result) {
        RecordWriter out = new RecordWriter();
        out.text(answers);
        questions.classes().write(out);
        questions.configuration().write(out);
        out.texts(found.warnings());
        out.list(result.evidence(), out::evidence);
        out.number(result.classes());
        return out.toBytes();
    }
}
