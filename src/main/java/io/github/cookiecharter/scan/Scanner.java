package io.github.cookiecharter.scan;

import io.github.cookiecharter.scan.bytecode.ClassScanner;
import io.github.cookiecharter.scan.config.ConfigScanner;
import io.github.cookiecharter.scan.javascript.ScriptScanner;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.EvidenceOrder;
import io.github.cookiecharter.scan.model.ScanRequest;
import io.github.cookiecharter.scan.model.ScanResult;
import io.github.cookiecharter.scan.model.TextFile;
import io.github.cookiecharter.scan.model.TextFileConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Looks at everything that a project contains and uses. */
public final class Scanner {

    private Scanner() {}

    /** Looks. What cannot be read is told in the result; nothing that is read makes this fail. */
    public static ScanResult run(ScanRequest request) {
        ScriptScanner scripts = new ScriptScanner();
        ConfigScanner settings = new ConfigScanner();
        ClassScanner.Result classes = ClassScanner.run(
                request, List.of(sink(ScriptScanner::wants, scripts::add), sink(ConfigScanner::wants, settings::add)));
        List<Evidence> evidence = new ArrayList<>(classes.evidence());
        evidence.addAll(settings.finish(classes.uses(), classes.evidence()));
        evidence.addAll(scripts.finish());
        List<String> unread = new ArrayList<>(classes.unread());
        unread.addAll(settings.unread());
        for (String path : scripts.unread()) {
            unread.add(path + " could not be analysed completely, so cookies that it sets may be missing");
        }
        // Two scanners may see the same: a page is a script's and a configuration's business alike.
        return new ScanResult(EvidenceOrder.distinct(evidence), classes.classes(), classes.files(), unread);
    }

    private static TextFileConsumer sink(Predicate<String> wants, Consumer<TextFile> take) {
        return new TextFileConsumer() {
            @Override
            public boolean wants(String path) {
                return wants.test(path);
            }

            @Override
            public void take(TextFile file) {
                take.accept(file);
            }
        };
    }
}
