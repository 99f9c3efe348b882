package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.yaml.Node;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads texts, which are one string or one for each language of the site. */
final class TextReader {

    private final List<String> languages;
    private final ScalarReader values;
    private final DiagnosticCollector diagnostics;
    // A file has thousands of texts and two dozen tags.
    private final Map<String, Optional<String>> tags = new HashMap<>();

    /**
     * For a site with these languages.
     *
     * @param languages the default language first; empty where they could not be read, so that no tag is held against them
     */
    TextReader(List<String> languages, ScalarReader values, DiagnosticCollector diagnostics) {
        this.languages = List.copyOf(languages);
        this.values = values;
        this.diagnostics = diagnostics;
    }

    Optional<DeclaredText> get(MappingReader fields, String key) {
        return get(fields, key, ValueFormat.ANYTHING);
    }

    Optional<DeclaredText> get(MappingReader fields, String key, ValueFormat format) {
        Optional<Node> node = fields.get(key);
        return node.isEmpty() ? Optional.empty() : of(node.get(), key, format);
    }

    Optional<DeclaredText> of(Node node, String key, ValueFormat format) {
        return of(node, key, format, true);
    }

    /** A text instead of a built-in one, which stands in for the default language too. */
    Optional<DeclaredText> insteadOfBuiltIn(Node node, String key) {
        return of(node, key, ValueFormat.ANYTHING, false);
    }

    private Optional<DeclaredText> of(Node node, String key, ValueFormat format, boolean needsDefault) {
        if (node instanceof Node.Mapping mapping) {
            return localized(mapping, key, format, needsDefault);
        }
        if (node instanceof Node.Sequence) {
            diagnostics.error(
                    node.at(),
                    SafeText.quote(key) + " must be a text, or a mapping from language to text, not a list"
                            + ": a text that begins with '[' must stand in quotes");
            return Optional.empty();
        }
        Optional<String> line = checked(node, key, format);
        return line.isEmpty() ? Optional.empty() : Optional.of(new DeclaredText.Plain(line.get(), node.at()));
    }

    private Optional<String> canonical(String tag) {
        Optional<String> known = tags.get(tag);
        if (known == null) {
            known = LanguageTags.canonical(tag);
            tags.put(tag, known);
        }
        return known;
    }

    private Optional<String> checked(Node node, String key, ValueFormat format) {
        Optional<String> line = values.line(node, key);
        Optional<String> objection = line.isEmpty() ? Optional.empty() : format.objectionTo(line.get());
        if (objection.isPresent()) {
            diagnostics.error(node.at(), SafeText.quote(key) + " " + objection.get());
            return Optional.empty();
        }
        return line;
    }

    private Optional<DeclaredText> localized(
            Node.Mapping mapping, String key, ValueFormat format, boolean needsDefault) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        Map<String, SourcePosition> seen = new LinkedHashMap<>();
        Optional<String> plain = Optional.empty();
        boolean doubtful = !mapping.complete();
        for (int i = 0; i < mapping.entries().size(); i++) {
            Node.Entry entry = mapping.entries().get(i);
            if (entry.key().equals(TranslationMerger.PLAIN)) {
                plain = checked(entry.value(), key, format);
                doubtful = true;
                continue;
            }
            Optional<String> tag = canonical(entry.key());
            boolean known = tag.isPresent() && servesAny(tag.get());
            if (!known && MappingReader.isRestOfText(mapping, i, diagnostics)) {
                continue;
            }
            Node value = MappingReader.present(entry, diagnostics);
            if (!known) {
                doubtful = true;
                reportTag(entry, tag, key);
                continue;
            }
            Optional<String> line = checked(value, key + "." + entry.key(), format);
            SourcePosition first = seen.putIfAbsent(tag.get(), entry.at());
            if (first != null) {
                diagnostics.error(
                        entry.at(),
                        "duplicate language " + SafeText.quote(entry.key()) + ": it stands on line " + first.line()
                                + " already");
            } else if (line.isPresent()) {
                byLanguage.put(tag.get(), line.get());
            }
        }
        if (needsDefault && !doubtful && !languages.isEmpty() && !servesDefault(seen)) {
            diagnostics.error(
                    mapping.at(),
                    SafeText.quote(key) + " has no text for the default language " + SafeText.quote(languages.get(0))
                            + ": add one");
        }
        return byLanguage.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeclaredText.Localized(byLanguage, plain, mapping.at()));
    }

    private void reportTag(Node.Entry entry, Optional<String> tag, String key) {
        if (tag.isPresent()) {
            diagnostics.error(
                    entry.at(),
                    SafeText.quote(entry.key()) + " in " + SafeText.quote(key) + " serves none of the site's languages ("
                            + SafeText.join(languages) + "): remove it, or add it to 'languages'");
        } else {
            diagnostics.error(entry.at(), "a language of " + SafeText.quote(key) + " " + LanguageTags.objection(entry.key()));
        }
    }

    private boolean servesAny(String tag) {
        for (String language : languages) {
            if (LanguageTags.serves(tag, language)) {
                return true;
            }
        }
        return languages.isEmpty();
    }

    private boolean servesDefault(Map<String, SourcePosition> tags) {
        for (String tag : tags.keySet()) {
            if (LanguageTags.serves(tag, languages.get(0))) {
                return true;
            }
        }
        return false;
    }
}
