package io.github.cookiecharter;

import io.github.cookiecharter.banner.BannerFiles;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.CharterResolver;
import io.github.cookiecharter.charter.Resolution;
import io.github.cookiecharter.constants.ConstantsClass;
import io.github.cookiecharter.declaration.DeclarationReader;
import io.github.cookiecharter.declaration.Reading;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.policy.PolicyPages;
import io.github.cookiecharter.report.CharterJson;
import io.github.cookiecharter.report.EditorSchema;
import io.github.cookiecharter.report.Preview;
import io.github.cookiecharter.report.TagsPage;
import io.github.cookiecharter.template.TemplateException;
import io.github.cookiecharter.template.Templates;
import io.github.cookiecharter.vocabulary.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The one way through: from the declaration to the charter, and from the charter to the artefacts. */
final class Pipeline implements Generator {

    private final Languages languages = Languages.builtIn();

    @Override
    public Draft generate(Order order, byte[] declaration) throws ParameterException {
        Reading reading = new DeclarationReader(keys("policy"), keys("banner")).read(declaration);
        if (reading.declaration().isEmpty()) {
            return new Draft(List.of(), reading.problems(), "");
        }
        Resolution resolution = CharterResolver.resolve(reading.declaration().get(), order.source(), languages);
        List<Problem> problems = new ArrayList<>(reading.problems());
        problems.addAll(resolution.warnings());
        try {
            List<Artefact> artefacts = artefacts(order, resolution.charter(), problems);
            problems.sort(Problem.IN_FILE_ORDER);
            return new Draft(artefacts, problems, facts(resolution.charter()));
        } catch (TemplateException e) {
            if (order.templatesDirectory().isEmpty()) {
                throw e;
            }
            throw new ParameterException(
                    "templatesDirectory",
                    "names a folder with a template that cannot be filled",
                    String.valueOf(e.getMessage()));
        }
    }

    private Set<String> keys(String part) {
        return languages.forTag("en").map(texts -> texts.overridableKeys(part)).orElse(Set.of());
    }

    private List<Artefact> artefacts(Order order, Charter charter, List<Problem> problems) throws ParameterException {
        Templates templates = new Templates(order.templatesDirectory());
        List<Artefact> artefacts = new ArrayList<>();
        String headTags = "";
        List<Artefact> bannerFiles = List.of();
        if (order.products().contains(Product.BANNER)) {
            BannerFiles banner = BannerFiles.generate(charter, languages, templates, order.address());
            problems.addAll(banner.problems());
            bannerFiles = banner.artefacts();
            headTags = banner.headTags();
            artefacts.addAll(bannerFiles);
            if (banner.tags().isPresent()) {
                artefacts.add(
                        TagsPage.generate(charter, templates, banner.tags().get()));
            }
        }
        PolicyPages policy = new PolicyPages(charter, languages, templates);
        if (order.products().contains(Product.POLICY)) {
            artefacts.addAll(policy.artefacts(headTags));
            artefacts.add(CharterJson.generate(charter));
        }
        if (!artefacts.isEmpty()) {
            artefacts.add(Preview.generate(charter, languages, templates, policy, bannerFiles));
        }
        artefacts.add(EditorSchema.artefact());
        if (order.products().contains(Product.CONSTANTS)) {
            ConstantsClass.Result constants =
                    ConstantsClass.generate(charter, checkedClassName(order.className()), templates);
            problems.addAll(constants.problems());
            artefacts.addAll(constants.artefacts());
        }
        return artefacts;
    }

    private static String checkedClassName(String className) throws ParameterException {
        if (!ConstantsClass.isClassName(className)) {
            throw new ParameterException(
                    "className",
                    "is '" + className + "', which cannot be the name of the class",
                    "write a package and a name of ASCII letters, digits and '_', such as com.acme.Cookies");
        }
        return className;
    }

    private static String facts(Charter charter) {
        String facts = count(charter.cookies().count(), "cookie", "cookies") + ", "
                + count(charter.categories().size(), "category", "categories") + ", "
                + count(charter.site().languages().size(), "language", "languages");
        return charter.hasBanner()
                ? facts + ", consent revision " + charter.consent().revision()
                : facts;
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
