package io.github.cookiecharter.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The manifest of the web files, whose hash stands in some of them. */
class WebManifestTest {

    private static final Artefact PAGE = Artefact.text(
            OutputRoot.WEB_PATH, "policy.html", "<script data-charter=\"" + WebManifest.PLACEHOLDER + "\">");
    private static final Artefact SIGNAL = Artefact.text(OutputRoot.WEB_ROOT, ".well-known/gpc.json", "{}");
    private static final Artefact HEAD = Artefact.text(OutputRoot.WEB_PATH, "head.html", WebManifest.PLACEHOLDER);
    private static final Artefact SOURCE = Artefact.text(OutputRoot.SOURCES, "Cookies.java", "class Cookies {}");

    @Test
    void listsWebFilesInTheOrderOfTheirNames() {
        WebManifest manifest = WebManifest.of(List.of(PAGE, HEAD, SOURCE, SIGNAL));
        assertThat(manifest.text().lines().map(line -> line.substring(64)))
                .containsExactly("  .well-known/gpc.json", "  cookie-charter/policy.html");
        assertThat(manifest.text())
                .startsWith("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  .well-known/gpc.json\n");
        assertThat(manifest.hash()).matches("[0-9a-f]{64}");
        assertThat(WebManifest.of(List.of(SIGNAL, SOURCE, PAGE)).hash()).isEqualTo(manifest.hash());
    }

    @Test
    void aPublishedFileHasTheHashThatTheManifestLists() {
        WebManifest manifest = WebManifest.of(List.of(PAGE, SIGNAL));
        Artefact published = manifest.complete(PAGE);
        assertThat(new String(published.content(), StandardCharsets.UTF_8)).contains(manifest.hash());
        assertThat(manifest.text())
                .contains(WebManifest.hashOf(published.content(), manifest.hash()) + "  cookie-charter/policy.html");
        assertThat(manifest.complete(HEAD).content()).isEqualTo(manifest.hash().getBytes(StandardCharsets.UTF_8));
        assertThat(manifest.complete(SOURCE)).isSameAs(SOURCE);
    }

    @Test
    void bytesThatAreNoTextStayAsTheyAre() {
        byte[] image = {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff, 0, '\r', '\n'};
        Artefact artefact = new Artefact(OutputRoot.WEB_PATH, "icon.png", image);
        assertThat(WebManifest.of(List.of(artefact)).complete(artefact).content())
                .isEqualTo(image);
    }
}
