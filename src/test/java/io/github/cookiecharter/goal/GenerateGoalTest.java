package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.report.TestFindings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateGoalTest {

    @TempDir
    private Path temporary;

    private Path base;
    private Path declaration;
    private boolean declarationOptional;
    private String execution = "default";
    private Set<String> executions = Set.of("default", "default-cli");
    private Map<String, String> claims = new HashMap<>();
    private String className = "com.acme.Cookies";
    private String webPath = "cookie-charter";
    private String baseUrl = "/";
    private Optional<Path> templates = Optional.empty();
    private List<String> artefacts = List.of("policy", "banner", "constants");
    private String failOn = "error";
    private String moreRules = "";
    private Map<String, String> rules = Map.of();

    /** A page whose text is the declaration, a class, and the problems that a test puts here. */
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Optional<Generator.RuleReport> ruleReport = Optional.empty();

    private final List<Generator.GenerateInput> inputs = new ArrayList<>();
    private final Generator generator = (input, bytes) -> {
        inputs.add(input);
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<Artefact> generated = new ArrayList<>();
        if (input.artefactTypes().contains(ArtefactType.POLICY)) {
            generated.add(Artefact.text(OutputRoot.WEB_PATH, "policy.html", text));
        }
        if (input.artefactTypes().contains(ArtefactType.CONSTANTS)) {
            generated.add(Artefact.text(OutputRoot.SOURCES, "com/acme/Cookies.java", text));
        }
        generated.add(Artefact.text(OutputRoot.REPORTS, "preview.html", text));
        return new Generator.GenerateOutput(generated, diagnostics, "2 cookies, 1 category, 1 language", ruleReport);
    };

    @BeforeEach
    void declare() throws IOException {
        base = Files.createDirectories(temporary.toRealPath().resolve("shop"));
        declaration = Files.writeString(base.resolve("cookies.yaml"), "site: x");
    }

    @Test
    void generatesAndSaysWhatAndWhere() throws Exception {
        assertThat(run())
                .isEqualTo(new GoalResult.Done(
                        "Cookie charter: 2 cookies, 1 category, 1 language -> target/web/cookie-charter,"
                                + " com.acme.Cookies",
                        "",
                        List.of(),
                        List.of(),
                        true));
        assertThat(web("policy.html")).hasContent("site: x");
        assertThat(base.resolve("target/cookie-charter/preview.html")).exists();
    }

    @Test
    void anUnchangedBuildGeneratesNothingAndSaysTheSameAgain() throws Exception {
        diagnostics.add(Diagnostic.warning(new SourcePosition(3, 5), "no text in 'fr'"));
        run();

        assertThat(run())
                .isEqualTo(new GoalResult.Done(
                        "Cookie charter: 2 cookies, 1 category, 1 language -> target/web/cookie-charter,"
                                + " com.acme.Cookies (unchanged)",
                        "",
                        List.of("[3,5] no text in 'fr'"),
                        List.of(),
                        false));
        assertThat(inputs).hasSize(1);
    }

    @Test
    void everyParameterAndTheContentCount() throws Exception {
        run();
        Files.writeString(declaration, "site: y");
        assertFresh();
        className = "com.acme.Other";
        assertFresh();
        webPath = "legal";
        assertFresh();
        baseUrl = "/shop";
        assertFresh();
        artefacts = List.of("policy");
        assertFresh();
        templates = Optional.of(Files.createDirectories(base.resolve("templates")));
        Files.writeString(base.resolve("templates/page.mustache"), "{{x}}");
        assertFresh();
        Files.writeString(base.resolve("templates/page.mustache"), "{{y}}");
        assertFresh();
        declaration = Files.copy(declaration, base.resolve("other.yaml"));
        assertFresh();
        failOn = "never";
        assertFresh();
        rules = Map.of("unused", "off");
        assertFresh();
        moreRules = "purpose-vague=error";
        assertFresh();
    }

    @Test
    void translatorsFilesCountAsTheDeclarationDoes() throws Exception {
        run();
        Files.writeString(base.resolve("cookies.fr.yaml"), "site: x");
        assertFresh();
        Files.writeString(base.resolve("cookies.fr.yaml"), "site: y");
        assertFresh();
        Files.writeString(base.resolve("cookies.pt-BR.yaml"), "site: y");
        assertFresh();
        assertThat(inputs.get(3).translations())
                .extracting(TranslationFile::tag)
                .containsExactly("fr", "pt-BR");
        for (String other :
                List.of("cookies.example.yaml", "cookies.yaml.bak", "cookies.example.yml", "cookies..yaml")) {
            Files.writeString(base.resolve(other), "site: x");
        }
        assertThat(((GoalResult.Done) run()).fresh()).isFalse();
        Files.delete(base.resolve("cookies.fr.yaml"));
        assertFresh();
    }

    @Test
    void aTranslatorsFileThatEndsInTheOtherWayIsRefused() throws Exception {
        Files.writeString(base.resolve("cookies.fr.yml"), "site: x");
        assertRefused("cookies.yaml, and a translators' file beside it must end in .yaml", "rename cookies.fr.yml");
        assertThat(web("policy.html")).doesNotExist();

        Files.delete(base.resolve("cookies.fr.yml"));
        Files.move(declaration, base.resolve("site.yml"));
        declaration = base.resolve("site.yml");
        Files.writeString(base.resolve("site.fr.yaml"), "site: x");
        assertRefused("rename site.fr.yaml");
    }

    @Test
    void findingsThatFailTheBuildAreReportedAndNothingElseIsWritten() throws Exception {
        run();
        Files.writeString(declaration, "site: y");
        ruleReport = Optional.of(ruleReport("first", true));

        assertThat(run()).isInstanceOfSatisfying(GoalResult.Failed.class, failed -> {
            assertThat(failed.message())
                    .isEqualTo("cookies.yaml has 1 error, 2 warnings and 1 note: nothing was generated, see"
                            + " target/cookie-charter/findings.html");
            assertThat(failed.findings().get(0).text()).startsWith(declaration + ":[12,7] ");
        });
        assertThat(web("policy.html")).hasContent("site: x");
        assertThat(report("preview.html")).hasContent("site: x");
        assertThat(report("findings.html")).hasContent("first");

        ruleReport = Optional.of(ruleReport("second", true));
        assertThat(run()).as("what failed fails again").isInstanceOf(GoalResult.Failed.class);
        assertThat(report("findings.html")).hasContent("second");

        ruleReport = Optional.of(ruleReport("good", false));
        assertThat(run()).isInstanceOfSatisfying(GoalResult.Done.class, done -> {
            assertThat(done.fresh()).isTrue();
            assertThat(done.findings()).isNotEmpty();
        });
        assertThat(web("policy.html")).hasContent("site: y");
        assertThat(report("findings.html")).hasContent("good");
        assertThat(((GoalResult.Done) run()).reminder())
                .isEqualTo("cookies.yaml has 1 error, 2 warnings and 1 note, see target/cookie-charter/findings.html");
    }

    @Test
    void whoGoesBackToTheLastGoodDeclarationGetsItsReportBack() throws Exception {
        ruleReport = Optional.of(ruleReport("good", false));
        run();
        Files.writeString(declaration, "site: y");
        ruleReport = Optional.of(ruleReport("bad", true));
        run();
        Files.writeString(declaration, "site: x");
        ruleReport = Optional.of(ruleReport("good", false));

        assertThat(((GoalResult.Done) run()).fresh()).isTrue();
        assertThat(report("findings.html")).hasContent("good");
        assertThat(((GoalResult.Done) run()).fresh()).isFalse();
    }

    @Test
    void theReportOfABuildThatNeverSucceededGoesWithTheDeclaration() throws Exception {
        ruleReport = Optional.of(ruleReport("bad", true));
        run();
        assertThat(report("findings.html")).exists();
        assertThat(base.resolve("target/web")).doesNotExist();
        Files.writeString(report("mine.html"), "mine");
        Files.delete(declaration);

        run();

        assertThat(report("findings.html")).doesNotExist();
        assertThat(report("mine.html")).hasContent("mine");
    }

    @Test
    void oneExecutionThatFailsLeavesTheOtherAlone() throws Exception {
        executions = Set.of("shop", "desk", "default-cli");
        execution = "shop";
        webPath = "shop";
        artefacts = List.of("policy");
        ruleReport = Optional.of(ruleReport("shop", false));
        run();
        execution = "desk";
        webPath = "desk";
        ruleReport = Optional.of(ruleReport("desk", true));
        assertThat(run()).isInstanceOf(GoalResult.Failed.class);
        assertThat(report("shop/findings.html")).hasContent("shop");
        assertThat(report("desk/findings.html")).hasContent("desk");

        execution = "shop";
        webPath = "shop";
        claims = new HashMap<>();
        assertThat(((GoalResult.Done) run()).fresh()).isFalse();

        executions = Set.of("shop", "default-cli");
        run();
        assertThat(report("desk/findings.html"))
                .as("of an execution that is gone")
                .doesNotExist();
    }

    @Test
    void problemsOfTheDeclarationComeBeforeTheRules() throws Exception {
        diagnostics.add(Diagnostic.error(new SourcePosition(1, 1), "no"));
        ruleReport = Optional.of(ruleReport("bad", true));

        assertThat(run()).isInstanceOf(GoalResult.Invalid.class);
        assertThat(report("findings.html")).doesNotExist();
    }

    @Test
    void notesAloneAreNotRepeated() throws Exception {
        ruleReport = Optional.of(new Generator.RuleReport(TestFindings.notes(), List.of(), false));
        run();

        assertThat(((GoalResult.Done) run()).reminder()).isEmpty();
    }

    @Test
    void theDeclarationIsNamedFromTheRootOfTheWholeBuild() throws Exception {
        declaration = Files.move(declaration, base.resolve("a b é.yaml"));
        run();

        assertThat(inputs.get(0).uri()).isEqualTo("shop/a%20b%20%C3%A9.yaml");
        assertThat(inputs.get(0).version()).isEqualTo("1.0");
    }

    private static Generator.RuleReport ruleReport(String text, boolean fails) {
        return new Generator.RuleReport(
                TestFindings.some(), List.of(Artefact.text(OutputRoot.REPORTS, "findings.html", text)), fails);
    }

    private Path report(String name) {
        return base.resolve("target/cookie-charter").resolve(name);
    }

    private void assertFresh() throws OutputException {
        int before = inputs.size();
        assertThat(run()).isInstanceOf(GoalResult.Done.class);
        assertThat(inputs).hasSize(before + 1);
        run();
        assertThat(inputs).hasSize(before + 1);
    }

    @Test
    void withAnErrorNothingIsWrittenAndTheLastGoodArtefactsStay() throws Exception {
        run();
        Files.writeString(declaration, "site: broken");
        diagnostics.add(Diagnostic.error(new SourcePosition(12, 7), "unknown key 'sit'"));
        diagnostics.add(Diagnostic.warning(new SourcePosition(1, 1), "hm"));
        diagnostics.add(Diagnostic.error(new SourcePosition(14, 1), "another"));

        assertThat(run())
                .isEqualTo(new GoalResult.Invalid(
                        List.of("[12,7] unknown key 'sit'", "[14,1] another"), List.of("[1,1] hm")));
        assertThat(web("policy.html")).hasContent("site: x");
    }

    @Test
    void aModuleThatMayLackItsDeclarationIsSkippedWhateverThePath() throws Exception {
        declaration = base.resolve("legal/cookies.yaml");
        assertRefused("the parameter declaration names", "legal", "does not exist", "skipIfMissing");

        declarationOptional = true;
        assertThat(run()).isEqualTo(new GoalResult.Skipped("No legal/cookies.yaml in this module: skipped.", false));
        declaration = base.resolve("cookies.yaml");
        Files.deleteIfExists(declaration);
        assertThat(run()).isEqualTo(new GoalResult.Skipped("No cookies.yaml in this module: skipped.", false));
        declaration = base.resolveSibling("cookies.yaml");
        assertThat(run())
                .isInstanceOfSatisfying(
                        GoalResult.Skipped.class,
                        skipped -> assertThat(skipped.message())
                                .contains(declaration.toString().replace('\\', '/')));
    }

    @Test
    void aModuleWithoutDeclarationIsSkippedAndWhatItGeneratedBeforeIsGone() throws Exception {
        run();
        Files.delete(declaration);

        assertThat(run()).isInstanceOfSatisfying(GoalResult.Skipped.class, skipped -> {
            assertThat(skipped.suspicious()).isFalse();
            assertThat(skipped.message()).contains("cookies.yaml").contains("init");
        });
        assertThat(web("policy.html")).doesNotExist();
    }

    @Test
    void aModuleThatNeverHadADeclarationIsLeftAlone() throws Exception {
        Files.delete(declaration);

        assertThat(run()).isInstanceOf(GoalResult.Skipped.class);
        assertThat(base).isEmptyDirectory();
    }

    @Test
    void anotherSpellingOfTheNameIsPointedOut() throws Exception {
        Files.move(declaration, base.resolve("cookies.yml"));

        assertThat(run()).isInstanceOfSatisfying(GoalResult.Skipped.class, skipped -> {
            assertThat(skipped.suspicious()).isTrue();
            assertThat(skipped.message()).contains("cookies.yml");
        });
    }

    @Test
    void anyOtherPathThatDoesNotExistIsRefused() throws Exception {
        declaration = base.resolve("legal/cookies.yaml");
        assertRefused("declaration", "legal");
        declaration = base;
        assertRefused("declaration", "folder");
    }

    @Test
    void missingTemplatesAreToldByTheirPath() {
        templates = Optional.of(base.resolve("nowhere"));

        assertThatThrownBy(this::run).isInstanceOf(OutputException.class).hasMessageContaining("nowhere");
    }

    @Test
    void templatesThatNothingUsesAreRefused() throws Exception {
        Files.writeString(declaration, """
                site:
                  name: Acme
                  url: https://www.acme.example/
                  languages: [en]
                services: {}
                """);
        templates = Optional.of(base.resolve("templates"));
        Path page = Files.createDirectories(base.resolve("templates/policy")).resolve("page.mustache");
        Files.writeString(page, "{{> our/header}}");
        Files.writeString(
                Files.createDirectories(base.resolve("templates/our")).resolve("header.mustache"), "<h1>Acme</h1>");
        Path misspelt = base.resolve("templates/policy/styles.mustache");
        Files.writeString(misspelt, "a { color: teal }");

        assertThat(GenerateGoal.run(request())).isInstanceOfSatisfying(GoalResult.Refused.class, refused -> {
            assertThat(refused.message())
                    .isEqualTo("the parameter templatesDirectory names a folder with policy/styles.mustache, which"
                            + " replaces no built-in template and which no other template there includes: give it the"
                            + " name of a built-in one, such as policy/page.mustache, or remove it");
        });
        assertThat(web("policy.html")).doesNotExist();
        Files.delete(misspelt);
        assertThat(GenerateGoal.run(request())).isInstanceOf(GoalResult.Done.class);
        assertThat(web("policy.en.html")).hasContent("<h1>Acme</h1>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "..", "a/../b", "a//b", "a b", "C:\\web", "a?b", "ünï"})
    void aWebPathThatCannotStandInALinkIsRefused(String path) throws Exception {
        webPath = path;
        assertRefused("webPath", "cookie-charter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop/",
                "ftp://x/",
                "/shop?x",
                "/a b/",
                "/\"x/",
                "javascript:x",
                "//",
                "///",
                "https://",
                "http:///shop",
                "https://:80/"
            })
    void aBaseUrlThatCannotStandInALinkIsRefused(String url) throws Exception {
        baseUrl = url;
        assertRefused("baseUrl", "/shop/");
    }

    @ParameterizedTest
    @CsvSource({
        "cookie-charter, /, /cookie-charter/",
        "/legal/cookies/, /shop, /shop/legal/cookies/",
        "c, https://static.example.org, https://static.example.org/c/",
        "c, //static.example.org/x/, //static.example.org/x/c/"
    })
    void slashesAreWhereLinksNeedThem(String path, String url, String expected) throws Exception {
        webPath = path;
        baseUrl = url;
        run();

        assertThat(inputs.get(0).address()).isEqualTo(expected);
    }

    @Test
    void foldersMayBeSpelledByADetour() throws Exception {
        Path detour = base.resolve("nowhere/../target");
        GenerateGoal.run(
                new GenerateRequest(
                        new GenerateRequest.Module(base, execution, executions, Set.of(), claims, "1.0"),
                        declaration,
                        new RuleParameters(failOn, rules, moreRules, temporary),
                        new GenerateRequest.ArtefactChoice(artefacts, className, templates),
                        new GenerateRequest.ServedAddress(webPath, baseUrl),
                        new GenerateRequest.OutputDirectories(
                                detour.resolve("web"),
                                detour.resolve("sources"),
                                detour.resolve("cookie-charter"),
                                Optional.empty())),
                Optional.of(generator));

        assertThat(((GoalResult.Done) run()).fresh()).isFalse();
    }

    @Test
    void artefactsAreAnyOfTheKnownWords() throws Exception {
        artefacts = List.of("policy", "polcy");
        assertRefused("artefacts", "'polcy'");
        artefacts = List.of();
        assertRefused("artefacts", "is empty");
        artefacts = List.of("device_storage");
        assertRefused("artefacts", "'device_storage'");
        artefacts = List.of(" constants");
        assertThat(((GoalResult.Done) run()).summary()).endsWith("-> com.acme.Cookies");
    }

    @Test
    void twoExecutionsKeepTheirOwnReportsAndMayNotWriteOneFile() throws Exception {
        executions = Set.of("shop", "desk", "default-cli");
        execution = "shop";
        run();
        execution = "desk";
        assertRefused("'shop'", "'desk'", "policy.html");

        webPath = "desk";
        artefacts = List.of("policy");
        assertThat(run()).isInstanceOf(GoalResult.Done.class);
        assertThat(base.resolve("target/cookie-charter/shop/preview.html")).exists();
        assertThat(base.resolve("target/cookie-charter/desk/preview.html")).exists();

        claims = new HashMap<>();
        assertThat(((GoalResult.Done) run()).fresh()).isFalse();
    }

    @Test
    void theGoalOnTheCommandLineWritesWhereTheExecutionDoes() throws Exception {
        run();
        execution = "default-cli";
        claims = new HashMap<>();

        assertThat(run()).isInstanceOf(GoalResult.Done.class);
        assertThat(base.resolve("target/cookie-charter/default-cli")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme, shop-web, com.acme.shop_web.Cookies",
        "com.acme, 3d, com.acme._3d.Cookies",
        "org.int, new, org.int_.new_.Cookies",
        "com.acme, shop.2go, com.acme.shop._2go.Cookies",
        "com.true, _, com.true_.__.Cookies",
        "com..acme, a, com.__.acme.a.Cookies",
        "com.acme, record, com.acme.record.Cookies"
    })
    void derivesTheNameOfTheClass(String groupId, String artifactId, String expected) {
        assertThat(DefaultClassName.of(groupId, artifactId)).isEqualTo(expected);
    }

    @Test
    void aReleasedPluginIsItsVersionAndAChangingOneItsCode() {
        assertThat(PluginFingerprint.identify("1.0")).isEqualTo("1.0");
        assertThat(PluginFingerprint.identify("1.0-SNAPSHOT"))
                .startsWith("1.0-SNAPSHOT ")
                .isEqualTo(PluginFingerprint.identify("1.0-SNAPSHOT"));
    }

    private void assertRefused(String... parts) throws OutputException {
        assertThat(run())
                .isInstanceOfSatisfying(
                        GoalResult.Refused.class,
                        refused -> assertThat(refused.message()).contains(parts));
    }

    private GoalResult run() throws OutputException {
        return GenerateGoal.run(request(), Optional.of(generator));
    }

    private GenerateRequest request() {
        Path target = base.resolve("target");
        return new GenerateRequest(
                new GenerateRequest.Module(
                        base,
                        execution,
                        executions,
                        Set.of(),
                        claims,
                        "1.0",
                        declarationOptional,
                        io.github.cookiecharter.goal.part.DependencyParts.none()),
                declaration,
                new RuleParameters(failOn, rules, moreRules, temporary),
                new GenerateRequest.ArtefactChoice(artefacts, className, templates),
                new GenerateRequest.ServedAddress(webPath, baseUrl),
                new GenerateRequest.OutputDirectories(
                        target.resolve("web"),
                        target.resolve("sources"),
                        target.resolve("cookie-charter"),
                        Optional.empty()));
    }

    private Path web(String name) {
        return base.resolve("target/web/cookie-charter").resolve(name);
    }
}
