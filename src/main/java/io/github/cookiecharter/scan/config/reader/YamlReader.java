package io.github.cookiecharter.scan.config.reader;

import io.github.cookiecharter.model.Lines;
import io.github.cookiecharter.scan.model.TextFile;
import io.github.cookiecharter.yaml.ComposedYaml;
import io.github.cookiecharter.yaml.YamlComposer;
import io.github.cookiecharter.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;

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
        List<Setting> settings = new ArrayList<>();
        for (YamlValue value : yaml.values()) {
            String key = "";
            for (String name : value.path()) {
                key = ConfigKeys.join(key, ".", name);
            }
            if (!key.isEmpty()) {
                settings.add(
                        new Setting(key, value.text().orElse(Setting.UNKNOWN_VALUE), lines.at(value.keyAt()), file));
            }
        }
        List<String> warnings = yaml.refusal().stream()
                .map(refusal -> FileSettings.parserWarning(file, "YAML", lines.at(refusal.at()), refusal.reason()))
                .toList();
        return new FileSettings(settings, warnings);
    }
}
