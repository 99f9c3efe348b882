package io.github.cookiecharter.scan.config;

import io.github.cookiecharter.scan.config.reader.Setting;
import io.github.cookiecharter.scan.model.ApiUsages;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.TextFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Files, uses and scans for the tests of this room. */
public final class ConfigSamples {

    private ConfigSamples() {}

    public static TextFile own(String path, String text) {
        return new TextFile(path, Evidence.OWN, text);
    }

    static ApiUsages uses(String... uses) {
        Map<String, List<CodePlace.Code>> calls = new LinkedHashMap<>();
        int line = 10;
        for (String use : uses) {
            calls.put(use, List.of(place(line++)));
        }
        return new ApiUsages(calls);
    }

    static CodePlace.Code place(int line) {
        return new CodePlace.Code("com.acme.Shop", "open", OptionalInt.of(line), Optional.of("Shop.java"));
    }

    static List<Evidence> scan(ApiUsages uses, TextFile... files) {
        ConfigScanner scan = new ConfigScanner();
        for (TextFile file : files) {
            scan.accept(file);
        }
        return scan.finish(uses);
    }

    /** The evidence in lines: name, certainty, place. */
    static List<String> seen(List<Evidence> evidence) {
        return evidence.stream()
                .map(one -> one.name().orElse("?") + " " + one.certainty().word() + " "
                        + one.place().text())
                .toList();
    }

    /** The settings in lines: place, key, value. */
    public static List<String> read(List<Setting> settings) {
        return settings.stream()
                .map(setting -> setting.at().line() + ":" + setting.at().column() + " " + setting.key() + " = "
                        + setting.value())
                .toList();
    }
}
