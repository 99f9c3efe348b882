package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.judge.Css;
import io.github.cookiecharter.model.Accent;
import io.github.cookiecharter.model.Integrity;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.template.Templates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TarteaucitronTest {

    private static final String CHARTER = Shop.CHARTER + "banner: { runtime: tarteaucitron }\n";

    private final RuntimeAdapter runtime = new Tarteaucitron();

    private String text(String name) {
        return runtime.files(Accent.DEFAULT, new Templates(Optional.empty())).stream()
                .filter(file -> file.name().equals(name))
                .map(file -> new String(file.content(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itsScriptIsWhatItsAuthorsPublishedAndItsLicenceTravelsWithIt() {
        for (RuntimeFile file : runtime.files(Accent.DEFAULT, new Templates(Optional.empty()))) {
            if (file.kind() != RuntimeFile.Kind.LICENCE) {
                assertThat(Integrity.of(file.content())).as(file.name()).isEqualTo(file.integrity());
            }
        }
        assertThat(text("runtime.LICENSE.txt")).contains("The MIT License (MIT)", "AmauriC");
    }

    @Test
    void itsStyleIsValid() {
        assertThat(Css.check(text("banner.css"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "runtime: tarteaucitron | 'layout: bar, position: center, runtime: tarteaucitron' | top or the bottom",
                "cookie: choice | cookie: __Host-choice | '__Host-'"
            })
    void whereNoChoiceCouldBeKeptOrShownItIsAnErrorAndNothingIsGenerated(String from, String to, String message) {
        BannerFiles banner = Shop.banner(CHARTER.replace(from, to));
        assertThat(banner.artefacts()).isEmpty();
        assertThat(banner.diagnostics())
                .filteredOn(Diagnostic::isError)
                .singleElement()
                .satisfies(diagnostic -> {
                    assertThat(diagnostic.message()).contains(message);
                    assertThat(diagnostic.position().column()).isGreaterThan(1);
                });
    }

    /** A browser keeps no cookie over 4,096 bytes; up to that size the record can contain every service. */
    @Test
    void aRecordThatNoBrowserKeepsIsAnError() {
        StringBuilder services = new StringBuilder();
        String service =
                "  a%03d-%s: { category: statistics, purpose: Count the visits, cookies: { c%03d: { lifetime: session } } }%n";
        for (int i = 0; i < 40; i++) {
            services.append(service.formatted(i, "x".repeat(80), i));
        }
        String many = CHARTER.replace("\nbanner:", "\n" + services.toString().replace("\r", "") + "banner:");
        assertThat(Shop.banner(many).diagnostics()).isEmpty();
        String tooMany = many.replace("x".repeat(80), "x".repeat(90));
        assertThat(Shop.banner(tooMany).diagnostics())
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.message()).contains("4096", "shorten ids"));
    }

    @Test
    void anyNameOfTheRecordAndAnyCategoryWillDo() {
        String odd = CHARTER.replace("cookie: choice", "cookie: a.b+c")
                .replace("category: statistics", "category: constructor")
                .replace("services:", "categories: { constructor: { name: Builder } }\nservices:");
        assertThat(Shop.banner(odd).diagnostics()).isEmpty();
    }

    @Test
    void onlyItsScriptIsTakenFromTheLibrary() {
        assertThat(runtime.files(Accent.DEFAULT, new Templates(Optional.empty())))
                .extracting(RuntimeFile::name)
                .isEqualTo(List.of("banner.css", "runtime.js", "runtime.LICENSE.txt"));
    }
}
