package io.github.cookiecharter.output;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The list of the web files of a charter with the SHA-256 of each, in the format of {@code sha256sum} and sorted by name. Its
 * own SHA-256 stands for all of them: it names what visitors were shown, the code that asked them included.
 *
 * <p>The hash stands in the head's tag, and so in pages that contain the head. Therefore the files of the head are not
 * listed, and in every other file the hash counts as the {@link #PLACEHOLDER} that stands there until it is known.
 */
public final class WebManifest {

    /** Stands in the files in place of the hash until the hash is known: as many zeros as it has digits. */
    public static final String PLACEHOLDER = "0".repeat(64);

    /** The folder under which the files of {@link OutputRoot#WEB_PATH} are listed, whatever path the site serves them under. */
    public static final String FOLDER = "cookie-charter/";

    /** The names of the files that contain nothing but the head, and are not listed. */
    public static final Set<String> HEAD_FILES = Set.of(FOLDER + "head.html", FOLDER + "head.js");

    private final String text;

    private WebManifest(String text) {
        this.text = text;
    }

    /**
     * Lists the web files among these artefacts.
     *
     * @param artefacts with {@link #PLACEHOLDER} in place of the hash
     */
    public static WebManifest of(List<Artefact> artefacts) {
        TreeMap<String, String> hashes = new TreeMap<>();
        for (Artefact artefact : artefacts) {
            Optional<String> name = nameOf(artefact);
            if (name.isPresent() && !HEAD_FILES.contains(name.get())) {
                hashes.put(name.get(), sha256(artefact.content()));
            }
        }
        return of(hashes);
    }

    /**
     * Lists files with known hashes.
     *
     * @param hashes the SHA-256 of each file by its name, in hexadecimal digits
     */
    public static WebManifest of(Map<String, String> hashes) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(hashes)
                .forEach((name, hash) ->
                        text.append(hash).append("  ").append(name).append('\n'));
        return new WebManifest(text.toString());
    }

    /** Returns the name under which an artefact is listed; empty if it is no web file. */
    public static Optional<String> nameOf(Artefact artefact) {
        return switch (artefact.root()) {
            case WEB_PATH -> Optional.of(FOLDER + artefact.path());
            case WEB_ROOT -> Optional.of(artefact.path());
            case RESOURCES, SOURCES, REPORTS -> Optional.empty();
        };
    }

    /** Returns the lines: hash, two blanks, and the name of the file. */
    public String text() {
        return text;
    }

    /** Returns the SHA-256 of the lines, in 64 lower-case hexadecimal digits. */
    public String hash() {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns an artefact with the hash of this manifest in place of {@link #PLACEHOLDER}, if it is a web file or shows one. */
    public Artefact complete(Artefact artefact) {
        if (artefact.root() == OutputRoot.SOURCES) {
            return artefact;
        }
        String hash = hash();
        return Artefact.deferred(
                artefact.root(), artefact.path(), () -> replace(artefact.content(), PLACEHOLDER, hash));
    }

    /**
     * Returns the SHA-256 of a published file, in lower-case hexadecimal digits, as a manifest lists it.
     *
     * @param hash the hash of the manifest, which counts as {@link #PLACEHOLDER}
     */
    public static String hashOf(byte[] content, String hash) {
        return sha256(replace(content, hash, PLACEHOLDER));
    }

    // In ISO 8859-1 each byte is a character, so that files of any encoding and images stay as they are.
    private static byte[] replace(byte[] content, String from, String to) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return text.contains(from) ? text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1) : content;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
