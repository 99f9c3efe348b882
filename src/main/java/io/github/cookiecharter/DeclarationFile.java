package io.github.cookiecharter;

import io.github.cookiecharter.output.OutputException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
    Optional<GenerationResult.Skipped> missing() throws ParameterException {
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

    private GenerationResult.Skipped skipped() {
        File lookalike = module.resolve("cookies.yml").toFile();
        if (lookalike.exists()) {
            return new GenerationResult.Skipped(
                    "No cookies.yaml in this module, but a cookies.yml: skipped. Rename it, or name it in the parameter"
                            + " declaration.",
                    true);
        }
        return new GenerationResult.Skipped(
                "No cookies.yaml in this module: skipped. 'mvn cookie-charter:init' writes a first one.", false);
    }

    /** The content, or so much of it that it will be refused for its length. */
    byte[] read() throws OutputException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(ENOUGH_TO_REFUSE);
        } catch (IOException e) {
            throw new OutputException("the declaration " + path + " cannot be read: check its permissions", e);
        }
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
        return RelativeUri.of(relative.replace(File.separatorChar, '/'));
    }
}
