package io.github.cookiecharter.goal;

import io.github.cookiecharter.banner.BannerFiles;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.constants.ConstantsClass;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.Quantity;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.policy.PolicyPages;
import io.github.cookiecharter.report.CharterJson;
import io.github.cookiecharter.report.EditorSchema;
import io.github.cookiecharter.report.FindingsReport;
import io.github.cookiecharter.report.Preview;
import io.github.cookiecharter.report.TagsPage;
import io.github.cookiecharter.rule.RuleResult;
import io.github.cookiecharter.rule.catalogue.Rules;
import io.github.cookiecharter.template.OwnTemplates;
import io.github.cookiecharter.template.TemplateException;
import io.github.cookiecharter.template.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The one way through: from the declaration to the charter, and from the charter to the artefacts. */
final class ArtefactPipeline implements Generator {

    private final Languages languages = Languages.builtIn();

    @Override
    public Draft generate(Order order, byte[] declaration) throws ParameterException {
        RuleSettings settings = RuleSettings.of(order.rules(), Rules.knownIds());
        try (BackgroundTask<Prepared> ahead = BackgroundTask.start(() -> Prepared.of(order))) {
            CharterLoadResult reading = CharterLoadResult.of(declaration, order.texts(), order.source(), languages);
            if (reading.charter().isEmpty()) {
                return new Draft(List.of(), reading.diagnostics(), "", Optional.empty());
            }
            Charter charter = reading.charter().get();
            List<Diagnostic> diagnostics = new ArrayList<>(reading.diagnostics());
            RuleResult verdict = Rules.check(
                    charter, BannerFiles.findings(charter), List.of(BannerFiles.CANNOT), settings.severities());
            FindingsReport findings =
                    new FindingsReport(charter, verdict, Rules.generateRules(), order.uri(), order.version());
            boolean fails = settings.fails(verdict);
            Prepared templates = ahead.result();
            refuse(templates.unused());
            try (BackgroundTask<List<Artefact>> reports =
                    BackgroundTask.start(() -> findings.artefacts(templates.builtIn()))) {
                List<Artefact> artefacts = order.products().isEmpty() || fails
                        ? List.of()
                        : artefacts(order, charter, templates.own(), diagnostics);
                diagnostics.sort(Diagnostic.IN_FILE_ORDER);
                Review review = new Review(findings, reports.result(), fails);
                return new Draft(artefacts, diagnostics, facts(charter), Optional.of(review));
            }
        } catch (TemplateException e) {
            if (order.templatesDirectory().isEmpty()) {
                throw e;
            }
            throw new ParameterException(
                    "templatesDirectory",
                    "names a folder with a template that has an error",
                    String.valueOf(e.getMessage()));
        }
    }

    // A name that is misspelt, or that the plugin no longer has, would change the pages without a word.
    private static void refuse(List<String> unused) throws ParameterException {
        if (!unused.isEmpty()) {
            throw new ParameterException(
                    "templatesDirectory",
                    "names a folder with " + String.join(", ", unused) + ", which "
                            + (unused.size() == 1 ? "replaces" : "replace")
                            + " no built-in template and which no other template there includes",
                    "give it the name of a built-in one, such as policy/page.mustache, or remove it");
        }
    }

    private List<Artefact> artefacts(Order order, Charter charter, Templates templates, List<Diagnostic> diagnostics)
            throws ParameterException {
        Set<ArtefactType> products = order.products();
        String className = products.contains(ArtefactType.CONSTANTS) ? checkedClassName(order.className()) : "";
        try (BackgroundTask<ConstantsClass.Result> constants =
                BackgroundTask.start(() -> products.contains(ArtefactType.CONSTANTS)
                        ? ConstantsClass.generate(charter, className, templates)
                        : new ConstantsClass.Result(List.of(), List.of()))) {
            List<Artefact> artefacts = new ArrayList<>();
            if (products.contains(ArtefactType.BANNER) || products.contains(ArtefactType.POLICY)) {
                artefacts.addAll(web(order, charter, templates, diagnostics));
            }
            artefacts.addAll(EditorSchema.artefacts());
            diagnostics.addAll(constants.result().diagnostics());
            artefacts.addAll(constants.result().artefacts());
            return artefacts;
        }
    }

    // What is served, and what shows it to the author.
    private List<Artefact> web(Order order, Charter charter, Templates templates, List<Diagnostic> diagnostics) {
        PolicyPages policy;
        BannerFiles banner;
        try (BackgroundTask<BannerFiles> beside =
                BackgroundTask.start(() -> order.products().contains(ArtefactType.BANNER)
                        ? BannerFiles.generate(charter, languages, templates, order.address())
                        : new BannerFiles(List.of(), "", Optional.empty(), List.of()))) {
            policy = new PolicyPages(charter, languages, templates);
            banner = beside.result();
        }
        diagnostics.addAll(banner.diagnostics());
        try (BackgroundTask<Artefact> preview = BackgroundTask.start(
                () -> Preview.generate(charter, languages, templates, policy, banner.artefacts()))) {
            List<Artefact> artefacts = new ArrayList<>(banner.artefacts());
            if (banner.tags().isPresent()) {
                artefacts.add(
                        TagsPage.generate(charter, templates, banner.tags().get()));
            }
            if (order.products().contains(ArtefactType.POLICY)) {
                artefacts.addAll(policy.artefacts(banner.headTags()));
                artefacts.add(CharterJson.generate(charter));
            }
            artefacts.add(preview.result());
            return artefacts;
        }
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

    private static String facts(Charter charter) {
        String facts = Quantity.of(charter.cookies().size(), "cookie", "cookies") + ", "
                + Quantity.of(charter.categories().size(), "category", "categories") + ", "
                + Quantity.of(charter.site().languages().size(), "language", "languages");
        return charter.hasBanner()
                ? facts + ", consent revision " + charter.consent().revision()
                : facts;
    }

    /**
     * What the artefacts need besides the charter.
     *
     * @param own the templates, the site's own before the built-in ones
     * @param builtIn the built-in templates, for the reports
     * @param unused the site's own templates that nothing can use
     */
    private record Prepared(Templates own, Templates builtIn, List<String> unused) {

        // In the order in which they are made.
        static Prepared of(Order order) {
            Templates own = new Templates(order.templatesDirectory());
            Templates builtIn = order.templatesDirectory().isEmpty() ? own : new Templates(Optional.empty());
            if (order.products().contains(ArtefactType.BANNER)) {
                BannerFiles.prepare(own);
            }
            if (order.products().contains(ArtefactType.POLICY)) {
                PolicyPages.prepare(own);
            }
            if (order.products().contains(ArtefactType.CONSTANTS)) {
                ConstantsClass.prepare(own);
            }
            if (!order.products().isEmpty()) {
                Preview.prepare(own);
            }
            FindingsReport.prepare(builtIn);
            Rules.prepare();
            List<String> unused = order.templatesDirectory().isEmpty()
                    ? List.of()
                    : OwnTemplates.unused(order.templatesDirectory().get());
            return new Prepared(own, builtIn, unused);
        }
    }
}
