package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.DidYouMean;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.yaml.Node;
import io.github.cookiecharter.yaml.SourceDecoder;
import io.github.cookiecharter.yaml.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Merges the texts of translation files into the tree of the declaration, as if they had been written there. A text in
 * a translation file is in the language of that file; everything else comes from the declaration.
 */
final class TranslationMerger {

    /** The key of a text's plain string beside its translations; no file can contain it. */
    static final String PLAIN = "\u0000";

    private static final String WHOLE_FILE = "the file";

    private static final Node.Mapping EMPTY_MAPPING = new Node.Mapping(List.of(), false, true, SourcePosition.START);

    /**
     * The keys that a mapping of a translation file may have.
     *
     * @param texts the keys of texts
     * @param parts the keys of further mappings
     * @param noun what an entry is called if the author chooses its key; empty if keys are fixed
     * @param entry the shape of such an entry
     * @param otherKeys the keys that only the declaration may have
     */
    private record Shape(
            List<String> texts, Map<String, Shape> parts, String noun, Optional<Shape> entry, List<String> otherKeys) {

        static Shape of(List<String> texts, Map<String, Shape> parts, String... otherKeys) {
            return new Shape(texts, parts, "", Optional.empty(), List.of(otherKeys));
        }

        static Shape each(String noun, Shape entry) {
            return new Shape(List.of(), Map.of(), noun, Optional.of(entry), List.of());
        }

        boolean isFree() {
            return texts.isEmpty() && parts.isEmpty() && entry.isEmpty() && otherKeys.isEmpty();
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
            "objection",
            "scripts",
            "frames",
            "retention",
            "anonymous",
            "use",
            "without");
    private static final Shape ROOT = Shape.of(
            List.of(),
            Map.of(
                    "site",
                    Shape.of(
                            List.of("name", "controller", "privacy-policy", "cookie-policy"),
                            Map.of("authority", Shape.of(List.of("name"), Map.of(), "url")),
                            "url",
                            "hosts",
                            "languages",
                            "jurisdictions",
                            "contact",
                            "opt-out",
                            "updated"),
                    "consent",
                    Shape.of(
                            List.of("asked-by"), Map.of(), "cookie", "lifetime", "domain", "revision", "reload", "gpc"),
                    "categories",
                    Shape.each(
                            "category",
                            Shape.of(List.of("name", "description", "reason"), Map.of(), "consent", "signals")),
                    "providers",
                    Shape.each(
                            "provider",
                            Shape.of(
                                    List.of("name", "privacy-policy", "safeguard"),
                                    Map.of(),
                                    "url",
                                    "country",
                                    "transfers")),
                    "services",
                    Shape.each("service", SERVICE),
                    "banner",
                    Shape.of(List.of(), Map.of("texts", ANY_TEXT), "runtime", "layout", "position", "theme"),
                    "policy",
                    Shape.of(List.of(), Map.of("texts", ANY_TEXT), "columns", "sections", "history")),
            "exceptions",
            "include");

    private final String tag;
    private final boolean isDefault;
    private final Set<String> nearFiles;
    private final DiagnosticCollector diagnostics;

    private TranslationMerger(String tag, boolean isDefault, Set<String> nearFiles, DiagnosticCollector diagnostics) {
        this.tag = tag;
        this.isDefault = isDefault;
        this.nearFiles = nearFiles;
        this.diagnostics = diagnostics;
    }

    /** Returns the declaration's tree with the texts of these files. */
    static Node merge(Node declaration, List<TranslationFile> files, DiagnosticCollector diagnostics) {
        return mergePart(declaration, files, languages(declaration), "", diagnostics);
    }

    /**
     * Returns a part's tree with the texts of the files beside it. Those in languages that the site does not have are left
     * out, since other sites have them.
     *
     * @param languages the site's languages; empty if they cannot be read
     * @param place the place of the part; empty for the declaration itself
     */
    static Node mergePart(
            Node part,
            List<TranslationFile> files,
            List<String> languages,
            String place,
            DiagnosticCollector diagnostics) {
        Node merged = part;
        if (part instanceof Node.Mapping) {
            Set<String> near = new HashSet<>(Set.of(place));
            files.forEach(file -> near.add(file.name()));
            for (TranslationFile file : files) {
                DiagnosticCollector fileDiagnostics = new DiagnosticCollector();
                merged = merge((Node.Mapping) merged, file, languages, place, near, fileDiagnostics);
                diagnostics.addAll(fileDiagnostics);
            }
        }
        return merged;
    }

    private static Node.Mapping merge(
            Node.Mapping declaration,
            TranslationFile file,
            List<String> languages,
            String place,
            Set<String> near,
            DiagnosticCollector diagnostics) {
        SourcePosition start = new SourcePosition(1, 1, file.name());
        Optional<String> tag = LanguageTags.canonical(file.tag());
        boolean isSiteLanguage = false;
        for (String language : languages) {
            isSiteLanguage |= tag.isPresent() && LanguageTags.serves(tag.get(), language);
        }
        if (!isSiteLanguage && !languages.isEmpty() && !place.isEmpty() && tag.isPresent()) {
            return declaration;
        }
        if (!isSiteLanguage && !languages.isEmpty()) {
            diagnostics.error(
                    start,
                    "the file's name says " + SafeText.quote(file.tag())
                            + ", which serves none of the site's languages (" + SafeText.join(languages)
                            + "): add it to 'languages', or rename the file");
            return declaration;
        }
        Optional<SourceText> source = SourceDecoder.decode(file.content(), file.name(), diagnostics);
        Optional<Node> root =
                source.isEmpty() ? Optional.empty() : DeclarationReader.readTree(source.get(), diagnostics);
        if (root.isEmpty() || root.get() instanceof Node.MissingNode) {
            return declaration;
        }
        boolean isDefault = !languages.isEmpty() && LanguageTags.serves(tag.orElse(""), languages.get(0));
        return new TranslationMerger(tag.orElse(file.tag()), isDefault, near, diagnostics)
                .mergeMapping(declaration, root.get(), ROOT, WHOLE_FILE);
    }

    // Empty if they cannot be read: then languages are not checked.
    static List<String> languages(Node declaration) {
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

    private Node.Mapping mergeMapping(Node.Mapping written, Node node, Shape shape, String owner) {
        if (!(node instanceof Node.Mapping translated)) {
            if (!(node instanceof Node.ErrorNode)) {
                diagnostics.error(
                        node.position(),
                        owner + " must be a mapping as in the declaration, not a " + ScalarReader.kind(node));
            }
            return written;
        }
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (Node.Entry entry : written.entries()) {
            entries.put(entry.key(), entry);
        }
        for (int i = 0; i < translated.entries().size(); i++) {
            Node.Entry entry = translated.entries().get(i);
            if (isExpected(entry.key(), shape, entries)
                    || !MappingReader.reportIfRestOfText(translated, i, diagnostics)) {
                mergeEntry(entry, written, shape, owner, entries);
            }
        }
        return new Node.Mapping(List.copyOf(entries.values()), written.flow(), written.complete(), written.position());
    }

    private static boolean isExpected(String key, Shape shape, Map<String, Node.Entry> written) {
        return shape.texts().contains(key) || shape.parts().containsKey(key) || written.containsKey(key);
    }

    private void mergeEntry(
            Node.Entry entry, Node.Mapping written, Shape shape, String owner, Map<String, Node.Entry> entries) {
        String key = entry.key();
        Optional<Node.Entry> existing = Optional.ofNullable(entries.get(key));
        if (shape.isFree() || shape.texts().contains(key)) {
            mergeText(existing, MappingReader.requireValue(entry, diagnostics), entry, written)
                    .ifPresent(text -> entries.put(
                            key,
                            new Node.Entry(
                                    key, existing.map(Node.Entry::position).orElse(entry.position()), text)));
            return;
        }
        Shape fixed = shape.parts().get(key);
        if (fixed != null) {
            mergePart(entry, existing, written, fixed, SafeText.quote(key), entries);
        } else if (shape.entry().isPresent()) {
            String noun = shape.noun();
            if (existing.isPresent() || (noun.equals("category") && GroupBinder.BUILT_IN_CATEGORIES.contains(key))) {
                mergePart(entry, existing, written, shape.entry().get(), noun + " " + SafeText.quote(key), entries);
            } else if (written.complete()) {
                diagnostics.error(
                        entry.position(),
                        "unknown " + noun + " " + SafeText.quote(key)
                                + DidYouMean.messageEnd(key, List.copyOf(entries.keySet())));
            }
        } else if (shape.otherKeys().contains(key)) {
            diagnostics.error(
                    entry.position(),
                    SafeText.quote(key) + " is no text: it stands in the declaration alone, so remove it here");
        } else {
            diagnostics.error(
                    entry.position(),
                    "unknown key " + SafeText.quote(key) + (owner.equals(WHOLE_FILE) ? "" : " in " + owner)
                            + DidYouMean.messageEnd(key, shape.keys()));
        }
    }

    private void mergePart(
            Node.Entry entry,
            Optional<Node.Entry> existing,
            Node.Mapping around,
            Shape shape,
            String owner,
            Map<String, Node.Entry> entries) {
        Node own = MappingReader.requireValue(entry, diagnostics);
        if (existing.isPresent() && !(existing.get().value() instanceof Node.Mapping)) {
            return;
        }
        Node.Mapping written = existing.isPresent()
                ? (Node.Mapping) existing.get().value()
                : new Node.Mapping(EMPTY_MAPPING.entries(), false, true, around.position());
        SourcePosition position = existing.isPresent() ? existing.get().position() : around.position();
        entries.put(entry.key(), new Node.Entry(entry.key(), position, mergeMapping(written, own, shape, owner)));
    }

    // Empty if the text's node cannot be used.
    private Optional<Node> mergeText(Optional<Node.Entry> existing, Node own, Node.Entry entry, Node.Mapping around) {
        if (!(own instanceof Node.Scalar)) {
            if (!(own instanceof Node.ErrorNode)) {
                diagnostics.error(
                        own.position(),
                        SafeText.quote(entry.key()) + " must be a single text here, not a " + ScalarReader.kind(own)
                                + ": its language is the one in the file's name");
            }
            return Optional.empty();
        }
        Node.Entry translated = new Node.Entry(tag, entry.position(), own);
        if (existing.isEmpty()) {
            return Optional.of(new Node.Mapping(List.of(translated), false, true, around.position()));
        }
        Node written = existing.get().value();
        List<Node.Entry> all = new ArrayList<>();
        if (written instanceof Node.Scalar) {
            if (isDefault && isNear(written)) {
                reportDuplicate(entry, written.position());
                return Optional.empty();
            }
            if (isDefault) {
                return Optional.of(own);
            }
            all.add(new Node.Entry(PLAIN, written.position(), written));
        } else if (written instanceof Node.Mapping mapping) {
            for (Node.Entry each : mapping.entries()) {
                boolean isSame = LanguageTags.canonical(each.key()).equals(Optional.of(tag));
                if (isSame && isNear(each.value())) {
                    reportDuplicate(entry, each.position());
                    return Optional.empty();
                }
                if (!isSame) {
                    all.add(each);
                }
            }
        } else {
            return Optional.empty();
        }
        all.add(translated);
        return Optional.of(new Node.Mapping(List.copyOf(all), false, true, written.position()));
    }

    // What a part says, farther away, gives way to a translator's file beside the declaration.
    private boolean isNear(Node written) {
        return nearFiles.contains(written.position().file());
    }

    private void reportDuplicate(Node.Entry entry, SourcePosition first) {
        String file = first.file().isEmpty() ? "the declaration" : first.file();
        diagnostics.error(
                entry.position(),
                SafeText.quote(entry.key()) + " has a text in " + SafeText.quote(tag) + " already, in " + file
                        + " on line " + first.line() + ": remove one of the two");
    }
}
