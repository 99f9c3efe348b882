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
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
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
 * Reads the settings of a HOCON file, the format of Play and Akka. Only the file itself is read: no environment variables, no
 * system properties, no inclusions. A substitution whose path the file does not define stays as {@code ${path}}; if it is
 * optional and another value remains without it, both are settings.
 */
public final class HoconReader {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_VALUES = 200_000;
    private static final int MAX_REASON_LENGTH = 200;

    private final TextFile file;
    private final HoconPositions positions;
    private final Predicate<String> isScanned;
    private final HoconIncludes includes = new HoconIncludes();
    private int visited;

    private HoconReader(TextFile file, Predicate<String> isScanned) {
        this.file = file;
        this.positions = new HoconPositions(file.text());
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
            if (positions.maxDepth() > MAX_DEPTH) {
                return failure("it is nested deeper than " + MAX_DEPTH + " levels");
            }
            Config config = ConfigFactory.parseString(
                    file.text(),
                    ConfigParseOptions.defaults()
                            .setSyntax(ConfigSyntax.CONF)
                            .setOriginDescription(HoconSubstitutions.OF_THE_FILE)
                            .setIncluder(includes));
            if (SubstitutionGrowth.exceedsLimit(config.root())) {
                return failure("its substitutions repeat too much");
            }
            return new FileSettings(collectSettings(config), includeWarnings());
        } catch (ConfigException e) {
            return failure(reason(e));
        } catch (StackOverflowError e) {
            return failure("its keys or substitutions go too deep");
        }
    }

    private FileSettings failure(String reason) {
        return new FileSettings(List.of(), List.of(FileSettings.parserWarning(file, "HOCON", reason)));
    }

    // A substitution would repeat the value of a secret: the placeholder in its place stays unknown.
    private static Config withoutSecrets(Config config) {
        List<String> paths = new ArrayList<>();
        collectSecrets(config.root(), "", new ArrayList<>(), paths);
        Config without = config;
        for (String path : paths) {
            without = without.withValue(path, ConfigValueFactory.fromAnyRef("${" + path + "}"));
        }
        return without;
    }

    private static void collectSecrets(ConfigObject object, String key, List<String> names, List<String> paths) {
        for (Map.Entry<String, ConfigValue> entry : entries(object)) {
            String entryKey = ConfigKeys.join(key, ".", entry.getKey());
            names.add(entry.getKey());
            if (entry.getValue() instanceof ConfigObject inner) {
                collectSecrets(inner, entryKey, names, paths);
            } else if (SecretKeys.isSecret(entryKey)) {
                paths.add(ConfigUtil.joinPath(names));
            }
            names.remove(names.size() - 1);
        }
    }

    private List<Setting> collectSettings(Config config) {
        Set<Setting> settings = new LinkedHashSet<>();
        Config withoutSecrets = withoutSecrets(config);
        collectResolved(withoutSecrets, settings);
        if (withoutSecrets != config) {
            settings.removeIf(setting -> SecretKeys.isSecret(setting.key()));
            Set<Setting> all = new LinkedHashSet<>();
            collectResolved(config, all);
            all.removeIf(setting -> !SecretKeys.isSecret(setting.key()));
            settings.addAll(all);
        }
        if (visited > MAX_VALUES) {
            throw new ConfigException.Generic("its substitutions repeat too much");
        }
        List<Setting> sorted = new ArrayList<>(settings);
        sorted.sort(Comparator.comparingInt((Setting setting) -> setting.at().line())
                .thenComparingInt(setting -> setting.at().column())
                .thenComparing(Setting::key)
                .thenComparing(Setting::value));
        return sorted;
    }

    private void collectResolved(Config config, Set<Setting> settings) {
        HoconSubstitutions substitutions = new HoconSubstitutions();
        collect(substitutions.resolve(config).root(), "", settings);
        if (substitutions.hasUndefined()) {
            collect(resolveWithoutSubstitutes(config).root(), "", settings);
        }
    }

    // The values that remain if nothing outside of the file defines a substitution.
    private static Config resolveWithoutSubstitutes(Config config) {
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
        if (++visited > MAX_VALUES) {
            return;
        }
        if (value instanceof ConfigObject object) {
            if (HoconSubstitutions.hasUnknownKeys(object)) {
                settings.add(new Setting(path, Setting.UNKNOWN_VALUE, positions.position(name, value), file));
            }
            collect(object, path, settings);
        } else if (value instanceof ConfigList list) {
            for (ConfigValue item : list) {
                collect(item, path, name, settings);
            }
        } else {
            text(value).ifPresent(text -> settings.add(new Setting(path, text, positions.position(name, value), file)));
        }
    }

    /** Returns the text of a value; numbers as in the file. */
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

    private List<String> includeWarnings() {
        return includes.names().stream()
                .filter(name -> !isScanned.test(name))
                .map(name -> FileSettings.display(file) + " includes " + SafeText.quote(name)
                        + ", which is not among the files that are read, so cookies that it names may be missing")
                .toList();
    }

    // The library's message, without the position in front of it and the advice to programmers behind it.
    private String reason(ConfigException e) {
        String message = String.valueOf(e.getMessage());
        int line = e.origin() == null ? -1 : e.origin().lineNumber();
        int end = message.indexOf(
                ": ", message.startsWith(HoconSubstitutions.OF_THE_FILE) ? message.indexOf(": ") + 1 : 0);
        String text = line > 0 && message.startsWith(HoconSubstitutions.OF_THE_FILE) && end > 0
                ? message.substring(end + 2)
                : message;
        String reason = text.lines().findFirst().orElse("").strip();
        int advice = reason.indexOf(" (if you ");
        reason = advice < 0 ? reason : reason.substring(0, advice);
        reason = reason.length() > MAX_REASON_LENGTH ? reason.substring(0, MAX_REASON_LENGTH) + "…" : reason;
        return (line > 0 ? "line " + line + ": " : "") + SafeText.line(reason.replaceAll("[.\\s]+$", ""));
    }
}
