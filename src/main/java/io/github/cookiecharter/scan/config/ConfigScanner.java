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
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.TextFile;
import io.github.cookiecharter.scan.model.TextFileConsumer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks at configuration, and at which frameworks own code puts to use: the cookies that configuration names, and those
 * that frameworks set by default. Files come one by one; what they say together is known at the end.
 */
public final class ConfigScanner implements TextFileConsumer {

    private static final int LARGEST = 1_000_000;

    /** Words of which a configuration has one that says anything of cookies. */
    private static final List<String> WORDS = List.of(
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
    private final List<TextFile> metadata = new ArrayList<>();
    private final Set<String> unread = new TreeSet<>();
    private boolean incomplete;

    @Override
    public boolean supports(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        return isConfiguration(name, lower) || PageUsages.wants(name) || MetadataReader.wants(path);
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
        if (MetadataReader.wants(file.path())) {
            metadata.add(file);
        } else if (file.isOwn() || isReadFromDependencies(file.path())) {
            files.add(file);
        }
    }

    /** What {@link #finish} could not read and why, one sentence each without a full stop at its end. */
    public List<String> unread() {
        return List.copyOf(unread);
    }

    // What a dependency contains counts only where the containers and frameworks read it from there.
    private static boolean isReadFromDependencies(String path) {
        return path.equals("META-INF/web-fragment.xml")
                || path.equals("META-INF/microprofile-config.properties")
                || ((path.startsWith("application.") || path.startsWith("application-")) && path.indexOf('/') < 0);
    }

    /**
     * What the files and the uses together say.
     *
     * @param uses what own code puts to use
     */
    public List<Evidence> finish(ApiUsages uses) {
        return finish(uses, List.of());
    }

    /**
     * What the files and the uses together say.
     *
     * @param uses what own code puts to use
     * @param seen what the classes were seen to set: a constructor that is given a name there leaves no default
     */
    public List<Evidence> finish(ApiUsages uses, List<Evidence> seen) {
        files.sort(Comparator.comparing(TextFile::path).thenComparing(TextFile::origin));
        boolean speaks = false;
        for (TextFile file : files) {
            if (PageUsages.wants(file.path().toLowerCase(Locale.ROOT)) || mentions(file.text())) {
                speaks = true;
                break;
            }
        }
        if (!speaks && uses.calls().isEmpty()) {
            return List.of();
        }
        List<Setting> settings = speaks ? settings() : List.of();
        Set<CodePlace> named = new HashSet<>();
        for (Evidence evidence : seen) {
            named.add(evidence.place());
        }
        return new ConfigEvaluator(FrameworkCatalogue.read(), settings, uses, named, incomplete).evidence(described());
    }

    private List<Setting> settings() {
        Set<String> names = new HashSet<>();
        for (TextFile file : files) {
            names.add(baseName(file.path()));
        }
        List<Setting> settings = new ArrayList<>();
        for (TextFile file : files) {
            FileSettings read = read(file, names);
            settings.addAll(read.settings());
            // A file without any of the words names no cookie: what it is, and whether it is broken, is of no interest.
            if (!read.unread().isEmpty() && mentions(file.text())) {
                unread.addAll(read.unread());
                incomplete |=
                        file.isOwn() && file.text().toLowerCase(Locale.ROOT).contains("cookie");
            }
        }
        return settings;
    }

    private List<MetadataReader.NameKey> described() {
        List<MetadataReader.NameKey> described = new ArrayList<>();
        for (TextFile file : metadata) {
            MetadataReader.NameKeys keys = MetadataReader.read(file);
            described.addAll(keys.keys());
            keys.unread().ifPresent(unread::add);
        }
        return described;
    }

    /** The name that an inclusion has for a file: without folders, and without its ending. */
    private static String baseName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 && List.of("conf", "json", "properties").contains(name.substring(dot + 1))
                ? name.substring(0, dot)
                : name;
    }

    private static FileSettings read(TextFile file, Set<String> names) {
        String path = file.path().toLowerCase(Locale.ROOT);
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (PageUsages.wants(name)) {
            return FileSettings.of(PageUsages.read(beginning(file)));
        }
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return isLarge(file) ? large(file, "YAML") : YamlReader.read(file);
        }
        if (name.endsWith(".xml")) {
            return !mentions(file.text())
                    ? FileSettings.of(List.of())
                    : isLarge(file) ? large(file, "XML") : XmlReader.read(file);
        }
        if (name.endsWith(".conf")) {
            return isLarge(file)
                    ? large(file, "HOCON")
                    : HoconReader.read(file, other -> names.contains(baseName(other)));
        }
        if (name.endsWith(".ini")) {
            return FileSettings.of(ShiroReader.read(beginning(file)));
        }
        return FileSettings.of(PropertiesReader.read(beginning(file)));
    }

    private static boolean isLarge(TextFile file) {
        return file.text().length() > LARGEST;
    }

    // A part of it would be no valid file, or another one.
    private static FileSettings large(TextFile file, String format) {
        return new FileSettings(
                List.of(), List.of(FileSettings.refusal(file, format, "it is longer than a million characters")));
    }

    private static TextFile beginning(TextFile file) {
        return isLarge(file)
                ? new TextFile(file.path(), file.origin(), file.text().substring(0, LARGEST))
                : file;
    }

    private static boolean mentions(String text) {
        for (int i = 0; i < Math.min(text.length(), LARGEST); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'z' && isWordAt(text, i, c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWordAt(String text, int at, char first) {
        for (String word : WORDS) {
            char initial = word.charAt(0);
            if ((first == initial || first == initial - 32) && text.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
