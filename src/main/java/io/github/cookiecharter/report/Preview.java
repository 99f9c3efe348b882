package io.github.cookiecharter.report;

import io.github.cookiecharter.banner.BannerFiles;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.policy.PolicyPages;
import io.github.cookiecharter.template.JsonWriter;
import io.github.cookiecharter.template.Stylesheet;
import io.github.cookiecharter.template.Templates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Generates the author's preview: one HTML file with every page and the working banner, without a server. */
public final class Preview {

    private static final String FILE = "preview.html";

    // The mark in a page that the preview's script replaces by the common content of all heads. Texts of a site cannot
    // contain it, because they are encoded.
    private static final String HEAD = "<!--cookie-charter-head-->";

    // A browser opens a page of this size within seconds.
    private static final int MAX_CHARACTERS = 16_000_000;

    private Preview() {}

    /**
     * Generates the preview. Of a large site it shows the first languages and names the others.
     *
     * @param bannerFiles the banner's artefacts; empty without a banner
     */
    public static Artefact generate(
            Charter charter, Languages languages, Templates templates, PolicyPages policy, List<Artefact> bannerFiles) {
        List<Map<String, Object>> pages = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        long characters = 0;
        for (String language : charter.site().languages()) {
            if (characters >= MAX_CHARACTERS) {
                leftOut.add(languages.nameOf(language));
                continue;
            }
            String page = policy.standalone(language, HEAD);
            characters += page.length();
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("language", language);
            each.put("name", languages.nameOf(language));
            each.put("first", pages.isEmpty());
            each.put("page", asRawText(page));
            pages.add(each);
        }
        Map<String, Object> context = head(charter, policy.style(), bannerFiles);
        context.put("source", charter.source());
        context.put("site", charter.site().name().textIn(charter.site().defaultLanguage()));
        context.put("why", whyNoBanner(charter));
        context.put("pages", pages);
        context.put("isIncomplete", !leftOut.isEmpty());
        context.put("leftOut", String.join(", ", leftOut));
        context.put("previewStyle", Stylesheet.rules("report/preview.css"));
        context.put("headMark", JsonWriter.write(HEAD));
        return new Artefact(OutputRoot.REPORTS, FILE, templates.htmlBytes("report/preview", context));
    }

    /** Loads the template of {@link #generate}, which needs no charter. */
    public static void prepare(Templates templates) {
        templates.prepareHtml("report/preview");
    }

    // In a script element nothing is encoded, but "</script" would end it, and "<!--" keep it from ending
    // (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements): a backslash
    // is inserted, which the preview's script removes again. In pieces, to avoid another copy of long pages.
    private static List<String> asRawText(String page) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int at = page.indexOf('<'); at >= 0; at = page.indexOf('<', at + 1)) {
            int next = at + 1;
            while (page.startsWith("\\", next)) {
                next++;
            }
            if (page.startsWith("!--", next) || page.regionMatches(true, next, "/script", 0, 7)) {
                pieces.add(page.substring(from, at + 1) + '\\');
                from = at + 1;
            }
        }
        pieces.add(page.substring(from));
        return pieces;
    }

    private static String whyNoBanner(Charter charter) {
        if (!charter.needsConsent() && !charter.allowsObjection()) {
            return "nothing here needs consent";
        }
        return charter.hasBanner() ? "this execution does not generate one" : "the declaration says runtime: none";
    }

    private static Map<String, Object> head(Charter charter, String style, List<Artefact> bannerFiles) {
        List<Map<String, Object>> scripts = new ArrayList<>();
        StringBuilder styles = new StringBuilder();
        for (Artefact file : bannerFiles) {
            String content = new String(file.content(), StandardCharsets.UTF_8);
            // The preview contains the files that head.js would load.
            if (file.path().endsWith(".js") && !file.path().equals(BannerFiles.HEAD_SCRIPT)) {
                scripts.add(Map.of("script", withoutEndTag(content)));
            } else if (file.path().endsWith(".css")) {
                styles.append(withoutEndTag(content));
            }
        }
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("policyStyle", withoutEndTag(style));
        context.put("banner", !scripts.isEmpty());
        context.put("style", styles.toString());
        context.put("cookie", JsonWriter.write(charter.consent().cookie()));
        context.put("scripts", scripts);
        return context;
    }

    // "</script" and "</style" would end an inline element too early; in strings a backslash before the slash has no
    // effect, and elsewhere they do not occur in either language.
    private static String withoutEndTag(String content) {
        return content.replace("</script", "<\\/script").replace("</style", "<\\/style");
    }
}
