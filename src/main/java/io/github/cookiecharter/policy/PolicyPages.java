package io.github.cookiecharter.policy;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.history.Release;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.Integrity;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.template.Stylesheet;
import io.github.cookiecharter.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Generates the policy: a page and a fragment for each language of the site, and their style sheet. */
public final class PolicyPages {

    private static final String PAGE = "policy/page";

    // Beyond it, a heap cannot hold the pages of all languages at once.
    private static final long MAX_CHARACTERS_IN_MEMORY = 2_000_000;

    // The tags around the cells of a row are longer than its texts.
    private static final int MARKUP_OF_A_ROW = 500;

    private final Charter charter;
    private final List<Release> history;
    private final Languages languages;
    private final Templates templates;
    private final boolean isLarge;
    // By language: of all languages, or, of a large site, of the last one that was asked for.
    private final Map<String, Map<String, Object>> contents = new LinkedHashMap<>();

    /**
     * Creates the policy of a charter. Its content is built here and its pages later, so that this can run while the
     * banner is generated. Of a large site, content and pages are built one language at a time, when a page is written.
     *
     * @param history the releases for the section {@code history}, the newest first
     */
    public PolicyPages(Charter charter, List<Release> history, Languages languages, Templates templates) {
        this.charter = charter;
        this.history = List.copyOf(history);
        this.languages = languages;
        this.templates = templates;
        this.isLarge = estimateCharacters(charter) > MAX_CHARACTERS_IN_MEMORY;
        if (!isLarge) {
            for (String language : charter.site().languages()) {
                contents.put(language, contentFor(language));
            }
        }
    }

    /** Creates the policy of a charter without a history. */
    public PolicyPages(Charter charter, Languages languages, Templates templates) {
        this(charter, List.of(), languages, templates);
    }

    /** Loads the templates of {@link #artefacts}, which needs no charter. */
    public static void prepare(Templates templates) {
        templates.prepareHtml("policy/rows", PAGE, "policy/fragment", "policy/style");
    }

    /**
     * Generates the policy.
     *
     * @param headTags the tags that load the banner, as HTML; empty without a banner
     * @return for each language {@code policy.<language>.html} and {@code policy.<language>.fragment.html}, then {@code
     *     policy.html} in the default language, and {@code policy.css}
     */
    public List<Artefact> artefacts(String headTags) {
        List<Artefact> artefacts = new ArrayList<>();
        Artefact style = Artefact.text(OutputRoot.WEB_PATH, "policy.css", style());
        String styleVersion = Integrity.version(Integrity.of(style.content()));
        for (String language : charter.site().languages()) {
            Supplier<byte[]> page = page(() -> linkedPage(language, headTags, styleVersion), PAGE);
            artefacts.add(web("policy." + language + ".html", page));
            artefacts.add(
                    web("policy." + language + ".fragment.html", page(() -> fragment(language), "policy/fragment")));
            if (language.equals(charter.site().defaultLanguage())) {
                artefacts.add(web("policy.html", page));
            }
        }
        artefacts.add(style);
        return List.copyOf(artefacts);
    }

    /**
     * Returns a page that loads no files: its head contains all it needs.
     *
     * @param language one of the site's languages
     * @param headTags the content of the head, as HTML
     */
    public String standalone(String language, String headTags) {
        return templates.html(PAGE, page(language, headTags));
    }

    /** Returns the style sheet of page and fragment. */
    public String style() {
        return templates.html(
                "policy/style",
                Map.of(
                        "source",
                        GeneratedComment.inCssComment(charter.source()),
                        "rules",
                        Stylesheet.rules("policy/policy.css", charter.banner().accent())));
    }

    // A page is filled now, or, of a large site, each time that it is written.
    private Supplier<byte[]> page(Supplier<Map<String, Object>> context, String template) {
        if (isLarge) {
            return () -> templates.htmlBytes(template, context.get());
        }
        byte[] bytes = templates.htmlBytes(template, context.get());
        return () -> bytes;
    }

    private Map<String, Object> content(String language) {
        Map<String, Object> content = contents.get(language);
        if (content == null) {
            contents.clear();
            content = contentFor(language);
            contents.put(language, content);
        }
        return new HashMap<>(content);
    }

    private Map<String, Object> contentFor(String language) {
        return PolicyContent.contextFor(charter, history, language, languages, templates);
    }

    private static long estimateCharacters(Charter charter) {
        long characters = 0;
        for (Cookie cookie : charter.cookies()) {
            for (String language : charter.site().languages()) {
                characters +=
                        MARKUP_OF_A_ROW + cookie.purpose().textIn(language).length();
            }
        }
        return characters;
    }

    // The version of the style is part of its address, because a cache may hold the style of an earlier build.
    private Map<String, Object> linkedPage(String language, String headTags, String styleVersion) {
        Map<String, Object> page = page(language, headTags);
        page.put("linked", true);
        page.put("styleVersion", styleVersion);
        return page;
    }

    private Map<String, Object> page(String language, String headTags) {
        Map<String, Object> page = content(language);
        page.put("linked", false);
        page.put("headTags", headTags);
        page.putAll(headings(1));
        return page;
    }

    // A fragment is part of a page that has its own main heading.
    private Map<String, Object> fragment(String language) {
        Map<String, Object> fragment = content(language);
        fragment.putAll(headings(2));
        return fragment;
    }

    private static Map<String, Object> headings(int first) {
        return Map.of("titleLevel", first, "sectionLevel", first + 1, "categoryLevel", first + 2);
    }

    private static Artefact web(String path, Supplier<byte[]> content) {
        return Artefact.deferred(OutputRoot.WEB_PATH, path, content);
    }
}
