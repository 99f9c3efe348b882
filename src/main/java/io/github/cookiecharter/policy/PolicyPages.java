package io.github.cookiecharter.policy;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.Root;
import io.github.cookiecharter.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The policy as visitors read it: a page and a fragment for each language of the site, and their style. */
public final class PolicyPages {

    private PolicyPages() {}

    /**
     * Writes the policy of a charter.
     *
     * @param headTags the tags that start the banner, as HTML; empty where there is none
     * @return for each language {@code policy.<language>.html} and {@code policy.<language>.fragment.html}, then
     *     {@code policy.html} in the default language, and {@code policy.css}
     */
    public static List<Artefact> generate(Charter charter, Languages languages, Templates templates, String headTags) {
        List<Artefact> artefacts = new ArrayList<>();
        for (String language : charter.site().languages()) {
            Map<String, Object> content = PolicyContent.of(charter, language, languages);
            String page = templates.html("policy/page", page(content, headTags));
            artefacts.add(web("policy." + language + ".html", page));
            artefacts.add(
                    web("policy." + language + ".fragment.html", templates.html("policy/fragment", fragment(content))));
            if (language.equals(charter.site().defaultLanguage())) {
                artefacts.add(web("policy.html", page));
            }
        }
        artefacts.add(web(
                "policy.css",
                templates.html("policy/style", Map.of("source", Sources.inCssComment(charter.source())))));
        return List.copyOf(artefacts);
    }

    private static Map<String, Object> page(Map<String, Object> content, String headTags) {
        Map<String, Object> page = new HashMap<>(content);
        page.put("headTags", headTags);
        page.putAll(headings(1));
        return page;
    }

    // A fragment stands in a page that has its own main heading.
    private static Map<String, Object> fragment(Map<String, Object> content) {
        Map<String, Object> fragment = new HashMap<>(content);
        fragment.putAll(headings(2));
        return fragment;
    }

    private static Map<String, Object> headings(int first) {
        return Map.of("titleLevel", first, "sectionLevel", first + 1, "categoryLevel", first + 2);
    }

    private static Artefact web(String path, String content) {
        return Artefact.text(Root.WEB_PATH, path, content);
    }
}
