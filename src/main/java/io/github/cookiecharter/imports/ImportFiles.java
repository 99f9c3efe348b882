package io.github.cookiecharter.imports;

import io.github.cookiecharter.imports.format.Formats;
import io.github.cookiecharter.imports.format.ImportException;
import io.github.cookiecharter.imports.format.ImportSource;
import io.github.cookiecharter.imports.model.ImportedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the files that the user names. */
public final class ImportFiles {

    private ImportFiles() {}

    /**
     * Reads files.
     *
     * @throws ImportException if one cannot be read, is damaged, or is of no known format; the message is meant for the user
     */
    public static List<ImportedFile> read(List<Path> files) throws ImportException {
        List<ImportedFile> read = new ArrayList<>();
        for (Path file : files) {
            read.add(Formats.read(source(file)));
        }
        return read;
    }

    private static ImportSource source(Path file) throws ImportException {
        if (!Files.isRegularFile(file)) {
            throw new ImportException(file.toString(), "there is no such file: check the path");
        }
        try {
            return new ImportSource(
                    String.valueOf(file.getFileName()), Files.size(file), () -> Files.newInputStream(file));
        } catch (IOException e) {
            throw new ImportException(file.toString(), "cannot be read: check its permissions");
        }
    }
}
