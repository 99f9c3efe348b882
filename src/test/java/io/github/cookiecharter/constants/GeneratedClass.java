package io.github.cookiecharter.constants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.constants.ConstantsClass.Result;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.Root;
import io.github.cookiecharter.template.Templates;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The generated class as javac sees it with every warning on, and as a program calls it. */
final class GeneratedClass {

    static final String NAME = "com.acme.Cookies";

    private static final Templates TEMPLATES = new Templates(Optional.empty());
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES =
            JAVAC.getStandardFileManager(null, null, StandardCharsets.UTF_8);

    private final Class<?> type;

    private GeneratedClass(Class<?> type) {
        this.type = type;
    }

    static Result generate(Charter charter) {
        return ConstantsClass.generate(charter, NAME, TEMPLATES);
    }

    /** The class's source; fails if there is a problem. */
    static String source(Charter charter) {
        return source(charter, NAME);
    }

    static String source(Charter charter, String className) {
        Result result = ConstantsClass.generate(charter, className, TEMPLATES);
        assertThat(result.problems()).isEmpty();
        assertThat(result.artefacts()).hasSize(1);
        Artefact artefact = result.artefacts().get(0);
        assertThat(artefact.root()).isEqualTo(Root.SOURCES);
        assertThat(artefact.path()).isEqualTo(className.replace('.', '/') + ".java");
        return new String(artefact.content(), StandardCharsets.UTF_8);
    }

    static GeneratedClass of(Charter charter) {
        return compile(NAME, source(charter));
    }

    /** Compiles with all warnings as errors, and loads the class. */
    static GeneratedClass compile(String className, String source) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Classes classes = new Classes();
        boolean compiled = JAVAC.getTask(
                        null,
                        classes,
                        diagnostics,
                        List.of(
                                "--release",
                                "8",
                                "-Xlint:all,-options",
                                "-Werror",
                                "-Xdoclint:all",
                                "-proc:none",
                                "-XDrawDiagnostics"),
                        null,
                        List.of(new Source(className, source)))
                .call();
        assertThat(diagnostics.getDiagnostics()).isEmpty();
        assertThat(compiled).isTrue();
        try {
            return new GeneratedClass(Class.forName(className, true, classes.loader()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The constants by their names, in the order of the source. */
    Map<String, String> constants() {
        Map<String, String> constants = new LinkedHashMap<>();
        Arrays.stream(type.getFields()).forEach(field -> {
            try {
                constants.put(field.getName(), (String) field.get(null));
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        });
        return constants;
    }

    @SuppressWarnings("unchecked")
    Set<String> names() {
        return (Set<String>) callStatic("names");
    }

    boolean isDeclared(String name) {
        return (boolean) callStatic("isDeclared", name);
    }

    /** The id of the category, if there is one. */
    Optional<String> categoryOf(String name) {
        return ((Optional<?>) callStatic("categoryOf", name)).map(category -> (String) call(category, "id"));
    }

    boolean isAllowed(String name, String... granted) {
        Set<Object> categories = new LinkedHashSet<>();
        for (Object category : categoryType().getEnumConstants()) {
            if (Arrays.asList(granted).contains(call(category, "id"))) {
                categories.add(category);
            }
        }
        return (boolean) callStatic("isAllowed", name, categories);
    }

    /** Whether each category requires consent, by its constant's name and id. */
    Map<String, Boolean> categories() {
        Map<String, Boolean> categories = new LinkedHashMap<>();
        for (Object category : categoryType().getEnumConstants()) {
            categories.put(category + " " + call(category, "id"), (Boolean) call(category, "requiresConsent"));
        }
        return categories;
    }

    private Class<?> categoryType() {
        return Arrays.stream(type.getClasses())
                .filter(nested -> nested.getSimpleName().equals("Category"))
                .findFirst()
                .orElseThrow();
    }

    private Object callStatic(String method, Object... arguments) {
        return invoke(type, null, method, arguments);
    }

    private static Object call(Object target, String method) {
        return invoke(target.getClass(), target, method);
    }

    private static Object invoke(Class<?> type, Object target, String name, Object... arguments) {
        Method method = Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        try {
            return method.invoke(target, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

        Classes() {
            super(FILES);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    classes.put(className, out);
                    return out;
                }
            };
        }

        ClassLoader loader() {
            return new ClassLoader(null) {
                @Override
                protected Class<?> findClass(String name) throws ClassNotFoundException {
                    ByteArrayOutputStream out = classes.get(name);
                    if (out == null) {
                        throw new ClassNotFoundException(name);
                    }
                    return defineClass(name, out.toByteArray(), 0, out.size());
                }
            };
        }
    }
}
