package io.github.cookiecharter.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTemplatesTest {

    @TempDir
    private Path folder;

    @Test
    void replacementsOfBuiltInTemplatesAreUsed() throws Exception {
        write("policy/page.mustache", "{{title}}");
        write("banner/tarteaucitron-style.mustache", "");

        assertThat(OwnTemplates.unused(folder)).isEmpty();
    }

    @Test
    void includedTemplatesAreUsed() throws Exception {
        write("policy/page.mustache", "{{> our/header }}{{=<% %>=}}<%>our/footer%>");
        write("our/header.mustache", "{{>our/logo}}");
        write("our/footer.mustache", "");
        write("our/logo.mustache", "");

        assertThat(OwnTemplates.unused(folder)).isEmpty();
    }

    @Test
    void unusedTemplatesAreReported() throws Exception {
        write("policy/page.mustache", "{{>our/header-wide}} our/header");
        write("policy/pages.mustache", "");
        write("page.mustache", "");
        write("our/header.mustache", "");
        write("our/header-wide.mustache", "");
        write("our/endless.mustache", "{{>our/endless}}");

        assertThat(OwnTemplates.unused(folder))
                .containsExactly(
                        "our/endless.mustache", "our/header.mustache", "page.mustache", "policy/pages.mustache");
    }

    @Test
    void templatesOfThePluginItselfAreReported() throws Exception {
        write("policy/page.mustache", "{{> banner/consent-mode}}");
        write("banner/consent-mode.mustache", "");
        write("banner/klaro.mustache", "");
        write("report/findings.mustache", "");

        assertThat(OwnTemplates.unused(folder))
                .containsExactly("banner/consent-mode.mustache", "banner/klaro.mustache", "report/findings.mustache");
        assertThat(TemplateFiles.read("banner/consent-mode.mustache", Optional.of(folder)))
                .contains("window.dataLayer");
    }

    @Test
    void filesOfEditorsAndSystemsAreIgnored() throws Exception {
        write("policy/.page.mustache.swp", "");
        write("policy/._page.mustache", "");
        write("policy/page.mustache~", "");
        write("README.md", "");
        Files.createSymbolicLink(folder.resolve("policy/.#page.mustache"), Path.of("nobody@nowhere"));

        assertThat(OwnTemplates.unused(folder)).isEmpty();
    }

    @Test
    void oneThatIsNotUtf8IsNamed() throws Exception {
        write("our/header.mustache", "");
        Files.write(folder.resolve("our/header.mustache"), new byte[] {(byte) 0xE9});

        assertThatThrownBy(() -> OwnTemplates.unused(folder))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("our/header.mustache")
                .hasMessageContaining("UTF-8");
    }

    private void write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
