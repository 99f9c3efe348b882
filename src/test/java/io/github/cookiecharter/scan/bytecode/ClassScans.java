package io.github.cookiecharter.scan.bytecode;

import io.github.cookiecharter.scan.classpath.ClassPath;
import io.github.cookiecharter.scan.classpath.ScanWarnings;
import io.github.cookiecharter.scan.config.ConfigScanner;
import io.github.cookiecharter.scan.model.ApiUsages;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ScanRequest;
import io.github.cookiecharter.scan.model.TextFileConsumer;
import java.util.ArrayList;
import java.util.List;

/** Runs the analysis of classes alone, with consumers of a test's own for all other files. */
final class ClassScans {

    record Result(List<Evidence> evidence, ApiUsages uses, int classes, int files, List<String> warnings) {}

    private ClassScans() {}

    static Result run(ScanRequest request, List<TextFileConsumer> consumers) {
        ScanWarnings warnings = new ScanWarnings();
        try (ClassPath classPath = ClassPath.open(request, warnings)) {
            ClassScanner scanner = ClassScanner.start(request, classPath.entries(), warnings);
            ConfigScanner config = new ConfigScanner();
            List<TextFileConsumer> all = new ArrayList<>(consumers);
            all.add(config);
            int files = classPath.readTextFiles(all, request.files());
            ClassScanner.Result code = scanner.finish(config.lookup());
            return new Result(code.evidence(), code.usages(), code.classes(), files, warnings.warnings());
        }
    }
}
