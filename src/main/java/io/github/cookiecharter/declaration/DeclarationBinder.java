package io.github.cookiecharter.declaration;

import io.github.cookiecharter.jurisdiction.Jurisdictions;
import io.github.cookiecharter.model.BannerLayout;
import io.github.cookiecharter.model.BannerPosition;
import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.model.Colour;
import io.github.cookiecharter.model.Column;
import io.github.cookiecharter.model.Section;
import io.github.cookiecharter.model.Theme;
import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.DidYouMean;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Binds the tree of a file to the records of the declaration. Values that cannot be bound are reported and replaced by
 * a placeholder; a declaration with diagnostics is never returned to callers of {@link DeclarationReader}.
 */
final class DeclarationBinder {

    static final List<String> KEYS = List.of(
            "site", "consent", "categories", "providers", "services", "banner", "policy", "exceptions", "include");
    private static final DeclaredText PLACEHOLDER = new DeclaredText.Plain("?", SourcePosition.START);

    private final Function<String, Set<String>> textKeys;
    private final Jurisdictions jurisdictions;
    private final Predicate<String> hasBuiltInTexts;
    private final DiagnosticCollector diagnostics;
    private final ScalarReader scalars;
    private final MappingReader root;

    DeclarationBinder(
            Node root,
            Function<String, Set<String>> textKeys,
            Jurisdictions jurisdictions,
            Predicate<String> hasBuiltInTexts,
            DiagnosticCollector diagnostics) {
        this.textKeys = textKeys;
        this.jurisdictions = jurisdictions;
        this.hasBuiltInTexts = hasBuiltInTexts;
        this.diagnostics = diagnostics;
        this.scalars = new ScalarReader(diagnostics);
        this.root = new MappingReader(root, "", root.position(), KEYS, diagnostics);
    }

    Declaration bind() {
        SiteBinder siteBinder = new SiteBinder(
                root.require("site", "it describes the site"),
                root.positionOf("site"),
                jurisdictions,
                hasBuiltInTexts,
                scalars,
                diagnostics);
        TextReader texts = siteBinder.textReader();
        Declaration.Site site = siteBinder.bindSite();
        Declaration.Banner banner = bindBanner(texts);

        GroupBinder groups = new GroupBinder(scalars, texts, diagnostics);
        Map<String, Node.Entry> categoryEntries = scalars.readEntries(root, "categories", "category");
        List<Declaration.Category> categories = groups.bindCategories(categoryEntries);
        Map<String, Node.Entry> providerEntries = scalars.readEntries(root, "providers", "provider");
        List<Declaration.Provider> providers = groups.bindProviders(providerEntries);

        if (!root.contains("services") && !root.contains("include")) {
            root.reportMissing("services", "write 'services: {}' if the site sets no cookies");
        }
        Set<String> categoryIds = new LinkedHashSet<>(GroupBinder.BUILT_IN_CATEGORIES);
        categoryIds.addAll(categoryEntries.keySet());
        Declaration.Consent consent = siteBinder.bindConsent(
                section("consent"),
                root.positionOf("consent"),
                new AskedByBinder(List.copyOf(categoryIds), banner, texts, scalars, diagnostics),
                banner.runtime().orElse(BannerRuntime.VANILLA_COOKIECONSENT) != BannerRuntime.NONE);
        ServiceBinder serviceBinder = new ServiceBinder(
                List.copyOf(categoryIds),
                needingConsent(categoryIds, categories),
                new ArrayList<>(providerEntries.keySet()),
                root.isComplete(),
                scalars,
                texts,
                diagnostics);
        List<Declaration.Service> services =
                serviceBinder.bindServices(scalars.readEntries(root, "services", "service"));

        return new Declaration(
                site,
                consent,
                categories,
                providers,
                services,
                banner,
                bindPolicy(texts),
                bindExceptions(serviceBinder, texts));
    }

    // A category whose 'consent' cannot be read counts as exempt: nothing that depends on it is reported.
    private static Set<String> needingConsent(Set<String> ids, List<Declaration.Category> declared) {
        Set<String> needingConsent = new LinkedHashSet<>(ids);
        needingConsent.remove("necessary");
        for (Declaration.Category category : declared) {
            boolean isWritten = category.positions().keys().containsKey("consent");
            if (!category.consentRequired().orElse(!isWritten)) {
                needingConsent.remove(category.id());
            }
        }
        return needingConsent;
    }

    /** Returns the section's node, or an empty mapping if it is missing. */
    private Node section(String key) {
        Optional<Node> node = root.get(key);
        return node.isEmpty() ? new Node.Mapping(List.of(), false, true, SourcePosition.START) : node.get();
    }

    private Declaration.Banner bindBanner(TextReader texts) {
        MappingReader reader = new MappingReader(
                section("banner"),
                "banner",
                root.positionOf("banner"),
                List.of("runtime", "accent", "layout", "position", "theme", "texts"),
                diagnostics);
        return new Declaration.Banner(
                scalars.readKeyword(reader, "runtime", BannerRuntime.values()),
                scalars.readText(reader, "accent", ValueFormat.ACCENT).flatMap(Colour::parse),
                scalars.readKeyword(reader, "layout", BannerLayout.values()),
                scalars.readKeyword(reader, "position", BannerPosition.values()),
                scalars.readKeyword(reader, "theme", Theme.values()),
                bindOverrides(reader, "banner", texts),
                reader.positions());
    }

    private Declaration.Policy bindPolicy(TextReader texts) {
        MappingReader reader = new MappingReader(
                section("policy"),
                "policy",
                root.positionOf("policy"),
                List.of("columns", "sections", "history", "texts"),
                diagnostics);
        List<Column> columns = scalars.readKeywords(reader, "columns", "column", Column.values());
        boolean readable =
                reader.get("columns").isPresent() && reader.get("columns").get() instanceof Node.Sequence;
        if (readable && !columns.isEmpty() && !columns.contains(Column.COOKIE)) {
            diagnostics.error(
                    reader.positionOf("columns"), "'columns' must contain 'cookie': without it rows have no name");
        }
        List<Section> sections = scalars.readKeywords(reader, "sections", "section", Section.values());
        return new Declaration.Policy(
                reader.contains("columns") ? Optional.of(columns) : Optional.empty(),
                reader.contains("sections") ? Optional.of(sections) : Optional.empty(),
                scalars.readPositiveInteger(reader, "history"),
                bindOverrides(reader, "policy", texts),
                reader.positions());
    }

    private Map<String, DeclaredText> bindOverrides(MappingReader reader, String owner, TextReader texts) {
        Map<String, DeclaredText> overrides = new LinkedHashMap<>();
        for (Node.Entry entry : scalars.readEntries(reader, "texts", "text").values()) {
            Set<String> keys = textKeys.apply(owner);
            if (!keys.contains(entry.key())) {
                diagnostics.error(
                        entry.position(),
                        "unknown text " + SafeText.quote(entry.key()) + " in " + owner
                                + DidYouMean.messageEnd(entry.key(), new TreeSet<>(keys)));
                continue;
            }
            Optional<DeclaredText> text = texts.readOverride(entry.value(), entry.key());
            if (text.isPresent()) {
                overrides.put(entry.key(), text.get());
            }
        }
        return overrides;
    }

    private List<Declaration.Accepted> bindExceptions(ServiceBinder services, TextReader texts) {
        List<Declaration.Accepted> accepted = new ArrayList<>();
        Optional<Node> node = root.get("exceptions");
        if (node.isEmpty() || node.get() instanceof Node.ErrorNode) {
            return accepted;
        }
        if (!(node.get() instanceof Node.Sequence sequence)) {
            diagnostics.error(
                    node.get().position(),
                    "'exceptions' must be a list of entries with the keys 'rule' and 'reason', not a "
                            + ScalarReader.kind(node.get()));
            return accepted;
        }
        for (Node item : sequence.items()) {
            accepted.add(bindException(item, services, texts));
        }
        return accepted;
    }

    private Declaration.Accepted bindException(Node item, ServiceBinder services, TextReader texts) {
        MappingReader reader = new MappingReader(
                item, "this exception", item.position(), List.of("rule", "service", "cookie", "reason"), diagnostics);
        Optional<String> rule =
                scalars.readId(reader.require("rule", "it names the rule whose finding is accepted"), "rule");
        Optional<String> service = Optional.empty();
        if (reader.contains("service")) {
            service = services.readServiceReference(reader.require("service", ""));
        }
        Optional<String> cookie = Optional.empty();
        if (reader.contains("cookie")) {
            Node name = reader.require("cookie", "");
            // Without a service the finding may concern an undeclared cookie.
            cookie = service.isPresent()
                    ? services.readCookieReference(name, service.get())
                    : scalars.readLine(name, "cookie");
        }
        Node reason = reader.require("reason", "state why the site accepts the finding");
        return new Declaration.Accepted(
                rule.orElse("?"),
                service,
                cookie,
                texts.readNode(reason, "reason", ValueFormat.ANY).orElse(PLACEHOLDER),
                reader.positions());
    }
}
