package io.github.cookiecharter.constants;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.Lifetime.Lasting;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.template.Templates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Generates the Java class of the cookie names that the charter allows. */
public final class ConstantsClass {

    /** How many lookups one method prepares: a method's bytecode ends at 64 KiB (JVMS 4.7.3), and each takes 26 bytes. */
    private static final int IN_ONE_METHOD = 1_000;

    private static final int LINE = 120;

    private ConstantsClass() {}

    /**
     * What became of the class.
     *
     * @param artefacts the class; none if there are errors
     * @param diagnostics what the declaration's author should change
     */
    public record Result(List<Artefact> artefacts, List<Diagnostic> diagnostics) {

        public Result {
            artefacts = List.copyOf(artefacts);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * Whether the class can have this name: every part a Java identifier of ASCII characters, and the last one not the
     * name of a type that the class itself mentions, such as {@code Category} or {@code Set}.
     */
    public static boolean isClassName(String className) {
        return JavaNames.isClassName(className);
    }

    /**
     * Generates the class.
     *
     * @param className its fully qualified name
     * @throws IllegalArgumentException if the class cannot have that name: ask {@link #isClassName} first
     * @throws io.github.cookiecharter.template.TemplateException if the site's own template asks for what there is not
     */
    public static Result generate(Charter charter, String className, Templates templates) {
        if (!isClassName(className)) {
            throw new IllegalArgumentException("not a name for the class: " + className);
        }
        String simpleName = className.substring(className.lastIndexOf('.') + 1);
        ConstantAllocator known = new ConstantAllocator(charter, simpleName);
        for (Diagnostic diagnostic : known.diagnostics()) {
            if (diagnostic.isError()) {
                return new Result(List.of(), known.diagnostics());
            }
        }
        String source = templates.java("constants/class", context(charter, className, simpleName, known));
        String path = className.replace('.', '/') + ".java";
        return new Result(List.of(Artefact.text(OutputRoot.SOURCES, path, source)), known.diagnostics());
    }

    /** Does of {@link #generate} what needs no charter. */
    public static void prepare(Templates templates) {
        templates.prepareJava("constants/class");
        EmbeddedSource.prepare();
    }

    private static Map<String, Object> context(
            Charter charter, String className, String simpleName, ConstantAllocator known) {
        String language = charter.site().defaultLanguage();
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("source", JavaText.lineComment(charter.source()));
        context.put("hasPackage", className.length() > simpleName.length());
        context.put("package", className.substring(0, Math.max(0, className.length() - simpleName.length() - 1)));
        context.put("class", simpleName);
        context.put("site", JavaText.javadoc(charter.site().name().textIn(language)));
        context.put("constants", constants(known, language));
        context.put("categories", categories(charter.categories(), language));
        context.put("hasCategories", !charter.categories().isEmpty());
        context.put("hasPatterns", !known.patterns().isEmpty());
        putLookups(known, charter.banner().runtime(), context);
        ConsentRecord.put(charter, context);
        return context;
    }

    private static List<Map<String, Object>> constants(ConstantAllocator known, String language) {
        List<Map<String, Object>> constants = new ArrayList<>();
        for (CookieConstant cookie : known.constants()) {
            String name = cookie.constant().orElseThrow();
            String text = cookie.name().text();
            String value = cookie.name().isPrefix() ? text.substring(0, text.length() - 1) : text;
            Map<String, Object> constant = new LinkedHashMap<>();
            constant.put("name", name);
            constant.put("value", value);
            constant.put("isLong", name.length() + value.length() + 36 > LINE);
            constant.put("isPrefix", cookie.name().isPrefix());
            constant.put("pattern", JavaText.code(text));
            putLines("purpose", purpose(cookie, language), constant);
            Optional<Lifetime> lifetime = cookie.cookie().lifetime();
            constant.put("lifetime", lifetime.isPresent() ? words(lifetime.get()) : "");
            constant.put("hasLifetime", lifetime.isPresent());
            constant.put("isRenewed", cookie.cookie().renewed());
            constant.put(
                    "provider",
                    JavaText.sentence(
                            JavaText.javadoc(cookie.service().provider().name().textIn(language))));
            constant.put("category", cookie.category().id());
            constants.add(constant);
        }
        return constants;
    }

    private static String purpose(CookieConstant cookie, String language) {
        String purpose = JavaText.javadoc(cookie.cookie().purpose().textIn(language));
        return purpose.isEmpty() ? JavaText.code(cookie.name().text()) : purpose;
    }

    private static void putLines(String key, String javadoc, Map<String, Object> context) {
        List<String> lines = JavaText.wrap(JavaText.sentence(javadoc));
        context.put(key, lines.get(0));
        context.put("more", lines.subList(1, lines.size()));
    }

    // In the words of the declaration: the comment stands beside code, for readers of code in any language.
    private static String words(Lifetime lifetime) {
        if (lifetime instanceof Lasting lasting) {
            String unit = lasting.unit().name().toLowerCase(Locale.ROOT);
            return lasting.amount() + " " + (lasting.amount() == 1 ? unit.substring(0, unit.length() - 1) : unit);
        }
        return lifetime instanceof Lifetime.Session ? "session" : "persistent";
    }

    private static List<Map<String, Object>> categories(List<Category> categories, String language) {
        List<Map<String, Object>> constants = new ArrayList<>();
        for (Category category : categories) {
            String description = JavaText.javadoc(category.description().textIn(language));
            Map<String, Object> constant = new LinkedHashMap<>();
            constant.put("name", JavaNames.categoryOf(category.id()));
            constant.put("id", category.id());
            putLines("description", description.isEmpty() ? category.id() : description, constant);
            constant.put("requiresConsent", category.needsConsent());
            constant.put("separator", constants.size() == categories.size() - 1 ? ";" : ",");
            constants.add(constant);
        }
        return constants;
    }

    private static void putLookups(ConstantAllocator known, BannerRuntime runtime, Map<String, Object> context) {
        List<Map<String, Object>> lookups = new ArrayList<>();
        for (CookieConstant literal : known.literals()) {
            lookups.add(lookup(literal, runtime));
        }
        for (CookieConstant pattern : known.patterns()) {
            lookups.add(lookup(pattern, runtime));
        }
        putStatements("lookups", "parts", lookups, context);
        context.put("hasLookups", !lookups.isEmpty());
    }

    /** Puts statements into the context in one piece, or, where they are more than a method can hold, in parts. */
    static void putStatements(
            String key, String partsKey, List<Map<String, Object>> statements, Map<String, Object> context) {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (int from = 0; from < statements.size(); from += IN_ONE_METHOD) {
            parts.add(Map.of(
                    "number",
                    parts.size() + 1,
                    key,
                    statements.subList(from, Math.min(from + IN_ONE_METHOD, statements.size()))));
        }
        boolean isSplit = parts.size() > 1;
        context.put(key, isSplit ? List.of() : statements);
        context.put(partsKey, isSplit ? parts : List.of());
    }

    private static Map<String, Object> lookup(CookieConstant known, BannerRuntime runtime) {
        return Map.of(
                "isLiteral", known.name().isLiteral(),
                "constant", known.constant().orElse(""),
                "text", known.name().text(),
                "category", JavaNames.categoryOf(known.category().id()),
                "needsConsent", known.service().needsConsent(),
                "service", runtime.recordKey(known.service().id()));
    }
}
