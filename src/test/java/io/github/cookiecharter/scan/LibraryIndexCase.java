package io.github.cookiecharter.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.scan.bytecode.CompiledSources;
import io.github.cookiecharter.scan.model.Dependency;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.IndexLocation;
import io.github.cookiecharter.scan.model.PathFilter;
import io.github.cookiecharter.scan.model.ScanRequest;
import io.github.cookiecharter.scan.model.ScanResult;
import io.github.cookiecharter.scan.store.Digests;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Scans of a project with a library, with and without an index. */
abstract class LibraryIndexCase {

    static final Map<String, String> API = Map.of(
            "javax.servlet.http.Cookie",
            """
            package javax.servlet.http;
            public class Cookie {
                public Cookie(String name, String value) {}
            }
            """,
            "javax.servlet.ServletContext",
            """
            package javax.servlet;
            public interface ServletContext { String getInitParameter(String name); }
            """,
            "org.springframework.beans.factory.annotation.Value",
            """
            package org.springframework.beans.factory.annotation;
            @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
            public @interface Value { String value(); }
            """,
            "javax.servlet.http.HttpServletResponse",
            """
            package javax.servlet.http;
            public interface HttpServletResponse { void addCookie(Cookie cookie); }
            """);

    static final Map<String, String> LIBRARY = Map.of(
            "lib.Helper",
            """
            package lib;
            import javax.servlet.http.*;
            public class Helper {
                public static void set(HttpServletResponse response, String name) {
                    response.addCookie(new Cookie(name, "v"));
                }
            }
            """,
            "lib.Names",
            "package lib; public interface Names { String name(); }",
            "lib.DefaultNames",
            "package lib; public class DefaultNames implements Names { public String name() { return \"by-default\"; } }",
            "lib.Settings",
            "package lib; public class Settings { public static String name = \"from-settings\"; }",
            "lib.Configured",
            """
            package lib;
            import javax.servlet.http.*;
            public class Configured {
                @org.springframework.beans.factory.annotation.Value("${lib.value:value-by-default}") String value;
                private String bean = "bean-by-default";
                public void setBean(String name) { bean = name; }
                public void write(HttpServletResponse response, javax.servlet.ServletContext context) {
                    response.addCookie(new Cookie(value, "v"));
                    response.addCookie(new Cookie(bean, "v"));
                    response.addCookie(new Cookie(context.getInitParameter("lib.parameter"), "v"));
                    response.addCookie(
                            new Cookie(java.util.ResourceBundle.getBundle("lib.texts").getString("cookie"), "v"));
                }
            }
            """,
            "lib.Writer",
            """
            package lib;
            import javax.servlet.http.*;
            public class Writer {
                public void write(HttpServletResponse response, Names names) {
                    response.addCookie(new Cookie(names.name(), "v"));
                    response.addCookie(new Cookie(Settings.name, "v"));
                    response.addCookie(new Cookie("fixed", "v"));
                }
            }
            """);

    static final String APP = """
            package own;
            import javax.servlet.http.*;
            public class App {
                void run(HttpServletResponse response) { lib.Helper.set(response, "one"); }
            }
            """;

    @TempDir
    Path folder;

    Path index;
    Path library;
    final List<Dependency> libraries = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    String version = "1";
    private int compilations;

    @BeforeEach
    void createLibraries() throws IOException {
        index = folder.resolve("repository/.cache/cookie-charter");
        Map<String, byte[]> files = new TreeMap<>(compiled(LIBRARY, LIBRARY));
        files.put(
                "META-INF/resources/app.js",
                text("document.cookie = 'from-script=1'; localStorage.setItem('kept', 1)"));
        files.put("META-INF/resources/page.html", text("<html lang='en'><script src='app.js'></script></html>"));
        files.put(
                "META-INF/resources/open.min.js",
                text("function f(n){var a=n,b=1,c=2;document.cookie=a()+'='+b;localStorage.setItem(n,c)}"));
        files.put("META-INF/resources/plain.js", text("var x = 1;"));
        files.put(
                "META-INF/spring-configuration-metadata.json",
                text("{\"properties\":[{\"name\":\"lib.cookie.name\",\"defaultValue\":\"lib-cookie\"}]}"));
        files.put("application.properties", text("server.servlet.session.cookie.name=lib-session\n"));
        library = jar("lib.jar", files);
        libraries.add(new Dependency(library, "org.acme:lib:1", true));
        libraries.add(new Dependency(jar("api.jar", compiled(API, API)), "org.acme:api:1", false));
        libraries.add(new Dependency(jar("empty.jar", Map.of("a.txt", text("a"))), "org.acme:empty:1", true));
        own(Map.of("own.App", APP));
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Compiles sources together with the API and the library, and returns the files of the wanted classes. */
    Map<String, byte[]> compiled(Map<String, String> sources, Map<String, String> wanted) throws IOException {
        Map<String, String> all = new TreeMap<>(API);
        all.putAll(LIBRARY);
        all.putAll(sources);
        StringBuilder text = new StringBuilder();
        all.forEach((name, source) -> text.append("//// ")
                .append(name.replace('.', '/'))
                .append(".java\n")
                .append(source)
                .append('\n'));
        Path classes = CompiledSources.in(text.toString()).compile(folder.resolve("compiled" + compilations++));
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : wanted.keySet()) {
            String path = name.replace('.', '/') + ".class";
            files.put(path, Files.readAllBytes(classes.resolve(path)));
        }
        return files;
    }

    Path jar(String name, Map<String, byte[]> files) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return jar;
    }

    /** Replaces the own classes and resources by the compiled sources. */
    void own(Map<String, String> sources) throws IOException {
        Path classes = folder.resolve("classes");
        if (Files.exists(classes)) {
            try (Stream<Path> files = Files.walk(classes)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<String, byte[]> file : compiled(sources, sources).entrySet()) {
            Path target = classes.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    ScanRequest request() {
        return new ScanRequest(
                folder,
                List.of(folder.resolve("classes")),
                List.of(),
                List.of(),
                libraries,
                PathFilter.ALL,
                Set.of("own.Allowed"));
    }

    IndexLocation location() {
        return new IndexLocation(index, version, notes::add);
    }

    ScanResult scanWithIndex() {
        return Scanner.run(request(), Optional.of(location()));
    }

    static List<String> names(ScanResult result) {
        return result.evidence().stream()
                .map(Evidence::name)
                .flatMap(Optional::stream)
                .sorted()
                .distinct()
                .toList();
    }

    /** Scans with the index until everything is in it, and checks each result. */
    ScanResult assertSame() {
        ScanResult expected = Scanner.run(request());
        assertThat(scanWithIndex()).isEqualTo(expected);
        assertThat(scanWithIndex()).isEqualTo(expected);
        return expected;
    }

    List<Path> indexFiles() throws IOException {
        try (Stream<Path> files = Files.walk(index)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Returns the digests of the files, but not those of the notes about times, which depend on them. */
    Map<String, String> digests() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (Path file : indexFiles()) {
            if (file.getFileName().toString().contains(".")) {
                digests.put(index.relativize(file).toString(), Digests.of(Files.readAllBytes(file)));
            }
        }
        return digests;
    }
}
