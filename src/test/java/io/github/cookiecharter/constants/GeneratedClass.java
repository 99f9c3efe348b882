package io.github.cookiecharter.constants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.constants.ConstantsClass.Result;
import io.github.cookiecharter.judge.Javac;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.template.Templates;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The generated class as javac sees it with every warning on, and as a program calls it. */
public final class GeneratedClass {

    static final String NAME = "com.acme.Cookies";

    private static final Templates TEMPLATES = new Templates(Optional.empty());

    // To look a method up costs more than to call it, and some tests call it a million times.
    private static final Map<Call, Method> METHODS = new ConcurrentHashMap<>();

    private record Call(Class<?> type, String name, List<Class<?>> arguments) {}

    private final Class<?> type;
    private final Map<String, Class<?>> nested = new ConcurrentHashMap<>();

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
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.artefacts()).hasSize(1);
        Artefact artefact = result.artefacts().get(0);
        assertThat(artefact.root()).isEqualTo(OutputRoot.SOURCES);
        assertThat(artefact.path()).isEqualTo(className.replace('.', '/') + ".java");
        return new String(artefact.content(), StandardCharsets.UTF_8);
    }

    /** The class of a charter, compiled and loaded. */
    public static GeneratedClass of(Charter charter) {
        return compile(NAME, source(charter));
    }

    /** Compiles with all warnings as errors, and loads the class. */
    static GeneratedClass compile(String className, String source) {
        Javac.Compilation compilation = Javac.compile(className, source);
        assertThat(compilation.diagnostics()).isEmpty();
        return new GeneratedClass(compilation.load(className));
    }

    /** The constants by their names, in the order of the source. */
    Map<String, String> constants() {
        Map<String, String> constants = new LinkedHashMap<>();
        Arrays.stream(type.getFields())
                .filter(field -> field.getType() == String.class)
                .forEach(field -> {
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

    public boolean isAllowed(String name, Choice choice) {
        return (boolean) callStatic("isAllowed", name, choice.consent());
    }

    /** The review of a header. */
    public record Reviewed(String name, String verdict, String header, List<String> differences) {}

    /** Reviews a header for a visitor who sent a header {@code Cookie}. */
    @SuppressWarnings("unchecked")
    public Reviewed review(String setCookieHeader, String cookieHeader) {
        Object review = invoke(
                type, null, "review", setCookieHeader, consent(cookieHeader).consent());
        return new Reviewed(
                (String) call(review, "name"),
                call(review, "verdict").toString(),
                (String) call(review, "header"),
                (List<String>) call(review, "differences"));
    }

    /** The headers that delete what a visitor sent and does not allow. */
    @SuppressWarnings("unchecked")
    public List<String> withdrawn(String cookieHeader, String host, boolean https) {
        return (List<String>) callStatic(
                "withdrawn", cookieHeader, host, https, consent(cookieHeader).consent());
    }

    /** The declared cookie of a constant such as {@code BASKET_COOKIE}. */
    public Object factory(String constant) {
        try {
            return type.getField(constant).get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The class itself. */
    public Class<?> type() {
        return type;
    }

    /** Parses the header of a request with the generated class. */
    public Choice consent(String cookieHeader) {
        Class<?> consent = nested("Consent");
        return new Choice(invoke(consent, null, "parse", cookieHeader));
    }

    /** A choice, read through the generated class. */
    public record Choice(Object consent) {

        public boolean isCurrent() {
            return (boolean) call(consent, "isCurrent");
        }

        /** The ids of the categories. */
        public List<String> granted() {
            List<String> ids = new ArrayList<>();
            ((Set<?>) call(consent, "granted")).forEach(category -> ids.add((String) call(category, "id")));
            return ids;
        }

        /** The ids of the services to which the visitor objects, sorted. */
        public List<String> objected() {
            return ((Set<?>) call(consent, "objected"))
                    .stream().map(String.class::cast).sorted().toList();
        }

        public Optional<?> time() {
            return (Optional<?>) call(consent, "time");
        }

        public Optional<?> id() {
            return (Optional<?>) call(consent, "id");
        }
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
        return nested("Category");
    }

    private Class<?> nested(String name) {
        return nested.computeIfAbsent(
                name,
                any -> Arrays.stream(type.getClasses())
                        .filter(candidate -> candidate.getSimpleName().equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    private Object callStatic(String method, Object... arguments) {
        return invoke(type, null, method, arguments);
    }

    private static Object call(Object target, String method) {
        return invoke(target.getClass(), target, method);
    }

    private static List<Class<?>> types(Object... arguments) {
        List<Class<?>> types = new ArrayList<>();
        for (Object argument : arguments) {
            types.add(argument == null ? void.class : argument.getClass());
        }
        return types;
    }

    private static boolean takes(Method method, Object... arguments) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (arguments[i] != null && !types[i].isPrimitive() && !types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static Object invoke(Class<?> type, Object target, String name, Object... arguments) {
        Method method = METHODS.computeIfAbsent(
                new Call(type, name, types(arguments)),
                call -> Arrays.stream(type.getMethods())
                        .filter(candidate -> candidate.getName().equals(name) && takes(candidate, arguments))
                        .findFirst()
                        .orElseThrow());
        try {
            return method.invoke(target, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }
}
