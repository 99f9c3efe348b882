package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Binds {@code categories} and {@code providers}, to which services refer. */
final class GroupBinder {

    /** The ids of the built-in categories, in their order. */
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

    private final ScalarReader scalars;
    private final TextReader texts;
    private final DiagnosticCollector diagnostics;

    GroupBinder(ScalarReader scalars, TextReader texts, DiagnosticCollector diagnostics) {
        this.scalars = scalars;
        this.texts = texts;
        this.diagnostics = diagnostics;
    }

    List<Declaration.Category> bindCategories(Map<String, Node.Entry> entries) {
        List<Declaration.Category> categories = new ArrayList<>();
        for (Node.Entry entry : entries.values()) {
            scalars.checkId(entry, "category");
            categories.add(bindCategory(entry));
        }
        return List.copyOf(categories);
    }

    private Declaration.Category bindCategory(Node.Entry entry) {
        String id = entry.key();
        String owner = "category " + SafeText.quote(id);
        MappingReader reader = new MappingReader(
                entry.value(),
                owner,
                entry.position(),
                List.of("name", "description", "consent", "reason", "signals"),
                diagnostics);
        Optional<String> consent = Optional.empty();
        if (reader.contains("consent")) {
            consent = scalars.readReference(
                    reader.require("consent", ""), "consent", "consent", List.of("required", "exempt"));
        }
        checkConsent(id, reader, consent.orElse(""));
        boolean builtIn = BUILT_IN_CATEGORIES.contains(id);
        return new Declaration.Category(
                id,
                builtIn ? readOverride(reader, "name") : texts.readText(reader, "name"),
                builtIn ? readOverride(reader, "description") : texts.readText(reader, "description"),
                consent.isEmpty() ? Optional.empty() : Optional.of(consent.get().equals("required")),
                texts.readText(reader, "reason"),
                reader.contains("signals")
                        ? Optional.of(scalars.readReferences(reader, "signals", "signal", SIGNALS))
                        : Optional.empty(),
                reader.positions());
    }

    private Optional<DeclaredText> readOverride(MappingReader reader, String key) {
        Optional<Node> node = reader.get(key);
        return node.isEmpty() ? Optional.empty() : texts.readOverride(node.get(), key);
    }

    private void checkConsent(String id, MappingReader reader, String consent) {
        boolean necessary = id.equals("necessary");
        if (consent.equals("required") && necessary) {
            diagnostics.error(
                    reader.positionOf("consent"),
                    "the category 'necessary' needs no consent by its nature: move services that need it to another category");
        } else if (consent.equals("exempt") && id.equals("marketing")) {
            diagnostics.error(
                    reader.positionOf("consent"),
                    "the category 'marketing' cannot be exempt: no law exempts it from consent");
        } else if (consent.equals("exempt") && !necessary && !reader.contains("reason")) {
            reader.reportMissing("reason", "state why the category needs no consent");
        }
        boolean mayBeExempt =
                consent.equals("exempt") || necessary || (reader.contains("consent") && consent.isEmpty());
        if (reader.contains("reason")
                && !mayBeExempt
                && (reader.contains("consent") || !reader.mayContain("consent"))) {
            diagnostics.error(
                    reader.positionOf("reason"),
                    "'reason' says why no consent is needed, but this category needs it: write 'consent: exempt', or"
                            + " remove the reason");
        }
    }

    List<Declaration.Provider> bindProviders(Map<String, Node.Entry> entries) {
        List<Declaration.Provider> providers = new ArrayList<>();
        for (Node.Entry entry : entries.values()) {
            scalars.checkId(entry, "provider");
            MappingReader reader = new MappingReader(
                    entry.value(),
                    "provider " + SafeText.quote(entry.key()),
                    entry.position(),
                    List.of("name", "url", "privacy-policy", "country", "transfers", "safeguard"),
                    diagnostics);
            Optional<Node> url = reader.get("url");
            Optional<String> country = scalars.readText(reader, "country", ValueFormat.COUNTRY);
            providers.add(new Declaration.Provider(
                    entry.key(),
                    texts.readText(reader, "name"),
                    url.isEmpty() ? Optional.empty() : scalars.readUrl(url.get(), "url"),
                    texts.readText(reader, "privacy-policy", ValueFormat.URL_OR_PATH),
                    country.isEmpty() ? country : Optional.of(country.get().toUpperCase(Locale.ROOT)),
                    scalars.readLines(reader, "transfers", true, ValueFormat.COUNTRY).stream()
                            .map(code -> code.toUpperCase(Locale.ROOT))
                            .toList(),
                    texts.readText(reader, "safeguard"),
                    reader.positions()));
        }
        return List.copyOf(providers);
    }
}
