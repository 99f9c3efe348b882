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

    /** The most lookups in one method: a method's bytecode is limited to 64 KiB (JVMS 4.7.3), and each takes 26 bytes. */
    private static final int MAX_STATEMENTS_PER_METHOD = 1_000;

    private static final int MAX_LINE_LENGTH = 120;

    /** The length of a lookup without its values. */
    private static final int LOOKUP_LENGTH = 56;

    private ConstantsClass() {}

    /**
     * The result of the generation.
     *
     * @param artefacts the class; empty if there are errors
     * @param diagnostics the errors and warnings for the declaration's author
     */
    public record Result(List<Artefact> artefacts, List<Diagnostic> diagnostics) {

        public Result {
            artefacts = List.copyOf(artefacts);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * Returns whether the class can have this name: every part is a Java identifier of ASCII characters, and the last one is
     * not the name of a type that the class itself uses, such as {@code Category} or {@code Set}.
     */
    public static boolean isClassName(String className) {
        return JavaNames.isClassName(className);
    }

    /**
     * Generates the class.
     *
     * @param className its fully qualified name
     * @throws IllegalArgumentException if {@link #isClassName} returns false for the name
     * @throws io.github.cookiecharter.template.TemplateException if the site's own template uses an unknown name
     */
    public static Result generate(Charter charter, String className, Templates templates) {
        if (!isClassName(className)) {
            throw new IllegalArgumentException("not a name for the class: " + className);
        }
        String simpleName = className.substring(className.lastIndexOf('.') + 1);
        ConstantAllocator allocator = new ConstantAllocator(charter, simpleName);
        for (Diagnostic diagnostic : allocator.diagnostics()) {
            if (diagnostic.isError()) {
                return new Result(List.of(), allocator.diagnostics());
            }
        }
        String source = templates.java("constants/class", context(charter, className, simpleName, allocator));
        String path = className.replace('.', '/') + ".java";
        return new Result(List.of(Artefact.text(OutputRoot.SOURCES, path, source)), allocator.diagnostics());
    }

    /** Performs the part of {@link #generate} that needs no charter. */
    public static void prepare(Templates templates) {
        templates.prepareJava("constants/class");
        EmbeddedSource.prepare();
    }

    private static Map<String, Object> context(
            Charter charter, String className, String simpleName, ConstantAllocator allocator) {
        String language = charter.site().defaultLanguage();
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("source", JavaText.toLineComment(charter.source()));
        context.put("hasPackage", className.length() > simpleName.length());
        context.put("package", className.substring(0, Math.max(0, className.length() - simpleName.length() - 1)));
        context.put("class", simpleName);
        context.put("site", JavaText.toJavadoc(charter.site().name().textIn(language)));
        context.put("constants", constants(allocator, language));
        context.put("categories", categories(charter.categories(), language));
        context.put("hasCategories", !charter.categories().isEmpty());
        context.put("hasPatterns", !allocator.patterns().isEmpty());
        putLookups(allocator, charter.banner().runtime(), context);
        context.put("reviewMembers", EmbeddedSource.reviewMembers());
        context.put("setCookieMembers", EmbeddedSource.setCookieMembers());
        context.put("declaredMembers", EmbeddedSource.declaredMembers());
        ConsentRecord.addTo(charter, context);
        return context;
    }

    private static List<Map<String, Object>> constants(ConstantAllocator allocator, String language) {
        List<Map<String, Object>> constants = new ArrayList<>();
        for (CookieConstant cookie : allocator.constants()) {
            String name = cookie.constant().orElseThrow();
            String text = cookie.name().text();
            String value = cookie.name().isPrefix() ? text.substring(0, text.length() - 1) : text;
            Map<String, Object> constant = new LinkedHashMap<>();
            constant.put("name", name);
            constant.put("value", value);
            constant.put("isLong", name.length() + value.length() + 36 > MAX_LINE_LENGTH);
            Optional<String> factory = allocator.factory(name);
            constant.put("hasFactory", factory.isPresent());
            constant.put("factory", factory.orElse(""));
            constant.put("isPrefix", cookie.name().isPrefix());
            constant.put("pattern", JavaText.toCode(text));
            putLines("purpose", purpose(cookie, language), constant);
            Optional<Lifetime> lifetime = cookie.cookie().lifetime();
            constant.put("lifetime", lifetime.isPresent() ? lifetimeWords(lifetime.get()) : "");
            constant.put("hasLifetime", lifetime.isPresent());
            constant.put("isRenewed", cookie.cookie().renewed());
            constant.put(
                    "provider",
                    JavaText.toSentence(JavaText.toJavadoc(
                            cookie.service().provider().name().textIn(language))));
            constant.put("category", cookie.category().id());
            constants.add(constant);
        }
        return constants;
    }

    private static String purpose(CookieConstant cookie, String language) {
        String purpose = JavaText.toJavadoc(cookie.cookie().purpose().textIn(language));
        return purpose.isEmpty() ? JavaText.toCode(cookie.name().text()) : purpose;
    }

    private static void putLines(String key, String javadoc, Map<String, Object> context) {
        List<String> lines = JavaText.wrap(JavaText.toSentence(javadoc));
        context.put(key, lines.get(0));
        context.put("more", lines.subList(1, lines.size()));
    }

    // In the English words of the declaration, whatever the site's language: the comment is for developers.
    private static String lifetimeWords(Lifetime lifetime) {
        if (lifetime instanceof Lasting lasting) {
            String unit = lasting.unit().name().toLowerCase(Locale.ROOT);
            return lasting.amount() + " " + (lasting.amount() == 1 ? unit.substring(0, unit.length() - 1) : unit);
        }
        return lifetime instanceof Lifetime.Session ? "session" : "persistent";
    }

    private static List<Map<String, Object>> categories(List<Category> categories, String language) {
        List<Map<String, Object>> constants = new ArrayList<>();
        for (Category category : categories) {
            String description = JavaText.toJavadoc(category.description().textIn(language));
            Map<String, Object> constant = new LinkedHashMap<>();
            constant.put("name", JavaNames.categoryConstant(category.id()));
            constant.put("id", category.id());
            putLines("description", description.isEmpty() ? category.id() : description, constant);
            constant.put("requiresConsent", category.needsConsent());
            constant.put("separator", constants.size() == categories.size() - 1 ? ";" : ",");
            constants.add(constant);
        }
        return constants;
    }

    private static void putLookups(ConstantAllocator allocator, BannerRuntime runtime, Map<String, Object> context) {
        List<Map<String, Object>> lookups = new ArrayList<>();
        for (List<CookieConstant> entries : List.of(allocator.literals(), allocator.patterns())) {
            for (CookieConstant entry : entries) {
                String constant = entry.name().isLiteral() ? entry.constant().orElse("") : "";
                lookups.add(lookup(constant, entry, runtime));
                for (CookieConstant namesake : allocator.namesakes(entry)) {
                    lookups.add(lookup(constant, namesake, runtime));
                }
            }
        }
        putStatements("lookups", "parts", lookups, context);
        context.put("hasLookups", !lookups.isEmpty());
    }

    /** Puts statements into the context, in parts if one method cannot hold all of them. */
    static void putStatements(
            String key, String partsKey, List<Map<String, Object>> statements, Map<String, Object> context) {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (int from = 0; from < statements.size(); from += MAX_STATEMENTS_PER_METHOD) {
            parts.add(Map.of(
                    "number",
                    parts.size() + 1,
                    key,
                    statements.subList(from, Math.min(from + MAX_STATEMENTS_PER_METHOD, statements.size()))));
        }
        boolean isSplit = parts.size() > 1;
        context.put(key, isSplit ? List.of() : statements);
        context.put(partsKey, isSplit ? parts : List.of());
    }

    // A service that needs consent is known by what the record calls it, any other by its id.
    private static Map<String, Object> lookup(String constant, CookieConstant cookie, BannerRuntime runtime) {
        String service = cookie.service().id();
        boolean needsConsent = cookie.service().needsConsent();
        String key = needsConsent ? runtime.recordKey(service) : service;
        String text = cookie.name().text();
        String category = JavaNames.categoryConstant(cookie.category().id());
        String attributes = DeclaredAttributes.of(cookie.cookie());
        int length =
                Math.max(constant.length(), text.length()) + category.length() + key.length() + attributes.length();
        return Map.of(
                "isLiteral", !constant.isEmpty(),
                "constant", constant,
                "text", text,
                "category", category,
                "needsConsent", needsConsent,
                "service", key,
                "attributes", attributes,
                "isLong", length + LOOKUP_LENGTH > MAX_LINE_LENGTH);
    }
}
