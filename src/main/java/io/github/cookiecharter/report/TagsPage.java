package io.github.cookiecharter.report;

import io.github.cookiecharter.banner.SiteTags;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.template.Stylesheet;
import io.github.cookiecharter.template.Templates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Generates the author's page of tags to copy: the tags of the head, and each script and frame of the charter. */
public final class TagsPage {

    private static final String FILE = "tags.html";

    private TagsPage() {}

    /** Generates the page. */
    public static Artefact generate(Charter charter, Templates templates, SiteTags tags) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("source", charter.source());
        context.put("site", charter.site().name().textIn(charter.site().defaultLanguage()));
        context.put("style", Stylesheet.rules("report/tags.css"));
        context.put("head", tags.head());
        context.put("hasScripts", !tags.scripts().isEmpty());
        context.put("scripts", contexts(tags.scripts()));
        context.put("hasFrames", !tags.frames().isEmpty());
        context.put("frames", contexts(tags.frames()));
        return Artefact.text(OutputRoot.REPORTS, FILE, templates.html("report/tags", context));
    }

    private static List<Map<String, Object>> contexts(List<SiteTags.Tag> tags) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (SiteTags.Tag tag : tags) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("url", tag.url());
            each.put("tag", tag.html());
            each.put("complete", tag.isComplete());
            each.put("heldBack", tag.isBlocked());
            each.put("waits", tag.waitsForConsent());
            each.put("services", String.join(tag.isBlocked() ? " or " : ", ", tag.services()));
            all.add(each);
        }
        return all;
    }
}
