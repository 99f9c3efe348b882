package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.template.Templates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tags of the banner in a page's head: what must come first, the scripts that wait for it, then itself. */
final class HeadTags {

    private final String source;
    private final Templates templates;

    HeadTags(String source, Templates templates) {
        this.source = source;
        this.templates = templates;
    }

    /**
     * The content of {@code head.html}.
     *
     * @param first scripts that must have run before any other
     * @param scripts those that the charter names
     * @param files the banner's own
     * @param address what stands before a file's name
     */
    String ofSite(List<RuntimeFile> first, List<SiteTags.Tag> scripts, List<RuntimeFile> files, String address) {
        List<Map<String, Object>> complete = new ArrayList<>();
        for (SiteTags.Tag script : scripts) {
            if (script.isComplete()) {
                complete.add(Map.of("html", script.html()));
            }
        }
        return tags(true, files(first, address), complete, files(files, address));
    }

    /** Each script with its tag. */
    List<SiteTags.Tag> scripts(List<DeclaredScripts.Script> scripts) {
        List<SiteTags.Tag> tags = new ArrayList<>();
        for (DeclaredScripts.Script script : scripts) {
            String tag = templates.html("banner/script", Map.of("attributes", DeclaredScripts.forTemplate(script)));
            tags.add(tag(script.url(), tag, script.isHeldBack(), script.services()));
        }
        return tags;
    }

    /** Each frame with its tag, in the order of the declaration. */
    List<SiteTags.Tag> frames(Charter charter) {
        Map<NamePattern, List<Service>> services = new LinkedHashMap<>();
        for (Service service : DeclaredScripts.inOrderOfTheFile(charter)) {
            for (NamePattern url : service.frames()) {
                services.computeIfAbsent(url, key -> new ArrayList<>()).add(service);
            }
        }
        List<SiteTags.Tag> tags = new ArrayList<>();
        for (Map.Entry<NamePattern, List<Service>> frame : services.entrySet()) {
            String tag =
                    templates.html("banner/frame", Map.of("url", frame.getKey().text()));
            tags.add(tag(frame.getKey(), tag, DeclaredScripts.isHeldBack(frame.getValue()), frame.getValue()));
        }
        return tags;
    }

    private static SiteTags.Tag tag(NamePattern url, String html, boolean isHeldBack, List<Service> services) {
        List<String> ids = new ArrayList<>();
        for (Service service : services) {
            ids.add(service.id());
        }
        return new SiteTags.Tag(url.text(), html.strip(), url.isLiteral(), isHeldBack, ids);
    }

    /** The tags of a generated page, which lies beside the files: it asks for the choice, and measures nobody. */
    String ofPolicyPage(List<RuntimeFile> files) {
        return tags(false, List.of(), List.of(), files(files, ""));
    }

    private String tags(boolean standalone, List<?> first, List<?> scripts, List<?> files) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("source", source);
        context.put("standalone", standalone);
        context.put("first", first);
        context.put("scripts", scripts);
        context.put("files", files);
        return templates.html("banner/head", context);
    }

    private static List<Map<String, Object>> files(List<RuntimeFile> files, String address) {
        List<Map<String, Object>> tags = new ArrayList<>();
        for (RuntimeFile file : files) {
            if (file.kind() != RuntimeFile.Kind.LICENCE) {
                tags.add(Map.of(
                        "style",
                        file.kind() == RuntimeFile.Kind.STYLE,
                        "url",
                        address + file.name(),
                        "integrity",
                        file.integrity(),
                        "crossOrigin",
                        isAnotherHost(address)));
            }
        }
        return tags;
    }

    private static boolean isAnotherHost(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("http:") || lower.startsWith("https:") || lower.startsWith("//");
    }
}
