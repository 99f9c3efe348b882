package io.github.cookiecharter.constants.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cookiecharter.constants.embedded.Consent.Category;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The records of the runtimes, read for the example: two services of statistics and one of marketing. */
class RecordReadersTest {

    private static final String VANILLA = """
            {"categories":["statistics","necessary"],"revision":7,"data":null,\
            "consentTimestamp":"2026-11-23T20:35:58.196Z",\
            "consentId":"3f22e70e-1a8a-4816-a1fd-d7d679d1bc60",\
            "services":{"necessary":[],"statistics":[],"marketing":[]},"languageCode":"en",\
            "lastConsentTimestamp":"2026-11-24T08:00:00.001Z","expirationTime":1811190958197}""";

    private static String encoded(String json) {
        return URLEncoder.encode(json, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Consent vanilla(String json) {
        return VanillaCookieconsentRecord.read(encoded(json));
    }

    private static Consent klaro(String json) {
        return KlaroRecord.read(encoded(json));
    }

    @Test
    void vanillaCookieconsentAllowsCategories() {
        Consent consent = vanilla(VANILLA);

        assertThat(consent.isCurrent()).isTrue();
        assertThat(consent.granted()).containsExactly(Category.STATISTICS);
        assertThat(consent.time()).contains(Instant.parse("2026-11-24T08:00:00.001Z"));
        assertThat(consent.id()).contains("3f22e70e-1a8a-4816-a1fd-d7d679d1bc60");
    }

    @Test
    void vanillaCookieconsentNamesTheRevision() {
        for (String other : new String[] {"6", "70", "7.5", "-7", "\"7\"", "true"}) {
            Consent consent = vanilla(VANILLA.replace("\"revision\":7", "\"revision\":" + other));
            assertThat(consent.isCurrent()).as(other).isFalse();
            assertThat(consent.granted()).as(other).isEmpty();
        }
        assertThat(vanilla(VANILLA.replace("\"revision\":7", "\"revision\":7.0"))
                        .isCurrent())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"revision\":7,|",
                "\"revision\":7|\"revision\":null",
                "\"consentId\":\"3f22e70e-1a8a-4816-a1fd-d7d679d1bc60\",|",
                "\"3f22e70e-1a8a-4816-a1fd-d7d679d1bc60\"|\"\"",
                "\"3f22e70e-1a8a-4816-a1fd-d7d679d1bc60\"|5",
                "\"consentTimestamp\":\"2026-11-23T20:35:58.196Z\",|",
                "\"2026-11-24T08:00:00.001Z\"|\"2026-11-24\"",
                "\"2026-11-24T08:00:00.001Z\"|5",
                "\"categories\":[\"statistics\",\"necessary\"],|",
                "[\"statistics\",\"necessary\"]|\"statistics\"",
                "[\"statistics\",\"necessary\"]|[\"statistics\",1]",
                "\"services\":{\"necessary\":[],\"statistics\":[],\"marketing\":[]},|",
                "\"statistics\":[]|\"statistics\":[null]",
                "\"statistics\":[]|\"statistics\":true"
            })
    void aDamagedRecordOfVanillaCookieconsentIsRefused(String swap) {
        String[] parts = swap.split("\\|", -1);
        String record = VANILLA.replace(parts[0], parts[1]);

        assertThat(record).isNotEqualTo(VANILLA);
        assertThatThrownBy(() -> vanilla(record)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void klaroAllowsServices() {
        Consent consent = klaro("{\"session\":true,\"audience\":true,\"heat\":true,\"ads\":false}");

        assertThat(consent.isCurrent()).isTrue();
        assertThat(consent.granted()).containsExactly(Category.STATISTICS);
        assertThat(consent.time()).isEmpty();
        assertThat(consent.id()).isEmpty();
        assertThat(klaro("{\"audience\":true,\"heat\":false,\"ads\":true}").granted())
                .as("half a category is none")
                .containsExactly(Category.MARKETING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "[]",
                "null",
                "{}",
                "{\"audience\":true,\"heat\":true,\"ads\":\"false\"}",
                "{\"audience\":true,\"heat\":true,\"ads\":null}",
                "{\"audience\":1,\"heat\":true,\"ads\":false}",
                "{\"audience\":true,\"heat\":true,\"ads\":false,\"more\":{}}",
                "{\"audience\":true,\"audience\":true,\"heat\":true,\"ads\":false}"
            })
    void aDamagedRecordOfKlaroIsRefused(String json) {
        assertThatThrownBy(() -> klaro(json)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void tarteaucitronAllowsServices() {
        Consent consent = TarteaucitronRecord.read("!ads=false!heat=true!audience=true!more=false");

        assertThat(consent.isCurrent()).isTrue();
        assertThat(consent.granted()).containsExactly(Category.STATISTICS);
        assertThat(consent.time()).isEmpty();
        assertThat(consent.id()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "!!",
                "x",
                "ads=false!heat=true!audience=true",
                "!ads=wait!heat=true!audience=true",
                "!ads=!heat=true!audience=true",
                "!ads!heat=true!audience=true",
                "!ads=TRUE!heat=true!audience=true",
                "!ads=false!heat=true!audience=true!",
                "!ads=false!heat=true!audience=true!audience=true",
                "!ads=false!heat=true!audience=true=true!audience=false"
            })
    void aDamagedRecordOfTarteaucitronIsRefused(String record) {
        assertThatThrownBy(() -> TarteaucitronRecord.read(record)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatIsRefusedIsNoChoiceInAHeader() {
        for (String header : new String[] {
            null,
            "",
            ";",
            "=",
            "choice-r7",
            "choice-r7=",
            "choice-r7=%",
            "choice-r7={}",
            "choice-r6=" + whole(true),
            "a=b"
        }) {
            assertThat(Consent.parse(header).isCurrent()).as(header).isFalse();
            assertThat(Consent.parse(header).granted()).as(header).isEmpty();
        }
    }

    @Test
    void ofSeveralRecordsInAHeaderOnlyWhatAllAllowCounts() {
        String more = "choice-r7=" + whole(true);
        String less = "choice-r7=" + whole(false);

        assertThat(Consent.parse("a=b; " + more + ";c").granted())
                .containsExactly(Category.STATISTICS, Category.MARKETING);
        assertThat(Consent.parse(more + "; " + less).granted()).containsExactly(Category.STATISTICS);
        assertThat(Consent.parse(less + "; " + more).granted()).containsExactly(Category.STATISTICS);
        assertThat(Consent.parse(more + "; choice-r7=x").isCurrent()).isFalse();
    }

    @Test
    void aRecordWithoutAnAnswerIsNotCurrentButItsObjectionsHold() {
        for (Consent consent : new Consent[] {
            klaro("{\"audience\":true,\"reach\":false}"), TarteaucitronRecord.read("!audience=true!reach=false")
        }) {
            assertThat(consent.isCurrent()).isFalse();
            assertThat(consent.granted()).isEmpty();
            assertThat(consent.objected()).containsExactly("reach");
        }
        assertThat(klaro("{\"audience\":true}").objected()).isEmpty();
        assertThat(TarteaucitronRecord.read("!heat=true!reach=true").objected()).isEmpty();
    }

    @Test
    void vanillaCookieconsentListsWhatItKnowsAndWhatItAccepts() {
        String known = VANILLA.replace("\"necessary\":[]", "\"necessary\":[],\"reach\":[]");
        assertThat(vanilla(VANILLA).objected()).isEmpty();
        assertThat(vanilla(known).objected()).containsExactly("reach");
        assertThat(vanilla(known.replace("[\"statistics\"", "[\"reach\",\"statistics\""))
                        .objected())
                .isEmpty();
        Consent former = vanilla(known.replace(":7,", ":6,"));
        assertThat(former.isCurrent()).isFalse();
        assertThat(former.granted()).isEmpty();
        assertThat(former.objected()).containsExactly("reach");
    }

    @Test
    void anObjectionOfAFormerRevisionHoldsUntilThereIsAnotherRecord() {
        String former = encoded("{\"audience\":true,\"reach\":false}");
        for (String name : new String[] {"choice", "choice-r6", "choice-r12", "choice-alone-r7"}) {
            Consent consent = Consent.parse("a=b; " + name + "=" + former + "; choice-r7=%");
            assertThat(consent.objected()).as(name).containsExactly("reach");
            assertThat(consent.isCurrent()).as(name).isFalse();
            assertThat(Consent.parse(name + "=" + former + "; choice-r7=" + whole(true))
                            .objected())
                    .as(name)
                    .isEmpty();
        }
        for (String name : new String[] {"choice-r", "choice-rx", "choices", "xchoice-r6", "alone-r7", ""}) {
            assertThat(Consent.parse(name + "=" + former).objected()).as(name).isEmpty();
        }
    }

    @Test
    void ofSeveralRecordsOneObjectionIsEnough() {
        String objected = "choice-r7=" + whole(true).replace("%7D", "%2C%22reach%22%3Afalse%7D");
        String plain = "choice-r7=" + whole(true);

        for (String header : new String[] {objected + "; " + plain, plain + "; " + objected}) {
            assertThat(Consent.parse(header).objected()).containsExactly("reach");
            assertThat(Consent.parse(header).isCurrent()).isTrue();
        }
    }

    private static String whole(boolean ads) {
        return encoded("{\"audience\":true,\"heat\":true,\"ads\":" + ads + "}");
    }
}
