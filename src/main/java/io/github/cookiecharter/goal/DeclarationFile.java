package io.github.cookiecharter.goal;

import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.model.PercentEncoding;
import io.github.cookiecharter.output.Fingerprint;
import io.github.cookiecharter.output.OutputException;
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
 */
record DeclarationFile(Path path, Path module) {

    private static final String DEFAULT_NAME = "cookies.yaml";

    // Beyond the format's limit of 4 MiB only that it is too long matters, so there is no need to hold it.
    private static final int ENOUGH_TO_REFUSE = 4 * 1024 * 1024 + 1;

    /**
     * Why there is nothing to do, if the module has no declaration.
     *
     * @throws ParameterException if a path was named that is no file
     */
    Optional<GoalResult.Skipped> missing() throws ParameterException {
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
        if (!path.normalize().equals(module.resolve(DEFAULT_NAME).normalize())) {
            throw new ParameterException(
                    "declaration", "names " + path + ", which does not exist", "check the path, or create the file");
        }
        return Optional.of(skipped());
    }

    private GoalResult.Skipped skipped() {
        File lookalike = module.resolve("cookies.yml").toFile();
        if (lookalike.exists()) {
            return new GoalResult.Skipped(
                    "No cookies.yaml in this module, but a cookies.yml: skipped. Rename it, or name it in the parameter"
                            + " declaration.",
                    true);
        }
        return new GoalResult.Skipped(
                "No cookies.yaml in this module: skipped. 'mvn cookie-charter:init' writes a first one.", false);
    }

    /** The content, or so much of it that it will be refused for its length. */
    byte[] read() throws OutputException {
        return read(path, "the declaration ");
    }

    /**
     * Adds what decides how the declaration is judged.
     *
     * @param content its content
     * @param texts the translators' files beside it
     */
    void addTo(Fingerprint fingerprint, RuleParameters rules, byte[] content, List<TranslationFile> texts) {
        fingerprint.add("declaration", uri(rules.root()));
        fingerprint.add("failOn", rules.failOn());
        fingerprint.add("moreRules", rules.moreRules());
        for (Map.Entry<String, String> rule : new TreeMap<>(rules.rules()).entrySet()) {
            fingerprint.add("rule " + rule.getKey(), rule.getValue());
        }
        fingerprint.add("content", content);
        for (TranslationFile each : texts) {
            fingerprint.add("texts " + each.name(), each.content());
        }
    }

    private static byte[] read(Path path, String what) throws OutputException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(ENOUGH_TO_REFUSE);
        } catch (IOException e) {
            throw new OutputException(what + path + " cannot be read: check its permissions", e);
        }
    }

    /**
     * The translators' files beside it, {@code cookies.fr.yaml} beside {@code cookies.yaml}, in the order of their names.
     *
     * @throws ParameterException if one ends in the other of YAML's two ways: it would be missed on the page only
     */
    List<TranslationFile> texts() throws OutputException, ParameterException {
        String[] names = path.resolveSibling(".").toFile().list();
        if (names == null) {
            return List.of();
        }
        Arrays.sort(names);
        List<TranslationFile> files = new ArrayList<>();
        for (String name : names) {
            String tag = tagIn(name, extension());
            if (tag.isEmpty() && !tagIn(name, otherExtension()).isEmpty()) {
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

    // Empty where the file is none of these: what stands between the dots begins as a language tag does, with two or
    // three letters.
    private String tagIn(String other, String extension) {
        String name = name();
        int stem = name.length() - extension().length();
        if (extension.isEmpty()
                || other.length() <= stem + 1 + extension.length()
                || !other.startsWith(name.substring(0, stem) + ".")
                || !other.endsWith(extension)) {
            return "";
        }
        String tag = other.substring(stem + 1, other.length() - extension.length());
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

    // With its dot, or empty.
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

    /** The file's name, without its path. */
    String name() {
        return path.toFile().getName();
    }

    /**
     * Its address relative to a folder, percent-encoded (RFC 3986). Where no relative path leads from there to the
     * file, as between two drives, it is the name alone: an absolute path is nobody else's business.
     */
    String uri(Path root) {
        Path file = path.normalize();
        boolean related = file.getRoot() != null && file.getRoot().equals(root.getRoot());
        String relative = related ? root.normalize().relativize(file).toString() : name();
        return PercentEncoding.path(relative.replace(File.separatorChar, '/'));
    }
}
