package io.github.cookiecharter.goal;

import io.github.cookiecharter.banner.BannerFiles;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.constants.ConstantsClass;
import io.github.cookiecharter.goal.part.ShippedPart;
import io.github.cookiecharter.history.Audience;
import io.github.cookiecharter.history.Release;
import io.github.cookiecharter.history.ReleaseHistory;
import io.github.cookiecharter.history.archive.HistoryFolder;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.PluginResources;
import io.github.cookiecharter.model.Quantity;
import io.github.cookiecharter.model.Section;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.Fingerprint;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.output.Outputs;
import io.github.cookiecharter.output.PublishResult;
import io.github.cookiecharter.output.WebManifest;
import io.github.cookiecharter.policy.PolicyMarkdown;
import io.github.cookiecharter.policy.PolicyPages;
import io.github.cookiecharter.report.CharterCsv;
import io.github.cookiecharter.report.CharterJson;
import io.github.cookiecharter.report.DeviceStorageJson;
import io.github.cookiecharter.report.EditorSchema;
import io.github.cookiecharter.report.FindingsReport;
import io.github.cookiecharter.report.Preview;
import io.github.cookiecharter.report.TagsPage;
import io.github.cookiecharter.rule.RuleResult;
import io.github.cookiecharter.rule.catalogue.Rules;
import io.github.cookiecharter.server.GuardClasses;
import io.github.cookiecharter.server.Server;
import io.github.cookiecharter.template.OwnTemplates;
import io.github.cookiecharter.template.TemplateException;
import io.github.cookiecharter.template.Templates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Generates the artefacts: reads the declaration, resolves the charter, runs the rules and renders the outputs. */
final class ArtefactPipeline implements Generator {

    private static final String CHOICE_SCHEMA = "choice-report.schema.json";

    private final Languages languages = Languages.builtIn();

    @Override
    public GenerateOutput generate(GenerateInput input, byte[] declaration) throws ParameterException {
        RuleSettings settings = RuleSettings.of(input.rules(), Rules.knownIds());
        try (BackgroundTask<Prepared> preparation = BackgroundTask.start(() -> Prepared.of(input))) {
            CharterLoadResult loaded = load(input, declaration);
            if (loaded.charter().isEmpty()) {
                return new GenerateOutput(List.of(), loaded.diagnostics(), "", Optional.empty());
            }
            Charter charter = loaded.charter().get();
            List<Diagnostic> diagnostics = new ArrayList<>(loaded.diagnostics());
            RuleResult result = loaded.isPart()
                    ? Rules.checkPart(charter, settings.severities())
                    : Rules.check(
                            charter,
                            BannerFiles.findings(charter),
                            List.of(BannerFiles.RULE_ID),
                            settings.severities());
            FindingsReport findings = new FindingsReport(
                    charter,
                    result,
                    loaded.isPart() ? Rules.partRules() : Rules.generateRules(),
                    input.uri(),
                    input.version());
            boolean fails = settings.fails(result);
            Prepared templates = preparation.result();
            rejectUnused(templates.unused());
            try (BackgroundTask<List<Artefact>> reportsTask =
                    BackgroundTask.start(() -> findings.artefacts(templates.builtIn()))) {
                List<Artefact> artefacts = List.of();
                if (!input.artefactTypes().isEmpty() && !fails) {
                    artefacts = loaded.isPart()
                            ? partArtefacts(input, declaration, charter, templates.own(), diagnostics)
                            : artefacts(input, settings.servers(), charter, templates.own(), diagnostics);
                }
                diagnostics.sort(Diagnostic.IN_FILE_ORDER);
                RuleReport ruleReport = new RuleReport(findings, reportsTask.result(), fails);
                return new GenerateOutput(
                        artefacts,
                        diagnostics,
                        loaded.isPart() ? partSummary(charter) : summary(charter),
                        Optional.of(ruleReport));
            }
        } catch (TemplateException e) {
            throw templateFault(e, input.templatesDirectory());
        }
    }

    private CharterLoadResult load(GenerateInput input, byte[] declaration) {
        return input.acceptsPart()
                ? CharterLoadResult.loadSiteOrPart(
                        declaration, input.translations(), input.parts(), input.source(), languages)
                : CharterLoadResult.load(declaration, input.translations(), input.parts(), input.source(), languages);
    }

    // What a library ships, and the class for its own code. Pages and banner are those of the site.
    private static List<Artefact> partArtefacts(
            GenerateInput input, byte[] declaration, Charter charter, Templates templates, List<Diagnostic> diagnostics)
            throws ParameterException {
        List<Artefact> artefacts = new ArrayList<>(ShippedPart.artefacts(declaration, input.translations()));
        artefacts.addAll(EditorSchema.artefacts());
        if (input.artefactTypes().contains(ArtefactType.CONSTANTS)) {
            ConstantsClass.Result constants =
                    ConstantsClass.generate(charter, checkedClassName(input.className()), templates);
            diagnostics.addAll(constants.diagnostics());
            artefacts.addAll(constants.artefacts());
        }
        return artefacts;
    }

    /** Publishes artefacts; pages of a large site are filled only then. */
    static PublishResult publish(
            Outputs outputs,
            Fingerprint fingerprint,
            List<String> notes,
            List<Artefact> artefacts,
            Optional<Path> templatesDirectory)
            throws OutputException, ParameterException {
        try {
            return outputs.publish(fingerprint, notes, artefacts);
        } catch (TemplateException e) {
            throw templateFault(e, templatesDirectory);
        }
    }

    // Without templates of the site's own, the error is the plugin's.
    private static ParameterException templateFault(TemplateException e, Optional<Path> templatesDirectory) {
        if (templatesDirectory.isEmpty()) {
            throw e;
        }
        return new ParameterException(
                "templatesDirectory",
                "names a folder with a template that has an error",
                String.valueOf(e.getMessage()));
    }

    // A misspelt name, or one that the plugin no longer has, would have no effect without any notice.
    private static void rejectUnused(List<String> unused) throws ParameterException {
        if (!unused.isEmpty()) {
            throw new ParameterException(
                    "templatesDirectory",
                    "names a folder with " + String.join(", ", unused) + ", which "
                            + (unused.size() == 1 ? "replaces" : "replace")
                            + " no built-in template and which no other template there includes",
                    "give it the name of a built-in one, such as policy/page.mustache, or remove it");
        }
    }

    private List<Artefact> artefacts(
            GenerateInput input,
            Set<Server> servers,
            Charter charter,
            Templates templates,
            List<Diagnostic> diagnostics)
            throws ParameterException {
        Set<ArtefactType> artefactTypes = input.artefactTypes();
        String className = artefactTypes.contains(ArtefactType.CONSTANTS) ? checkedClassName(input.className()) : "";
        List<Release> history = charter.policy().sections().contains(Section.HISTORY)
                ? releases(input.history(), charter, diagnostics)
                : List.of();
        try (BackgroundTask<ConstantsClass.Result> constantsTask =
                BackgroundTask.start(() -> artefactTypes.contains(ArtefactType.CONSTANTS)
                        ? ConstantsClass.generate(charter, className, templates)
                        : new ConstantsClass.Result(List.of(), List.of()))) {
            List<Artefact> artefacts = new ArrayList<>();
            if (artefactTypes.contains(ArtefactType.BANNER) || artefactTypes.contains(ArtefactType.POLICY)) {
                artefacts.addAll(web(input, charter, history, templates, diagnostics));
            }
            artefacts.addAll(otherFormats(artefactTypes, charter, history, diagnostics));
            artefacts.addAll(EditorSchema.artefacts());
            diagnostics.addAll(constantsTask.result().diagnostics());
            artefacts.addAll(constantsTask.result().artefacts());
            if (!servers.isEmpty()) {
                artefacts.addAll(
                        GuardClasses.generate(charter, guardedClassName(servers, className), servers, templates));
            }
            return charter.consent().log().isPresent() ? withHash(artefacts) : artefacts;
        }
    }

    private static List<Release> releases(Path folder, Charter charter, List<Diagnostic> diagnostics) {
        HistoryFolder.Charters recorded = new HistoryFolder(folder).charters();
        SourcePosition position = charter.policy().positions().of("sections");
        for (String problem : recorded.problems()) {
            diagnostics.add(Diagnostic.warning(position, problem));
        }
        return ReleaseHistory.of(
                recorded.recorded(),
                CharterJson.snapshot(charter),
                charter.policy().history(),
                Audience.VISITORS::isConcernedBy);
    }

    // What other programs and people read besides the pages, each only if it is asked for.
    private List<Artefact> otherFormats(
            Set<ArtefactType> types, Charter charter, List<Release> history, List<Diagnostic> diagnostics) {
        List<Artefact> artefacts = new ArrayList<>();
        if (types.contains(ArtefactType.MARKDOWN)) {
            artefacts.addAll(PolicyMarkdown.artefacts(charter, history, languages));
        }
        if (types.contains(ArtefactType.CSV)) {
            artefacts.addAll(CharterCsv.artefacts(charter, languages));
        }
        if (types.contains(ArtefactType.DEVICE_STORAGE)) {
            artefacts.add(DeviceStorageJson.generate(charter));
            diagnostics.addAll(DeviceStorageJson.diagnostics(charter));
        }
        return artefacts;
    }

    // The files that the site serves, and the preview for the author.
    private List<Artefact> web(
            GenerateInput input,
            Charter charter,
            List<Release> history,
            Templates templates,
            List<Diagnostic> diagnostics) {
        PolicyPages policy;
        BannerFiles banner;
        try (BackgroundTask<BannerFiles> bannerTask =
                BackgroundTask.start(() -> input.artefactTypes().contains(ArtefactType.BANNER)
                        ? BannerFiles.generate(charter, languages, templates, input.address())
                        : new BannerFiles(List.of(), "", Optional.empty(), List.of()))) {
            policy = new PolicyPages(charter, history, languages, templates);
            banner = bannerTask.result();
        }
        diagnostics.addAll(banner.diagnostics());
        try (BackgroundTask<Artefact> previewTask = BackgroundTask.start(
                () -> Preview.generate(charter, languages, templates, policy, banner.artefacts()))) {
            List<Artefact> artefacts = new ArrayList<>(banner.artefacts());
            if (banner.tags().isPresent()) {
                artefacts.add(
                        TagsPage.generate(charter, templates, banner.tags().get()));
            }
            if (input.artefactTypes().contains(ArtefactType.POLICY)) {
                artefacts.addAll(policy.artefacts(banner.headTags()));
                artefacts.add(CharterJson.generate(charter));
            }
            artefacts.add(previewTask.result());
            return artefacts;
        }
    }

    // The reports of choices name what the visitor was shown by the hash of all web files.
    private static List<Artefact> withHash(List<Artefact> artefacts) {
        WebManifest manifest = WebManifest.of(artefacts);
        List<Artefact> complete =
                new ArrayList<>(artefacts.stream().map(manifest::complete).toList());
        complete.add(new Artefact(OutputRoot.REPORTS, CHOICE_SCHEMA, PluginResources.bytes("report/" + CHOICE_SCHEMA)));
        return complete;
    }

    // A guard asks the constants class, and lies beside it.
    private static String guardedClassName(Set<Server> servers, String className) throws ParameterException {
        if (className.isEmpty()) {
            throw new ParameterException(
                    "server", "names a guard, which needs the constants class", "add constants to the artefacts");
        }
        for (Server server : servers) {
            if (className.substring(className.lastIndexOf('.') + 1).equals(server.guard())) {
                throw new ParameterException(
                        "className", "is the name of the guard, " + server.guard(), "give the class another name");
            }
        }
        return className;
    }

    private static String checkedClassName(String className) throws ParameterException {
        if (!ConstantsClass.isClassName(className)) {
            throw new ParameterException(
                    "className",
                    "is '" + className + "', which cannot be the name of the class",
                    "use ASCII letters, digits and '_', no Java keyword, and no simple name that the generated class uses"
                            + " itself, such as Set; for example com.acme.Cookies");
        }
        return className;
    }

    private static String partSummary(Charter charter) {
        return "a part without 'site', " + Quantity.of(charter.cookies().size(), "cookie", "cookies") + ", "
                + Quantity.of(charter.categories().size(), "category", "categories")
                + ", checked by the rules that need no site";
    }

    private static String summary(Charter charter) {
        String summary = Quantity.of(charter.cookies().size(), "cookie", "cookies") + ", "
                + Quantity.of(charter.categories().size(), "category", "categories") + ", "
                + Quantity.of(charter.site().languages().size(), "language", "languages");
        return charter.hasBanner()
                ? summary + ", consent revision " + charter.consent().revision()
                : summary;
    }

    /**
     * The inputs of the artefacts besides the charter.
     *
     * @param own the templates; the site's own take precedence over the built-in ones
     * @param builtIn the built-in templates, for the reports
     * @param unused the site's own templates that neither replace a built-in one nor are included
     */
    private record Prepared(Templates own, Templates builtIn, List<String> unused) {

        // In the order in which the artefacts are generated.
        static Prepared of(GenerateInput input) {
            Templates own = new Templates(input.templatesDirectory());
            Templates builtIn = input.templatesDirectory().isEmpty() ? own : new Templates(Optional.empty());
            if (input.artefactTypes().contains(ArtefactType.BANNER)) {
                BannerFiles.prepare(own);
            }
            if (input.artefactTypes().contains(ArtefactType.POLICY)) {
                PolicyPages.prepare(own);
            }
            if (input.artefactTypes().contains(ArtefactType.CONSTANTS)) {
                ConstantsClass.prepare(own);
            }
            if (!input.artefactTypes().isEmpty()) {
                Preview.prepare(own);
            }
            FindingsReport.prepare(builtIn);
            Rules.prepare();
            List<String> unused = input.templatesDirectory().isEmpty()
                    ? List.of()
                    : OwnTemplates.unused(input.templatesDirectory().get());
            return new Prepared(own, builtIn, unused);
        }
    }
}
