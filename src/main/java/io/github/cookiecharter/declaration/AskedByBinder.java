package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.DidYouMean;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds {@code consent.asked-by}: a text, or a hosted consent tool with its names of the site's categories. */
final class AskedByBinder {

    private static final String KEY = "asked-by";
    private static final List<String> TOOL_KEYS = List.of("tool", "categories");

    private final List<String> categories;
    private final boolean bannerAsks;
    private final TextReader texts;
    private final ScalarReader scalars;
    private final DiagnosticCollector diagnostics;

    /**
     * Creates a binder.
     *
     * @param categories the ids of the categories that the site may use
     * @param banner the banner as declared
     */
    AskedByBinder(
            List<String> categories,
            Declaration.Banner banner,
            TextReader texts,
            ScalarReader scalars,
            DiagnosticCollector diagnostics) {
        this.categories = categories;
        // A runtime that could not be read may have been 'none'.
        this.bannerAsks = banner.runtime().isPresent()
                ? banner.runtime().get() != BannerRuntime.NONE
                : !banner.positions().keys().containsKey("runtime");
        this.texts = texts;
        this.scalars = scalars;
        this.diagnostics = diagnostics;
    }

    Optional<Declaration.AskedBy> bind(MappingReader consent) {
        Optional<Node> node = consent.get(KEY);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (bannerAsks) {
            diagnostics.error(
                    consent.positionOf(KEY),
                    "'asked-by' states who asks for consent on a site without the generated banner, and this site has"
                            + " one: write 'banner: { runtime: none }', or remove 'asked-by'");
        }
        if (node.get() instanceof Node.Mapping mapping && isTool(mapping)) {
            return Optional.of(bindTool(mapping));
        }
        return texts.readNode(node.get(), KEY, ValueFormat.ANY)
                .map(text -> new Declaration.AskedBy(Optional.of(text), Optional.empty(), Map.of()));
    }

    private static boolean isTool(Node.Mapping mapping) {
        return mapping.entries().stream().anyMatch(entry -> TOOL_KEYS.contains(entry.key()));
    }

    private Declaration.AskedBy bindTool(Node.Mapping mapping) {
        MappingReader reader = new MappingReader(mapping, KEY, mapping.position(), TOOL_KEYS, diagnostics);
        reader.require("tool", "name the consent tool, such as 'onetrust'");
        return new Declaration.AskedBy(
                Optional.empty(), scalars.readText(reader, "tool", ValueFormat.ANY), bindCategories(reader));
    }

    private Map<String, String> bindCategories(MappingReader reader) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Node.Entry entry :
                scalars.readEntries(reader, "categories", "category").values()) {
            Optional<String> toolName = scalars.readLine(entry.value(), entry.key());
            if (!categories.contains(entry.key())) {
                diagnostics.error(
                        entry.position(),
                        "unknown category " + SafeText.quote(entry.key())
                                + DidYouMean.messageEnd(entry.key(), categories));
            } else {
                toolName.ifPresent(line -> names.put(entry.key(), line));
            }
        }
        return names;
    }
}
