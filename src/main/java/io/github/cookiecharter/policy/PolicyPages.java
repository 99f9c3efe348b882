package io.github.cookiecharter.policy;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.Root;
import io.github.cookiecharter.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The policy as visitors read it: a page and a fragment for each language of the site, and their style. */
public final class PolicyPages {

    /**
     * What stands in the head of a {@link #standalone} page for the tags that its user puts there. No text of a site can
     * be taken for it, since all of them are encoded.
     */
    public static final String HEAD = "<!--cookie-charter-head-->";

    private static final String LINK = "<link rel=\"stylesheet\" href=\"policy.css\">\n";

    private final Charter charter;
    private final Templates templates;
    private final Map<String, String> pages = new LinkedHashMap<>();
    private final Map<String, String> fragments = new LinkedHashMap<>();

    /**
     * The policy of a charter. Its pages are filled at once and their heads later, so that this can be done while the
     * banner is still being made.
     */
    public PolicyPages(Charter charter, Languages languages, Templates templates) {
        this.charter = charter;
        this.templates = templates;
        for (String language : charter.site().languages()) {
            Map<String, Object> content = PolicyContent.of(charter, language, languages, templates);
            pages.put(language, page(content));
            fragments.put(language, fragment(content));
        }
    }

    /** Does of {@link #artefacts} what needs no charter. */
    public static void prepare(Templates templates) {
        templates.prepareHtml("policy/rows", "policy/page", "policy/fragment", "policy/style");
    }

    /**
     * Writes the policy.
     *
     * @param headTags the tags that start the banner, as HTML; empty where there is none
     * @return for each language {@code policy.<language>.html} and {@code policy.<language>.fragment.html}, then
     *     {@code policy.html} in the default language, and {@code policy.css}
     */
    public List<Artefact> artefacts(String headTags) {
        List<Artefact> artefacts = new ArrayList<>();
        for (String language : charter.site().languages()) {
            // Without tags the line that they would stand in goes too.
            String page = headTags.isEmpty()
                    ? page(language).replace(HEAD + "\n", "")
                    : page(language).replace(HEAD, headTags);
            artefacts.add(web("policy." + language + ".html", page));
            artefacts.add(
                    web("policy." + language + ".fragment.html", Objects.requireNonNull(fragments.get(language))));
            if (language.equals(charter.site().defaultLanguage())) {
                artefacts.add(web("policy.html", page));
            }
        }
        artefacts.add(web("policy.css", style()));
        return List.copyOf(artefacts);
    }

    /**
     * A page that looks for no file beside it: it has neither style nor script until {@link #HEAD} is replaced by them.
     *
     * @param language one of the site's languages
     */
    public String standalone(String language) {
        return page(language).replace(LINK, "");
    }

    /** The style of page and fragment. */
    public String style() {
        return templates.html("policy/style", Map.of("source", Sources.inCssComment(charter.source())));
    }

    private String page(String language) {
        return Objects.requireNonNull(pages.get(language), language);
    }

    private String page(Map<String, Object> content) {
        Map<String, Object> page = new HashMap<>(content);
        page.put("linked", true);
        page.put("headTags", HEAD);
        page.putAll(headings(1));
        return templates.html("policy/page", page);
    }

    // A fragment stands in a page that has its own main heading.
    private String fragment(Map<String, Object> content) {
        Map<String, Object> fragment = new HashMap<>(content);
        fragment.putAll(headings(2));
        return templates.html("policy/fragment", fragment);
    }

    private static Map<String, Object> headings(int first) {
        return Map.of("titleLevel", first, "sectionLevel", first + 1, "categoryLevel", first + 2);
    }

    private static Artefact web(String path, String content) {
        return Artefact.text(Root.WEB_PATH, path, content);
    }
}
