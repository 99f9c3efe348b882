package benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.tools.ToolProvider;

/**
 * Folders of compiled classes, kept from one run to the next. One package of 500 classes is compiled, and copied under
 * further names of the same length, which leaves a class file whole. About one class in 25 sets a cookie of the declaration: half of
 * them themselves, with the name in a constant of another class, half of them through a method of another class.
 */
final class ClassFiles {

    static final int OF_A_PACKAGE = 500;

    // What each build of the plugin copies for its own tests.
    private static final List<String> REAL =
            List.of("druid-1.2.28.jar", "flow-server-24.5.3.jar", "keycloak-services-26.0.5.jar");

    private static final String SERVLET = """
            package jakarta.servlet.http;
            public class Cookie {
                public Cookie(String name, String value) {}
                public void setSecure(boolean secure) {}
            }
            """;
    private static final String RESPONSE = """
            package jakarta.servlet.http;
            public interface HttpServletResponse {
                void addCookie(Cookie cookie);
            }
            """;
    private static final String NAMES = """
            package com.example.m000;
            public final class Part000 {
                public static final String FIRST = "cookie_0";
                public static final String SECOND = "cookie_" + 5;
            }
            """;
    private static final String HELPER = """
            package com.example.m000;
            import jakarta.servlet.http.Cookie;
            import jakarta.servlet.http.HttpServletResponse;
            public final class Part001 {
                public static void add(HttpServletResponse response, String name, String value) {
                    Cookie cookie = new Cookie(name, value);
                    cookie.setSecure(true);
                    response.addCookie(cookie);
                }
            }
            """;
    private static final String PART = """
            package com.example.m000;

            import jakarta.servlet.http.Cookie;
            import jakarta.servlet.http.HttpServletResponse;
            import java.util.ArrayList;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;
            import java.util.stream.Collectors;

            public class Part%1$03d implements Comparable<Part%1$03d> {

                private static final String KEY = "part.%1$d";
                private final Map<String, Integer> counts = new HashMap<>();
                private final List<String> names = new ArrayList<>();
                private String title = "Part number %1$d";
                private int revision = %1$d;

                public String title() {
                    return title;
                }

                public void title(String title) {
                    if (title == null || title.isBlank()) {
                        throw new IllegalArgumentException("no title for " + KEY + ", revision " + revision);
                    }
                    this.title = title.strip();
                    revision++;
                }

                public int count(String name) {
                    return counts.merge(name, 1, Integer::sum);
                }

                public List<String> frequent(int least) {
                    return counts.entrySet().stream()
                            .filter(entry -> entry.getValue() >= least)
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .sorted()
                            .collect(Collectors.toList());
                }

                public String level(String word) {
                    switch (word) {
                        case "low":
                            return "level-1-" + KEY;
                        case "middle":
                            return "level-2-" + KEY;
                        case "high":
                            return "level-3-" + KEY;
                        default:
                            return word + KEY.length();
                    }
                }

                public String page(List<String> rows, boolean head) {
                    StringBuilder html = new StringBuilder("<table>");
                    if (head) {
                        html.append("<tr><th>").append(title).append("</th></tr>");
                    }
                    for (int i = 0; i < rows.size(); i++) {
                        html.append("<tr class=\\"").append(i %% 2 == 0 ? "even" : "odd").append("\\"><td>");
                        html.append(rows.get(i)).append("</td></tr>");
                    }
                    return html.append("</table>").toString();
                }

                public long parse(String text) {
                    try {
                        long value = Long.parseLong(text);
                        names.add(KEY + value);
                        return value;
                    } catch (NumberFormatException e) {
                        return -1;
                    } finally {
                        revision += text.length();
                    }
                }

                public void visit(HttpServletResponse response, String value) {
                    new Part%2$03d().title(value);%3$s
                }

                @Override
                public int compareTo(Part%1$03d other) {
                    int byTitle = title.compareTo(other.title);
                    return byTitle != 0 ? byTitle : Integer.compare(revision, other.revision);
                }

                @Override
                public boolean equals(Object other) {
                    return other instanceof Part%1$03d && compareTo((Part%1$03d) other) == 0;
                }

                @Override
                public int hashCode() {
                    return title.hashCode() * 31 + revision;
                }

                @Override
                public String toString() {
                    return KEY + " " + title + " " + names;
                }
            }
            """;
    private static final String DIRECTLY = """

                    Cookie cookie = new Cookie(Part000.FIRST, value);
                    cookie.setSecure(true);
                    response.addCookie(cookie);\
            """;
    private static final String THROUGH_THE_HELPER = """

                    Part001.add(response, Part000.SECOND, value);\
            """;

    private final Path root;

    ClassFiles(Path root) {
        this.root = root;
    }

    /** A folder of so many classes. */
    Path folder(int classes) throws IOException {
        return kept(Integer.toString(classes), PART + DIRECTLY + THROUGH_THE_HELPER, folder -> {
            Path compiled = compiled().resolve("com/example/m000");
            for (int each = 0; each < classes / OF_A_PACKAGE; each++) {
                copy(compiled, folder, String.format(Locale.ROOT, "m%03d", each));
            }
        });
    }

    /** The classes of real applications, if the build has copied them. */
    Optional<Path> real(Path jars) throws IOException {
        for (String jar : REAL) {
            if (!Files.exists(jars.resolve(jar))) {
                return Optional.empty();
            }
        }
        return Optional.of(kept("real", REAL.toString(), folder -> {
            for (String jar : REAL) {
                unpack(jars.resolve(jar), folder);
            }
        }));
    }

    static int count(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return (int) files.filter(file -> file.toString().endsWith(".class")).count();
        }
    }

    private interface Filling {
        void fill(Path folder) throws IOException;
    }

    private Path kept(String name, String from, Filling filling) throws IOException {
        Path folder = root.resolve(name);
        Path done = root.resolve(name + ".done");
        if (!Files.exists(done) || !Files.readString(done).equals(from)) {
            System.err.println("Writing the classes: " + name);
            Run.delete(folder);
            filling.fill(Files.createDirectories(folder));
            Files.writeString(done, from);
        }
        return folder;
    }

    private Path compiled() throws IOException {
        return kept("compiled", PART + DIRECTLY + THROUGH_THE_HELPER, folder -> {
            Path sources = Files.createDirectories(folder.resolve("source"));
            List<String> arguments = new ArrayList<>(
                    List.of("--release", "17", "-encoding", "UTF-8", "-proc:none", "-d", folder.toString()));
            arguments.add(Files.writeString(sources.resolve("Cookie.java"), SERVLET).toString());
            arguments.add(Files.writeString(sources.resolve("HttpServletResponse.java"), RESPONSE)
                    .toString());
            for (int part = 0; part < OF_A_PACKAGE; part++) {
                Path file = sources.resolve(String.format(Locale.ROOT, "Part%03d.java", part));
                arguments.add(Files.writeString(file, source(part)).toString());
            }
            if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0])) != 0) {
                throw new IllegalStateException("the classes do not compile");
            }
        });
    }

    private static String source(int part) {
        if (part == 0) {
            return NAMES;
        }
        if (part == 1) {
            return HELPER;
        }
        String sets = part % 50 == 0 ? DIRECTLY : part % 50 == 25 ? THROUGH_THE_HELPER : "";
        int next = part + 1 < OF_A_PACKAGE ? part + 1 : 2;
        return String.format(Locale.ROOT, PART, part, next, sets);
    }

    private static void copy(Path compiled, Path folder, String name) throws IOException {
        Path target = Files.createDirectories(folder.resolve("com/example").resolve(name));
        byte[] from = "com/example/m000".getBytes(StandardCharsets.UTF_8);
        byte[] to = ("com/example/" + name).getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.list(compiled)) {
            for (Path file : files.toList()) {
                byte[] content = Files.readAllBytes(file);
                replace(content, from, to);
                Files.write(target.resolve(file.getFileName()), content);
            }
        }
    }

    private static void replace(byte[] content, byte[] from, byte[] to) {
        for (int at = 0; at + from.length <= content.length; at++) {
            int same = 0;
            while (same < from.length && content[at + same] == from[same]) {
                same++;
            }
            if (same == from.length) {
                System.arraycopy(to, 0, content, at, to.length);
            }
        }
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(jar);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (file.startsWith(folder) && entry.getName().endsWith(".class")) {
                    Files.createDirectories(file.getParent());
                    ByteArrayOutputStream content = new ByteArrayOutputStream();
                    zip.transferTo(content);
                    Files.write(file, content.toByteArray());
                }
            }
        }
    }
}
