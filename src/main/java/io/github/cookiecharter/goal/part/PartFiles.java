package io.github.cookiecharter.goal.part;

import io.github.cookiecharter.declaration.Parts;
import io.github.cookiecharter.declaration.Parts.PartFile;
import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.output.Fingerprint;
import io.github.cookiecharter.output.OutputException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that a declaration includes, and those that they include. Each is read once. */
public final class PartFiles implements Parts {

    // Deeper than a declaration may include.
    private static final int MAX_DEPTH = 12;

    private final Path declaration;
    private final Path root;
    private final DependencyParts dependencies;
    private final Reader reader;
    private final Map<String, Lookup> found = new HashMap<>();
    private final Set<String> foreseen = new HashSet<>();
    private boolean surprised;

    /** Reads a part with the translators' files beside it. */
    @FunctionalInterface
    public interface Reader {

        /**
         * Reads a part.
         *
         * @param place its path relative to the declaration, with slashes
         */
        PartFile read(String place, Path path) throws OutputException;
    }

    /**
     * Creates the parts of a declaration.
     *
     * @param declaration its path, absolute
     * @param root the folder outside which no part lies
     * @param dependencies finds the module's dependencies
     */
    public PartFiles(Path declaration, Path root, DependencyParts dependencies, Reader reader) {
        this.declaration = declaration.normalize();
        this.root = root;
        this.dependencies = dependencies;
        this.reader = reader;
    }

    @Override
    public Lookup find(String from, String entry) {
        Lookup lookup = lookUp(from, entry);
        if (lookup instanceof Found part && !foreseen.contains(part.part().place())) {
            surprised = true;
        }
        return lookup;
    }

    /** Returns whether all parts that were found are in the fingerprint. */
    public boolean haveBeenForeseen() {
        return !surprised;
    }

    /**
     * Adds what a declaration includes, without the YAML reader, whose loading would cost more than the rest of a build
     * without changes. What this overlooks, {@link #haveBeenForeseen} tells later.
     *
     * @param content the declaration's content
     */
    public void addTo(Fingerprint fingerprint, byte[] content) {
        add(fingerprint, "", content, 0);
    }

    private void add(Fingerprint fingerprint, String from, byte[] content, int depth) {
        List<String> entries = depth > MAX_DEPTH ? List.of() : IncludeLines.entries(content);
        for (String entry : entries) {
            if (!(lookUp(from, entry) instanceof Found found)) {
                fingerprint.add("no part " + from + " " + entry, "");
                continue;
            }
            PartFile part = found.part();
            if (foreseen.add(part.place())) {
                fingerprint.add("part " + part.place(), part.content());
                for (TranslationFile translation : part.translations()) {
                    fingerprint.add("texts " + translation.name(), translation.content());
                }
                add(fingerprint, part.place(), part.content(), depth + 1);
            }
        }
    }

    private Lookup lookUp(String from, String entry) {
        return found.computeIfAbsent(
                from + "\n" + entry, key -> isDependency(entry) ? dependency(entry) : file(from, entry));
    }

    // A path of Windows has a drive of one letter.
    private static boolean isDependency(String entry) {
        int colon = entry.indexOf(':');
        return colon > 1 && entry.indexOf('/') < 0 && entry.indexOf('\\') < 0;
    }

    private Lookup dependency(String entry) {
        String[] parts = entry.split(":", -1);
        if (parts.length != 2 || parts[1].isBlank()) {
            return new Refused("is no dependency: write it as groupId:artifactId");
        }
        try {
            Optional<PartFile> part = ShippedPart.read(entry, dependencies.locate(parts[0], parts[1]));
            return part.isPresent()
                    ? new Found(part.get())
                    : new Refused("ships no " + ShippedPart.FOLDER + "cookies.yaml: remove it here, or let the library"
                            + " have one among its resources");
        } catch (OutputException e) {
            return new Refused(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Refused("cannot be read: check its permissions");
        }
    }

    private Lookup file(String from, String entry) {
        if (from.indexOf(':') >= 0) {
            return new Refused("is a file, and a part that a dependency ships may include dependencies alone");
        }
        Path path;
        try {
            path = declaration.resolveSibling(from).resolveSibling(entry).normalize();
        } catch (InvalidPathException e) {
            return new Refused("is no path that this system knows: write one such as shared/company.yaml");
        }
        if (from.isEmpty()) {
            path = declaration.resolveSibling(entry).normalize();
        }
        if (!path.toFile().isFile()) {
            return new Refused(
                    path.toFile().isDirectory()
                            ? "is a folder: name the file in it"
                            : "does not exist: paths are relative to the file that includes");
        }
        try {
            if (!path.toRealPath().startsWith(root.toRealPath())) {
                return new Refused("lies outside the project's root folder: move it into the project");
            }
            String place = declaration.resolveSibling("").relativize(path).toString();
            return new Found(reader.read(place.replace(File.separatorChar, '/'), path));
        } catch (IOException | IllegalArgumentException e) {
            return new Refused("cannot be read: check its permissions");
        } catch (OutputException e) {
            return new Refused("cannot be read: " + e.getMessage());
        }
    }

    /** The entries of {@code include}, as far as the text shows them without a YAML reader. */
    private static final class IncludeLines {

        private static final String KEY = "include:";

        private IncludeLines() {}

        static List<String> entries(byte[] content) {
            String text = new String(content, StandardCharsets.UTF_8);
            int start = text.startsWith(KEY) ? 0 : text.indexOf("\n" + KEY);
            if (start < 0) {
                return List.of();
            }
            StringBuilder list = new StringBuilder();
            boolean isFirst = true;
            for (String line : text.substring(start).strip().lines().toList()) {
                boolean belongs = isFirst || line.isBlank() || " \t-#]".indexOf(line.charAt(0)) >= 0;
                if (!belongs) {
                    break;
                }
                String rest = isFirst ? line.substring(KEY.length()) : line;
                list.append(withoutComment(rest)).append('\n');
                isFirst = false;
            }
            return split(list.toString());
        }

        private static String withoutComment(String line) {
            int comment = line.stripLeading().startsWith("#") ? 0 : line.indexOf(" #");
            return comment < 0 ? line : line.substring(0, comment);
        }

        private static List<String> split(String list) {
            Set<String> entries = new HashSet<>();
            for (String part : list.split("[\\[\\],\n]", -1)) {
                String entry = part.strip();
                entry = entry.startsWith("- ") ? entry.substring(2).strip() : entry;
                boolean isQuoted = entry.length() > 1
                        && (entry.charAt(0) == '"' || entry.charAt(0) == '\'')
                        && entry.charAt(0) == entry.charAt(entry.length() - 1);
                entry = isQuoted ? entry.substring(1, entry.length() - 1) : entry;
                if (!entry.isEmpty()) {
                    entries.add(entry);
                }
            }
            return entries.stream().sorted().toList();
        }
    }
}
