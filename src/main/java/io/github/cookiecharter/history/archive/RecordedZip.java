package io.github.cookiecharter.history.archive;

import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.WebManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The web files of one charter with their manifest in a zip file. The files are stored and not compressed: so the bytes are the
 * same on every JDK, and version control compresses what two releases have in common.
 *
 * @param path the file, absolute
 */
public record RecordedZip(Path path) {

    private static final String MANIFEST = "manifest.txt";
    private static final String CHARTER = WebManifest.FOLDER + "charter.json";
    // Beside the web files where a site does not publish it.
    private static final String UNPUBLISHED_CHARTER = "charter.json";

    private static final long MOST_BYTES_IN_ALL = 1L << 30;
    private static final int MOST_BYTES_OF_A_FILE = 128 << 20;
    private static final int MOST_ENTRIES = 10_000;

    // The first time that every zip tool and JDK writes without an extra field.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) {2}(\\S.*)");

    /**
     * Packs web files.
     *
     * @param files the completed artefacts; those that are no web files are left out
     * @param charter the {@code charter.json}, in case that it is not among the web files
     */
    public static byte[] pack(List<Artefact> files, WebManifest manifest, byte[] charter) {
        TreeMap<String, byte[]> entries = new TreeMap<>();
        for (Artefact file : files) {
            WebManifest.nameOf(file).ifPresent(name -> entries.put(name, file.content()));
        }
        if (!entries.containsKey(CHARTER)) {
            entries.put(UNPUBLISHED_CHARTER, charter);
        }
        entries.put(MANIFEST, manifest.text().getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(stored(each.getKey(), each.getValue()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry stored(String name, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(TIME);
        return entry;
    }

    /**
     * Returns the hash of the manifest, which names the charter in log entries.
     *
     * @throws IOException if the file is damaged or foreign; the message says so, as the end of a sentence
     */
    public String hash() throws IOException {
        try (ZipFile zip = open()) {
            return WebManifest.of(manifest(zip)).hash();
        }
    }

    /**
     * Returns the {@code charter.json}.
     *
     * @throws IOException if the file is damaged or foreign; the message says so, as the end of a sentence
     */
    public byte[] charter() throws IOException {
        try (ZipFile zip = open()) {
            return text(zip, zip.getEntry(CHARTER) == null ? UNPUBLISHED_CHARTER : CHARTER);
        }
    }

    /**
     * Checks that the files are those that the manifest lists.
     *
     * @throws IOException if not; the message says what is wrong, as the end of a sentence
     */
    public void verify() throws IOException {
        try (ZipFile zip = open()) {
            verify(zip, (name, content) -> {});
        }
    }

    /**
     * Writes the files into a folder, which is created, after checking each.
     *
     * @throws IOException if the file is damaged or foreign, or if the folder cannot be written
     */
    public void extract(Path folder) throws IOException {
        verify();
        try (ZipFile zip = open()) {
            verify(zip, (name, content) -> {
                Path target = folder.resolve(name).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("has the entry '" + name + "', which leads out of the folder");
                }
                Files.createDirectories(target.resolveSibling(""));
                Files.write(target, content);
            });
        }
    }

    /** Takes the files of a zip, one after the other. */
    private interface Taker {

        void take(String name, byte[] content) throws IOException;
    }

    private static void verify(ZipFile zip, Taker taker) throws IOException {
        Map<String, String> listed = manifest(zip);
        String hash = WebManifest.of(listed).hash();
        Set<String> missing = new HashSet<>(listed.keySet());
        long room = MOST_BYTES_IN_ALL;
        for (ZipEntry entry : entries(zip)) {
            byte[] content = bytes(zip, entry, room);
            room -= content.length;
            String name = entry.getName();
            boolean isListed = listed.containsKey(name);
            if (isListed && !WebManifest.hashOf(content, hash).equals(listed.get(name))) {
                throw new IOException("is damaged: '" + name + "' is not the file that its manifest lists");
            }
            if (!isListed && !isUnlisted(name)) {
                throw new IOException("contains '" + name + "', which its manifest does not list");
            }
            missing.remove(name);
            taker.take(name, content);
        }
        if (!missing.isEmpty()) {
            throw new IOException("is damaged: it lacks '"
                    + missing.stream().sorted().findFirst().get() + "', which its manifest lists");
        }
    }

    private static boolean isUnlisted(String name) {
        return name.equals(MANIFEST) || name.equals(UNPUBLISHED_CHARTER) || WebManifest.HEAD_FILES.contains(name);
    }

    private ZipFile open() throws IOException {
        try {
            if (Files.size(path) > MOST_BYTES_IN_ALL) {
                throw new IOException("is larger than 1 GiB, which no recorded charter is");
            }
            return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw e.getMessage() != null && e.getMessage().startsWith("is larger")
                    ? e
                    : new IOException("is damaged: it cannot be read as a zip file", e);
        }
    }

    private static List<ZipEntry> entries(ZipFile zip) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw new IOException("has more than " + MOST_ENTRIES + " entries, which no recorded charter has");
        }
        List<ZipEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : zip.stream().<ZipEntry>map(each -> each).toList()) {
            String name = entry.getName();
            if (entry.isDirectory() || !isPlain(name)) {
                throw new IOException("has the entry '" + name + "', which no recorded charter has");
            }
            if (!names.add(name)) {
                throw new IOException("has two entries '" + name + "'");
            }
            entries.add(entry);
        }
        return entries;
    }

    // Relative, with plain names between slashes: nothing else may become a path on any system.
    private static boolean isPlain(String name) {
        for (String part : name.split("/", -1)) {
            if (!part.matches("[A-Za-z0-9._-]+") || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> manifest(ZipFile zip) throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        String text = new String(text(zip, MANIFEST), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches() || hashes.put(matcher.group(2), matcher.group(1)) != null) {
                throw new IOException("is damaged: its manifest has the line '" + line + "'");
            }
        }
        if (!WebManifest.of(hashes).text().equals(text)) {
            throw new IOException("is damaged: its manifest is not in order");
        }
        return hashes;
    }

    private static byte[] text(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("is no recorded charter: it lacks '" + name + "'");
        }
        return bytes(zip, entry, MOST_BYTES_OF_A_FILE);
    }

    // Counts what is really there, since an entry may state any size.
    private static byte[] bytes(ZipFile zip, ZipEntry entry, long most) throws IOException {
        int limit = (int) Math.min(most, MOST_BYTES_OF_A_FILE) + 1;
        byte[] content;
        try (InputStream in = zip.getInputStream(entry)) {
            content = in.readNBytes(limit);
        } catch (IOException e) {
            throw new IOException("is damaged: '" + entry.getName() + "' cannot be read", e);
        }
        if (content.length == limit) {
            throw new IOException("has more data than a recorded charter");
        }
        // ZipFile does not compare it.
        CRC32 checksum = new CRC32();
        checksum.update(content);
        if (checksum.getValue() != entry.getCrc()) {
            throw new IOException("is damaged: '" + entry.getName() + "' has another checksum");
        }
        return content;
    }
}
