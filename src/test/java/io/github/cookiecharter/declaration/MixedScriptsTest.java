package io.github.cookiecharter.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.model.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixedScriptsTest {

    /** The first letter is Cyrillic. */
    private static final String IMITATION = "\u0430cme.example";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.example",
                "b\u00FCcher.example",
                "*.b\u00FCcher-1.example",
                "\u043F\u0440\u0438\u043C\u0435\u0440.\u0440\u0444",
                "shop.\u043F\u0440\u0438\u043C\u0435\u0440.example",
                "\u65E5\u672C\u3054jp.example",
                "\uD55C\uAD6D\u97D3.example",
                "xn--cme-5cd.example",
                ""
            })
    void aHostInOneScriptIsNoImitation(String host) {
        assertThat(MixedScripts.explain(host)).isEmpty();
    }

    @Test
    void aHostInSeveralScriptsIsNamedInTheFormThatBrowsersRead() {
        assertThat(MixedScripts.explain("www." + IMITATION))
                .hasValue("mixes Latin and Cyrillic letters in the host name 'www." + IMITATION
                        + "', which may imitate another: browsers read it as 'www.xn--cme-5cd.example'."
                        + " If you mean that, write it so");
        assertThat(MixedScripts.explain("*.\u03B1b.example")).isPresent();
    }

    @Test
    void eachKeyWithAHostBringsAWarningAndNoError() {
        DeclarationResult result = DeclarationSamples.reader()
                .read("""
                        site: { name: A, url: "https://HOST/", hosts: [ "HOST" ] }
                        services:
                          s:
                            category: statistics
                            purpose: p
                            scripts: [ "https://HOST:8443/a.js" ]
                            frames: [ "https://*.HOST/*" ]
                            cookies: { c: { lifetime: session, domain: "HOST" } }
                        """.replace("HOST", IMITATION).getBytes(StandardCharsets.UTF_8), List.of());
        assertThat(result.declaration()).isPresent();
        assertThat(result.diagnostics())
                .allMatch(each -> each.severity() == Diagnostic.Severity.WARNING)
                .extracting(each -> each.position().line())
                .containsExactly(1, 1, 6, 7, 8);
    }
}
