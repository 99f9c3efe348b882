package io.github.cookiecharter.scan.config.reader;

import io.github.cookiecharter.scan.model.TextFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code shiro.ini}, which creates objects by class name and assigns them to properties by {@code $name}. */
public final class ShiroReader {

    private ShiroReader() {}

    /** Returns the settings: those of an assigned object have the key of the property, a created object {@code Class#<init>}. */
    public static List<Setting> read(TextFile file) {
        List<Setting> lines = PropertiesReader.readIni(file);
        Map<String, String> owners = new HashMap<>();
        for (Setting line : lines) {
            if (line.value().startsWith("$") && line.value().length() > 1) {
                owners.put("main." + line.value().substring(1), line.key());
            }
        }
        List<Setting> settings = new ArrayList<>();
        for (Setting line : lines) {
            int dot = line.key().lastIndexOf('.');
            String object = dot < 0 ? "" : line.key().substring(0, dot);
            String owner = owners.getOrDefault(object, object);
            String property = line.key().substring(dot + 1);
            settings.add(
                    new Setting(owner.isEmpty() ? property : owner + "." + property, line.value(), line.at(), file));
            if (object.equals("main") && line.value().startsWith("org.apache.shiro.")) {
                settings.add(new Setting(line.value() + "#<init>", "", line.at(), file));
            }
        }
        return settings;
    }
}
