package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.StandardPurpose;
import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.DidYouMean;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads texts: one string, or one string for each language of the site. */
final class TextReader {

    private static final String PURPOSE = "purpose";
    private static final String STANDARD = "standard";

    private final List<String> languages;
    private final ScalarReader scalars;
    private final Predicate<String> hasBuiltInTexts;
    private final DiagnosticCollector diagnostics;
    // Caches the canonical tags: a file has thousands of texts and two dozen tags.
    private final Map<String, Optional<String>> tags = new HashMap<>();

    /**
     * Creates a reader for a site with these languages.
     *
     * @param languages the default language first; empty if they could not be read, so that tags are not checked
     * @param hasBuiltInTexts whether standard purposes have a text in a language
     */
    TextReader(
            List<String> languages,
            Predicate<String> hasBuiltInTexts,
            ScalarReader scalars,
            DiagnosticCollector diagnostics) {
        this.languages = List.copyOf(languages);
        this.hasBuiltInTexts = hasBuiltInTexts;
        this.scalars = scalars;
        this.diagnostics = diagnostics;
    }

    Optional<DeclaredText> readText(MappingReader reader, String key) {
        return readText(reader, key, ValueFormat.ANY);
    }

    Optional<DeclaredText> readText(MappingReader reader, String key, ValueFormat format) {
        Optional<Node> node = reader.get(key);
        return node.isEmpty() ? Optional.empty() : readNode(node.get(), key, format);
    }

    /** Reads {@code purpose}: a text, or {@code { standard: <id> }}, beside which a language may have words of its own. */
    Optional<DeclaredText> readPurpose(MappingReader reader) {
        Optional<Node> node = reader.get(PURPOSE);
        if (node.isPresent() && node.get() instanceof Node.Mapping mapping) {
            Optional<Node.Entry> standard = mapping.entries().stream()
                    .filter(entry -> entry.key().equals(STANDARD))
                    .findFirst();
            if (standard.isPresent()) {
                return readStandard(standard.get(), mapping);
            }
        }
        return node.isEmpty() ? Optional.empty() : readNode(node.get(), PURPOSE, ValueFormat.ANY);
    }

    private Optional<DeclaredText> readStandard(Node.Entry standard, Node.Mapping mapping) {
        List<Node.Entry> others = new ArrayList<>(mapping.entries());
        others.remove(standard);
        Map<String, String> own = new LinkedHashMap<>();
        if (!others.isEmpty()) {
            Node.Mapping words =
                    new Node.Mapping(List.copyOf(others), mapping.flow(), mapping.complete(), mapping.position());
            if (readLocalized(words, PURPOSE, ValueFormat.ANY, false).orElse(null)
                    instanceof DeclaredText.Localized localized) {
                own.putAll(localized.byLanguage());
            }
        }
        Optional<StandardPurpose> purpose = scalars.readKeyword(
                MappingReader.requireValue(standard, diagnostics),
                STANDARD,
                "standard purpose",
                StandardPurpose.values());
        String defaultLanguage = languages.isEmpty() ? "" : languages.get(0);
        boolean isServed = languages.isEmpty()
                || hasBuiltInTexts.test(defaultLanguage)
                || own.keySet().stream().anyMatch(tag -> LanguageTags.serves(tag, defaultLanguage));
        if (!isServed && mapping.complete()) {
            diagnostics.error(
                    standard.position(),
                    "the standard purposes have no text in the default language "
                            + SafeText.quote(defaultLanguage) + ": add one beside 'standard', as "
                            + SafeText.quote(defaultLanguage + ": …"));
        }
        return purpose.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeclaredText.Standard(purpose.get(), Map.copyOf(own), mapping.position()));
    }

    Optional<DeclaredText> readNode(Node node, String key, ValueFormat format) {
        return readNode(node, key, format, true);
    }

    /** Reads an override of a built-in text, which may omit the default language. */
    Optional<DeclaredText> readOverride(Node node, String key) {
        return readNode(node, key, ValueFormat.ANY, false);
    }

    private Optional<DeclaredText> readNode(Node node, String key, ValueFormat format, boolean needsDefault) {
        if (node instanceof Node.Mapping mapping) {
            return readLocalized(mapping, key, format, needsDefault);
        }
        if (node instanceof Node.Sequence) {
            diagnostics.error(
                    node.position(),
                    SafeText.quote(key) + " must be a text, or a mapping from language to text, not a list"
                            + ": a text that begins with '[' must stand in quotes");
            return Optional.empty();
        }
        Optional<String> line = readLine(node, key, format);
        return line.isEmpty() ? Optional.empty() : Optional.of(new DeclaredText.Plain(line.get(), node.position()));
    }

    private Optional<String> canonicalTag(String tag) {
        Optional<String> known = tags.get(tag);
        if (known == null) {
            known = LanguageTags.canonical(tag);
            tags.put(tag, known);
        }
        return known;
    }

    private Optional<String> readLine(Node node, String key, ValueFormat format) {
        Optional<String> line = scalars.readLine(node, key);
        Optional<String> error = line.isEmpty() ? Optional.empty() : format.validate(line.get());
        if (error.isPresent()) {
            diagnostics.error(node.position(), SafeText.quote(key) + " " + error.get());
            return Optional.empty();
        }
        return line;
    }

    private Optional<DeclaredText> readLocalized(
            Node.Mapping mapping, String key, ValueFormat format, boolean needsDefault) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        Map<String, SourcePosition> seen = new LinkedHashMap<>();
        Optional<String> plain = Optional.empty();
        boolean doubtful = !mapping.complete();
        for (int i = 0; i < mapping.entries().size(); i++) {
            Node.Entry entry = mapping.entries().get(i);
            if (entry.key().equals(TranslationMerger.PLAIN)) {
                plain = readLine(entry.value(), key, format);
                doubtful = true;
                continue;
            }
            Optional<String> tag = canonicalTag(entry.key());
            boolean known = tag.isPresent() && servesAny(tag.get());
            if (!known && MappingReader.reportIfRestOfText(mapping, i, diagnostics)) {
                continue;
            }
            Node value = MappingReader.requireValue(entry, diagnostics);
            if (!known && tag.isPresent() && !entry.position().file().isEmpty()) {
                // A part has languages of other sites as well.
                continue;
            }
            if (!known) {
                doubtful = true;
                reportTag(entry, tag, key);
                continue;
            }
            Optional<String> line = readLine(value, key + "." + entry.key(), format);
            SourcePosition first = seen.putIfAbsent(tag.get(), entry.position());
            if (first != null) {
                diagnostics.error(
                        entry.position(),
                        "duplicate language " + SafeText.quote(entry.key()) + ": it stands on line " + first.line()
                                + " already");
            } else if (line.isPresent()) {
                byLanguage.put(tag.get(), line.get());
            }
        }
        if (needsDefault && !doubtful && !languages.isEmpty() && !servesDefault(seen)) {
            diagnostics.error(
                    mapping.position(),
                    SafeText.quote(key) + " has no text for the default language " + SafeText.quote(languages.get(0))
                            + ": add one");
        }
        return byLanguage.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeclaredText.Localized(byLanguage, plain, mapping.position()));
    }

    private void reportTag(Node.Entry entry, Optional<String> tag, String key) {
        if (key.equals(PURPOSE)
                && DidYouMean.suggestion(entry.key(), List.of(STANDARD)).isPresent()) {
            diagnostics.error(
                    entry.position(),
                    "unknown key " + SafeText.quote(entry.key()) + " in " + SafeText.quote(key)
                            + DidYouMean.messageEnd(entry.key(), List.of(STANDARD)));
        } else if (tag.isPresent()) {
            diagnostics.error(
                    entry.position(),
                    SafeText.quote(entry.key()) + " in " + SafeText.quote(key)
                            + " serves none of the site's languages (" + SafeText.join(languages)
                            + "): remove it, or add it to 'languages'");
        } else {
            diagnostics.error(
                    entry.position(),
                    "a language of " + SafeText.quote(key) + " " + LanguageTags.explainInvalid(entry.key()));
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
