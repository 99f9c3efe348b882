package io.github.cookiecharter.scan.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How the text of a cookie is read, whatever makes the text. */
class SetCookieParserTest {

    @TestFactory
    List<DynamicTest> eachTextSaysWhatTheTableSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (SetCookieTable.Row row : SetCookieTable.rows()) {
            tests.add(DynamicTest.dynamicTest(
                    row.text(), () -> assertThat(describe(row.notation())).isEqualTo(row.expected())));
        }
        assertThat(tests).hasSizeGreaterThan(80);
        return tests;
    }

    @Test
    void aTextWithoutAnythingHasNoName() {
        assertThat(describe("")).isEqualTo("unresolved sets -");
        assertThat(describe("  ; Secure")).isEqualTo("unresolved sets -");
    }

    @Test
    void aDateRelativeToNowIsALifetime() {
        assertThat(describe("a=1; expires=" + AbstractString.fromNow(86_400)))
                .isEqualTo("certain sets a {1 day, httpOnly=false, secure=false}");
        assertThat(describe("a=1; expires=" + AbstractString.fromNow(-1)))
                .isEqualTo("certain deletes a {httpOnly=false, secure=false}");
        assertThat(describe("a=1; expires=" + AbstractString.fromNow(60) + "x"))
                .isEqualTo("certain sets a {httpOnly=false, secure=false}");
    }

    @Test
    void whatAFunctionIsPassedStaysInTheName() {
        String parameter = AbstractString.PARAMETER + "\u4e00";
        SetCookie cookie = SetCookieParser.parse(new AbstractString("a_" + parameter + "=" + parameter));
        assertThat(cookie.name().notation()).isEqualTo("a_" + parameter);
        assertThat(cookie.name().pattern()).isEqualTo("a_*");
        assertThat(cookie.attributes().secure()).contains(false);
    }

    @Test
    void aValueTooLongForBrowsersIsIgnored() {
        String path = "/" + "x".repeat(1_024);
        assertThat(describe("a=1; Path=/; Path=" + path))
                .isEqualTo("certain sets a {session, httpOnly=false, secure=false, path=/}");
    }

    @Test
    void ofTwoTextsOfOneCookieTheCommonPartIsKnown() {
        SetCookie one = SetCookieParser.parse(new AbstractString("a=1; Path=/; Secure; Max-Age=0"));
        SetCookie other = SetCookieParser.parse(new AbstractString("a=1; Path=/"));
        assertThat(one.or(other).deletes()).isFalse();
        assertThat(one.or(other).attributes().path()).contains("/");
        assertThat(one.or(other).attributes().secure()).isEmpty();
        assertThat(one.or(one)).isEqualTo(one);
    }

    /** The stars of the table, the marks alone, and all that attributes are made of. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(8),
                        Arbitraries.of(
                                "=",
                                ";",
                                " ",
                                "*",
                                "\ufdd0",
                                "\ufdd1",
                                "\ufdd1\u4e00",
                                "\ufdd3",
                                "\ufdd36",
                                "\ufdd360.",
                                "Max-Age",
                                "-",
                                "99999999999",
                                "Expires",
                                "Thu, 01 Jan 1970 00:00:00 GMT",
                                "31 Feb 99999 99:99:99",
                                "Path=/",
                                "Domain=",
                                "SameSite=",
                                "Secure"))
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 2_000)
    void anyTextIsSomeCookie(@ForAll("texts") String text) {
        SetCookie cookie = SetCookieParser.parse(new AbstractString(text));
        Certainty certainty = cookie.name().certainty();
        String pattern = cookie.name().pattern();
        if (certainty != Certainty.UNRESOLVED) {
            assertThat(pattern).isNotEmpty().doesNotContainPattern("[\ufdd0\ufdd3;=]");
        }
        if (certainty == Certainty.CERTAIN) {
            assertThat(text).contains(pattern);
        }
        assertThat(cookie.deletes() && cookie.attributes().lifetime().isPresent())
                .isFalse();
        cookie.attributes().path().ifPresent(path -> assertThat(text).contains(path));
        cookie.attributes().domain().ifPresent(domain -> assertThat(text).contains(domain));
        assertThat(SetCookieParser.parse(new AbstractString(text))).isEqualTo(cookie);
    }

    /** An attribute that stands at the end of a text replaces any in front of it. */
    @Property
    void theLastAttributeCounts(@ForAll("texts") String text) {
        ObservedAttributes attributes = SetCookieParser.parse(
                        new AbstractString(text + ";Max-Age=60;Path=/last;Secure"))
                .attributes();
        assertThat(attributes.lifetime().map(lifetime -> lifetime.words())).contains("1 minute");
        assertThat(attributes.path()).contains("/last");
        assertThat(attributes.secure()).contains(true);
        assertThat(SetCookieParser.parse(new AbstractString(text + ";Max-Age=0"))
                        .deletes())
                .isTrue();
    }

    /** A text of a million parts takes as long for each part as a short one: what is quadratic would not end here. */
    @Test
    void longTextsAreReadToTheirEnd() {
        for (String part : List.of(
                "=", ";", "a", " ", "\ufdd0", "\ufdd1", "\ufdd3", "\ufdd36.", "1", "1:", "jan ", "=;", "Max-Age=1;")) {
            String many = part.repeat(1_000_000);
            for (String text : List.of(many, "a=1;" + many, "a=1;expires=" + many, "a=1;max-age=" + many)) {
                assertThat(Optional.of(SetCookieParser.parse(new AbstractString(text))))
                        .isPresent();
            }
        }
    }

    private static String describe(String notation) {
        SetCookie cookie = SetCookieParser.parse(new AbstractString(notation));
        return SetCookieTable.describe(
                cookie.name().certainty(),
                cookie.deletes() ? StorageAction.DELETES : StorageAction.SETS,
                cookie.name().pattern(),
                cookie.attributes());
    }
}
