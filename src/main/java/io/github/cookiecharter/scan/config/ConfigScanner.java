package io.github.cookiecharter.scan.config;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Looks at configuration, and at which frameworks own code puts to use: the cookies that configuration names, and those
 * that frameworks set by default. Files come one by one; what they say together is known at the end.
 */
public final class ConfigScanner {

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

    /** Whether a file of this path can say anything here. */
    public static boolean wants(String path) {
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

    /** Takes a file, one that {@link #wants} told of. */
    public void add(TextFile file) {
        TextFile kept = file.text().length() <= LARGEST
                ? file
                : new TextFile(file.path(), file.origin(), file.text().substring(0, LARGEST));
        if (MetadataReader.wants(file.path())) {
            metadata.add(kept);
        } else if (file.isOwn() || isReadFromDependencies(file.path())) {
            files.add(kept);
        }
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
        List<Setting> settings = new ArrayList<>();
        if (speaks) {
            for (TextFile file : files) {
                settings.addAll(read(file));
            }
        }
        Set<CodePlace> named = new HashSet<>();
        for (Evidence evidence : seen) {
            named.add(evidence.place());
        }
        return new ConfigEvaluator(FrameworkCatalogue.read(), settings, uses, named).evidence(metadata);
    }

    private static List<Setting> read(TextFile file) {
        String path = file.path().toLowerCase(Locale.ROOT);
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (PageUsages.wants(name)) {
            return PageUsages.read(file);
        }
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return YamlReader.read(file);
        }
        if (name.endsWith(".xml")) {
            return mentions(file.text()) ? XmlReader.read(file) : List.of();
        }
        if (name.endsWith(".conf")) {
            return HoconReader.read(file);
        }
        if (name.endsWith(".ini")) {
            return ShiroReader.read(file);
        }
        return PropertiesReader.read(file);
    }

    private static boolean mentions(String text) {
        for (int i = 0; i < text.length(); i++) {
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
