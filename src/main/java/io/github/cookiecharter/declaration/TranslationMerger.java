package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.DidYouMean;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.yaml.Node;
import io.github.cookiecharter.yaml.SourceDecoder;
import io.github.cookiecharter.yaml.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Puts the texts of translators' files into the tree of the declaration, as if they had been written there. A text that
 * is written in a file of a language is the text in that language; everything else is the declaration's.
 */
final class TranslationMerger {

    /** The key, which no file can hold, under which a text's plain form stands beside its translations. */
    static final String PLAIN = "\u0000";

    private static final String WHOLE = "the file";

    private static final Node.Mapping NOTHING = new Node.Mapping(List.of(), false, true, SourcePosition.START);

    /**
     * What may stand in a mapping.
     *
     * @param texts the keys of texts
     * @param parts the keys of further mappings
     * @param noun what an entry is called whose key is the author's own; empty where keys are fixed
     * @param entry what may stand in such an entry
     * @param others the keys that only the declaration has
     */
    private record Shape(
            List<String> texts, Map<String, Shape> parts, String noun, Optional<Shape> entry, List<String> others) {

        static Shape of(List<String> texts, Map<String, Shape> parts, String... others) {
            return new Shape(texts, parts, "", Optional.empty(), List.of(others));
        }

        static Shape each(String noun, Shape entry) {
            return new Shape(List.of(), Map.of(), noun, Optional.of(entry), List.of());
        }

        boolean isFree() {
            return texts.isEmpty() && parts.isEmpty() && entry.isEmpty() && others.isEmpty();
        }

        List<String> keys() {
            TreeSet<String> keys = new TreeSet<>(texts);
            keys.addAll(parts.keySet());
            return List.copyOf(keys);
        }
    }

    private static final Shape ANY_TEXT = Shape.of(List.of(), Map.of());
    private static final Shape COOKIE = Shape.of(
            List.of("purpose", "recipients"),
            Map.of(),
            "lifetime",
            "kind",
            "domain",
            "path",
            "http-only",
            "secure",
            "same-site",
            "partitioned",
            "renewed",
            "role",
            "constant",
            "set-by");
    private static final Shape SERVICE = Shape.of(
            List.of("name", "location", "purpose", "reason"),
            Map.of("cookies", Shape.each("cookie", COOKIE)),
            "category",
            "provider",
            "consent",
            "scripts",
            "frames",
            "retention",
            "anonymous");
    private static final Shape ROOT = Shape.of(
            List.of(),
            Map.of(
                    "site",
                    Shape.of(
                            List.of("name", "controller", "privacy-policy", "cookie-policy"),
                            Map.of(),
                            "url",
                            "hosts",
                            "languages",
                            "jurisdictions",
                            "contact",
                            "updated"),
                    "categories",
                    Shape.each(
                            "category",
                            Shape.of(List.of("name", "description", "reason"), Map.of(), "consent", "signals")),
                    "providers",
                    Shape.each(
                            "provider",
                            Shape.of(List.of("name", "privacy-policy", "safeguard"), Map.of(), "url", "country")),
                    "services",
                    Shape.each("service", SERVICE),
                    "banner",
                    Shape.of(List.of(), Map.of("texts", ANY_TEXT), "runtime", "layout", "position", "theme"),
                    "policy",
                    Shape.of(List.of(), Map.of("texts", ANY_TEXT), "columns", "sections")),
            "consent",
            "exceptions");

    private final String tag;
    private final boolean isDefault;
    private final DiagnosticCollector diagnostics;

    private TranslationMerger(String tag, boolean isDefault, DiagnosticCollector diagnostics) {
        this.tag = tag;
        this.isDefault = isDefault;
        this.diagnostics = diagnostics;
    }

    /** The declaration's tree with the texts of these files. */
    static Node merged(Node declaration, List<TranslationFile> files, DiagnosticCollector diagnostics) {
        Node merged = declaration;
        if (declaration instanceof Node.Mapping) {
            List<String> languages = languages(declaration);
            for (TranslationFile file : files) {
                DiagnosticCollector ofFile = new DiagnosticCollector();
                merged = merged((Node.Mapping) merged, file, languages, ofFile);
                diagnostics.addAll(ofFile);
            }
        }
        return merged;
    }

    private static Node.Mapping merged(
            Node.Mapping declaration, TranslationFile file, List<String> languages, DiagnosticCollector diagnostics) {
        SourcePosition start = new SourcePosition(1, 1, file.name());
        Optional<String> tag = LanguageTags.canonical(file.tag());
        boolean isSpoken = false;
        for (String language : languages) {
            isSpoken |= tag.isPresent() && LanguageTags.serves(tag.get(), language);
        }
        if (!isSpoken && !languages.isEmpty()) {
            diagnostics.error(
                    start,
                    "the file's name says " + SafeText.quote(file.tag()) + ", which serves none of the site's languages ("
                            + SafeText.join(languages) + "): add it to 'languages', or rename the file");
            return declaration;
        }
        Optional<SourceText> source = SourceDecoder.decode(file.content(), file.name(), diagnostics);
        Optional<Node> root = source.isEmpty() ? Optional.empty() : DeclarationReader.tree(source.get(), diagnostics);
        if (root.isEmpty() || root.get() instanceof Node.Nothing) {
            return declaration;
        }
        boolean isDefault = !languages.isEmpty() && LanguageTags.serves(tag.orElse(""), languages.get(0));
        return new TranslationMerger(tag.orElse(file.tag()), isDefault, diagnostics)
                .mapping(declaration, root.get(), ROOT, WHOLE);
    }

    // Empty where they cannot be read: then no language is held against them.
    private static List<String> languages(Node declaration) {
        Optional<Node> site = child(declaration, "site");
        if (site.isEmpty() || !(site.get() instanceof Node.Mapping)) {
            return List.of();
        }
        Optional<Node> list = child(site.get(), "languages");
        if (list.isEmpty()) {
            return List.of("en");
        }
        List<String> tags = new ArrayList<>();
        if (list.get() instanceof Node.Sequence sequence) {
            for (Node item : sequence.items()) {
                if (item instanceof Node.Scalar scalar) {
                    LanguageTags.canonical(scalar.text()).ifPresent(tags::add);
                }
            }
        }
        return tags;
    }

    private static Optional<Node> child(Node node, String key) {
        if (node instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                if (entry.key().equals(key)) {
                    return Optional.of(entry.value());
                }
            }
        }
        return Optional.empty();
    }

    private Node.Mapping mapping(Node.Mapping written, Node node, Shape shape, String owner) {
        if (!(node instanceof Node.Mapping own)) {
            if (!(node instanceof Node.Faulty)) {
                diagnostics.error(
                        node.at(),
                        owner + " must be a mapping as in the declaration, not a " + ScalarReader.kind(node));
            }
            return written;
        }
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (Node.Entry entry : written.entries()) {
            entries.put(entry.key(), entry);
        }
        for (int i = 0; i < own.entries().size(); i++) {
            Node.Entry entry = own.entries().get(i);
            if (isExpected(entry.key(), shape, entries) || !MappingReader.isRestOfText(own, i, diagnostics)) {
                add(entry, written, shape, owner, entries);
            }
        }
        return new Node.Mapping(List.copyOf(entries.values()), written.flow(), written.complete(), written.at());
    }

    private static boolean isExpected(String key, Shape shape, Map<String, Node.Entry> written) {
        return shape.texts().contains(key) || shape.parts().containsKey(key) || written.containsKey(key);
    }

    private void add(
            Node.Entry entry, Node.Mapping written, Shape shape, String owner, Map<String, Node.Entry> entries) {
        String key = entry.key();
        Optional<Node.Entry> there = Optional.ofNullable(entries.get(key));
        if (shape.isFree() || shape.texts().contains(key)) {
            text(there, MappingReader.present(entry, diagnostics), entry, written)
                    .ifPresent(text -> entries.put(
                            key, new Node.Entry(key, there.map(Node.Entry::at).orElse(entry.at()), text)));
            return;
        }
        Shape fixed = shape.parts().get(key);
        if (fixed != null) {
            part(entry, there, written, fixed, SafeText.quote(key), entries);
        } else if (shape.entry().isPresent()) {
            String noun = shape.noun();
            if (there.isPresent() || (noun.equals("category") && GroupBinder.BUILT_IN_CATEGORIES.contains(key))) {
                part(entry, there, written, shape.entry().get(), noun + " " + SafeText.quote(key), entries);
            } else if (written.complete()) {
                diagnostics.error(
                        entry.at(),
                        "unknown " + noun + " " + SafeText.quote(key)
                                + DidYouMean.messageEnd(key, List.copyOf(entries.keySet())));
            }
        } else if (shape.others().contains(key)) {
            diagnostics.error(
                    entry.at(),
                    SafeText.quote(key) + " is no text: it stands in the declaration alone, so remove it here");
        } else {
            diagnostics.error(
                    entry.at(),
                    "unknown key " + SafeText.quote(key) + (owner.equals(WHOLE) ? "" : " in " + owner)
                            + DidYouMean.messageEnd(key, shape.keys()));
        }
    }

    private void part(
            Node.Entry entry,
            Optional<Node.Entry> there,
            Node.Mapping around,
            Shape shape,
            String owner,
            Map<String, Node.Entry> entries) {
        Node own = MappingReader.present(entry, diagnostics);
        if (there.isPresent() && !(there.get().value() instanceof Node.Mapping)) {
            return;
        }
        Node.Mapping written = there.isPresent()
                ? (Node.Mapping) there.get().value()
                : new Node.Mapping(NOTHING.entries(), false, true, around.at());
        SourcePosition at = there.isPresent() ? there.get().at() : around.at();
        entries.put(entry.key(), new Node.Entry(entry.key(), at, mapping(written, own, shape, owner)));
    }

    // Nothing where the text's node cannot be used.
    private Optional<Node> text(Optional<Node.Entry> there, Node own, Node.Entry entry, Node.Mapping around) {
        if (!(own instanceof Node.Scalar)) {
            if (!(own instanceof Node.Faulty)) {
                diagnostics.error(
                        own.at(),
                        SafeText.quote(entry.key()) + " must be a single text here, not a " + ScalarReader.kind(own)
                                + ": its language is the one in the file's name");
            }
            return Optional.empty();
        }
        Node.Entry translated = new Node.Entry(tag, entry.at(), own);
        if (there.isEmpty()) {
            return Optional.of(new Node.Mapping(List.of(translated), false, true, around.at()));
        }
        Node written = there.get().value();
        List<Node.Entry> all = new ArrayList<>();
        if (written instanceof Node.Scalar) {
            if (isDefault) {
                reportTwice(entry, written.at());
                return Optional.empty();
            }
            all.add(new Node.Entry(PLAIN, written.at(), written));
        } else if (written instanceof Node.Mapping mapping) {
            for (Node.Entry each : mapping.entries()) {
                if (LanguageTags.canonical(each.key()).equals(Optional.of(tag))) {
                    reportTwice(entry, each.at());
                    return Optional.empty();
                }
            }
            all.addAll(mapping.entries());
        } else {
            return Optional.empty();
        }
        all.add(translated);
        return Optional.of(new Node.Mapping(List.copyOf(all), false, true, written.at()));
    }

    private void reportTwice(Node.Entry entry, SourcePosition first) {
        String file = first.file().isEmpty() ? "the declaration" : first.file();
        diagnostics.error(
                entry.at(),
                SafeText.quote(entry.key()) + " has a text in " + SafeText.quote(tag) + " already, in " + file + " on line "
                        + first.line() + ": remove one of the two");
    }
}
