package io.github.cookiecharter.scan.config;

import io.github.cookiecharter.scan.config.reader.FileSettings;
import io.github.cookiecharter.scan.config.reader.HoconReader;
import io.github.cookiecharter.scan.config.reader.MetadataReader;
import io.github.cookiecharter.scan.config.reader.PropertiesReader;
import io.github.cookiecharter.scan.config.reader.Setting;
import io.github.cookiecharter.scan.config.reader.ShiroReader;
import io.github.cookiecharter.scan.config.reader.XmlReader;
import io.github.cookiecharter.scan.config.reader.YamlReader;
import io.github.cookiecharter.scan.model.ApiUsages;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.ConfigurationLookup;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.TextFile;
import io.github.cookiecharter.scan.model.TextFileConsumer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Finds the cookies that configuration files name, and those that the frameworks in use set by default. It collects the files
 * one by one and evaluates all of them in {@link #finish}.
 */
public final class ConfigScanner implements TextFileConsumer {

    private static final int MAX_CHARACTERS = 1_000_000;

    /** Keywords: a configuration file without any of them sets no cookie. */
    private static final List<String> KEYWORDS = List.of(
            "cookie",
            "session",
            "oidc",
            "security",
            "csrf",
            "remember",
            "auth",
            "login",
            "sso",
            "singlesignon",
            "ltpa",
            "locale",
            "faces",
            "wicket",
            "vaadin",
            "zkoss",
            "shiro",
            "javamelody",
            "httponly",
            "maxage");

    private final List<TextFile> files = new ArrayList<>();
    private final List<MetadataReader.NameKeys> metadata = new ArrayList<>();
    private final Set<String> warnings = new TreeSet<>();
    private final ProjectConfiguration configuration = new ProjectConfiguration(this::readSettings, this::hasBeans);
    private Optional<List<Setting>> settingsRead = Optional.empty();
    private boolean hasUnreadFiles;

    @Override
    public boolean supports(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        return isConfiguration(name, lower) || PageUsages.supports(name) || MetadataReader.supports(path);
    }

    private static boolean isConfiguration(String name, String path) {
        if (name.equals("pom.xml") || name.equals("reference.conf") || path.contains("meta-inf/maven/")) {
            return false;
        }
        return name.endsWith(".properties")
                || name.endsWith(".yml")
                || name.endsWith(".yaml")
                || name.endsWith(".xml")
                || name.endsWith(".conf")
                || name.equals("shiro.ini")
                || name.equals(".env");
    }

    /** Accepts a file that it supports. */
    @Override
    public void accept(TextFile file) {
        if (MetadataReader.supports(file.path())) {
            metadata.add(MetadataReader.read(file));
        } else if (file.isOwn() || isReadFromDependencies(file.path())) {
            files.add(file);
        }
    }

    /**
     * The files that a scanner has accepted, as far as it needs them.
     *
     * @param files the configuration files
     * @param metadata what was read from the metadata
     */
    public record Accepted(List<TextFile> files, List<MetadataReader.NameKeys> metadata) {

        public Accepted {
            files = List.copyOf(files);
            metadata = List.copyOf(metadata);
        }
    }

    /** Returns the files that it has accepted so far. */
    public Accepted accepted() {
        return new Accepted(files, metadata);
    }

    /** Accepts the files that another scanner, perhaps in an earlier build, has accepted. */
    public void accept(Accepted accepted) {
        files.addAll(accepted.files());
        metadata.addAll(accepted.metadata());
    }

    /** Returns what {@link #finish} could not read and why, one sentence each without a full stop at its end. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    // A dependency's configuration counts only at the paths from which containers and frameworks read it.
    private static boolean isReadFromDependencies(String path) {
        return path.equals("META-INF/web-fragment.xml")
                || path.equals("META-INF/microprofile-config.properties")
                || ((path.startsWith("application.") || path.startsWith("application-")) && path.indexOf('/') < 0);
    }

    /**
     * Evaluates the files together with the uses of frameworks.
     *
     * @param usages the uses of libraries in the project's own code
     */
    public List<Evidence> finish(ApiUsages usages) {
        return finish(usages, List.of(), type -> false);
    }

    /**
     * Evaluates the files together with the uses of frameworks and the evidence in classes.
     *
     * @param usages the uses of libraries in the project's own code
     * @param classEvidence the evidence in classes: a constructor call that passes a name sets no default cookie
     * @param isOnClassPath whether a class, by its binary name, is on the class path
     */
    public List<Evidence> finish(ApiUsages usages, List<Evidence> classEvidence, Predicate<String> isOnClassPath) {
        files.sort(Comparator.comparing(TextFile::path).thenComparing(TextFile::origin));
        boolean isRelevant = false;
        for (TextFile file : files) {
            if (PageUsages.supports(file.path().toLowerCase(Locale.ROOT)) || containsKeyword(file.text())) {
                isRelevant = true;
                break;
            }
        }
        if (!isRelevant && usages.calls().isEmpty()) {
            return List.of();
        }
        List<Setting> settings = isRelevant ? readSettings() : List.of();
        Set<CodePlace> named = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Evidence evidence : classEvidence) {
            named.add(evidence.place());
            if (evidence.isOwn()) {
                evidence.name().ifPresent(names::add);
            }
        }
        return new ConfigEvaluator(
                        FrameworkCatalogue.read(), settings, usages, named, names, isOnClassPath, hasUnreadFiles)
                .evaluate(readMetadata());
    }

    /** Returns what code reads from the files; all files must have been accepted. */
    public ConfigurationLookup lookup() {
        return configuration;
    }

    private boolean hasBeans() {
        return files.stream()
                .anyMatch(file -> file.path().endsWith(".xml")
                        && (file.text().contains("<bean") || file.text().contains(":bean")));
    }

    private List<Setting> readSettings() {
        if (settingsRead.isEmpty()) {
            files.sort(Comparator.comparing(TextFile::path).thenComparing(TextFile::origin));
            settingsRead = Optional.of(readAllSettings());
        }
        return settingsRead.get();
    }

    private List<Setting> readAllSettings() {
        Set<String> scannedNames = new HashSet<>();
        for (TextFile file : files) {
            scannedNames.add(baseName(file.path()));
        }
        List<Setting> settings = new ArrayList<>();
        for (TextFile file : files) {
            FileSettings fileSettings = read(file, scannedNames);
            settings.addAll(fileSettings.settings());
            // A file without a keyword names no cookie, so a warning that it is malformed would not help.
            if (!fileSettings.warnings().isEmpty() && containsKeyword(file.text())) {
                warnings.addAll(fileSettings.warnings());
                hasUnreadFiles |=
                        file.isOwn() && file.text().toLowerCase(Locale.ROOT).contains("cookie");
            }
        }
        return settings;
    }

    private List<MetadataReader.NameKey> readMetadata() {
        List<MetadataReader.NameKey> described = new ArrayList<>();
        for (MetadataReader.NameKeys keys : metadata) {
            described.addAll(keys.keys());
            keys.warning().ifPresent(warnings::add);
        }
        return described;
    }

    /** Returns the name by which an inclusion refers to a file: without folders and without its extension. */
    private static String baseName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 && List.of("conf", "json", "properties").contains(name.substring(dot + 1))
                ? name.substring(0, dot)
                : name;
    }

    private static FileSettings read(TextFile file, Set<String> scannedNames) {
        String path = file.path().toLowerCase(Locale.ROOT);
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (PageUsages.supports(name)) {
            return FileSettings.of(PageUsages.read(truncate(file)));
        }
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return isLarge(file) ? tooLarge(file, "YAML") : YamlReader.read(file);
        }
        if (name.endsWith(".xml")) {
            return !containsKeyword(file.text()) && !isDescriptor(name, file.text())
                    ? FileSettings.of(List.of())
                    : isLarge(file) ? tooLarge(file, "XML") : XmlReader.read(file);
        }
        if (name.endsWith(".conf")) {
            return isLarge(file)
                    ? tooLarge(file, "HOCON")
                    : HoconReader.read(file, other -> scannedNames.contains(baseName(other)));
        }
        if (name.endsWith(".ini")) {
            return FileSettings.of(ShiroReader.read(truncate(file)));
        }
        return FileSettings.of(PropertiesReader.read(truncate(file)));
    }

    // Code may read any parameter of a deployment descriptor, and a bean definition may pass any value.
    private static boolean isDescriptor(String name, String text) {
        return name.equals("web.xml")
                || name.equals("web-fragment.xml")
                || name.equals("context.xml")
                || text.contains("<bean")
                || text.contains(":bean");
    }

    private static boolean isLarge(TextFile file) {
        return file.text().length() > MAX_CHARACTERS;
    }

    // The beginning alone would be malformed, or have another meaning.
    private static FileSettings tooLarge(TextFile file, String format) {
        return new FileSettings(
                List.of(), List.of(FileSettings.parserWarning(file, format, "it is longer than a million characters")));
    }

    private static TextFile truncate(TextFile file) {
        return isLarge(file)
                ? new TextFile(file.path(), file.origin(), file.text().substring(0, MAX_CHARACTERS))
                : file;
    }

    private static boolean containsKeyword(String text) {
        for (int i = 0; i < Math.min(text.length(), MAX_CHARACTERS); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'z' && isWordAt(text, i, c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWordAt(String text, int at, char first) {
        for (String word : KEYWORDS) {
            char initial = word.charAt(0);
            if ((first == initial || first == initial - 32) && text.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
