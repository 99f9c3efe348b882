package io.github.cookiecharter.declaration;

import io.github.cookiecharter.jurisdiction.Jurisdictions;
import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.yaml.Node;
import io.github.cookiecharter.yaml.NodeReader;
import io.github.cookiecharter.yaml.SourceDecoder;
import io.github.cookiecharter.yaml.SourceText;
import io.github.cookiecharter.yaml.SyntaxMessages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads the bytes of a {@code cookies.yaml}, and returns the declaration or all diagnostics. It opens no file, and no
 * content makes it throw.
 */
public final class DeclarationReader {

    // After each repaired fault the file is parsed again, so that all faults are found, within these limits.
    private static final int MAX_REPAIRS = 100;
    private static final long MAX_CHARACTERS = 8_000_000;

    private final Function<String, Set<String>> textKeys;
    private final Jurisdictions jurisdictions;
    private final Predicate<String> hasBuiltInTexts;
    private final boolean acceptsParts;

    /**
     * Creates a reader from the keys of the built-in texts.
     *
     * @param policyTextKeys the keys that {@code policy.texts} may override
     * @param bannerTextKeys the keys that {@code banner.texts} may override
     */
    public DeclarationReader(Set<String> policyTextKeys, Set<String> bannerTextKeys) {
        this(part -> part.equals("policy") ? policyTextKeys : bannerTextKeys);
    }

    /**
     * Creates a reader that loads the keys of the built-in texts when it needs them.
     *
     * @param textKeys returns the keys that may be overridden for {@code policy} and for {@code banner}
     */
    public DeclarationReader(Function<String, Set<String>> textKeys) {
        this(textKeys, Jurisdictions.builtIn(), language -> true, false);
    }

    private DeclarationReader(
            Function<String, Set<String>> textKeys,
            Jurisdictions jurisdictions,
            Predicate<String> hasBuiltInTexts,
            boolean acceptsParts) {
        this.textKeys = textKeys;
        this.jurisdictions = jurisdictions;
        this.hasBuiltInTexts = hasBuiltInTexts;
        this.acceptsParts = acceptsParts;
    }

    /** Returns a reader of declarations that may name these jurisdictions, and no others. */
    public DeclarationReader with(Jurisdictions known) {
        return new DeclarationReader(textKeys, known, hasBuiltInTexts, acceptsParts);
    }

    /**
     * Returns a reader of declarations whose standard purposes have texts in these languages, and in no others.
     *
     * @param hasBuiltInTexts whether there are built-in texts for a language tag
     */
    public DeclarationReader withTextsIn(Predicate<String> hasBuiltInTexts) {
        return new DeclarationReader(textKeys, jurisdictions, hasBuiltInTexts, acceptsParts);
    }

    /** Returns a reader that accepts a part as well, which has no {@code site}. */
    public DeclarationReader acceptingParts() {
        return new DeclarationReader(textKeys, jurisdictions, hasBuiltInTexts, true);
    }

    /**
     * Reads the content of a file.
     *
     * @param content the file's bytes, at most 4 MiB of UTF-8
     */
    public DeclarationResult read(byte[] content) {
        return read(content, List.of());
    }

    /**
     * Reads the content of a file, with the translation files beside it.
     *
     * @param content the file's bytes, at most 4 MiB of UTF-8
     * @param files the texts in further languages
     */
    public DeclarationResult read(byte[] content, List<TranslationFile> files) {
        return read(content, files, Parts.NONE);
    }

    /**
     * Reads the content of a file, with the translation files beside it, and the parts that it includes.
     *
     * @param content the file's bytes, at most 4 MiB of UTF-8
     * @param files the texts in further languages
     * @param parts finds what the file includes
     */
    public DeclarationResult read(byte[] content, List<TranslationFile> files, Parts parts) {
        DiagnosticCollector diagnostics = new DiagnosticCollector();
        Optional<SourceText> source = SourceDecoder.decode(content, "", diagnostics);
        if (source.isEmpty()) {
            return new DeclarationResult(Optional.empty(), diagnostics.inFileOrder(), false);
        }
        Optional<Node> root = readTree(source.get(), diagnostics);
        if (root.isEmpty() || root.get() instanceof Node.MissingNode) {
            if (!diagnostics.hasErrors()) {
                diagnostics.error(
                        SourcePosition.START,
                        "the file is empty: a declaration needs at least the keys 'site' and 'services'");
            }
            return new DeclarationResult(Optional.empty(), diagnostics.inFileOrder(), false);
        }
        boolean isPart = acceptsParts && PartMerger.isPart(root.get());
        Node merged = isPart
                ? PartMerger.inSite((Node.Mapping) root.get(), files, parts, diagnostics)
                : merge(root.get(), files, parts, diagnostics);
        Declaration declaration =
                new DeclarationBinder(merged, textKeys, jurisdictions, hasBuiltInTexts, diagnostics).bind();
        if (!diagnostics.hasErrors()) {
            DeclarationSize.check(declaration, diagnostics);
        }
        return new DeclarationResult(
                diagnostics.hasErrors() ? Optional.empty() : Optional.of(declaration),
                diagnostics.inFileOrder(),
                isPart);
    }

    private static Node merge(Node root, List<TranslationFile> files, Parts parts, DiagnosticCollector diagnostics) {
        Node completed = CatalogueUse.complete(root, diagnostics);
        Node whole = PartMerger.merge(completed, parts, TranslationMerger.languages(completed), diagnostics);
        return files.isEmpty() ? whole : TranslationMerger.merge(whole, files, diagnostics);
    }

    /** Returns the tree of a file as far as it can be parsed, and reports syntax errors. */
    static Optional<Node> readTree(SourceText written, DiagnosticCollector diagnostics) {
        SourceText source = written;
        long effort = 0;
        boolean indentationGuessed = false;
        for (int repairs = 0; ; repairs++) {
            DiagnosticCollector passDiagnostics = new DiagnosticCollector();
            NodeReader.Tree tree = NodeReader.read(source, passDiagnostics);
            effort += source.length();
            if (tree.fault().isEmpty()) {
                diagnostics.addAll(passDiagnostics);
                return tree.root();
            }
            SyntaxMessages.Explanation explanation =
                    SyntaxMessages.explain(source, tree.fault().get());
            SourcePosition position = source.position(explanation.offset());
            boolean givesUp = repairs == MAX_REPAIRS || effort > MAX_CHARACTERS;
            Optional<SourceText> repaired = givesUp ? Optional.empty() : explanation.repaired();
            String message = explanation.message();
            if (message.isEmpty() && repaired.isEmpty()) {
                message = "a tab stands here: put a space in its place";
            }
            // One fault on a line often causes another, and repaired indentation is a guess: faults that follow from it
            // are not reported.
            if (!message.isEmpty() && !indentationGuessed && !diagnostics.hasOnLine(position.line())) {
                diagnostics.error(position, message);
            }
            if (repaired.isEmpty() || repaired.get().text().equals(source.text())) {
                diagnostics.addAll(passDiagnostics);
                return tree.root();
            }
            indentationGuessed |= explanation.message().startsWith("a tab indents");
            source = repaired.get();
        }
    }
}
