package io.github.cookiecharter.scan.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Dependency;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.PathFilter;
import io.github.cookiecharter.scan.model.ScanRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java sources and other files of one test resource, each after a line {@code //// path}. */
public final class CompiledSources {

    private final Map<String, String> texts = new LinkedHashMap<>();

    private CompiledSources() {}

    public static CompiledSources of(String resource) throws IOException {
        try (var in = CompiledSources.class.getResourceAsStream(resource)) {
            return in(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The sources in a text. */
    public static CompiledSources in(String text) {
        CompiledSources sources = new CompiledSources();
        for (String part : text.split("(?m)^//// ")) {
            if (!part.isBlank()) {
                int end = part.indexOf('\n');
                sources.texts.put(part.substring(0, end).trim(), part.substring(end + 1));
            }
        }
        return sources;
    }

    Map<String, String> texts() {
        return texts;
    }

    /** Returns the expectations of a source: its lines {@code //= action certainty name}. */
    Set<String> expected(String path) {
        return texts.get(path)
                .lines()
                .filter(line -> line.startsWith("//= "))
                .map(line -> line.substring(4).trim())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Compiles the sources against folders of compiled classes. */
    public Path compile(Path into, Path... with) throws IOException {
        List<JavaFileObject> files = new ArrayList<>();
        Files.createDirectories(into);
        for (Map.Entry<String, String> source : texts.entrySet()) {
            if (!source.getKey().endsWith(".java")) {
                Files.createDirectories(into.resolve(source.getKey()).getParent());
                Files.writeString(into.resolve(source.getKey()), source.getValue());
            }
        }
        texts.entrySet().stream()
                .filter(source -> source.getKey().endsWith(".java"))
                .forEach(source -> files.add(
                        new SimpleJavaFileObject(
                                URI.create("string:///" + source.getKey()), JavaFileObject.Kind.SOURCE) {
                            @Override
                            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                                return source.getValue();
                            }
                        }));
        String classPath =
                List.of(with).stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
        StringWriter messages = new StringWriter();
        boolean done = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        messages,
                        null,
                        null,
                        List.of(
                                "-d",
                                into.toString(),
                                "-cp",
                                classPath,
                                "-nowarn",
                                "-proc:none",
                                "-g",
                                "--release",
                                "17"),
                        null,
                        files)
                .call();
        assertThat(done).as(messages.toString()).isTrue();
        return into;
    }

    static ClassScans.Result scan(Path own, Path library, Set<String> guards) {
        return ClassScans.run(
                new ScanRequest(
                        own.getParent(),
                        List.of(own),
                        List.of(),
                        List.of(),
                        List.of(new Dependency(library, "org.acme:apis:1", false)),
                        PathFilter.ALL,
                        guards),
                List.of());
    }

    /** Returns the evidence by its outermost class, or by its file, in the form of the expectations. */
    static Map<String, Set<String>> found(ClassScans.Result result) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (Evidence one : result.evidence()) {
            String type = one.place() instanceof CodePlace.Text text
                    ? text.path().replaceFirst("^[^/]*/", "")
                    : one.place().text().replaceAll("[$#].*", "");
            found.computeIfAbsent(type, any -> new TreeSet<>())
                    .add(one.action() + " " + one.certainty() + " " + one.name().orElse("-"));
        }
        return found;
    }
}
