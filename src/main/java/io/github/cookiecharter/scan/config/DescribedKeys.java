package io.github.cookiecharter.scan.config;

import io.github.cookiecharter.scan.config.reader.ConfigKeys;
import io.github.cookiecharter.scan.config.reader.MetadataReader;
import io.github.cookiecharter.scan.config.reader.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys that name cookies and are not in the table, but in the configuration metadata of dependencies. */
final class DescribedKeys {

    /**
     * A setting that names a cookie, or implies that a cookie with a default name is set.
     *
     * @param setting the setting
     * @param key the key in the metadata
     * @param defaultName the key's default, if the setting is another one of the key's group; empty if the setting is the key
     *     itself and its value the name
     */
    record NamingSetting(Setting setting, String key, Optional<String> defaultName) {}

    private final Map<String, MetadataReader.NameKey> keys = new HashMap<>();
    private final Map<String, MetadataReader.NameKey> groups = new HashMap<>();

    DescribedKeys(FrameworkCatalogue catalogue, List<MetadataReader.NameKey> described) {
        for (MetadataReader.NameKey key : described) {
            if (catalogue.matches(key.key()).isEmpty()) {
                keys.put(ConfigKeys.canonical(key.key()), key);
            }
        }
        for (MetadataReader.NameKey key : keys.values()) {
            if (key.defaultName().isPresent()
                    && ConfigEvaluator.isCookieName(key.defaultName().get())) {
                groups.put(group(key.key()), key);
            }
        }
    }

    /** Returns the settings that name a cookie, then for each group without one the setting that implies its default. */
    List<NamingSetting> find(List<Setting> settings) {
        List<NamingSetting> named = new ArrayList<>();
        if (keys.isEmpty()) {
            return named;
        }
        Map<String, NamingSetting> defaults = new HashMap<>();
        for (Setting setting : settings) {
            if (ConfigKeys.isForTests(setting.key()) || setting.value().isEmpty()) {
                continue;
            }
            String withoutProfile = ConfigKeys.withoutProfile(setting.key());
            String canonical = ConfigKeys.canonical(withoutProfile);
            MetadataReader.NameKey key = keys.get(canonical);
            if (key != null) {
                named.add(new NamingSetting(setting, key.key(), Optional.empty()));
            } else {
                addDefault(setting, canonical, defaults);
            }
        }
        for (NamingSetting setting : named) {
            defaults.remove(setting.key());
        }
        defaults.keySet().stream().sorted().forEach(key -> named.add(defaults.get(key)));
        return named;
    }

    private void addDefault(Setting setting, String canonical, Map<String, NamingSetting> defaults) {
        for (int dot = canonical.lastIndexOf('.'); dot > 0; dot = canonical.lastIndexOf('.', dot - 1)) {
            MetadataReader.NameKey key = groups.get(canonical.substring(0, dot));
            if (key != null) {
                defaults.putIfAbsent(key.key(), new NamingSetting(setting, key.key(), key.defaultName()));
            }
        }
    }

    /** Returns the group of a key: {@code acme.widget} for {@code acme.widget.cookie-name} and {@code acme.widget.cookie.name}. */
    private static String group(String key) {
        String canonical = ConfigKeys.canonical(key);
        int dot = canonical.lastIndexOf('.');
        if (canonical.endsWith("cookie.name")) {
            dot = canonical.lastIndexOf('.', dot - 1);
        }
        return dot < 0 ? canonical : canonical.substring(0, dot);
    }
}
