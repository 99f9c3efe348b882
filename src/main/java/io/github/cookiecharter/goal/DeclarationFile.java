package io.github.cookiecharter.goal;

import io.github.cookiecharter.declaration.Parts.PartFile;
import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.goal.part.DependencyParts;
import io.github.cookiecharter.goal.part.PartFiles;
import io.github.cookiecharter.model.PercentEncoding;
import io.github.cookiecharter.output.Fingerprint;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.OutputLayout;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The declaration of a module on disk.
 *
 * @param path its path, absolute
 * @param module the folder of the module, absolute
 * @param optional whether the module may lack it, whatever its path
 */
public record DeclarationFile(Path path, Path module, boolean optional) {

    private static final String DEFAULT_NAME = "cookies.yaml";

    // One byte over the format's limit of 4 MiB: enough to reject a longer file without reading all of it.
    private static final int MAX_BYTES_READ = 4 * 1024 * 1024 + 1;

    /**
     * Returns the result that skips the module if it has no declaration; empty if it has one.
     *
     * @throws ParameterException if the parameter names a folder, or a file that does not exist
     */
    public Optional<GoalResult.Skipped> skipIfMissing() throws ParameterException {
        File file = path.toFile();
        if (file.isDirectory()) {
            throw new ParameterException(
                    "declaration",
                    "names the folder " + file,
                    "write the path of the file in it, such as cookies.yaml");
        }
        if (file.exists()) {
            return Optional.empty();
        }
        boolean isDefault = path.normalize().equals(module.resolve(DEFAULT_NAME).normalize());
        if (!isDefault && !optional) {
            throw new ParameterException(
                    "declaration",
                    "names " + path + ", which does not exist",
                    "check the path, create the file, or set skipIfMissing to skip modules without it");
        }
        if (isDefault && !optional) {
            return Optional.of(skipped());
        }
        String name = new OutputLayout(module, Map.of()).display(path.normalize());
        return Optional.of(new GoalResult.Skipped("No " + name + " in this module: skipped.", false));
    }

    private GoalResult.Skipped skipped() {
        File yml = module.resolve("cookies.yml").toFile();
        if (yml.exists()) {
            return new GoalResult.Skipped(
                    "No cookies.yaml in this module, but a cookies.yml: skipped. Rename it, or name it in the parameter"
                            + " declaration.",
                    true);
        }
        return new GoalResult.Skipped(
                "No cookies.yaml in this module: skipped. 'mvn cookie-charter:init' writes a first one.", false);
    }

    /**
     * Returns the parts that it may include.
     *
     * @param root the root of the whole build, outside which no part lies
     * @param dependencies finds the module's dependencies
     */
    public PartFiles parts(Path root, DependencyParts dependencies) {
        return new PartFiles(path, root, dependencies, new PartReader());
    }

    /** Reads parts; a class and no lambda, since each build creates one. */
    private static final class PartReader implements PartFiles.Reader {

        @Override
        public PartFile read(String place, Path path) throws OutputException {
            return part(place, path);
        }
    }

    private static PartFile part(String place, Path path) throws OutputException {
        DeclarationFile file = new DeclarationFile(path, path.resolveSibling("."), true);
        String folder = place.substring(0, place.lastIndexOf('/') + 1);
        List<TranslationFile> translations = new ArrayList<>();
        try {
            for (TranslationFile each : file.translations()) {
                translations.add(new TranslationFile(folder + each.name(), each.tag(), each.content()));
            }
        } catch (ParameterException e) {
            throw new OutputException(String.valueOf(e.getMessage()), e);
        }
        return new PartFile(place, read(path, "the part "), translations);
    }

    /** Returns the content; of a file over the limit, only as much as is needed to reject it. */
    public byte[] read() throws OutputException {
        return read(path, "the declaration ");
    }

    /**
     * Adds all that determines the result for the declaration.
     *
     * @param content its content
     * @param translations the translators' files beside it
     * @param parts what it includes
     */
    void addTo(
            Fingerprint fingerprint,
            RuleParameters rules,
            byte[] content,
            List<TranslationFile> translations,
            PartFiles parts) {
        fingerprint.add("declaration", uri(rules.root()));
        fingerprint.add("failOn", rules.failOn());
        fingerprint.add("moreRules", rules.moreRules());
        for (Map.Entry<String, String> rule : new TreeMap<>(rules.rules()).entrySet()) {
            fingerprint.add("rule " + rule.getKey(), rule.getValue());
        }
        for (String server : rules.servers()) {
            fingerprint.add("server", server.trim());
        }
        fingerprint.add("content", content);
        for (TranslationFile translation : translations) {
            fingerprint.add("texts " + translation.name(), translation.content());
        }
        parts.addTo(fingerprint, content);
    }

    private static byte[] read(Path path, String what) throws OutputException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(MAX_BYTES_READ);
        } catch (IOException e) {
            throw new OutputException(what + path + " cannot be read: check its permissions", e);
        }
    }

    /**
     * Returns the translators' files beside it, {@code cookies.fr.yaml} beside {@code cookies.yaml}, in the order of their names.
     *
     * @throws ParameterException if one has the other of YAML's two extensions: its texts would silently be missing
     */
    public List<TranslationFile> translations() throws OutputException, ParameterException {
        String[] names = path.resolveSibling(".").toFile().list();
        if (names == null) {
            return List.of();
        }
        Arrays.sort(names);
        List<TranslationFile> files = new ArrayList<>();
        for (String name : names) {
            String tag = languageTag(name, extension());
            if (tag.isEmpty() && !languageTag(name, otherExtension()).isEmpty()) {
                throw new ParameterException(
                        "declaration",
                        "names " + name() + ", and a translators' file beside it must end in " + extension()
                                + " as well",
                        "rename " + name);
            }
            if (!tag.isEmpty()) {
                files.add(new TranslationFile(name, tag, read(path.resolveSibling(name), "the translation ")));
            }
        }
        return List.copyOf(files);
    }

    // Returns the language tag in a file's name; empty if the file is no translation. The part between the dots must
    // begin
    // like a language tag, with two or three letters.
    private String languageTag(String fileName, String extension) {
        String name = name();
        int stemLength = name.length() - extension().length();
        if (extension.isEmpty()
                || fileName.length() <= stemLength + 1 + extension.length()
                || !fileName.startsWith(name.substring(0, stemLength) + ".")
                || !fileName.endsWith(extension)) {
            return "";
        }
        String tag = fileName.substring(stemLength + 1, fileName.length() - extension.length());
        int letters = 0;
        for (int i = 0; i < tag.length(); i++) {
            char c = tag.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (i == 0 || (c != '-' && !(c >= '0' && c <= '9')))) {
                return "";
            }
            letters += letter && letters == i ? 1 : 0;
        }
        return letters == 2 || letters == 3 ? tag : "";
    }

    // Includes the dot; empty if there is none.
    private String extension() {
        String name = name();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot);
    }

    private String otherExtension() {
        return switch (extension()) {
            case ".yaml" -> ".yml";
            case ".yml" -> ".yaml";
            default -> "";
        };
    }

    /** Returns the folder of recorded charters beside it, {@code cookies.history} of {@code cookies.yaml}, which need not exist. */
    public Path history() {
        String name = name();
        return path.resolveSibling(name.substring(0, name.length() - extension().length()) + ".history");
    }

    /** The file's name, without its path. */
    public String name() {
        return path.toFile().getName();
    }

    /**
     * Returns its URI relative to a folder, percent-encoded (RFC 3986). If there is no relative path, as between two drives,
     * it is the name alone: reports must not contain absolute paths of the machine.
     */
    public String uri(Path root) {
        Path file = path.normalize();
        boolean related = file.getRoot() != null && file.getRoot().equals(root.getRoot());
        String relative = related ? root.normalize().relativize(file).toString() : name();
        return PercentEncoding.path(relative.replace(File.separatorChar, '/'));
    }
}
