package io.github.cookiecharter.audit.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserSearchTest {

    @TempDir
    private Path folder;

    private Path install(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private BrowserSearch search() {
        return new BrowserSearch(folder + File.pathSeparator + " ", File.pathSeparator, false);
    }

    @Test
    void findsChromiumWithItsDriverFirst() throws Exception {
        Path firefox = install("firefox");
        assertThat(search().find(""))
                .isEqualTo(new InstalledBrowser(BrowserProduct.FIREFOX, firefox, Optional.empty()));

        Path chromium = install("chromium");
        Path driver = install("chromedriver");

        assertThat(search().find(""))
                .isEqualTo(new InstalledBrowser(BrowserProduct.CHROMIUM, chromium, Optional.of(driver)));
        assertThat(search().find("Firefox").program()).isEqualTo(firefox);
    }

    @Test
    void takesAPathAndTellsTheProductByItsName() throws Exception {
        Path nightly = install("firefox-nightly");
        Path own = install("my-browser");
        Path driver = install("chromedriver");

        assertThat(search().find(nightly.toString()).product()).isEqualTo(BrowserProduct.FIREFOX);
        assertThat(search().find(own.toString()))
                .isEqualTo(new InstalledBrowser(BrowserProduct.CHROMIUM, own, Optional.of(driver)));
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        assertThatThrownBy(() -> search().find("/no/such/browser"))
                .isInstanceOf(BrowserLaunchException.class)
                .hasMessageContaining("'/no/such/browser' was not found");

        install("chromium");

        assertThatThrownBy(() -> search().find("chromium"))
                .isInstanceOf(BrowserLaunchException.class)
                .hasMessageContaining("the program that drives it is not")
                .hasMessageContaining("chromedriver");
    }
}
