package io.github.cookiecharter.scan;

import io.github.cookiecharter.scan.bytecode.ClassScan;
import io.github.cookiecharter.scan.script.ScriptScan;
import io.github.cookiecharter.scan.settings.SettingsScan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at everything that a project contains and uses. */
public final class Scan {

    private Scan() {}

    /** Looks. What cannot be read is told in the result; nothing that is read makes this fail. */
    public static ScanResult run(ScanRequest request) {
        ScriptScan scripts = new ScriptScan();
        SettingsScan settings = new SettingsScan();
        ClassScan.Result classes = ClassScan.run(request, List.of(sink(scripts), sink(settings)));
        List<Evidence> evidence = new ArrayList<>(classes.evidence());
        evidence.addAll(settings.finish(classes.uses(), classes.evidence()));
        evidence.addAll(scripts.finish());
        List<String> unread = new ArrayList<>(classes.unread());
        for (String path : scripts.unread()) {
            unread.add(path + " could not be followed to its end, so cookies that it sets may be missing");
        }
        return new ScanResult(once(evidence), classes.classes(), classes.files(), unread);
    }

    private static TextSink sink(ScriptScan scripts) {
        return new TextSink() {
            @Override
            public boolean wants(String path) {
                return ScriptScan.wants(path);
            }

            @Override
            public void take(TextFile file) {
                scripts.add(file);
            }
        };
    }

    private static TextSink sink(SettingsScan settings) {
        return new TextSink() {
            @Override
            public boolean wants(String path) {
                return SettingsScan.wants(path);
            }

            @Override
            public void take(TextFile file) {
                settings.add(file);
            }
        };
    }

    // Two scanners may see the same: a page is a script's and a configuration's business alike.
    private static List<Evidence> once(List<Evidence> all) {
        List<Evidence> sorted = new ArrayList<>(all);
        sorted.sort(InOrder.INSTANCE);
        Map<String, Evidence> once = new LinkedHashMap<>();
        for (Evidence each : sorted) {
            once.putIfAbsent(InOrder.key(each), each);
        }
        return List.copyOf(once.values());
    }
}
