package io.github.cookiecharter.scan;

import io.github.cookiecharter.scan.bytecode.ClassScanner;
import io.github.cookiecharter.scan.classpath.ClassPath;
import io.github.cookiecharter.scan.classpath.ClassPathEntry;
import io.github.cookiecharter.scan.classpath.ScanWarnings;
import io.github.cookiecharter.scan.config.ConfigScanner;
import io.github.cookiecharter.scan.html.LoadedScripts;
import io.github.cookiecharter.scan.html.PageLanguageScanner;
import io.github.cookiecharter.scan.html.ScriptFileNames;
import io.github.cookiecharter.scan.javascript.ScriptScanner;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.EvidenceOrder;
import io.github.cookiecharter.scan.model.IndexLocation;
import io.github.cookiecharter.scan.model.ScanRequest;
import io.github.cookiecharter.scan.model.ScanResult;
import io.github.cookiecharter.scan.model.TextFileConsumer;
import io.github.cookiecharter.scan.store.IndexStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scans the project's classes, scripts, pages and configuration, and those of its dependencies. */
public final class Scanner {

    private Scanner() {}

    /** Returns whether the scan reads a file of this path as a page or a script. */
    public static boolean readsAsPageOrScript(String path) {
        return ScriptFileNames.isScanned(path);
    }

    /** Runs the scan. Unreadable inputs are listed in the result; malformed input never throws. */
    public static ScanResult run(ScanRequest request) {
        return run(request, List.of(), Optional.empty());
    }

    /**
     * Runs the scan with an index of the libraries that is kept between builds. The result is the same as without it.
     */
    public static ScanResult run(ScanRequest request, Optional<IndexLocation> index) {
        return run(request, List.of(), index);
    }

    /** Runs the scan, and gives the files that it reads to further consumers as well. */
    public static ScanResult run(ScanRequest request, List<TextFileConsumer> furtherConsumers) {
        return run(request, furtherConsumers, Optional.empty());
    }

    private static ScanResult run(
            ScanRequest request, List<TextFileConsumer> furtherConsumers, Optional<IndexLocation> index) {
        ScanWarnings warnings = new ScanWarnings();
        IndexStore store = IndexStore.of(index);
        ScriptScanner scripts = new ScriptScanner();
        ConfigScanner config = new ConfigScanner();
        PageLanguageScanner languages = new PageLanguageScanner();
        LoadedScripts loaded = new LoadedScripts();
        List<TextFileConsumer> consumers = new ArrayList<>(List.of(scripts, config, languages, loaded));
        consumers.addAll(furtherConsumers);
        try (ClassPath classPath = ClassPath.open(request, warnings, store)) {
            // Other threads index the classes while this one reads all other files.
            ClassScanner classes = ClassScanner.start(request, classPath.entries(), warnings, store);
            LibraryTexts libraries = new LibraryTexts(
                    classPath.entries(),
                    request.files(),
                    new LibraryTexts.Receivers(scripts, config, loaded),
                    warnings,
                    store);
            int files = 0;
            for (ClassPathEntry entry : classPath.entries()) {
                files += libraries.supports(entry)
                        ? libraries.read(entry)
                        : ClassPath.readTextFiles(entry, consumers, request.files(), warnings);
            }
            ClassScanner.Result code = classes.finish(config.lookup());
            List<Evidence> evidence = new ArrayList<>(code.evidence());
            evidence.addAll(config.finish(code.usages(), code.evidence(), code.isOnClassPath()));
            loaded.addUsages(code.usages());
            scripts.finish().stream().filter(loaded::isInUse).forEach(evidence::add);
            classPath.commit();
            List<String> allWarnings = new ArrayList<>(warnings.warnings());
            allWarnings.addAll(config.warnings());
            allWarnings.addAll(scripts.warnings());
            for (String path : scripts.unreadPaths()) {
                allWarnings.add(path + " could not be analysed completely, so cookies that it sets may be missing");
            }
            // A page is read both as a script and as configuration, so two scanners may report the same.
            return new ScanResult(
                    EvidenceOrder.distinct(evidence),
                    code.classes(),
                    files,
                    allWarnings,
                    scripts.openScripts(),
                    languages.finish());
        }
    }
}
