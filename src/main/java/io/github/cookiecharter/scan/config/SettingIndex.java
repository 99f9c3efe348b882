package io.github.cookiecharter.scan.config;

import io.github.cookiecharter.scan.config.reader.ConfigKeys;
import io.github.cookiecharter.scan.config.reader.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds settings by their keys, in any spelling; those of test profiles are left out. */
final class SettingIndex {

    private final Map<String, List<Setting>> byKey = new HashMap<>();
    private final Map<String, List<Setting>> byVariable = new HashMap<>();

    SettingIndex(List<Setting> settings) {
        for (Setting setting : settings) {
            if (!ConfigKeys.isForTests(setting.key())) {
                String key = ConfigKeys.withoutProfile(setting.key());
                if (ConfigKeys.isEnvironmentVariable(key)) {
                    add(byVariable, ConfigKeys.canonicalWithoutDots(key), setting);
                }
                add(byKey, ConfigKeys.canonical(key), setting);
            }
        }
    }

    private static void add(Map<String, List<Setting>> map, String key, Setting setting) {
        map.computeIfAbsent(key, any -> new ArrayList<>(2)).add(setting);
    }

    /** Returns the settings of a canonical key, and the environment variables that replace it, in the order of the files. */
    List<Setting> find(String canonical) {
        List<Setting> found = new ArrayList<>(byKey.getOrDefault(canonical, List.of()));
        for (Setting variable : byVariable.getOrDefault(canonical.replace(".", ""), List.of())) {
            if (!found.contains(variable)) {
                found.add(variable);
            }
        }
        return found;
    }
}
