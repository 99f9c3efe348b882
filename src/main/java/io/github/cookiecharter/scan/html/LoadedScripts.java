package io.github.cookiecharter.scan.html;

import io.github.cookiecharter.scan.model.ApiUsages;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.TextFile;
import io.github.cookiecharter.scan.model.TextFileConsumer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which scripts and pages in dependencies the application loads: those that a page or another script names, those of a tag library that
 * a page declares, and those beside classes that the application uses. Any other one merely lies in its archive.
 */
public final class LoadedScripts implements TextFileConsumer {

    private static final Pattern FILE_NAME = Pattern.compile("([A-Za-z0-9_][\\w.-]*)\\.(?:[mc]?js|x?html?)\\b");
    private static final Pattern MODULE = Pattern.compile("(?:from|import|require\\()\\s*['\"]([\\w@./-]+)['\"]");
    private static final Pattern NAMESPACE = Pattern.compile("xmlns(?::\\w+)?\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Pattern TAG_LIBRARY = Pattern.compile("(?:uri|library)\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Pattern TYPE = Pattern.compile("\\b((?:[a-z][\\w]*\\.){2,})[A-Z]\\w*");

    /** How many parts of a package identify a library, at least where the package has so many. */
    private static final int PACKAGE_PARTS = 4;

    private static final List<String> SERVED =
            List.of("META-INF/resources/", "static/", "public/", "resources/", "templates/", "WEB-INF/");

    private static final String RESOURCES = "META-INF/resources/";

    private final Set<String> names = new HashSet<>();
    private final Set<String> libraries = new HashSet<>();
    private final Set<String> packages = new HashSet<>();

    @Override
    public boolean supports(String path) {
        return ScriptFileNames.isScanned(path) || isDescriptor(path);
    }

    private static boolean isDescriptor(String path) {
        return path.endsWith("web.xml") || path.endsWith("web-fragment.xml");
    }

    @Override
    public void accept(TextFile file) {
        if (isDescriptor(file.path())) {
            collect(TYPE, file.text(), packages);
        } else if (file.isOwn() || (ScriptFileNames.isPage(file.path()) && isServed(file.path()))) {
            collect(FILE_NAME, file.text(), names);
            if (file.isOwn()) {
                collect(MODULE, file.text(), names);
                collect(NAMESPACE, file.text(), libraries);
                collect(TAG_LIBRARY, file.text(), libraries);
            }
        }
    }

    /**
     * What files mention.
     *
     * @param names the names of scripts and modules
     * @param libraries the libraries whose tags a page declares
     * @param packages the packages of classes that a descriptor names
     */
    public record Mentions(List<String> names, List<String> libraries, List<String> packages) {

        public Mentions {
            names = List.copyOf(names);
            libraries = List.copyOf(libraries);
            packages = List.copyOf(packages);
        }
    }

    /** Returns what the files mention that it has accepted so far. */
    public Mentions mentions() {
        return new Mentions(sorted(names), sorted(libraries), sorted(packages));
    }

    private static List<String> sorted(Set<String> texts) {
        return texts.stream().sorted().toList();
    }

    /** Adds what files mention that another one, perhaps in an earlier build, has accepted. */
    public void accept(Mentions mentions) {
        names.addAll(mentions.names());
        libraries.addAll(mentions.libraries());
        packages.addAll(mentions.packages());
    }

    private static void collect(Pattern pattern, String text, Set<String> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            into.add(withoutSuffix(matcher.group(1)));
        }
    }

    /** Returns a path without the suffixes of scripts, pages and minified copies. */
    private static String withoutSuffix(String path) {
        return path.replaceFirst("\\.([mc]?js|x?html?)$", "").replaceFirst("[.-]min$", "");
    }

    /** Adds the classes of libraries that the application's own code uses. */
    public void addUsages(ApiUsages usages) {
        for (String usage : usages.calls().keySet()) {
            int hash = usage.indexOf('#');
            String type = hash < 0 ? usage : usage.substring(0, hash);
            int dot = type.lastIndexOf('.');
            if (dot > 0) {
                packages.add(type.substring(0, dot + 1));
            }
        }
    }

    /** Returns whether evidence is in the application itself, in a page or a class, or in a script that is loaded. */
    public boolean isInUse(Evidence evidence) {
        return evidence.isOwn()
                || !(evidence.place() instanceof CodePlace.Text text)
                || !ScriptFileNames.isScanned(text.path())
                || (ScriptFileNames.isPage(text.path()) && isServed(text.path()))
                || isLoaded(text.path());
    }

    // Servlet containers and Spring Boot serve what is in these folders of an archive; its templates belong to its
    // code.
    private static boolean isServed(String path) {
        return SERVED.stream().anyMatch(path::startsWith);
    }

    private boolean isLoaded(String path) {
        String name = withoutSuffix(path.substring(path.lastIndexOf('/') + 1));
        if (names.contains(name) || names.stream().anyMatch(module -> module.endsWith("/" + name))) {
            return true;
        }
        int at = path.indexOf(RESOURCES);
        String resource = at < 0 ? path : path.substring(at + RESOURCES.length());
        int slash = resource.indexOf('/');
        String library = slash < 0 ? "" : resource.substring(0, slash).toLowerCase(Locale.ROOT);
        return (at >= 0 && !library.isEmpty() && isDeclared(library)) || isBesideUsedClass(resource);
    }

    private boolean isDeclared(String library) {
        return libraries.stream().anyMatch(uri -> uri.toLowerCase(Locale.ROOT).contains(library));
    }

    private boolean isBesideUsedClass(String resource) {
        for (String used : packages) {
            String[] parts = used.split("\\.");
            StringBuilder folder = new StringBuilder();
            for (int i = 0; i < Math.min(parts.length, PACKAGE_PARTS); i++) {
                folder.append(parts[i]).append('/');
            }
            // Some libraries keep their resources below a part of their package, such as support/http/resources.
            String tail = parts.length < 2 ? "?" : parts[parts.length - 2] + "/" + parts[parts.length - 1] + "/";
            if (resource.startsWith(folder.toString()) || resource.startsWith(tail)) {
                return true;
            }
        }
        return false;
    }
}
