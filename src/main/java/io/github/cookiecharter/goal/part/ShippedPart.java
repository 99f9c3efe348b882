package io.github.cookiecharter.goal.part;

import io.github.cookiecharter.declaration.Parts.PartFile;
import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The part that a library ships: {@code META-INF/cookie-charter/cookies.yaml}, and the translators' files beside it. */
public final class ShippedPart {

    /** Where a library ships its part. */
    public static final String FOLDER = "META-INF/cookie-charter/";

    private static final String START = "cookies.";
    private static final String END = ".yaml";

    // One byte over the format's limit: enough to reject a longer file.
    private static final int MAX_BYTES = 4 * 1024 * 1024 + 1;

    private ShippedPart() {}

    /**
     * Reads the part, if there is one.
     *
     * @param dependency what identifies it, such as {@code com.acme:login-ui}
     * @param file a jar, or a folder of classes
     */
    static Optional<PartFile> read(String dependency, Path file) throws IOException {
        Map<String, byte[]> contents = file.toFile().isDirectory() ? ofFolder(file) : ofJar(file);
        byte[] part = contents.remove(START + "yaml");
        if (part == null) {
            return Optional.empty();
        }
        List<TranslationFile> translations = new ArrayList<>();
        contents.forEach((name, content) -> translations.add(new TranslationFile(
                dependency + "/" + name, name.substring(START.length(), name.length() - END.length()), content)));
        return Optional.of(new PartFile(dependency + "/" + START + "yaml", part, translations));
    }

    /** Returns the files that the module of a part ships, byte for byte. */
    public static List<Artefact> artefacts(byte[] part, List<TranslationFile> translations) {
        List<Artefact> artefacts = new ArrayList<>();
        artefacts.add(new Artefact(OutputRoot.RESOURCES, FOLDER + START + "yaml", part));
        for (TranslationFile each : translations) {
            artefacts.add(new Artefact(OutputRoot.RESOURCES, FOLDER + START + each.tag() + END, each.content()));
        }
        return artefacts;
    }

    private static boolean isPart(String name) {
        return name.startsWith(START) && name.endsWith(END);
    }

    private static Map<String, byte[]> ofFolder(Path classes) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        File[] files = classes.resolve(FOLDER).toFile().listFiles();
        for (File file : files == null ? new File[0] : files) {
            if (isPart(file.getName())) {
                try (InputStream in = Files.newInputStream(file.toPath())) {
                    contents.put(file.getName(), in.readNBytes(MAX_BYTES));
                }
            }
        }
        return contents;
    }

    private static Map<String, byte[]> ofJar(Path jar) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>)
                    () -> zip.stream().map(each -> (ZipEntry) each).iterator()) {
                String name = entry.getName();
                if (name.startsWith(FOLDER) && isPart(name.substring(FOLDER.length()))) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        contents.put(name.substring(FOLDER.length()), in.readNBytes(MAX_BYTES));
                    }
                }
            }
        }
        return contents;
    }
}
