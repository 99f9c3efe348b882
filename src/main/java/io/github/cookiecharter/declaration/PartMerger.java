package io.github.cookiecharter.declaration;

import io.github.cookiecharter.catalogue.NodeOverlay;
import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.DidYouMean;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.yaml.Node;
import io.github.cookiecharter.yaml.SourceDecoder;
import io.github.cookiecharter.yaml.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays a declaration over the parts that it includes, so that the nearer file wins, key by key. Each node keeps the position
 * in its own file.
 */
final class PartMerger {

    private static final String INCLUDE = "include";
    private static final String EXCEPTIONS = "exceptions";
    private static final String SITE = "site";
    private static final int MAX_LEVELS = 8;

    /** What a part may hold, besides further parts. */
    static final List<String> PART_KEYS = List.of("categories", "providers", "services", EXCEPTIONS, INCLUDE);

    private static final List<String> GROUPS = List.of("categories", "providers", "services");

    private final Parts parts;
    private final List<String> languages;
    private final DiagnosticCollector diagnostics;
    // A part that two others include is read once; its problems are reported once.
    private final Map<String, Node.Mapping> read = new HashMap<>();

    private PartMerger(Parts parts, List<String> languages, DiagnosticCollector diagnostics) {
        this.parts = parts;
        this.languages = languages;
        this.diagnostics = diagnostics;
    }

    /**
     * Returns the tree of a declaration with all that it includes.
     *
     * @param languages the site's languages; empty if they cannot be read
     */
    static Node merge(Node declaration, Parts parts, List<String> languages, DiagnosticCollector diagnostics) {
        return NodeOverlay.child(declaration, INCLUDE).isEmpty()
                ? declaration
                : new PartMerger(parts, languages, diagnostics).merge((Node.Mapping) declaration, List.of(""));
    }

    /** Returns whether a file is a part: it has no {@code site}, and holds something that a part may hold. */
    static boolean isPart(Node root) {
        return root instanceof Node.Mapping mapping
                && mapping.complete()
                && mapping.entries().stream().anyMatch(entry -> PART_KEYS.contains(entry.key()))
                && mapping.entries().stream().noneMatch(entry -> isMeantAsSite(entry.key()));
    }

    private static boolean isMeantAsSite(String key) {
        return key.equals(SITE)
                || (!DeclarationBinder.KEYS.contains(key)
                        && DidYouMean.suggestion(key, List.of(SITE)).isPresent());
    }

    /**
     * Returns the tree of a site that exists in memory alone and includes this part.
     *
     * @param files the translators' files beside the part
     */
    static Node.Mapping inSite(
            Node.Mapping part, List<TranslationFile> files, Parts parts, DiagnosticCollector diagnostics) {
        PartMerger merger = new PartMerger(new ShippableParts(parts), List.of(), diagnostics);
        merger.checkKeys(part, "needs 'site', and without it this file is a part, which may hold ");
        Node.Mapping held = held(part);
        Node.Mapping merged = merger.merge((Node.Mapping) CatalogueUse.complete(held, diagnostics), List.of(""));
        merger.checkExceptions(held, merged);
        return PartSite.around((Node.Mapping) TranslationMerger.mergePart(merged, files, List.of(), "", diagnostics));
    }

    /** A part that is shipped cannot include files: its jar does not hold them. */
    private record ShippableParts(Parts all) implements Parts {

        @Override
        public Lookup find(String from, String entry) {
            Lookup lookup = all.find(from, entry);
            boolean isFile =
                    lookup instanceof Found found && found.part().place().indexOf(':') < 0;
            return isFile
                    ? new Refused("is a file, and a part, which a library ships, may include dependencies alone")
                    : lookup;
        }
    }

    private static Node.Mapping held(Node.Mapping part) {
        return NodeOverlay.without(
                part,
                part.entries().stream()
                        .map(Node.Entry::key)
                        .filter(key -> !PART_KEYS.contains(key))
                        .toList());
    }

    private Node.Mapping merge(Node.Mapping file, List<String> chain) {
        Optional<Node> include = NodeOverlay.child(file, INCLUDE);
        if (include.isEmpty()) {
            return file;
        }
        Node.Mapping below = new Node.Mapping(List.of(), false, true, file.position());
        for (Node item : items(include.get())) {
            Optional<Node.Mapping> part = part(item, chain);
            if (part.isPresent()) {
                below = beside(below, part.get());
            }
        }
        Node.Mapping merged = NodeOverlay.over(NodeOverlay.without(file, List.of(EXCEPTIONS)), below);
        List<Node> exceptions = new ArrayList<>(sequence(file, EXCEPTIONS));
        exceptions.addAll(sequence(below, EXCEPTIONS));
        Optional<Node> own = NodeOverlay.child(file, EXCEPTIONS);
        if (own.isPresent() && !(own.get() instanceof Node.Sequence)) {
            return NodeOverlay.with(merged, new Node.Entry(EXCEPTIONS, own.get().position(), own.get()));
        }
        return exceptions.isEmpty()
                ? merged
                : NodeOverlay.with(
                        merged,
                        new Node.Entry(
                                EXCEPTIONS,
                                exceptions.get(0).position(),
                                new Node.Sequence(
                                        exceptions, true, exceptions.get(0).position())));
    }

    private List<Node> items(Node include) {
        if (include instanceof Node.Sequence sequence) {
            return sequence.items();
        }
        if (!(include instanceof Node.ErrorNode) && !(include instanceof Node.MissingNode)) {
            diagnostics.error(
                    include.position(),
                    "'include' must be a list of files and dependencies, not a " + ScalarReader.kind(include)
                            + (include instanceof Node.Scalar ? ": put it in brackets" : ""));
        }
        return List.of();
    }

    private Optional<Node.Mapping> part(Node item, List<String> chain) {
        if (!(item instanceof Node.Scalar entry)) {
            if (!(item instanceof Node.ErrorNode)) {
                diagnostics.error(
                        item.position(),
                        "an entry of 'include' must be a file or a dependency, not a " + ScalarReader.kind(item));
            }
            return Optional.empty();
        }
        Parts.Lookup lookup = parts.find(chain.get(chain.size() - 1), entry.text());
        if (lookup instanceof Parts.Refused refused) {
            diagnostics.error(item.position(), SafeText.quote(entry.text()) + " " + refused.reason());
            return Optional.empty();
        }
        Parts.PartFile part = ((Parts.Found) lookup).part();
        int first = chain.indexOf(part.place());
        if (first >= 0) {
            List<String> circle = new ArrayList<>(chain.subList(first, chain.size()));
            circle.add(part.place());
            diagnostics.error(
                    item.position(),
                    "the parts include each other in a circle, "
                            + String.join(
                                    " → ",
                                    circle.stream().map(PartMerger::named).toList())
                            + ": remove one of these entries");
            return Optional.empty();
        }
        if (chain.size() > MAX_LEVELS) {
            diagnostics.error(
                    item.position(),
                    "the parts include each other more than " + MAX_LEVELS
                            + " levels deep: include this one farther up");
            return Optional.empty();
        }
        Node.Mapping known = read.get(part.place());
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Node.Mapping> tree = read(part, chain);
        tree.ifPresent(each -> read.put(part.place(), each));
        return tree;
    }

    private static String named(String place) {
        return place.isEmpty() ? "the declaration" : place;
    }

    private Optional<Node.Mapping> read(Parts.PartFile part, List<String> chain) {
        Optional<SourceText> source = SourceDecoder.decode(part.content(), part.place(), diagnostics);
        DiagnosticCollector ofPart = new DiagnosticCollector();
        Optional<Node> root = source.isEmpty() ? Optional.empty() : DeclarationReader.readTree(source.get(), ofPart);
        diagnostics.addAll(ofPart);
        if (root.isEmpty() || !(root.get() instanceof Node.Mapping mapping)) {
            if (source.isPresent() && !ofPart.hasErrors()) {
                diagnostics.error(
                        new SourcePosition(1, 1, part.place()),
                        "a part must be a mapping with keys such as 'services' and 'providers'");
            }
            return Optional.empty();
        }
        checkKeys(mapping, "stands in the declaration of a site alone: a part may hold ");
        Node.Mapping held = held(mapping);
        List<String> deeper = new ArrayList<>(chain);
        deeper.add(part.place());
        Node.Mapping merged = merge((Node.Mapping) CatalogueUse.complete(held, diagnostics), deeper);
        checkExceptions(held, merged);
        Node translated =
                TranslationMerger.mergePart(merged, part.translations(), languages, part.place(), diagnostics);
        return Optional.of(NodeOverlay.without((Node.Mapping) translated, List.of(INCLUDE)));
    }

    private void checkKeys(Node.Mapping part, String reason) {
        for (Node.Entry entry : part.entries()) {
            if (!PART_KEYS.contains(entry.key())) {
                boolean known = DeclarationBinder.KEYS.contains(entry.key());
                diagnostics.error(
                        entry.position(),
                        known
                                ? SafeText.quote(entry.key()) + " " + reason + SafeText.join(PART_KEYS)
                                : "unknown key " + SafeText.quote(entry.key()) + " in a part"
                                        + DidYouMean.messageEnd(entry.key(), PART_KEYS));
            }
        }
    }

    // A part that accepted findings of others would accept what its reader never sees.
    private void checkExceptions(Node.Mapping part, Node.Mapping merged) {
        Optional<Node> services = NodeOverlay.child(merged, "services");
        for (Node exception : sequence(part, EXCEPTIONS)) {
            Optional<Node> service = NodeOverlay.child(exception, "service");
            boolean isOwn = service.isPresent()
                    && service.get() instanceof Node.Scalar id
                    && services.isPresent()
                    && NodeOverlay.child(services.get(), id.text()).isPresent();
            if (!isOwn && exception instanceof Node.Mapping) {
                diagnostics.error(
                        service.orElse(exception).position(),
                        "an exception in a part must name a service of that part: write its 'service', or move the"
                                + " exception to the site's declaration");
            }
        }
    }

    // Neither of two parts wins: what both define must be the same.
    private Node.Mapping beside(Node.Mapping first, Node.Mapping second) {
        for (String group : GROUPS) {
            if (NodeOverlay.child(first, group).orElse(null) instanceof Node.Mapping known
                    && NodeOverlay.child(second, group).orElse(null) instanceof Node.Mapping other) {
                for (Node.Entry entry : other.entries()) {
                    known.entries().stream()
                            .filter(each -> each.key().equals(entry.key()))
                            .filter(each -> !NodeOverlay.sameContent(each.value(), entry.value()))
                            .forEach(each -> reportConflict(each, entry));
                }
            }
        }
        List<Node> exceptions = new ArrayList<>(sequence(first, EXCEPTIONS));
        for (Node each : sequence(second, EXCEPTIONS)) {
            if (!exceptions.contains(each)) {
                exceptions.add(each);
            }
        }
        Node.Mapping both = NodeOverlay.over(first, second);
        return exceptions.isEmpty()
                ? both
                : NodeOverlay.with(
                        both,
                        new Node.Entry(
                                EXCEPTIONS, first.position(), new Node.Sequence(exceptions, true, first.position())));
    }

    private void reportConflict(Node.Entry one, Node.Entry other) {
        diagnostics.error(
                other.position(),
                SafeText.quote(other.key()) + " is defined in "
                        + named(one.position().file()) + " on line "
                        + one.position().line() + " as well, and not in the same way: give one of them another id, or"
                        + " leave out one of the two parts");
    }

    private static List<Node> sequence(Node node, String key) {
        return NodeOverlay.child(node, key).orElse(null) instanceof Node.Sequence sequence
                ? sequence.items()
                : List.of();
    }

    /**
     * The site around a part that is read by itself. It exists in memory alone, speaks the languages of the part's texts, and has
     * no banner.
     */
    private static final class PartSite {

        private static final Set<String> TEXTS = Set.of(
                "name", "description", "reason", "purpose", "location", "recipients", "privacy-policy", "safeguard");
        private static final String STANDARD = "standard";

        private final Set<String> languages = new LinkedHashSet<>();
        // Those in which all texts are that have no other words.
        private Optional<Set<String>> common = Optional.empty();

        private PartSite() {}

        /** Returns the tree of the site with all that the part holds. */
        static Node.Mapping around(Node.Mapping part) {
            PartSite site = new PartSite();
            for (String group : GROUPS) {
                NodeOverlay.child(part, group).ifPresent(site::addEach);
            }
            if (NodeOverlay.child(part, EXCEPTIONS).orElse(null) instanceof Node.Sequence exceptions) {
                exceptions.items().forEach(site::add);
            }
            List<Node> tags = new ArrayList<>();
            site.languages().forEach(tag -> tags.add(scalar(tag)));
            Node.Mapping around = mapping(
                    entry(
                            SITE,
                            mapping(
                                    entry("name", scalar("this part")),
                                    entry("url", scalar("https://part.invalid")),
                                    entry("languages", new Node.Sequence(tags, true, SourcePosition.START)))),
                    entry("banner", mapping(entry("runtime", scalar("none")))),
                    entry("services", mapping()));
            return NodeOverlay.over(part, around);
        }

        private List<String> languages() {
            Set<String> defaultFirst = new LinkedHashSet<>();
            if (common.isEmpty()) {
                defaultFirst.add("en");
            } else {
                common.get().stream().findFirst().ifPresent(defaultFirst::add);
            }
            defaultFirst.addAll(languages);
            return List.copyOf(defaultFirst);
        }

        private void addEach(Node group) {
            if (group instanceof Node.Mapping mapping) {
                mapping.entries().forEach(entry -> add(entry.value()));
            }
        }

        private void add(Node owner) {
            if (owner instanceof Node.Mapping mapping) {
                for (Node.Entry entry : mapping.entries()) {
                    if (entry.key().equals("cookies")) {
                        addEach(entry.value());
                    } else if (TEXTS.contains(entry.key()) && entry.value() instanceof Node.Mapping text) {
                        addText(text);
                    }
                }
            }
        }

        private void addText(Node.Mapping text) {
            Set<String> tags = new LinkedHashSet<>();
            boolean servesAll = false;
            for (Node.Entry entry : text.entries()) {
                boolean isLanguage = !entry.key().equals(TranslationMerger.PLAIN)
                        && !entry.key().equals(STANDARD);
                servesAll |= !isLanguage;
                if (isLanguage) {
                    LanguageTags.canonical(entry.key()).ifPresent(tags::add);
                }
            }
            languages.addAll(tags);
            if (!servesAll && !tags.isEmpty()) {
                common.ifPresent(tags::retainAll);
                common = Optional.of(tags);
            }
        }

        private static Node.Entry entry(String key, Node value) {
            return new Node.Entry(key, SourcePosition.START, value);
        }

        private static Node.Scalar scalar(String text) {
            return new Node.Scalar(text, false, SourcePosition.START);
        }

        private static Node.Mapping mapping(Node.Entry... entries) {
            return new Node.Mapping(List.of(entries), false, true, SourcePosition.START);
        }
    }
}
