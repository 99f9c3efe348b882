package io.github.cookiecharter.scan.settings;

import io.github.cookiecharter.scan.Evidence;
import io.github.cookiecharter.scan.Place;
import io.github.cookiecharter.scan.TextFile;
import io.github.cookiecharter.scan.Uses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Files, uses and scans for the tests of this room. */
final class Samples {

    private Samples() {}

    static TextFile own(String path, String text) {
        return new TextFile(path, Evidence.OWN, text);
    }

    static Uses uses(String... uses) {
        Map<String, List<Place.Code>> calls = new LinkedHashMap<>();
        int line = 10;
        for (String use : uses) {
            calls.put(use, List.of(place(line++)));
        }
        return new Uses(calls);
    }

    static Place.Code place(int line) {
        return new Place.Code("com.acme.Shop", "open", OptionalInt.of(line), Optional.of("Shop.java"));
    }

    static List<Evidence> scan(Uses uses, TextFile... files) {
        SettingsScan scan = new SettingsScan();
        for (TextFile file : files) {
            scan.add(file);
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
    static List<String> read(List<Setting> settings) {
        return settings.stream()
                .map(setting -> setting.at().line() + ":" + setting.at().column() + " " + setting.key() + " = "
                        + setting.value())
                .toList();
    }
}
