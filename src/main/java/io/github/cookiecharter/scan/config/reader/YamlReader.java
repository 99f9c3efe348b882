package io.github.cookiecharter.scan.config.reader;

import io.github.cookiecharter.model.Lines;
import io.github.cookiecharter.scan.model.TextFile;
import io.github.cookiecharter.yaml.ComposedYaml;
import io.github.cookiecharter.yaml.YamlComposer;
import io.github.cookiecharter.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the settings of a YAML file. Items of lists have the key of their list. If a document is malformed, the settings of
 * the documents before it count.
 */
public final class YamlReader {

    private YamlReader() {}

    /** Reads a file. */
    public static FileSettings read(TextFile file) {
        ComposedYaml yaml = YamlComposer.compose(file.text());
        Lines lines = new Lines(file.text());
        Set<Integer> secrets = secrets(yaml);
        List<Setting> settings = new ArrayList<>();
        for (YamlValue value : yaml.values()) {
            String key = key(value);
            if (!key.isEmpty()) {
                boolean repeatsSecret = secrets.contains(value.valueAt()) && !SecretKeys.isSecret(key);
                String text =
                        repeatsSecret ? Setting.UNKNOWN_VALUE : value.text().orElse(Setting.UNKNOWN_VALUE);
                settings.add(new Setting(key, text, lines.at(value.keyAt()), file));
            }
        }
        List<String> warnings = yaml.refusal().stream()
                .map(refusal -> FileSettings.parserWarning(file, "YAML", lines.at(refusal.at()), refusal.reason()))
                .toList();
        return new FileSettings(settings, warnings);
    }

    // The places of secret values: an alias elsewhere repeats the value of its anchor.
    private static Set<Integer> secrets(ComposedYaml yaml) {
        Set<Integer> secrets = new HashSet<>();
        for (YamlValue value : yaml.values()) {
            if (SecretKeys.isSecret(key(value))) {
                secrets.add(value.valueAt());
            }
        }
        return secrets;
    }

    private static String key(YamlValue value) {
        String key = "";
        for (String name : value.path()) {
            key = ConfigKeys.join(key, ".", name);
        }
        return key;
    }
}
