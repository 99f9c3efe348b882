package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.language.Languages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Declarations that include files of the project. */
class IncludeTest {

    private static final String SITE = "site: { name: Acme, url: https://www.acme.example, languages: [en, fr] }\n";
    private static final String LOGIN =
            "services:\n  login:\n    category: necessary\n    name: Sign-in\n    purpose: { standard: sign-in }\n"
                    + "    cookies: { sid: { lifetime: session } }\n";

    @TempDir
    private Path temporary;

    private Path base;

    @BeforeEach
    void resolve() throws IOException {
        base = Files.createDirectories(temporary.toRealPath().resolve("project"));
        Files.createDirectories(base.resolve("shared/more"));
    }

    @Test
    void generatesFromFilesAndWhatTheyIncludeAndNoticesTheirChanges() throws IOException {
        write("cookies.yaml", SITE + "include:\n  - shared/company.yaml  # of all applications\n");
        write("shared/company.yaml", "include: [ 'more/login.yaml' ]\n");
        write("shared/more/login.yaml", LOGIN);
        write("shared/more/login.fr.yaml", "services: { login: { name: Connexion } }\n");

        assertThat(generate()).contains("1 cookie").doesNotContain("unchanged");
        assertThat(policy("fr")).contains("Connexion").contains("sid");
        assertThat(generate()).contains("unchanged");

        write("shared/more/login.yaml", LOGIN.replace("sid", "token"));
        assertThat(generate()).doesNotContain("unchanged");
        assertThat(policy("fr")).contains("token").doesNotContain(">sid<");

        write("shared/more/login.fr.yaml", "services: { login: { name: Identification } }\n");
        assertThat(generate()).doesNotContain("unchanged");
        assertThat(policy("fr")).contains("Identification");
    }

    @Test
    void generatesAnewEachTimeWhereTheTextDoesNotShowWhatIsIncluded() throws IOException {
        write("cookies.yaml", SITE + "include: [ \"shared/\\x6cogin.yaml\" ]\n");
        write("shared/login.yaml", LOGIN);

        assertThat(generate()).doesNotContain("unchanged");
        assertThat(generate()).doesNotContain("unchanged");
    }

    @Test
    void rejectsWhatIsNoFileOfTheProject() throws IOException {
        Files.writeString(base.resolveSibling("outside.yaml"), LOGIN);
        write("cookies.yaml", SITE + "include: [ shared, none.yaml, ../outside.yaml, cookies.yaml ]\nservices: {}\n");

        assertThat(generate())
                .contains("[2,12] 'shared' is a folder: name the file in it")
                .contains("[2,20] 'none.yaml' does not exist: paths are relative to the file that includes")
                .contains("[2,31] '../outside.yaml' lies outside the project's root folder: move it into the project");
    }

    @Test
    void showsFindingsAtTheirOwnFile() throws IOException {
        write("cookies.yaml", SITE + "include: [ shared/login.yaml ]\n");
        write("shared/login.yaml", LOGIN.replace("sid", "__Host-sid").replace("session }", "session, secure: false }"));

        assertThat(generate()).contains("shared/login.yaml:[6,57]");
        assertThat(Files.readString(base.resolve("target/cookie-charter/findings.sarif")))
                .contains("\"uri\": \"shared/login.yaml\"");
    }

    @Test
    void includesWhatADependencyShipsAsAFolderOfClassesOrAJar() throws Exception {
        write("cookies.yaml", SITE + "include: [ com.acme:login-ui ]\n");
        Path classes = Files.createDirectories(base.resolve("login/META-INF/cookie-charter"));
        Files.writeString(classes.resolve("cookies.yaml"), LOGIN);
        Files.writeString(classes.resolve("cookies.fr.yaml"), "services: { login: { name: Connexion } }\n");
        Path jar = base.resolve("login.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("META-INF/cookie-charter/cookies.yaml"));
            out.write((LOGIN + "site: {}\n").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(read(base.resolve("login"))).isEmpty();
        assertThat(read(jar))
                .containsExactly(
                        "com.acme:login-ui/cookies.yaml:[7,1] 'site' stands in the declaration of a site alone:"
                                + " a part may hold categories, providers, services, exceptions, include");
        assertThat(read(base.resolve("none")))
                .containsExactly("[2,12] 'com.acme:login-ui' ships no META-INF/cookie-charter/cookies.yaml: remove it"
                        + " here, or let the library have one among its resources");
    }

    private List<String> read(Path dependency) throws Exception {
        if (!dependency.toFile().exists()) {
            Files.createDirectories(dependency);
        }
        DeclarationFile file = new DeclarationFile(base.resolve("cookies.yaml"), base, false);
        return DiagnosticMessages.of(CharterLoadResult.load(
                                file.read(),
                                file.translations(),
                                file.parts(base, (groupId, artifactId) -> dependency),
                                file.name(),
                                Languages.builtIn())
                        .diagnostics())
                .errors();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(base.resolve(name), text);
    }

    private String generate() {
        return new ExampleModule(base).run("generate", "cookies.yaml");
    }

    private String policy(String language) throws IOException {
        return Files.readString(new ExampleModule(base).web().resolve("policy." + language + ".html"));
    }
}
