package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.Gpc;
import io.github.cookiecharter.model.Integrity;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.template.JsonWriter;
import io.github.cookiecharter.template.Stylesheet;
import io.github.cookiecharter.template.Templates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The banner's artefacts.
 *
 * @param artefacts the files that are served under the web path
 * @param headTags the tags, as HTML, for a page in the same folder; empty if there is no banner
 * @param tags the tags that the site puts into its pages; empty if there is no banner
 * @param diagnostics problems of the charter with the runtime; if one is an error, there are no artefacts
 */
public record BannerFiles(
        List<Artefact> artefacts, String headTags, Optional<SiteTags> tags, List<Diagnostic> diagnostics) {

    /** The script for pages that cannot include {@code head.html}; it loads the other files. */
    public static final String HEAD_SCRIPT = HeadScript.FILE;

    /** The id of the rule behind {@link #findings}. */
    public static final String RULE_ID = "runtime-cannot";

    static final String SCRIPT = "banner.js";
    private static final String FRAMES_STYLE = "frames.css";

    public BannerFiles {
        artefacts = List.copyOf(artefacts);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Generates the banner. If the charter has none, generates only an empty {@code head.html} and {@code head.js}, so that
     * pages can always include one of them.
     *
     * @param urlPrefix the prefix of a file's name in the links of {@code head.html}, such as
     *     {@code /shop/cookie-charter/}
     */
    public static BannerFiles generate(Charter charter, Languages languages, Templates templates, String urlPrefix) {
        List<Artefact> artefacts = new ArrayList<>(gpcStatement(charter));
        if (!charter.hasBanner()) {
            artefacts.add(Artefact.text(OutputRoot.WEB_PATH, "head.html", ""));
            artefacts.add(new Artefact(OutputRoot.WEB_PATH, HeadScript.FILE, HeadScript.empty(charter.source())));
            return new BannerFiles(artefacts, "", Optional.empty(), List.of());
        }
        RuntimeAdapter runtime = runtime(charter);
        List<Diagnostic> diagnostics = new ArrayList<>(domainDiagnostics(charter));
        diagnostics.addAll(prefixDiagnostics(charter));
        diagnostics.addAll(ConsentLogData.diagnostics(charter));
        diagnostics.addAll(runtime.diagnostics(charter));
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.isError()) {
                return errorsOnly(diagnostics);
            }
        }
        List<RuntimeFile> files = new ArrayList<>(runtime.files(charter.banner().accent(), templates));
        if (BlockedFrames.areDeclared(charter)) {
            files.add(0, RuntimeFile.generated(FRAMES_STYLE, RuntimeFile.Kind.STYLE, framesStyle(charter, templates)));
        }
        byte[] script = runtime.script(charter, new BannerTexts(charter, languages), files);
        files.add(RuntimeFile.generated(SCRIPT, RuntimeFile.Kind.SCRIPT, script));
        List<RuntimeFile> earlyScripts = new ArrayList<>();
        if (ConsentMode.isNeeded(charter)) {
            earlyScripts.add(RuntimeFile.generated(
                    ConsentMode.FILE, RuntimeFile.Kind.SCRIPT, ConsentMode.script(charter, templates)));
        }
        for (RuntimeFile file : earlyScripts) {
            artefacts.add(new Artefact(OutputRoot.WEB_PATH, file.name(), file.content()));
        }
        for (RuntimeFile file : files) {
            artefacts.add(new Artefact(OutputRoot.WEB_PATH, file.name(), file.content()));
        }
        artefacts.add(BannerTypes.of(charter));
        HeadTags head = new HeadTags(charter.source(), charter.consent().log().isPresent(), templates);
        List<DeclaredScripts.Script> declaredScripts = DeclaredScripts.of(charter, runtime);
        List<SiteTags.Tag> scripts = head.scripts(declaredScripts);
        SiteTags tags =
                new SiteTags(head.siteTags(earlyScripts, scripts, files, urlPrefix), scripts, head.frames(charter));
        artefacts.add(Artefact.text(OutputRoot.WEB_PATH, "head.html", tags.head()));
        artefacts.add(new Artefact(
                OutputRoot.WEB_PATH,
                HeadScript.FILE,
                HeadScript.of(
                        charter.source(), charter.consent().log().isPresent(), earlyScripts, declaredScripts, files)));
        return new BannerFiles(artefacts, head.policyPageTags(files), Optional.of(tags), diagnostics);
    }

    private static BannerFiles errorsOnly(List<Diagnostic> diagnostics) {
        return new BannerFiles(List.of(), "", Optional.empty(), diagnostics);
    }

    // The declaration's name must not end the comment that contains it.
    private static byte[] framesStyle(Charter charter, Templates templates) {
        return templates.htmlBytes(
                "banner/frames-style",
                Map.of(
                        "source",
                        charter.source().replace("*/", "* /"),
                        "rules",
                        Stylesheet.rules("banner/frames.css", charter.banner().accent())));
    }

    /** Returns findings about what the runtime does otherwise than the charter asks; none if there is no banner. */
    public static List<Finding> findings(Charter charter) {
        return charter.hasBanner() ? runtime(charter).findings(charter) : List.of();
    }

    static RuntimeAdapter runtime(Charter charter) {
        return switch (charter.banner().runtime()) {
            case VANILLA_COOKIECONSENT -> new VanillaCookieConsent();
            case KLARO -> new Klaro();
            case TARTEAUCITRON -> new Tarteaucitron();
            case NONE -> throw new IllegalArgumentException("this charter has no banner");
        };
    }

    /** Performs the part of {@link #generate} that needs no charter. */
    public static void prepare(Templates templates) {
        templates.prepareHtml("banner/head");
        // The first hash in a JVM takes longer than all that follow.
        Integrity.of(new byte[0]);
    }

    // https://www.w3.org/TR/gpc/#gpc-support-resource: whether the site abides by the signal, and since when.
    private static List<Artefact> gpcStatement(Charter charter) {
        if (!charter.site().isIn("us-ca")) {
            return List.of();
        }
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("gpc", charter.consent().gpc() == Gpc.HONOUR);
        charter.site().updated().ifPresent(date -> statement.put("lastUpdate", date.toString()));
        return List.of(Artefact.text(OutputRoot.WEB_ROOT, ".well-known/gpc.json", JsonWriter.write(statement) + "\n"));
    }

    // A browser refuses a cookie whose domain does not cover the page's host (RFC 6265bis, 5.7, step 11): the banner
    // would appear on every page again.
    private static List<Diagnostic> domainDiagnostics(Charter charter) {
        String host = charter.site().host();
        String domain = charter.consent().domain().orElse(host);
        if (host.equals(domain) || host.endsWith("." + domain)) {
            return List.of();
        }
        return List.of(Diagnostic.error(
                charter.consent().positions().of("domain"),
                "'" + domain + "' is neither the host of site.url nor a parent domain of it: the browser would"
                        + " refuse to keep the choice; leave the key out, or write '" + host
                        + "' or a parent domain of it"));
    }

    // RFC 6265bis, 4.1.3: a browser accepts a cookie with these prefixes only under conditions.
    private static List<Diagnostic> prefixDiagnostics(Charter charter) {
        String name = charter.consent().cookie().toLowerCase(Locale.ROOT);
        boolean host = name.startsWith("__host-");
        boolean plainHttp = "http".equalsIgnoreCase(charter.site().url().getScheme());
        if ((host && charter.consent().domain().isPresent()) || ((host || name.startsWith("__secure-")) && plainHttp)) {
            return List.of(Diagnostic.error(
                    charter.consent().positions().of("cookie"),
                    "a browser keeps a cookie whose name begins with '__Host-' without a domain and on https alone, and one"
                            + " that begins with '__Secure-' on https alone: choose another name"));
        }
        return List.of();
    }
}
