package io.github.cookiecharter.scan.config;

import io.github.cookiecharter.scan.config.reader.ConfigKeys;
import io.github.cookiecharter.scan.config.reader.SecretKeys;
import io.github.cookiecharter.scan.config.reader.Setting;
import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.model.BeanValue;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.ConfigurationLookup;
import io.github.cookiecharter.scan.model.ConfiguredValues;
import io.github.cookiecharter.scan.model.TextFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Answers what code reads from the configuration; it reads the files when the first question is asked. */
final class ProjectConfiguration implements ConfigurationLookup {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_ALTERNATIVES = 16;

    private final Supplier<List<Setting>> source;
    private final BooleanSupplier hasBeans;
    private Optional<Boolean> knownBeans = Optional.empty();
    private Optional<Loaded> loaded = Optional.empty();

    /**
     * The settings, and what was derived from them.
     *
     * @param byKey finds the settings of a key in its canonical spelling
     */
    private record Loaded(
            List<Setting> settings,
            SettingIndex byKey,
            PlaceholderResolver placeholders,
            InitParameters parameters,
            List<BeanValue> beans) {}

    /**
     * Creates a configuration.
     *
     * @param source reads the settings of all files
     * @param hasBeans whether a file defines objects, so that its settings must be read
     */
    ProjectConfiguration(Supplier<List<Setting>> source, BooleanSupplier hasBeans) {
        this.source = source;
        this.hasBeans = hasBeans;
    }

    private Loaded load() {
        Loaded known = loaded.orElse(null);
        if (known == null) {
            List<Setting> settings = source.get();
            PlaceholderResolver placeholders = new PlaceholderResolver(settings);
            known = new Loaded(
                    settings,
                    new SettingIndex(settings),
                    placeholders,
                    InitParameters.of(settings),
                    beans(settings, placeholders));
            loaded = Optional.of(known);
        }
        return known;
    }

    @Override
    public ConfiguredValues property(String key) {
        String canonical = ConfigKeys.canonical(key);
        List<Setting> all = load().byKey().find(canonical);
        Collected collected = new Collected(key);
        // What is nearer to the application takes precedence, unless it holds in one profile only.
        collected.add(all, setting -> setting.file().isOwn() && isApplicationFile(setting.file()));
        collected.add(all, setting -> setting.file().isOwn() && !isApplicationFile(setting.file()));
        collected.add(all, setting -> !setting.file().isOwn());
        return collected.values();
    }

    /** The values that were found so far, the nearest files first. */
    private final class Collected {

        private final String key;
        private final Set<String> notations = new LinkedHashSet<>();
        private boolean isConditional = true;

        Collected(String key) {
            this.key = key;
        }

        void add(List<Setting> settings, Predicate<Setting> selected) {
            if (!isConditional) {
                return;
            }
            for (Setting setting : settings) {
                if (selected.test(setting) && !setting.value().isEmpty()) {
                    notations.add(notation(key, setting));
                    isConditional &= isProfileSpecific(setting);
                }
            }
        }

        ConfiguredValues values() {
            return new ConfiguredValues(List.copyOf(notations), isConditional);
        }
    }

    private String notation(String key, Setting setting) {
        return SecretKeys.isSecret(key)
                ? AbstractString.ANY.notation()
                : load().placeholders().resolve(setting.value()).notation();
    }

    static boolean isApplicationFile(TextFile file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return name.startsWith("application")
                || name.startsWith("bootstrap")
                || name.startsWith("config")
                || name.startsWith("microprofile-config")
                || name.equals(".env")
                || name.endsWith(".conf");
    }

    private static boolean isProfileSpecific(Setting setting) {
        String name = setting.file().path().substring(setting.file().path().lastIndexOf('/') + 1);
        return setting.key().startsWith("%")
                || name.startsWith("application-")
                || name.startsWith("bootstrap-")
                || name.startsWith("microprofile-config-");
    }

    @Override
    public ConfiguredValues expand(String text) {
        Set<String> notations = expand(text, 0);
        boolean isKnown = notations.stream().map(AbstractString::new).anyMatch(one -> !one.isUnknown());
        return isKnown ? new ConfiguredValues(List.copyOf(notations), false) : ConfiguredValues.NONE;
    }

    private Set<String> expand(String text, int depth) {
        int start = text.indexOf("${");
        if (start < 0 || depth > MAX_DEPTH) {
            boolean isExpression = text.contains("#{") || text.contains("${");
            return Set.of(isExpression ? AbstractString.ANY.notation() : text);
        }
        int end = PlaceholderResolver.closingBrace(text, start + 1);
        String inner = text.substring(start + 2, Math.max(start + 2, end - 1));
        int colon = inner.indexOf(':');
        ConfiguredValues values = property((colon < 0 ? inner : inner.substring(0, colon)).strip());
        Set<String> middle = new LinkedHashSet<>(values.notations());
        if (values.isConditional() && colon >= 0) {
            middle.addAll(expand(inner.substring(colon + 1), depth + 1));
        }
        if (middle.isEmpty()) {
            middle.add(AbstractString.ANY.notation());
        }
        Set<String> all = new LinkedHashSet<>();
        for (String rest : expand(text.substring(end), depth + 1)) {
            for (String value : middle) {
                if (all.size() < MAX_ALTERNATIVES) {
                    all.add(text.substring(0, start) + value + rest);
                }
            }
        }
        return all;
    }

    @Override
    public ConfiguredValues fileEntry(String key, Set<String> files) {
        Set<String> notations = new LinkedHashSet<>();
        for (Setting setting : load().byKey().find(ConfigKeys.canonical(key))) {
            if (setting.key().equals(key)
                    && setting.file().path().endsWith(".properties")
                    && isOneOf(setting.file().path(), files)
                    && !setting.value().isEmpty()) {
                notations.add(SecretKeys.isSecret(key) ? AbstractString.ANY.notation() : setting.value());
            }
        }
        return new ConfiguredValues(List.copyOf(notations), notations.isEmpty());
    }

    /** Returns whether a path is that of one of the files, with any language and below any source folder. */
    private static boolean isOneOf(String path, Set<String> files) {
        String base = path.substring(0, path.length() - ".properties".length());
        for (String file : files) {
            int at = ("/" + base).lastIndexOf("/" + file);
            String rest = at < 0 ? "?" : ("/" + base).substring(at + 1 + file.length());
            if (rest.isEmpty() || rest.startsWith("_")) {
                return true;
            }
        }
        return files.isEmpty();
    }

    @Override
    public ConfiguredValues contextParameter(String name) {
        return expanded(load().parameters().ofContext(name));
    }

    @Override
    public ConfiguredValues initParameter(String name, Set<String> types) {
        return expanded(load().parameters().ofComponents(name, types));
    }

    private ConfiguredValues expanded(Set<String> values) {
        Set<String> notations = new LinkedHashSet<>();
        for (String value : values) {
            notations.add(load().placeholders().resolve(value).notation());
        }
        return new ConfiguredValues(List.copyOf(notations), notations.isEmpty());
    }

    @Override
    public List<BeanValue> beanValues() {
        boolean present = knownBeans.orElseGet(hasBeans::getAsBoolean);
        knownBeans = Optional.of(present);
        return present ? load().beans() : List.of();
    }

    private static List<BeanValue> beans(List<Setting> settings, PlaceholderResolver placeholders) {
        List<BeanValue> beans = new ArrayList<>();
        for (Setting setting : settings) {
            String key = setting.key();
            int hash = key.indexOf('#');
            int bracket = key.indexOf('[', hash + 1);
            if (hash <= 0 || (bracket < 0 && key.endsWith("<init>"))) {
                continue;
            }
            boolean isSetter = bracket < 0;
            beans.add(new BeanValue(
                    key.substring(0, hash),
                    isSetter ? key.substring(hash + 1) : key.substring(hash + 1, bracket),
                    isSetter ? "" : key.substring(bracket + 1, key.length() - 1),
                    placeholders.resolve(setting.value()).notation(),
                    new CodePlace.Text(setting.file().path(), setting.at()),
                    setting.file().origin()));
        }
        return beans;
    }
}
