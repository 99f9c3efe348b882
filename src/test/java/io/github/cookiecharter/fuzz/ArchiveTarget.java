package io.github.cookiecharter.fuzz;

import io.github.cookiecharter.scan.Scanner;
import io.github.cookiecharter.scan.bytecode.OneClass;
import io.github.cookiecharter.scan.model.Dependency;
import io.github.cookiecharter.scan.model.PathFilter;
import io.github.cookiecharter.scan.model.ScanRequest;
import io.github.cookiecharter.scan.model.ScanResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The bytes of a whole archive, as the project's own and as a dependency: its classes, pages and inner archives. */
final class ArchiveTarget implements FuzzTarget {

    private final Path folder;

    ArchiveTarget() {
        try {
            folder = Files.createTempDirectory("fuzz");
            folder.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public List<byte[]> seeds() {
        Map<String, byte[]> all = OneClass.samples();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String path : List.of("api/JavaxServlet.class", "api/JavaxHeader.class")) {
            files.put(path, all.get(path));
        }
        files.put("static/a.js", bytes("document.cookie = 'a=1'"));
        files.put("application.properties", bytes("server.servlet.session.cookie.name=SHOP"));
        files.put("META-INF/maven/g/a/pom.properties", bytes("groupId=g\nartifactId=a\nversion=1\n"));
        Map<String, byte[]> outer = new LinkedHashMap<>(files);
        outer.put("WEB-INF/lib/a.jar", zip(files, false));
        Map<String, byte[]> boot = new LinkedHashMap<>();
        files.forEach((path, content) -> boot.put("BOOT-INF/classes/" + path, content));
        boot.put("BOOT-INF/lib/b.jar", zip(outer, false));
        return List.of(zip(files, false), zip(files, true), zip(outer, false), zip(boot, false));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // Stored unless it must be otherwise, so that a fuzzer sees what is in it.
    private static byte[] zip(Map<String, byte[]> files, boolean packed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                if (!packed) {
                    CRC32 crc = new CRC32();
                    crc.update(file.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(file.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public List<String> words() {
        return List.of(
                "PK\u0003\u0004",
                "PK\u0001\u0002",
                "PK\u0005\u0006",
                "PK\u0006\u0006",
                "PK\u0007\u0008",
                "../a.js",
                "/a.class",
                "WEB-INF/classes/",
                "WEB-INF/lib/a.jar",
                "BOOT-INF/lib/a.jar",
                "META-INF/versions/9/",
                "module-info.class",
                "META-INF/maven/");
    }

    @Override
    public Object check(byte[] input, boolean thorough) {
        try {
            Path own = Files.write(folder.resolve("own.jar"), input);
            Path library = Files.write(folder.resolve("library.jar"), input);
            ScanResult result = Scanner.run(new ScanRequest(
                    folder,
                    List.of(own),
                    List.of(),
                    List.of(),
                    List.of(new Dependency(library, "g:library:1", true)),
                    PathFilter.ALL,
                    Set.of()));
            result.warnings().forEach(sentence -> {
                if (sentence.isBlank()) {
                    throw new AssertionError("a sentence without a word");
                }
            });
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
