package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.report.EvidenceJson;
import io.github.cookiecharter.scan.model.Dependency;
import io.github.cookiecharter.scan.model.PathFilter;
import io.github.cookiecharter.scan.model.ScanRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckGoalTest {

    private static final String DECLARATION = """
            site: { name: Shop, url: "https://shop.example", controller: Shop Ltd }
            services:
              sign-in:
                category: necessary
                purpose: Keeps you signed in
                cookies: { sid: { lifetime: session, set-by: [ elsewhere ] } }
            """;

    @TempDir
    private Path temporary;

    private Path base;
    private Path script;
    private String failOn = "error";
    private Set<String> checks = Set.of("default", "default-cli");
    private final List<Dependency> libraries = new ArrayList<>();
    private Map<String, String> claims = new HashMap<>();

    @BeforeEach
    void makeProject() throws IOException {
        base = temporary.toRealPath();
        Files.writeString(base.resolve("cookies.yaml"), DECLARATION);
        Files.createDirectories(base.resolve("target/classes"));
        script = base.resolve("src/main/webapp/app.js");
        Files.createDirectories(script.getParent());
        Files.writeString(script, "let x = 1;\ndocument.cookie = 'theme=dark';\n");
    }

    private GenerateRequest.Module module() {
        return new GenerateRequest.Module(base, "default", Set.of("default", "default-cli"), checks, claims, "1.0");
    }

    private ScanRequest scan() {
        return new ScanRequest(
                base,
                List.of(base.resolve("target/classes")),
                List.of(base.resolve("src/main/webapp"), base.resolve("src/main/absent")),
                List.of(),
                libraries,
                PathFilter.ALL,
                Set.of("com.acme.Cookies"));
    }

    private GoalResult run() throws Exception {
        claims = new HashMap<>();
        return CheckGoal.run(new CheckRequest(
                module(),
                base.resolve("cookies.yaml"),
                base.resolve("target/cookie-charter"),
                new RuleParameters(failOn, Map.of(), "", base),
                new CheckRequest.Code(
                        scan(),
                        "com.acme.Cookies",
                        List.of(base.resolve("src/main/java")),
                        CheckRequest.LibraryIndex.OFF)));
    }

    private GoalResult generate() throws Exception {
        claims = new HashMap<>();
        return GenerateGoal.run(new GenerateRequest(
                module(),
                base.resolve("cookies.yaml"),
                new RuleParameters("error", Map.of(), "", base),
                new GenerateRequest.ArtefactChoice(List.of("constants"), "com.acme.Cookies", Optional.empty()),
                new GenerateRequest.ServedAddress("cookie-charter", "/"),
                new GenerateRequest.OutputDirectories(
                        base.resolve("target/web"),
                        base.resolve("target/sources"),
                        base.resolve("target/cookie-charter"),
                        Optional.empty())));
    }

    private void paste() throws IOException {
        Files.writeString(
                base.resolve("cookies.yaml"),
                DECLARATION + Files.readString(base.resolve("target/cookie-charter/undeclared.yaml")));
    }

    private List<String> reports() throws IOException {
        try (Stream<Path> files = Files.list(base.resolve("target/cookie-charter"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static GoalResult.Failed failed(GoalResult result) {
        assertThat(result).isInstanceOf(GoalResult.Failed.class);
        return (GoalResult.Failed) result;
    }

    private static GoalResult.Done done(GoalResult result) {
        assertThat(result).isInstanceOf(GoalResult.Done.class);
        return (GoalResult.Done) result;
    }

    @Test
    void what_is_undeclared_fails_with_its_place_and_entries_to_paste() throws Exception {
        GoalResult.Failed failed = failed(run());

        assertThat(failed.message())
                .isEqualTo("the code and cookies.yaml differ: 1 error, see target/cookie-charter/check.html, and"
                        + " target/cookie-charter/undeclared.yaml to paste from");
        assertThat(failed.findings().get(0).text())
                .startsWith(script + ":[2,")
                .contains("the cookie 'theme' is set here")
                .endsWith("(undeclared)");
        assertThat(reports())
                .contains("check.html", "check.sarif", "evidence.json", "evidence.schema.json", "undeclared.yaml");
        paste();
        failOn = "never";
        assertThat(done(run()).summary()).startsWith("Cookie charter: 0 classes and 1 file, ");
        assertThat(reports()).doesNotContain("undeclared.yaml");
    }

    @Test
    void aNameBehindAMergeKeyIsFoundAndABrokenFileIsListed() throws Exception {
        Files.delete(script);
        Files.writeString(
                base.resolve("target/classes/application.yml"),
                "base: &b\n  name: SHOP\nserver.servlet.session:\n  cookie: { <<: *b }\n");
        Files.writeString(
                base.resolve("src/main/webapp/page.jsp"),
                "<%@ page session=\"true\" %><p>Sets a session's cookie</p>\n");

        GoalResult.Failed failed = failed(run());
        assertThat(failed.findings().get(0).text()).contains("the cookie 'SHOP' is set here");
        assertThat(failed.findings()).noneMatch(line -> line.text().contains("JSESSIONID"));

        Files.writeString(
                base.resolve("target/classes/application-prod.yml"),
                "server.servlet.session:\n  cookie.name: {{ .Values.cookie }}\n");
        failOn = "never";
        String unread = "target/classes/application-prod.yml could not be read as YAML, so cookies that it names may be"
                + " missing: line 2, column 17: a mapping stands here in the place of a key, as in the placeholders of"
                + " templates";
        assertThat(done(run()).findings()).anyMatch(line -> line.text().equals(unread));
        assertThat(Files.readString(base.resolve("target/cookie-charter/check.html")))
                .contains(unread + ".");
    }

    @Test
    void evidence_keeps_to_its_schema() throws Exception {
        run();

        ObjectMapper mapper = new ObjectMapper();
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(EvidenceJson.class.getResourceAsStream("evidence.schema.json"))
                        .validate(mapper.readTree(base.resolve("target/cookie-charter/evidence.json")
                                .toFile())))
                .isEmpty();
        assertThat(mapper.readTree(
                        base.resolve("target/cookie-charter/evidence.json").toFile()))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.path("name").asText()).isEqualTo("theme");
                    assertThat(item.path("place").asText()).startsWith("src/main/webapp/app.js:2:");
                    assertThat(item.path("origin").asText()).isEqualTo("own");
                });
    }

    @Test
    void a_build_without_changes_looks_at_nothing_again() throws Exception {
        failOn = "never";
        assertThat(done(run()).fresh()).isTrue();
        Path evidence = base.resolve("target/cookie-charter/evidence.json");
        FileTime written = Files.getLastModifiedTime(evidence);

        GoalResult.Done again = done(run());

        assertThat(again.fresh()).isFalse();
        assertThat(again.summary()).endsWith("(unchanged)");
        assertThat(again.reminder()).contains("1 error");
        assertThat(Files.getLastModifiedTime(evidence)).isEqualTo(written);

        Files.writeString(script, "let x = 1;\n");
        assertThat(done(run()).fresh()).isTrue();
        Files.writeString(base.resolve("target/classes/application.properties"), "a=b\n");
        assertThat(done(run()).fresh()).isTrue();
        assertThat(done(run()).fresh()).isFalse();
    }

    @Test
    void a_run_that_failed_is_not_taken_for_a_finished_one() throws Exception {
        failed(run());
        failed(run());
    }

    @Test
    void generate_and_check_of_one_execution_keep_apart() throws Exception {
        failOn = "never";
        assertThat(done(generate()).fresh()).isTrue();
        assertThat(done(run()).fresh()).isTrue();
        assertThat(done(generate()).fresh()).isFalse();
        assertThat(done(run()).fresh()).isFalse();

        // An execution that is gone from the module takes its reports along.
        checks = Set.of();
        done(generate());
        assertThat(reports()).contains("cookies.schema.json").doesNotContain("check.html", "evidence.json");
    }

    @Test
    void without_a_declaration_there_is_nothing_to_check_and_old_reports_go() throws Exception {
        run();
        Files.writeString(base.resolve("target/cookie-charter/mine.txt"), "mine");
        Files.delete(base.resolve("cookies.yaml"));

        assertThat(run()).isInstanceOf(GoalResult.Skipped.class);
        assertThat(reports()).containsExactly("mine.txt");
    }

    @Test
    void errors_of_the_declaration_come_before_the_code() throws Exception {
        Files.writeString(base.resolve("cookies.yaml"), DECLARATION + "nonsense: 1\n");

        assertThat(run()).isInstanceOf(GoalResult.Invalid.class);
    }

    @Test
    void what_cannot_be_read_is_told() throws Exception {
        Path damaged = Files.writeString(base.resolve("damaged.jar"), "PK\u0003\u0004 and then nothing");
        libraries.add(new Dependency(damaged, "org.acme:damaged:1.0", true));

        assertThat(failed(run()).findings())
                .extracting(ConsoleLine::text)
                .anyMatch(line -> line.contains("org.acme:damaged:1.0") || line.contains("damaged.jar"));
    }

    @Test
    void classes_that_are_not_compiled_yet_are_told() throws Exception {
        Files.delete(script);
        assertThat(done(run()).findings()).isEmpty();

        Files.delete(base.resolve("target/classes"));
        assertThat(done(run()).findings()).isEmpty();

        Files.createDirectories(base.resolve("src/main/java"));
        for (int run = 1; run <= 2; run++) {
            assertThat(done(run()).findings())
                    .extracting(ConsoleLine::text)
                    .containsExactly("target/classes does not exist, so there are no classes: compile first, as"
                            + " 'mvn process-classes' does");
        }
    }

    @Test
    void the_lines_of_a_script_come_in_their_order() throws Exception {
        Files.writeString(
                script,
                "document.cookie = 'a=1';\ndocument.cookie = 'b=1';\n" + "\n".repeat(7)
                        + "document.cookie = 'c=1';\ndocument.cookie = 'd=1';\n");

        assertThat(failed(run()).findings())
                .extracting(ConsoleLine::text)
                .filteredOn(line -> line.contains("(undeclared)"))
                .extracting(line -> line.replaceAll("^.*app\\.js:\\[(\\d+),.*$", "$1"))
                .containsExactly("1", "2", "10", "11");
    }

    @Test
    void the_name_of_a_file_neither_breaks_a_line_nor_steers_what_shows_it() throws Exception {
        assumeTrue(File.separatorChar == '/', "Windows takes no such names");
        Files.writeString(
                script.resolveSibling("a\n[ERROR] b\u001b[2J\u202ec.js"), "localStorage.setItem(location.hash, 1);");

        assertThat(failed(run()).findings())
                .extracting(ConsoleLine::text)
                .anyMatch(line -> line.contains("a\\u000A[ERROR] b\\u001B[2J\\u202Ec.js:[1,1]"))
                .noneMatch(line -> line.matches("(?s).*[\n\u001b\u202e].*"));
        assertThat(Files.readString(base.resolve("target/cookie-charter/check.html")))
                .doesNotContain("\n[ERROR]", "\u001b", "\u202e")
                .contains("a\\u000A[ERROR] b\\u001B[2J\\u202Ec.js:1:1</span>");
    }

    @Test
    void a_link_to_a_folder_around_the_project_is_passed_over() throws Exception {
        Files.createSymbolicLink(script.resolveSibling("all"), base.getRoot());
        Files.createSymbolicLink(script.resolveSibling("up"), base);
        failOn = "never";

        assertThat(done(run()).findings())
                .extracting(ConsoleLine::text)
                .anyMatch(line -> line.contains("all is a link to one of its parent folders"));
        assertThat(done(run()).fresh()).isFalse();
        assertThat(done(run()).reminder()).contains("1 error");
    }

    @Test
    void aLinkOutOfTheProjectIsNotFollowed(@TempDir Path outside) throws Exception {
        Files.writeString(outside.resolve("other.js"), "document.cookie = 'outside=1';\n");
        Files.createSymbolicLink(script.resolveSibling("folder"), outside);
        Files.createSymbolicLink(script.resolveSibling("file.js"), outside.resolve("other.js"));
        Files.createSymbolicLink(script.resolveSibling("dead.js"), base.resolve("none.js"));
        failOn = "never";

        List<String> lines =
                done(run()).findings().stream().map(ConsoleLine::text).toList();
        assertThat(lines).noneMatch(line -> line.contains("outside=") || line.contains("'outside'"));
        assertThat(lines)
                .anyMatch(line -> line.contains("folder is a link out of the project and was not followed"))
                .anyMatch(line -> line.contains("file.js is a link out of the project and was not followed"))
                .anyMatch(line -> line.contains("dead.js is a link to no file or folder"));
        assertThat(done(run()).fresh()).isFalse();
    }

    @Test
    void aLinkInsideTheProjectIsFollowed() throws Exception {
        Path shared = Files.createDirectories(base.resolve("frontend/dist"));
        Files.writeString(shared.resolve("shared.js"), "document.cookie = 'shared=1';\n");
        Files.createSymbolicLink(script.resolveSibling("shared"), Path.of("../../../frontend/dist"));
        failOn = "never";

        assertThat(done(run()).findings())
                .extracting(ConsoleLine::text)
                .anyMatch(line -> line.contains("shared/shared.js"));
    }

    /** Each folder links the next one twice: followed each time, the paths would double twenty times. */
    @Test
    void linksThatMultiplyPathsAreFollowedOnce() throws Exception {
        Path web = script.getParent();
        for (int i = 0; i < 24; i++) {
            Path folder = Files.createDirectories(base.resolve("links/" + i));
            Files.createSymbolicLink(folder.resolve("a"), base.resolve("links/" + (i + 1)));
            Files.createSymbolicLink(folder.resolve("b"), base.resolve("links/" + (i + 1)));
            Files.createSymbolicLink(web.resolve("circle" + i), web.resolve("circle" + (i + 1) % 24));
        }
        Files.writeString(
                Files.createDirectories(base.resolve("links/24")).resolve("end.js"), "document.cookie = 'end=1';\n");
        Files.createSymbolicLink(web.resolve("links"), base.resolve("links/0"));
        failOn = "never";

        assertThat(done(run()).findings())
                .extracting(ConsoleLine::text)
                .anyMatch(line -> line.contains("circle0 is a link to no file or folder, or a circle of links"));
        assertThat(done(run()).fresh()).isFalse();
    }

    @Test
    void a_first_declaration_is_one_that_the_build_takes_and_never_overwrites() throws Exception {
        Path declaration = base.resolve("cookies.yaml");
        Files.delete(declaration);
        InitRequest request = new InitRequest(
                base, declaration, base.resolve("target/cookie-charter"), "Shop: \"Best\" #1", "", scan(), List.of());

        assertThat(done(InitGoal.run(request)).summary())
                .startsWith("Cookie charter: wrote cookies.yaml from 0 classes");
        String first = Files.readString(declaration);
        assertThat(first)
                .startsWith("# yaml-language-server: $schema=target/cookie-charter/cookies.schema.json\n")
                .contains("theme:");
        done(generate());
        assertThat(done(run()).findings())
                .extracting(ConsoleLine::text)
                .noneMatch(line -> line.contains("(undeclared)"));

        assertThat(InitGoal.run(request)).isInstanceOf(GoalResult.Refused.class);
        assertThat(Files.readString(declaration)).isEqualTo(first);
        try (Stream<Path> files = Files.list(base)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("cookies.yaml.tmp");
        }
    }

    @Test
    void aProjectThatSetsNothingGetsADeclarationWithAnExample() throws Exception {
        Path declaration = base.resolve("cookies.yaml");
        Files.delete(declaration);
        Files.delete(script);

        done(InitGoal.run(new InitRequest(
                base,
                declaration,
                base.resolve("target/cookie-charter"),
                "Shop",
                "https://shop.example/",
                scan(),
                List.of())));

        assertThat(Files.readString(declaration))
                .contains("url: \"https://shop.example/\"")
                .contains("\nservices:\n", "\n  session:\n")
                .doesNotContain("services: {}");
        done(generate());
    }
}
