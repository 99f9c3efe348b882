package io.github.cookiecharter.scan.config.reader;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.scan.model.TextFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads what a configuration in HOCON sets, as Play and Akka have them. The file alone counts: neither the environment nor
 * the system's properties are asked, and no inclusion is followed. A substitution by what the file does not define stays
 * as {@code ${path}}; where it is an optional one and another value stands behind it, the file sets both.
 */
public final class HoconReader {

    private static final int DEEPEST = 100;
    private static final int MOST_VALUES = 200_000;
    private static final int LONGEST_REASON = 200;

    private final TextFile file;
    private final HoconPositions places;
    private final Predicate<String> isScanned;
    private final HoconIncludes includes = new HoconIncludes();
    private int visited;

    private HoconReader(TextFile file, Predicate<String> isScanned) {
        this.file = file;
        this.places = new HoconPositions(file.text());
        this.isScanned = isScanned;
    }

    /**
     * Reads a file.
     *
     * @param isScanned whether the scan reads the file that an inclusion names
     */
    public static FileSettings read(TextFile file, Predicate<String> isScanned) {
        return new HoconReader(file, isScanned).read();
    }

    private FileSettings read() {
        try {
            if (places.deepest() > DEEPEST) {
                return refused("it is nested deeper than " + DEEPEST + " levels");
            }
            Config config = ConfigFactory.parseString(
                    file.text(),
                    ConfigParseOptions.defaults()
                            .setSyntax(ConfigSyntax.CONF)
                            .setOriginDescription(HoconSubstitutions.OF_THE_FILE)
                            .setIncluder(includes));
            if (SubstitutionGrowth.isTooMuch(config.root())) {
                return refused("its substitutions repeat too much");
            }
            return new FileSettings(settings(config), unread());
        } catch (ConfigException e) {
            return refused(reason(e));
        } catch (StackOverflowError e) {
            return refused("its keys or substitutions go too deep");
        }
    }

    private FileSettings refused(String reason) {
        return new FileSettings(List.of(), List.of(FileSettings.refusal(file, "HOCON", reason)));
    }

    private List<Setting> settings(Config config) {
        HoconSubstitutions substitutes = new HoconSubstitutions();
        Set<Setting> settings = new LinkedHashSet<>();
        collect(substitutes.resolve(config).root(), "", settings);
        if (substitutes.areUsed()) {
            collect(withoutSubstitutes(config).root(), "", settings);
        }
        if (visited > MOST_VALUES) {
            throw new ConfigException.Generic("its substitutions repeat too much");
        }
        List<Setting> sorted = new ArrayList<>(settings);
        sorted.sort(Comparator.comparingInt((Setting setting) -> setting.at().line())
                .thenComparingInt(setting -> setting.at().column())
                .thenComparing(Setting::key)
                .thenComparing(Setting::value));
        return sorted;
    }

    // What HOCON makes of the file where nothing outside defines anything.
    private static Config withoutSubstitutes(Config config) {
        try {
            return config.resolve(ConfigResolveOptions.noSystem().setAllowUnresolved(true));
        } catch (ConfigException e) {
            return ConfigFactory.empty();
        }
    }

    private void collect(ConfigObject object, String path, Set<Setting> settings) {
        for (Map.Entry<String, ConfigValue> entry : entries(object)) {
            if (!HoconSubstitutions.isMark(entry.getKey())) {
                collect(entry.getValue(), ConfigKeys.join(path, ".", entry.getKey()), entry.getKey(), settings);
            }
        }
    }

    // The library refuses access to what is still unresolved.
    private static Set<Map.Entry<String, ConfigValue>> entries(ConfigObject object) {
        try {
            return object.entrySet();
        } catch (ConfigException.NotResolved e) {
            return Set.of();
        }
    }

    private void collect(ConfigValue value, String path, String name, Set<Setting> settings) {
        if (++visited > MOST_VALUES) {
            return;
        }
        if (value instanceof ConfigObject object) {
            if (HoconSubstitutions.hasUnknownKeys(object)) {
                settings.add(new Setting(path, Setting.UNKNOWN_VALUE, places.of(name, value), file));
            }
            collect(object, path, settings);
        } else if (value instanceof ConfigList list) {
            for (ConfigValue item : list) {
                collect(item, path, name, settings);
            }
        } else {
            text(value).ifPresent(text -> settings.add(new Setting(path, text, places.of(name, value), file)));
        }
    }

    /** The text of a value; numbers as they are written. */
    private static Optional<String> text(ConfigValue value) {
        try {
            ConfigValueType type = value.valueType();
            if (type == ConfigValueType.NULL) {
                return Optional.empty();
            }
            return Optional.of(
                    type == ConfigValueType.STRING
                            ? String.valueOf(value.unwrapped())
                            : value.render(ConfigRenderOptions.concise()));
        } catch (ConfigException.NotResolved e) {
            return Optional.empty();
        }
    }

    private List<String> unread() {
        return includes.names().stream()
                .filter(name -> !isScanned.test(name))
                .map(name -> FileSettings.name(file) + " includes " + SafeText.quote(name)
                        + ", which is not among the files that are read, so cookies that it names may be missing")
                .toList();
    }

    // The library's own words, without those that it puts in front for a place.
    private String reason(ConfigException e) {
        String message = String.valueOf(e.getMessage());
        int line = e.origin() == null ? -1 : e.origin().lineNumber();
        int end = message.indexOf(
                ": ", message.startsWith(HoconSubstitutions.OF_THE_FILE) ? message.indexOf(": ") + 1 : 0);
        String said = line > 0 && message.startsWith(HoconSubstitutions.OF_THE_FILE) && end > 0
                ? message.substring(end + 2)
                : message;
        String words = said.lines().findFirst().orElse("").strip();
        int sentence = words.indexOf(" (if you ");
        words = sentence < 0 ? words : words.substring(0, sentence);
        words = words.length() > LONGEST_REASON ? words.substring(0, LONGEST_REASON) + "…" : words;
        return (line > 0 ? "line " + line + ": " : "") + SafeText.line(words.replaceAll("[.\\s]+$", ""));
    }
}
