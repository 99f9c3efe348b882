package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.Gpc;
import io.github.cookiecharter.model.Jurisdiction;
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
 * @param artefacts what is served under the web path
 * @param headTags the tags for a page that lies beside them, as HTML; empty where there is no banner
 * @param tags what the site puts into its pages; none where there is no banner
 * @param diagnostics what the charter asks for that the runtime cannot do; with an error among them there is no artefact
 */
public record BannerFiles(
        List<Artefact> artefacts, String headTags, Optional<SiteTags> tags, List<Diagnostic> diagnostics) {

    /** The rule behind {@link #findings}. */
    public static final String CANNOT = "runtime-cannot";

    private static final String SCRIPT = "banner.js";
    private static final String FRAMES_STYLE = "frames.css";

    public BannerFiles {
        artefacts = List.copyOf(artefacts);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Generates the banner, or its absence: without a banner there is an empty {@code head.html} alone, so that a page
     * that includes it need not know.
     *
     * @param address what stands before a file's name in the links of {@code head.html}, such as {@code
     *     /shop/cookie-charter/}
     */
    public static BannerFiles generate(Charter charter, Languages languages, Templates templates, String address) {
        List<Artefact> artefacts = new ArrayList<>(gpcStatement(charter));
        if (!charter.hasBanner()) {
            artefacts.add(Artefact.text(OutputRoot.WEB_PATH, "head.html", ""));
            return new BannerFiles(artefacts, "", Optional.empty(), List.of());
        }
        RuntimeAdapter runtime = runtime(charter);
        List<Diagnostic> diagnostics = new ArrayList<>(domainDiagnostics(charter));
        diagnostics.addAll(prefixDiagnostics(charter));
        diagnostics.addAll(runtime.diagnostics(charter));
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.isError()) {
                return none(diagnostics);
            }
        }
        List<RuntimeFile> files = new ArrayList<>(runtime.files(templates));
        if (BlockedFrames.areDeclared(charter)) {
            files.add(0, RuntimeFile.generated(FRAMES_STYLE, RuntimeFile.Kind.STYLE, framesStyle(charter, templates)));
        }
        byte[] script = runtime.script(charter, new BannerTexts(charter, languages), files);
        files.add(RuntimeFile.generated(SCRIPT, RuntimeFile.Kind.SCRIPT, script));
        List<RuntimeFile> first = new ArrayList<>();
        if (ConsentMode.isNeeded(charter)) {
            first.add(RuntimeFile.generated(
                    ConsentMode.FILE, RuntimeFile.Kind.SCRIPT, ConsentMode.script(charter, templates)));
        }
        for (RuntimeFile file : first) {
            artefacts.add(new Artefact(OutputRoot.WEB_PATH, file.name(), file.content()));
        }
        for (RuntimeFile file : files) {
            artefacts.add(new Artefact(OutputRoot.WEB_PATH, file.name(), file.content()));
        }
        HeadTags head = new HeadTags(charter.source(), templates);
        List<SiteTags.Tag> scripts = head.scripts(DeclaredScripts.of(charter, runtime));
        SiteTags tags = new SiteTags(head.ofSite(first, scripts, files, address), scripts, head.frames(charter));
        artefacts.add(Artefact.text(OutputRoot.WEB_PATH, "head.html", tags.head()));
        return new BannerFiles(artefacts, head.ofPolicyPage(files), Optional.of(tags), diagnostics);
    }

    private static BannerFiles none(List<Diagnostic> diagnostics) {
        return new BannerFiles(List.of(), "", Optional.empty(), diagnostics);
    }

    // The declaration's name must not end the comment in which it stands.
    private static byte[] framesStyle(Charter charter, Templates templates) {
        return templates.htmlBytes(
                "banner/frames-style",
                Map.of(
                        "source",
                        charter.source().replace("*/", "* /"),
                        "rules",
                        Stylesheet.rules("banner/frames.css")));
    }

    /** What the charter asks for and its runtime does otherwise; nothing where there is no banner. */
    public static List<Finding> findings(Charter charter) {
        return charter.hasBanner() ? runtime(charter).findings(charter) : List.of();
    }

    private static RuntimeAdapter runtime(Charter charter) {
        return switch (charter.banner().runtime()) {
            case VANILLA_COOKIECONSENT -> new VanillaCookieConsent();
            case KLARO -> new Klaro();
            case TARTEAUCITRON -> new Tarteaucitron();
            case NONE -> throw new IllegalArgumentException("this charter has no banner");
        };
    }

    /** Does of {@link #generate} what needs no charter. */
    public static void prepare(Templates templates) {
        templates.prepareHtml("banner/head");
        // The first hash of a JVM costs it more than all that follow.
        Integrity.of(new byte[0]);
    }

    // https://www.w3.org/TR/gpc/#gpc-support-resource: whether the site abides by the signal, and since when.
    private static List<Artefact> gpcStatement(Charter charter) {
        if (!charter.site().jurisdictions().contains(Jurisdiction.US_CA)) {
            return List.of();
        }
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("gpc", charter.consent().gpc() == Gpc.HONOUR);
        charter.site().updated().ifPresent(date -> statement.put("lastUpdate", date.toString()));
        return List.of(Artefact.text(OutputRoot.WEB_ROOT, ".well-known/gpc.json", JsonWriter.write(statement) + "\n"));
    }

    // A browser refuses a cookie whose domain does not cover the page's host (RFC 6265bis, 5.7, step 11): the banner
    // would come back for ever.
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

    // RFC 6265bis, 4.1.3: with these prefixes a browser keeps a cookie on conditions alone.
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
