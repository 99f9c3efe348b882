package io.github.cookiecharter.judge;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Judges Java 8 source with the compiler's every warning and Javadoc check, as errors; and makes it run. */
public final class Javac {

    private static final List<String> OPTIONS =
            List.of("-proc:none", "-Xlint:all,-options", "-Werror", "-Xdoclint:all", "-Xmaxerrs", "1000");

    private Javac() {}

    /**
     * What came of a compilation.
     *
     * @param diagnostics every error and warning with file, line and column; empty for a good source
     * @param classes the bytes of the classes by binary name; none where it failed
     */
    public record Compilation(List<String> diagnostics, Map<String, byte[]> classes) {

        /** Loads a class by its binary name, in a class loader of its own that sees nothing but the JDK. */
        public Class<?> load(String name) {
            return load(name, ClassLoader.getPlatformClassLoader());
        }

        /** Loads a class by its binary name, in a class loader of its own below another one. */
        public Class<?> load(String name, ClassLoader parent) {
            try {
                return Class.forName(name, true, new Loader(classes, parent));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(
                        "No class " + name + " came of the compilation: " + diagnostics + " " + classes.keySet(), e);
            }
        }
    }

    /** Compiles one class, named in full. */
    public static Compilation compile(String className, String source) {
        return compile(Map.of(className, source));
    }

    /** Compiles sources by the full names of their classes. */
    public static Compilation compile(Map<String, String> sources) {
        return compile(sources, 8, List.of());
    }

    /** Compiles sources for a release of Java, against libraries. */
    public static Compilation compile(Map<String, String> sources, int release, List<Path> classPath) {
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(List.of("--release", String.valueOf(release)));
        if (!classPath.isEmpty()) {
            // The libraries' own classes refer to annotations of libraries that are not here.
            options.set(1, "-Xlint:all,-options,-classfile,-path");
            options.addAll(List.of(
                    "-cp", classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<JavaFileObject> files = new ArrayList<>();
        new TreeMap<>(sources).forEach((name, text) -> files.add(new Source(name, text)));
        try (Memory memory =
                new Memory(compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8))) {
            boolean good = compiler.getTask(null, memory, problems, options, null, files)
                    .call();
            List<String> diagnostics = new ArrayList<>();
            problems.getDiagnostics().forEach(problem -> diagnostics.add(describe(problem)));
            if (!good && diagnostics.isEmpty()) {
                diagnostics.add("The compiler failed without a word");
            }
            return new Compilation(diagnostics, good ? memory.classes() : Map.of());
        } catch (IOException e) {
            throw new IllegalStateException("The compiler's files could not be closed", e);
        }
    }

    private static String describe(Diagnostic<? extends JavaFileObject> problem) {
        String file = problem.getSource() == null ? "" : problem.getSource().getName();
        return problem.getKind() + " " + file + " [" + problem.getLineNumber() + "," + problem.getColumnNumber() + "] "
                + problem.getMessage(Locale.ROOT);
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String className, String text) {
            super(URI.create("memory:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassFile(String className) {
            super(URI.create("memory:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ClassFile> written = new TreeMap<>();

        Memory(JavaFileManager manager) {
            super(manager);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            ClassFile file = new ClassFile(className);
            written.put(className, file);
            return file;
        }

        @Override
        public ClassLoader getClassLoader(Location location) {
            return ClassLoader.getPlatformClassLoader();
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new TreeMap<>();
            written.forEach((name, file) -> classes.put(name, file.bytes.toByteArray()));
            return classes;
        }
    }

    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes, ClassLoader parent) {
            super(parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
