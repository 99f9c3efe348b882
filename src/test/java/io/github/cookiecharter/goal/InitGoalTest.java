package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first declaration of a project. */
class InitGoalTest {

    @TempDir
    Path folder;

    private ExampleModule module;

    @BeforeEach
    void createModule() {
        module = new ExampleModule(folder);
    }

    @Test
    void withoutFindingsThereIsASkeletonThatIsADeclaration() throws Exception {
        String yaml = init();

        assertThat(yaml)
                .contains("\nservices:\n  # The code shows no cookie.", "\n  session:\n", "\n  # audience:\n")
                .doesNotContain("services: {}");
        assertThat(module.run("generate", "cookies.yaml")).startsWith("Done");
    }

    @Test
    void theSkeletonsExampleIsADeclarationToo() throws Exception {
        String yaml = init();

        Files.writeString(folder.resolve("cookies.yaml"), yaml.replaceAll("(?m)^  # (audience:|  )", "  $1"));
        assertThat(Files.readString(folder.resolve("cookies.yaml")))
                .contains("\n  audience:\n    category: statistics");
        assertThat(module.run("generate", "cookies.yaml")).startsWith("Done");
    }

    @Test
    void languagesComeFromMessageBundles() throws Exception {
        write("target/classes/messages.properties", "hello=Hello");
        write("target/classes/i18n/messages_fr.properties", "hello=Bonjour");
        write("target/classes/messages_pt_BR.properties", "hello=Oi");
        write("target/classes/messages_tlh.properties", "hello=nuqneH");
        write("target/classes/messages_fr.properties.bak", "");

        assertThat(init()).contains("\n  languages: [en, fr, pt-BR]  # review");
    }

    @Test
    void withoutEnglishTheFirstLanguageIsTheDefaultAndTextsWaitForTranslation() throws Exception {
        write("target/classes/messages_de.properties", "hello=Hallo");
        write("target/classes/messages_fr.properties", "hello=Bonjour");
        write("src/main/webapp/index.html", "<script>document.cookie = '_ga=1'; document.cookie = '_gat_x=1'</script>");

        assertThat(init())
                .contains(
                        "\n  languages: [de, fr]  # review",
                        "\n        purpose: { standard: audience }  # review\n",
                        "\n        purpose: Limits how often data is sent  # review: translate it\n");
    }

    @Test
    void aFileThatIsTooLargeIsReported() throws Exception {
        write("src/main/webapp/app.js", " ".repeat(17 << 20));

        assertThat(module.run("init", "cookies.yaml"))
                .contains("src/main/webapp/app.js could not be read: it is larger than 16 MB");
    }

    @Test
    void aProductIsOneServiceWithWhatIsKnownOfIt() throws Exception {
        write(
                "src/main/webapp/index.html",
                "<script src='https://www.googletagmanager.com/gtag/js?id=G-ABC1234567'></script>"
                        + "<script>document.cookie = 'AnalyticsSyncHistory=1'; document.cookie = 'li_gc=1';"
                        + "document.cookie = 'bcookie=1';</script>");

        String yaml = init();

        assertThat(yaml)
                .contains("""
                        providers:
                          google-analytics:
                            name: Google Analytics  # review: the company behind it, with country and privacy-policy
                          linkedin:
                            name: LinkedIn  # review: the company behind it, with country and privacy-policy
                        """)
                .contains("""
                          google-analytics:
                            category: statistics  # review
                            provider: google-analytics
                            name: Google Analytics  # review: a name that visitors understand
                            scripts: ["https://www.googletagmanager.com/gtag/js*"]  # review: all that load it
                            cookies:
                        """)
                .contains("""
                          linkedin:
                            category: marketing  # review
                            provider: linkedin
                            name: LinkedIn  # review: a name that visitors understand
                            cookies:
                        """)
                .containsOnlyOnce("    name: LinkedIn  # review: a name");
        assertThat(module.run("generate", "cookies.yaml")).startsWith("Done");
    }

    @Test
    void aVisitorUnderstandsTheNames() throws Exception {
        write(
                "src/main/webapp/index.html",
                "<script>document.cookie = 'JSESSIONID=1'; document.cookie = 'own=1'</script>");

        assertThat(init())
                .contains("\n  session:\n", "    name: Session  # review: a name that visitors understand\n")
                .contains("    name: This site  # review: a name that visitors understand\n")
                .doesNotContain("servlet containers");
    }

    @Test
    void whatDependenciesAloneSetIsCommentedOutAndUnusedFilesBringNothing() throws Exception {
        write("libraries/ui/META-INF/resources/webjars/ui/ui.min.js", "document.cookie = 'ui_state=1'");
        write("libraries/ui/META-INF/resources/webjars/ui/other.js", "document.cookie = 'other_state=1'");
        write("libraries/ui/META-INF/resources/webjars/ui/demo.html", "<script>document.cookie = 'demo=1'</script>");
        write(
                "src/main/webapp/index.html",
                "<script src='/webjars/ui/ui.js'></script><script src='another.js'></script>");

        String yaml = init();

        assertThat(yaml)
                .contains("\n# Only dependencies set these.", "\n#       ui_state:\n")
                .doesNotContain("other_state", "demo");
        assertThat(module.run("generate", "cookies.yaml")).startsWith("Done");
        String all = yaml.replaceAll("(?m)^# (?=  )", "");
        Files.writeString(folder.resolve("cookies.yaml"), all);
        assertThat(module.run("generate", "cookies.yaml")).startsWith("Done");
    }

    @Test
    void severalDomainsAreAList() throws Exception {
        write(
                "src/main/webapp/index.html",
                "<script>document.cookie = 'a=1; domain=shop.example';</script>"
                        + "<script>document.cookie = 'a=1; domain=www.shop.example';</script>");

        assertThat(init()).contains("\n        domain: [shop.example, www.shop.example]\n");
    }

    private String init() throws IOException {
        assertThat(module.run("init", "cookies.yaml")).startsWith("Done");
        return Files.readString(folder.resolve("cookies.yaml"));
    }

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
