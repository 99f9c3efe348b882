package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Binds {@code categories} and {@code providers}, which services refer to. */
final class GroupBinder {

    /** The categories that every site has, in their order. */
    static final List<String> BUILT_IN_CATEGORIES = List.of("necessary", "preferences", "statistics", "marketing");

    // Google Consent Mode, version 2.
    private static final List<String> SIGNALS = List.of(
            "ad_storage",
            "ad_user_data",
            "ad_personalization",
            "analytics_storage",
            "functionality_storage",
            "personalization_storage",
            "security_storage");

    private final ScalarReader values;
    private final TextReader texts;
    private final DiagnosticCollector diagnostics;

    GroupBinder(ScalarReader values, TextReader texts, DiagnosticCollector diagnostics) {
        this.values = values;
        this.texts = texts;
        this.diagnostics = diagnostics;
    }

    List<Declaration.Category> categories(Map<String, Node.Entry> entries) {
        List<Declaration.Category> categories = new ArrayList<>();
        for (Node.Entry entry : entries.values()) {
            values.checkId(entry, "category");
            categories.add(category(entry));
        }
        return List.copyOf(categories);
    }

    private Declaration.Category category(Node.Entry entry) {
        String id = entry.key();
        String owner = "category " + SafeText.quote(id);
        MappingReader fields = new MappingReader(
                entry.value(),
                owner,
                entry.at(),
                List.of("name", "description", "consent", "reason", "signals"),
                diagnostics);
        Optional<String> consent = Optional.empty();
        if (fields.has("consent")) {
            consent = values.known(fields.require("consent", ""), "consent", "consent", List.of("required", "exempt"));
        }
        checkConsent(id, fields, consent.orElse(""));
        boolean builtIn = BUILT_IN_CATEGORIES.contains(id);
        return new Declaration.Category(
                id,
                builtIn ? insteadOfBuiltIn(fields, "name") : texts.get(fields, "name"),
                builtIn ? insteadOfBuiltIn(fields, "description") : texts.get(fields, "description"),
                consent.isEmpty() ? Optional.empty() : Optional.of(consent.get().equals("required")),
                texts.get(fields, "reason"),
                fields.has("signals")
                        ? Optional.of(values.knownList(fields, "signals", "signal", SIGNALS))
                        : Optional.empty(),
                fields.positions());
    }

    private Optional<DeclaredText> insteadOfBuiltIn(MappingReader fields, String key) {
        Optional<Node> node = fields.get(key);
        return node.isEmpty() ? Optional.empty() : texts.insteadOfBuiltIn(node.get(), key);
    }

    private void checkConsent(String id, MappingReader fields, String consent) {
        boolean necessary = id.equals("necessary");
        if (consent.equals("required") && necessary) {
            diagnostics.error(
                    fields.at("consent"),
                    "the category 'necessary' needs no consent by its nature: move what needs it to another category");
        } else if (consent.equals("exempt") && id.equals("marketing")) {
            diagnostics.error(
                    fields.at("consent"), "the category 'marketing' cannot be exempt: no law exempts it from consent");
        } else if (consent.equals("exempt") && !necessary && !fields.has("reason")) {
            fields.reportMissing("reason", "say why the category needs no consent");
        }
        boolean mayBeExempt = consent.equals("exempt") || necessary || (fields.has("consent") && consent.isEmpty());
        if (fields.has("reason") && !mayBeExempt && (fields.has("consent") || !fields.mayHave("consent"))) {
            diagnostics.error(
                    fields.at("reason"),
                    "'reason' says why no consent is needed, but this category needs it: write 'consent: exempt', or"
                            + " remove the reason");
        }
    }

    List<Declaration.Provider> providers(Map<String, Node.Entry> entries) {
        List<Declaration.Provider> providers = new ArrayList<>();
        for (Node.Entry entry : entries.values()) {
            values.checkId(entry, "provider");
            MappingReader fields = new MappingReader(
                    entry.value(),
                    "provider " + SafeText.quote(entry.key()),
                    entry.at(),
                    List.of("name", "url", "privacy-policy", "country", "safeguard"),
                    diagnostics);
            Optional<Node> url = fields.get("url");
            Optional<String> country = values.text(fields, "country", ValueFormat.COUNTRY);
            providers.add(new Declaration.Provider(
                    entry.key(),
                    texts.get(fields, "name"),
                    url.isEmpty() ? Optional.empty() : values.url(url.get(), "url"),
                    texts.get(fields, "privacy-policy", ValueFormat.URL_OR_PATH),
                    country.isEmpty() ? country : Optional.of(country.get().toUpperCase(Locale.ROOT)),
                    texts.get(fields, "safeguard"),
                    fields.positions()));
        }
        return List.copyOf(providers);
    }
}
