package io.github.cookiecharter.scan.config;

import io.github.cookiecharter.scan.config.reader.ConfigKeys;
import io.github.cookiecharter.scan.config.reader.MetadataReader;
import io.github.cookiecharter.scan.config.reader.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys that name cookies and that no table has: dependencies describe them. */
final class DescribedKeys {

    /**
     * A setting by which a cookie has a name.
     *
     * @param setting it
     * @param key the key that is described
     * @param preset the name that is the key's default, where the setting is another one of its group; empty where the
     *     setting is the key and its value the name
     */
    record Named(Setting setting, String key, Optional<String> preset) {}

    private final Map<String, MetadataReader.NameKey> keys = new HashMap<>();
    private final Map<String, MetadataReader.NameKey> groups = new HashMap<>();

    DescribedKeys(FrameworkCatalogue knowledge, List<MetadataReader.NameKey> described) {
        for (MetadataReader.NameKey key : described) {
            if (knowledge.matches(key.key()).isEmpty()) {
                keys.put(ConfigKeys.canonical(key.key()), key);
            }
        }
        for (MetadataReader.NameKey key : keys.values()) {
            if (key.preset().isPresent() && ConfigEvaluator.isName(key.preset().get())) {
                groups.put(group(key.key()), key);
            }
        }
    }

    List<Named> named(List<Setting> settings) {
        List<Named> named = new ArrayList<>();
        if (keys.isEmpty()) {
            return named;
        }
        Map<String, Named> presets = new HashMap<>();
        for (Setting setting : settings) {
            if (ConfigKeys.isForTests(setting.key()) || setting.value().isEmpty()) {
                continue;
            }
            String bare = ConfigKeys.withoutProfile(setting.key());
            String canonical = ConfigKeys.canonical(bare);
            MetadataReader.NameKey key = keys.get(canonical);
            if (key != null) {
                named.add(new Named(setting, key.key(), Optional.empty()));
            } else {
                preset(setting, canonical, presets);
            }
        }
        for (Named setting : named) {
            presets.remove(setting.key());
        }
        presets.keySet().stream().sorted().forEach(key -> named.add(presets.get(key)));
        return named;
    }

    private void preset(Setting setting, String canonical, Map<String, Named> presets) {
        for (int dot = canonical.lastIndexOf('.'); dot > 0; dot = canonical.lastIndexOf('.', dot - 1)) {
            MetadataReader.NameKey key = groups.get(canonical.substring(0, dot));
            if (key != null) {
                presets.putIfAbsent(key.key(), new Named(setting, key.key(), key.preset()));
            }
        }
    }

    /** What a key belongs to: {@code acme.widget} for {@code acme.widget.cookie-name} and {@code acme.widget.cookie.name}. */
    private static String group(String key) {
        String canonical = ConfigKeys.canonical(key);
        int dot = canonical.lastIndexOf('.');
        if (canonical.endsWith("cookie.name")) {
            dot = canonical.lastIndexOf('.', dot - 1);
        }
        return dot < 0 ? canonical : canonical.substring(0, dot);
    }
}
