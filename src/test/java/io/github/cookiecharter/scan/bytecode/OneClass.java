package io.github.cookiecharter.scan.bytecode;

import io.github.cookiecharter.scan.bytecode.index.ApiUsageCollector;
import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.ConstantPoolReader;
import io.github.cookiecharter.scan.bytecode.index.IndexedClass;
import io.github.cookiecharter.scan.bytecode.index.SinkTable;
import io.github.cookiecharter.scan.classpath.ClassPathEntry;
import io.github.cookiecharter.scan.classpath.InMemory;
import io.github.cookiecharter.scan.classpath.ScanWarnings;
import io.github.cookiecharter.scan.model.ApiUsages;
import io.github.cookiecharter.scan.model.ConfigurationLookup;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.PathFilter;
import io.github.cookiecharter.scan.model.ScanRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/** Scans a single class without disk and threads. */
public final class OneClass {

    private static final String PATH = "A.class";
    private static final ScanRequest REQUEST = new ScanRequest(
            Path.of("module").toAbsolutePath(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            PathFilter.ALL,
            Set.of("org.acme.Allowed"));

    private static final SinkTable SINKS = SinkTable.load();

    private OneClass() {}

    /**
     * The result of the scan.
     *
     * @param isClass whether the bytes are a class file of a supported version
     */
    public record Result(boolean isClass, List<Evidence> evidence, ApiUsages uses, List<String> warnings) {}

    /** Scans a class. */
    public static Result scan(byte[] bytes) {
        ClassPathEntry entry = InMemory.own(Map.of(PATH, bytes));
        Optional<IndexedClass> indexed = new ConstantPoolReader(SINKS).read(entry, PATH, bytes);
        if (indexed.isEmpty() || indexed.get().majorVersion() > Opcodes.V27) {
            return new Result(false, List.of(), new ApiUsages(Map.of()), List.of());
        }
        ClassIndex index = new ClassIndex();
        index.add(indexed.get());
        ApiUsageCollector collector = new ApiUsageCollector(index);
        collector.collect(bytes);
        ScanWarnings warnings = new ScanWarnings();
        List<Evidence> evidence = ClassScanner.evidence(REQUEST, SINKS, index, ConfigurationLookup.NONE, warnings);
        return new Result(true, evidence, collector.usages(), warnings.warnings());
    }

    /** Returns the compiled classes of the scan's tests, by their paths. */
    public static Map<String, byte[]> samples() {
        return Samples.ALL;
    }

    private static final class Samples {

        // Compiled once, because it takes seconds.
        static final Map<String, byte[]> ALL = java.util.Collections.unmodifiableMap(compile());
    }

    private static Map<String, byte[]> compile() {
        Map<String, byte[]> samples = new java.util.TreeMap<>();
        try {
            Path folder = Files.createTempDirectory("classes");
            Path stubs = CompiledSources.of("stubs.java.txt").compile(folder.resolve("stubs"));
            List<Path> folders = new ArrayList<>();
            for (String resource : List.of("apis", "guards", "traits", "ways")) {
                folders.add(CompiledSources.of(resource + ".java.txt").compile(folder.resolve(resource), stubs));
            }
            for (Path each : folders) {
                try (Stream<Path> files = Files.walk(each)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        samples.put(each.relativize(file).toString(), Files.readAllBytes(file));
                    }
                }
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return samples;
    }
}
