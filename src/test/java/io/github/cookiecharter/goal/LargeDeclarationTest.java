package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large site is generated in a small heap, because the pages of its languages are not in memory at once. */
@Tag("process")
class LargeDeclarationTest {

    private static final String LANGUAGES =
            "en, fr, de, bg, cs, da, el, es, et, fi, ga, hr, hu, it, lt, lv, mt, nl, pl, pt, ro, sk, sl, sv";

    @TempDir
    private Path temporary;

    // The pages of all languages together have 60 MB, and the objects to fill them several times that.
    @Test
    void thousandsOfCookiesInAllLanguagesNeedNoLargeHeap() throws Exception {
        ExampleModule module = new ExampleModule(temporary.toRealPath());
        StringBuilder yaml = new StringBuilder("""
                site: { name: Shop, url: "https://shop.example", languages: [%s] }
                services:
                  audience:
                    category: statistics
                    purpose: Counts the visits to each page
                    cookies:
                """.formatted(LANGUAGES));
        for (int i = 0; i < 2_000; i++) {
            yaml.append("      c").append(i).append(": { lifetime: session }\n");
        }
        Files.writeString(module.base().resolve("cookies.yaml"), yaml);

        Process build = OwnProcess.likeThis()
                .option("-Xmx220m", "-XX:+UseSerialGC")
                .start(Build.class, ProcessBuilder.Redirect.PIPE, module.base().toString());
        String output = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(build.waitFor()).as(output).isZero();
        assertThat(output).contains("2001 cookies, 2 categories, 24 languages");
        assertThat(module.web().resolve("policy.sv.html")).content().contains("data-cookie=\"c1999\"");
        assertThat(module.reports().resolve("preview.html"))
                .content()
                .contains("This page would be too large with ", ": the web folder has their pages.");
    }

    /** Pages of a large site are filled when they are written, and an error in a template is reported then as well. */
    @Test
    void anErrorInATemplateOfALargeSiteIsReported() throws Exception {
        ExampleModule module = new ExampleModule(temporary.toRealPath());
        StringBuilder yaml = new StringBuilder("""
                site: { name: Shop, url: "https://shop.example", languages: [en, fr] }
                services:
                  audience:
                    category: statistics
                    purpose: Counts the visits to each page
                    cookies:
                """);
        for (int i = 0; i < 3_000; i++) {
            yaml.append("      c").append(i).append(": { lifetime: session }\n");
        }
        Files.writeString(module.base().resolve("cookies.yaml"), yaml);
        Path template = module.base().resolve("templates/policy/fragment.mustache");
        Files.createDirectories(template.getParent());
        Files.writeString(template, "{{nothing}}");

        assertThat(module.run("generate", "cookies.yaml"))
                .startsWith("Refused")
                .contains("templatesDirectory", "the name 'nothing', which is not available there");
        assertThat(module.web()).doesNotExist();
        assertThat(module.reports().resolve(".staging")).doesNotExist();
    }

    /** The process that the test starts. */
    static final class Build {

        private Build() {}

        public static void main(String[] arguments) {
            System.out.println(new ExampleModule(Path.of(arguments[0])).run("generate", "cookies.yaml"));
        }
    }
}
