package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.output.WebManifest;
import io.github.cookiecharter.template.Templates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Renders the tags for a page's head: early scripts, the scripts that wait for consent, then the banner. */
final class HeadTags {

    private final String source;
    private final boolean hasLog;
    private final Templates templates;

    /**
     * Creates a renderer.
     *
     * @param hasLog whether the script of the banner needs the hash of the web files, for the reports of choices
     */
    HeadTags(String source, boolean hasLog, Templates templates) {
        this.source = source;
        this.hasLog = hasLog;
        this.templates = templates;
    }

    /**
     * Renders the content of {@code head.html}.
     *
     * @param earlyScripts scripts that must run before any other
     * @param scripts the scripts that the charter declares
     * @param files the banner's own files
     * @param urlPrefix the prefix of a file's name
     */
    String siteTags(
            List<RuntimeFile> earlyScripts, List<SiteTags.Tag> scripts, List<RuntimeFile> files, String urlPrefix) {
        List<Map<String, Object>> completeTags = new ArrayList<>();
        for (SiteTags.Tag script : scripts) {
            if (script.isComplete()) {
                completeTags.add(Map.of("html", script.html()));
            }
        }
        return tags(true, files(earlyScripts, urlPrefix), completeTags, files(files, urlPrefix));
    }

    /** Renders the tag of each script. */
    List<SiteTags.Tag> scripts(List<DeclaredScripts.Script> scripts) {
        List<SiteTags.Tag> tags = new ArrayList<>();
        for (DeclaredScripts.Script script : scripts) {
            String tag = templates.html("banner/script", Map.of("attributes", DeclaredScripts.forTemplate(script)));
            tags.add(tag(script.url(), tag, script.isBlocked(), script.services()));
        }
        return tags;
    }

    /** Renders the tag of each frame, in the order of the declaration. */
    List<SiteTags.Tag> frames(Charter charter) {
        Map<NamePattern, List<Service>> services = new LinkedHashMap<>();
        for (Service service : DeclaredScripts.inFileOrder(charter)) {
            for (NamePattern url : service.frames()) {
                services.computeIfAbsent(url, key -> new ArrayList<>()).add(service);
            }
        }
        List<SiteTags.Tag> tags = new ArrayList<>();
        for (Map.Entry<NamePattern, List<Service>> frame : services.entrySet()) {
            String tag =
                    templates.html("banner/frame", Map.of("url", frame.getKey().text()));
            tags.add(tag(frame.getKey(), tag, DeclaredScripts.areBlocked(frame.getValue()), frame.getValue()));
        }
        return tags;
    }

    private static SiteTags.Tag tag(NamePattern url, String html, boolean isBlocked, List<Service> services) {
        List<String> ids = new ArrayList<>();
        for (Service service : services) {
            ids.add(service.id());
        }
        boolean waits = services.stream().allMatch(Service::needsConsent);
        return new SiteTags.Tag(url.text(), html.strip(), url.isLiteral(), isBlocked, waits, ids);
    }

    /** Renders the tags of a generated page in the same folder: it shows the banner, and loads none of the declared scripts. */
    String policyPageTags(List<RuntimeFile> files) {
        return tags(false, List.of(), List.of(), files(files, ""));
    }

    private String tags(boolean standalone, List<?> earlyScripts, List<?> scripts, List<?> files) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("source", source);
        context.put("standalone", standalone);
        context.put("first", earlyScripts);
        context.put("scripts", scripts);
        context.put("files", files);
        return templates.html("banner/head", context);
    }

    private List<Map<String, Object>> files(List<RuntimeFile> files, String urlPrefix) {
        List<Map<String, Object>> tags = new ArrayList<>();
        for (RuntimeFile file : files) {
            if (file.kind() != RuntimeFile.Kind.LICENCE) {
                tags.add(Map.of(
                        "style",
                        file.kind() == RuntimeFile.Kind.STYLE,
                        "url",
                        urlPrefix + file.address(),
                        "integrity",
                        file.integrity(),
                        "crossOrigin",
                        isAnotherHost(urlPrefix),
                        "hash",
                        hasLog && file.name().equals(BannerFiles.SCRIPT) ? WebManifest.PLACEHOLDER : ""));
            }
        }
        return tags;
    }

    private static boolean isAnotherHost(String urlPrefix) {
        String lower = urlPrefix.toLowerCase(Locale.ROOT);
        return lower.startsWith("http:") || lower.startsWith("https:") || lower.startsWith("//");
    }
}
