package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.BannerLayout;
import io.github.cookiecharter.model.BannerPosition;
import io.github.cookiecharter.model.BannerRuntime;
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

/**
 * Binds the tree of a file to the declaration. What cannot be bound is reported and replaced by something harmless: a
 * declaration with problems is never handed on.
 */
final class DeclarationBinder {

    private static final List<String> KEYS =
            List.of("site", "consent", "categories", "providers", "services", "banner", "policy", "exceptions");
    private static final DeclaredText PLACEHOLDER = new DeclaredText.Plain("?", SourcePosition.START);

    private final Function<String, Set<String>> textKeys;
    private final DiagnosticCollector diagnostics;
    private final ScalarReader values;
    private final MappingReader root;

    DeclarationBinder(Node root, Function<String, Set<String>> textKeys, DiagnosticCollector diagnostics) {
        this.textKeys = textKeys;
        this.diagnostics = diagnostics;
        this.values = new ScalarReader(diagnostics);
        this.root = new MappingReader(root, "", root.at(), KEYS, diagnostics);
    }

    Declaration declaration() {
        SiteBinder siteBinder = new SiteBinder(
                root.require("site", "it says what the declaration is about"), root.at("site"), values, diagnostics);
        TextReader texts = siteBinder.texts();
        Declaration.Site site = siteBinder.site();
        Declaration.Consent consent = siteBinder.consent(section("consent"), root.at("consent"));

        GroupBinder groups = new GroupBinder(values, texts, diagnostics);
        Map<String, Node.Entry> categoryEntries = values.entries(root, "categories", "category");
        List<Declaration.Category> categories = groups.categories(categoryEntries);
        Map<String, Node.Entry> providerEntries = values.entries(root, "providers", "provider");
        List<Declaration.Provider> providers = groups.providers(providerEntries);

        if (!root.has("services")) {
            root.reportMissing("services", "write 'services: {}' where nothing sets a cookie");
        }
        Set<String> categoryIds = new LinkedHashSet<>(GroupBinder.BUILT_IN_CATEGORIES);
        categoryIds.addAll(categoryEntries.keySet());
        ServiceBinder serviceBinder = new ServiceBinder(
                List.copyOf(categoryIds),
                new ArrayList<>(providerEntries.keySet()),
                root.isComplete(),
                values,
                texts,
                diagnostics);
        List<Declaration.Service> services = serviceBinder.services(values.entries(root, "services", "service"));

        return new Declaration(
                site,
                consent,
                categories,
                providers,
                services,
                banner(texts),
                policy(texts),
                exceptions(serviceBinder, texts));
    }

    /** The section's node, or an empty mapping where it is not written. */
    private Node section(String key) {
        Optional<Node> node = root.get(key);
        return node.isEmpty() ? new Node.Mapping(List.of(), false, true, SourcePosition.START) : node.get();
    }

    private Declaration.Banner banner(TextReader texts) {
        MappingReader fields = new MappingReader(
                section("banner"),
                "banner",
                root.at("banner"),
                List.of("runtime", "layout", "position", "theme", "texts"),
                diagnostics);
        return new Declaration.Banner(
                values.word(fields, "runtime", BannerRuntime.values()),
                values.word(fields, "layout", BannerLayout.values()),
                values.word(fields, "position", BannerPosition.values()),
                values.word(fields, "theme", Theme.values()),
                overrides(fields, "banner", texts),
                fields.positions());
    }

    private Declaration.Policy policy(TextReader texts) {
        MappingReader fields = new MappingReader(
                section("policy"), "policy", root.at("policy"), List.of("columns", "sections", "texts"), diagnostics);
        List<Column> columns = values.words(fields, "columns", "column", Column.values());
        boolean readable =
                fields.get("columns").isPresent() && fields.get("columns").get() instanceof Node.Sequence;
        if (readable && !columns.isEmpty() && !columns.contains(Column.COOKIE)) {
            diagnostics.error(fields.at("columns"), "'columns' must contain 'cookie': without it no row has a name");
        }
        List<Section> sections = values.words(fields, "sections", "section", Section.values());
        return new Declaration.Policy(
                fields.has("columns") ? Optional.of(columns) : Optional.empty(),
                fields.has("sections") ? Optional.of(sections) : Optional.empty(),
                overrides(fields, "policy", texts),
                fields.positions());
    }

    private Map<String, DeclaredText> overrides(MappingReader fields, String owner, TextReader texts) {
        Map<String, DeclaredText> overrides = new LinkedHashMap<>();
        for (Node.Entry entry : values.entries(fields, "texts", "text").values()) {
            Set<String> keys = textKeys.apply(owner);
            if (!keys.contains(entry.key())) {
                diagnostics.error(
                        entry.at(),
                        "unknown text " + SafeText.quote(entry.key()) + " in " + owner
                                + DidYouMean.messageEnd(entry.key(), new TreeSet<>(keys)));
                continue;
            }
            Optional<DeclaredText> text = texts.insteadOfBuiltIn(entry.value(), entry.key());
            if (text.isPresent()) {
                overrides.put(entry.key(), text.get());
            }
        }
        return overrides;
    }

    private List<Declaration.Accepted> exceptions(ServiceBinder services, TextReader texts) {
        List<Declaration.Accepted> accepted = new ArrayList<>();
        Optional<Node> node = root.get("exceptions");
        if (node.isEmpty() || node.get() instanceof Node.Faulty) {
            return accepted;
        }
        if (!(node.get() instanceof Node.Sequence sequence)) {
            diagnostics.error(
                    node.get().at(),
                    "'exceptions' must be a list of entries with the keys 'rule' and 'reason', not a "
                            + ScalarReader.kind(node.get()));
            return accepted;
        }
        for (Node item : sequence.items()) {
            accepted.add(exception(item, services, texts));
        }
        return accepted;
    }

    private Declaration.Accepted exception(Node item, ServiceBinder services, TextReader texts) {
        MappingReader fields = new MappingReader(
                item, "this exception", item.at(), List.of("rule", "service", "cookie", "reason"), diagnostics);
        Optional<String> rule =
                values.id(fields.require("rule", "it names the rule whose finding is accepted"), "rule");
        Optional<String> service = Optional.empty();
        if (fields.has("service")) {
            service = services.knownService(fields.require("service", ""));
        }
        Optional<String> cookie = Optional.empty();
        if (fields.has("cookie")) {
            Node name = fields.require("cookie", "");
            // Without a service the finding may be about the very cookie that is not declared.
            cookie = service.isPresent() ? services.knownCookie(name, service.get()) : values.line(name, "cookie");
        }
        Node reason = fields.require("reason", "say why the site accepts what the rule found");
        return new Declaration.Accepted(
                rule.orElse("?"),
                service,
                cookie,
                texts.of(reason, "reason", ValueFormat.ANYTHING).orElse(PLACEHOLDER),
                fields.positions());
    }
}
