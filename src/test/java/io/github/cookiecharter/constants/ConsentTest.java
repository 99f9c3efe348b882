package io.github.cookiecharter.constants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.constants.GeneratedClass.Choice;
import io.github.cookiecharter.goal.TestCharter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The record of the choice as a backend reads it: what each runtime really stores, and every way of its being damaged. */
class ConsentTest {

    /** A runtime with the record of a visitor who allows the statistics and refuses the rest. */
    enum Runtime {
        VANILLA("vanilla-cookieconsent", "choice") {
            @Override
            String record() {
                return encoded("""
                        {"categories":["statistics","necessary"],"revision":7,"data":null,\
                        "consentTimestamp":"2026-11-23T20:35:58.196Z",\
                        "consentId":"3f22e70e-1a8a-4816-a1fd-d7d679d1bc60",\
                        "services":{"necessary":[],"statistics":[],"marketing":[]},"languageCode":"en",\
                        "lastConsentTimestamp":"2026-11-24T08:00:00.001Z","expirationTime":1811190958197}""");
            }
        },
        KLARO("klaro", "choice-r7") {
            @Override
            String record() {
                return encoded("{\"session\":true,\"audience\":true,\"heat\":true,\"stats\":false,\"ads\":false}");
            }
        },
        TARTEAUCITRON("tarteaucitron", "choice-r7") {
            @Override
            String record() {
                return "!_ads_=false!_heat_=true!_audience_=true!_stats_=false";
            }
        };

        final String word;
        final String cookie;
        final GeneratedClass cookies;

        Runtime(String word, String cookie) {
            this.word = word;
            this.cookie = cookie;
            this.cookies = GeneratedClass.of(TestCharter.of(CHARTER.formatted(word)));
        }

        abstract String record();

        /** The same, of a visitor who objects to the measurement of the load besides. */
        String objection() {
            return switch (this) {
                case VANILLA ->
                    record().replace("marketing%22%3A%5B%5D", "marketing%22%3A%5B%5D%2C%22service_load%22%3A%5B%5D");
                case KLARO -> record().replace("%7D", "%2C%22load%22%3Afalse%7D");
                case TARTEAUCITRON -> record() + "!_load_=false";
            };
        }

        Choice parse(String header) {
            return cookies.consent(header);
        }

        Choice choice() {
            return parse(cookie + "=" + record());
        }
    }

    private static final String CHARTER = """
            site: { name: Shop, url: https://shop.example }
            banner: { runtime: %s }
            consent: { cookie: choice, revision: 7 }
            services:
              session:
                { category: necessary, purpose: Keep you signed in, cookies: { sid: { lifetime: session } } }
              audience:
                { category: statistics, purpose: Count visits here, cookies: { hits: { lifetime: 1 day } } }
              heat:
                { category: statistics, purpose: Count clicks here, cookies: { "heat_*": { lifetime: 1 day } } }
              stats:
                { category: marketing, purpose: Measure adverts here, cookies: { adv: { lifetime: 1 day } } }
              ads:
                { category: marketing, purpose: Show adverts here, scripts: ["https://ads.example/a.js"] }
              load:
                category: statistics
                consent: exempt
                reason: Anonymous
                anonymous: true
                purpose: Measure the load
                cookies: { load: { lifetime: 1 day } }
            """;

    private static String encoded(String json) {
        return URLEncoder.encode(json, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsGrantedIsAllowed(Runtime runtime) {
        Choice choice = runtime.choice();
        assertThat(choice.isCurrent()).isTrue();
        assertThat(choice.granted()).containsExactly("statistics");
        assertThat(List.of("sid", "hits", "heat_1", "load", "choice").stream()
                        .map(name -> name.equals("choice") ? runtime.cookie : name))
                .allMatch(name -> runtime.cookies.isAllowed(name, choice));
        assertThat(List.of("adv", "heat", "unknown", "")).noneMatch(name -> runtime.cookies.isAllowed(name, choice));
    }

    @ParameterizedTest
    @EnumSource
    void whatTheVisitorObjectsToIsNotAllowed(Runtime runtime) {
        assertThat(runtime.choice().objected()).isEmpty();
        Choice choice = runtime.parse(runtime.cookie + "=" + runtime.objection());
        assertThat(choice.isCurrent()).isTrue();
        assertThat(choice.granted()).containsExactly("statistics");
        assertThat(choice.objected()).containsExactly("load");
        assertThat(runtime.cookies.isAllowed("load", choice)).isFalse();
        assertThat(runtime.cookies.isAllowed("hits", choice)).isTrue();
        assertThat(runtime.cookies.isAllowed("sid", choice)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void anObjectionOutlastsTheRevision(Runtime runtime) {
        String former = runtime == Runtime.VANILLA
                ? "choice=" + runtime.objection().replace("revision%22%3A7", "revision%22%3A6")
                : "choice-r6=" + runtime.objection();
        Choice choice = runtime.parse(former);
        assertThat(choice.isCurrent()).isFalse();
        assertThat(choice.granted()).isEmpty();
        assertThat(choice.objected()).containsExactly("load");
        assertThat(runtime.cookies.isAllowed("load", choice)).isFalse();
    }

    @Test
    void whereNothingNeedsConsentTheObjectionIsRead() {
        String yaml =
                CHARTER.substring(0, CHARTER.indexOf("  audience:")) + CHARTER.substring(CHARTER.indexOf("  load:"));
        GeneratedClass cookies = GeneratedClass.of(TestCharter.of(yaml.formatted("klaro")));
        assertThat(cookies.isAllowed("load", cookies.consent(null))).isTrue();
        Choice choice = cookies.consent("choice-r7=" + encoded("{\"session\":true,\"load\":false}"));
        assertThat(choice.isCurrent()).isTrue();
        assertThat(choice.granted()).isEmpty();
        assertThat(cookies.isAllowed("load", choice)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theRecordIsFoundAmongOthersAndOnlyUnderItsOwnName(Runtime runtime) {
        String pair = runtime.cookie + "=" + runtime.record();
        assertThat(runtime.parse("a=b; x" + pair + "; " + pair + "; c").isCurrent())
                .isTrue();
        assertThat(runtime.parse("a=b;" + pair + ";").isCurrent()).isTrue();
        assertThat(runtime.parse("x" + pair).isCurrent()).isFalse();
        assertThat(runtime.parse(pair.toUpperCase(java.util.Locale.ROOT)).isCurrent())
                .isFalse();
        assertThat(runtime.parse("").isCurrent()).isFalse();
        assertThat(runtime.parse(null).isCurrent()).isFalse();
        assertThat(runtime.parse(null).granted()).isEmpty();
        assertThat(runtime.parse("choice-r6=" + runtime.record()).isCurrent()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoRecordsOnlyWhatBothAllowCounts(Runtime runtime) {
        String pair = runtime.cookie + "=" + runtime.record();
        String less = pair.replace("%22statistics%22%2C%22necessary", "%22necessary")
                .replace("audience%22%3Atrue", "audience%22%3Afalse")
                .replace("_audience_=true", "_audience_=false");
        assertThat(less).isNotEqualTo(pair);
        for (String header : List.of(pair + "; " + less, less + "; " + pair)) {
            assertThat(runtime.parse(header).isCurrent()).isTrue();
            assertThat(runtime.parse(header).granted()).isEmpty();
        }
        assertThat(runtime.parse(pair + "; " + runtime.cookie + "=x").isCurrent())
                .isFalse();
        assertThat(runtime.parse(pair + "; " + pair).granted()).containsExactly("statistics");
    }

    @Test
    void timeAndIdAreThoseOfTheRecord() {
        Choice choice = Runtime.VANILLA.choice();
        assertThat(choice.time()).isEqualTo(Optional.of(Instant.parse("2026-11-24T08:00:00.001Z")));
        assertThat(choice.id()).isEqualTo(Optional.of("3f22e70e-1a8a-4816-a1fd-d7d679d1bc60"));
        assertThat(Runtime.KLARO.choice().time()).isEmpty();
        assertThat(Runtime.TARTEAUCITRON.choice().id()).isEmpty();
    }

    @Test
    void anotherRevisionIsNoConsent() {
        Choice old = Runtime.VANILLA.parse(
                "choice=" + Runtime.VANILLA.record().replace("revision%22%3A7", "revision%22%3A6"));
        assertThat(old.isCurrent()).isFalse();
        assertThat(old.granted()).isEmpty();
        assertThat(Runtime.VANILLA.cookies.isAllowed("hits", old)).isFalse();
        assertThat(Runtime.VANILLA.cookies.isAllowed("sid", old)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "5",
                "[]",
                "{}",
                "{\"categories\":[\"statistics\"],\"revision\":7}",
                "WHOLE,",
                "WHOLEx",
                "WHOLE{}",
                "WITHOUT \"revision\":7,",
                "WITHOUT \"consentId\":\"3f22e70e-1a8a-4816-a1fd-d7d679d1bc60\",",
                "WITHOUT \"consentTimestamp\":\"2026-11-23T20:35:58.196Z\",",
                "WITHOUT ,\"lastConsentTimestamp\":\"2026-11-24T08:00:00.001Z\"",
                "WITHOUT \"services\":{\"necessary\":[],\"statistics\":[],\"marketing\":[]},",
                "SWAP [\"statistics\",\"necessary\"]|\"statistics\"",
                "SWAP [\"statistics\",\"necessary\"]|[\"statistics\",1]",
                "SWAP :7,|:\"7\",",
                "SWAP :7,|:7.5,",
                "SWAP :7,|:7,\"revision\":7,",
                "SWAP :[],|:[null],",
                "SWAP 20:35|25:35",
                "SWAP \"data\":null|\"data\":[[[[[[[[[[]]]]]]]]]]",
                "SWAP \"data\":null|\"data\":nul",
                "SWAP \"data\":null|\"data\":\"\\x\"",
                "SWAP \"data\":null|\"data\":\"\\u00g0\"",
                "SWAP \"data\":null|\"data\":\"\n\"",
                "SWAP \"data\":null|\"data\":{,}",
                "SWAP \"data\":null|\"data\":{\"a\":1,}",
                "SWAP \"data\":null|\"data\":[1,]",
                "SWAP \"data\":null|\"data\":--1"
            })
    void aDamagedRecordIsNoConsent(String damage) {
        String whole = java.net.URLDecoder.decode(Runtime.VANILLA.record(), StandardCharsets.UTF_8);
        String record = damage;
        if (damage.startsWith("WHOLE")) {
            record = whole + damage.substring(5);
        } else if (damage.startsWith("WITHOUT ")) {
            record = whole.replace(damage.substring(8), "");
        } else if (damage.startsWith("SWAP ")) {
            String[] swap = damage.substring(5).split("\\|");
            record = whole.replace(swap[0], swap[1]);
        }
        assertThat(record).isNotEqualTo(whole);
        Choice choice = Runtime.VANILLA.parse("choice=" + encoded(record));
        assertThat(choice.isCurrent()).isFalse();
        assertThat(choice.granted()).isEmpty();
    }

    @Test
    void whatTheLibraryMayKeepBesidesDoesNoHarm() {
        String whole = java.net.URLDecoder.decode(Runtime.VANILLA.record(), StandardCharsets.UTF_8);
        String record = whole.replace(
                "\"data\":null", "\"data\":{\"a\":[1e3,-2.5,true,{}],\"b\":\"é\\u00e9\\n\\\"\\\\/ \",\"c\":[ ]} ");
        assertThat(Runtime.VANILLA.parse("choice=" + encoded(record)).granted()).containsExactly("statistics");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%",
                "%7",
                "%7B%7",
                "{\"a\":tru}",
                "true",
                "[]",
                "{\"audience\":true}",
                "{\"session\":true,\"audience\":true,\"heat\":true,\"stats\":false,\"ads\":\"false\"}",
                "{\"session\":1,\"audience\":true,\"heat\":true,\"stats\":false,\"ads\":false}",
                "{\"audience\":true,\"audience\":true,\"heat\":true,\"stats\":false,\"ads\":false}"
            })
    void aDamagedRecordOfKlaroIsNoConsent(String record) {
        String value = record.startsWith("%") ? record : encoded(record);
        assertThat(Runtime.KLARO.parse("choice-r7=" + value).isCurrent()).isFalse();
        assertThat(Runtime.KLARO.parse("choice-r7=" + value).granted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "x",
                "_ads_=false!_heat_=true!_audience_=true!_stats_=false",
                "!_heat_=true!_audience_=true!_stats_=false",
                "!_ads_=wait!_heat_=true!_audience_=true!_stats_=false",
                "!_ads_=false!_heat_=true!_audience_=TRUE!_stats_=false",
                "!_ads_=false!_heat_=true!_audience_=true!_audience_=true!_stats_=false",
                "!_ads_=false!_heat_=true!_audience_=true!_stats_=false!",
                "!_ads_"
            })
    void aDamagedRecordOfTarteaucitronIsNoConsent(String record) {
        assertThat(Runtime.TARTEAUCITRON.parse("choice-r7=" + record).isCurrent())
                .isFalse();
        assertThat(Runtime.TARTEAUCITRON.parse("choice-r7=" + record).granted()).isEmpty();
    }

    @Property(tries = 3_000, seed = "2026")
    void anySlipEndsInAChoice(
            @ForAll Runtime runtime,
            @ForAll @IntRange(max = 700) int where,
            @ForAll @IntRange(max = 3) int length,
            @ForAll @CharRange(from = ' ', to = '~') char put) {
        String record = runtime.record();
        int from = where % record.length();
        String slipped = record.substring(0, from) + put + record.substring(Math.min(record.length(), from + length));
        Choice choice = runtime.parse(runtime.cookie + "=" + slipped);
        assertThat(List.of("statistics", "marketing")).containsAll(choice.granted());
        assertThat(choice.isCurrent() || choice.granted().isEmpty()).isTrue();
    }

    @Test
    void thousandsOfServicesFit() {
        StringBuilder yaml = new StringBuilder("site: { name: Shop, url: https://shop.example }\nservices:\n");
        for (int i = 0; i < 3_000; i++) {
            yaml.append("  s")
                    .append(i)
                    .append(": { category: statistics, purpose: Count, cookies: { c")
                    .append(i)
                    .append(": { lifetime: session } } }\n");
        }
        GeneratedClass cookies = GeneratedClass.of(TestCharter.of(yaml.toString()));
        assertThat(cookies.consent("a=b").granted()).isEmpty();
        assertThat(cookies.names()).hasSize(3_001);
        GeneratedClass exempt = GeneratedClass.of(TestCharter.of(
                yaml.toString().replace("statistics,", "statistics, consent: exempt, reason: None of them tracks,")));
        assertThat(exempt.consent("a=b").objected()).isEmpty();
        assertThat(exempt.isAllowed("c2999", exempt.consent("a=b"))).isTrue();
    }

    @Test
    void withoutABannerThereIsNothingToRead() {
        String source = GeneratedClass.source(
                TestCharter.of(CHARTER.formatted("none").replaceAll("revision: 7", "lifetime: 1 day")));
        assertThat(source).doesNotContain("class Consent").doesNotContain("Instant");
        GeneratedClass.compile(GeneratedClass.NAME, source);
    }

    @Test
    void theRecordsConstantDoesNotChangeWithTheRevision() {
        assertThat(Runtime.KLARO.cookies.constants()).containsEntry("CHOICE", "choice-r7");
        assertThat(Runtime.VANILLA.cookies.constants()).containsEntry("CHOICE", "choice");
    }
}
