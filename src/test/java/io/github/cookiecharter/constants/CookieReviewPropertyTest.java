package io.github.cookiecharter.constants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.constants.GeneratedClass.Reviewed;
import io.github.cookiecharter.goal.TestCharter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

/**
 * The review of any header, held against an oracle that knows the declaration and how a browser reads a header, and shares
 * no code with the generated class.
 */
class CookieReviewPropertyTest {

    private static final String CHARTER = """
            site: { name: Shop, url: https://www.shop.example, hosts: [shop.example] }
            banner: { runtime: klaro }
            consent: { cookie: choice, revision: 7 }
            services:
              session:
                category: necessary
                purpose: Keep you signed in
                cookies:
                  sid: { lifetime: session, http-only: true, secure: true, same-site: Lax }
              audience:
                category: statistics
                purpose: Count visits here
                cookies:
                  hits: { lifetime: 1 hour, domain: shop.example, same-site: Strict }
                  "a_*": { lifetime: 2 hours, path: /a, partitioned: true, secure: true }
            """;

    private static final GeneratedClass COOKIES = GeneratedClass.of(TestCharter.of(CHARTER));

    /** What the declaration states, by hand. */
    private record Stated(
            boolean consent, long seconds, boolean secure, boolean httpOnly, String sameSite, boolean partitioned) {}

    private static final Map<String, Stated> STATED = Map.of(
            "sid", new Stated(false, 0, true, true, "lax", false),
            "hits", new Stated(true, 3_600, false, false, "strict", false),
            "a_1", new Stated(true, 7_200, true, false, "", true));

    /** What a browser keeps. The seconds are negative for a session, and 0 for a deletion. */
    private record Kept(
            String name, long seconds, boolean secure, boolean httpOnly, String sameSite, boolean partitioned) {}

    @Provide
    Arbitrary<String> headers() {
        Arbitrary<String> blanks = Arbitraries.of("", " ", "  ", "\t");
        Arbitrary<String> attribute = Combinators.combine(
                        blanks,
                        Arbitraries.of(
                                "Max-Age",
                                "max-age",
                                "Expires",
                                "EXPIRES",
                                "Secure",
                                "HttpOnly",
                                "sAmEsItE",
                                "Partitioned",
                                "Path",
                                "Domain",
                                "Priority",
                                ""),
                        Arbitraries.of("", "=", " = "),
                        Arbitraries.of(
                                "",
                                "0",
                                "-5",
                                "59",
                                "3600",
                                "3601",
                                "7201",
                                "99999999999999999999",
                                "abc",
                                "\"0\"",
                                "5 5",
                                "Lax",
                                "STRICT",
                                "none",
                                "/a",
                                "shop.example",
                                date(-100_000),
                                date(3_000),
                                date(4_000),
                                date(1_000_000),
                                "x".repeat(1_025)),
                        blanks)
                .as((before, key, equals, value, after) -> before + key + equals + value + after);
        return Combinators.combine(
                        Arbitraries.of("sid", "hits", "a_1", "other", "", " sid "),
                        Arbitraries.of("=", " = ", "", "=v=w"),
                        attribute.list().ofMaxSize(6))
                .as((name, value, attributes) -> String.join(";", concat(name + value, attributes)));
    }

    private static List<String> concat(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    private static String date(long secondsFromNow) {
        return DateTimeFormatter.RFC_1123_DATE_TIME
                .withZone(ZoneOffset.UTC)
                .format(Instant.now().plusSeconds(secondsFromNow));
    }

    @Property(tries = 20_000, seed = "2026")
    void theVerdictAndTheHeaderAreThoseOfTheDeclaration(@ForAll("headers") String header, @ForAll boolean granted) {
        String cookies = "choice-r7=%7B%22session%22%3Atrue%2C%22audience%22%3A" + granted + "%7D";
        Reviewed review = COOKIES.review(header, cookies);
        Kept before = keep(header);
        Stated stated = STATED.get(before.name());

        String verdict = before.seconds() == 0
                ? "DELETES"
                : stated == null ? "UNDECLARED" : stated.consent() && !granted ? "NOT_GRANTED" : "ALLOWED";
        assertThat(review.verdict()).as(header).isEqualTo(verdict);
        if (!verdict.equals("ALLOWED")) {
            assertThat(review.header()).isEqualTo(header);
            return;
        }
        Kept after = keep(review.header());
        assertThat(after)
                .as(header)
                .isEqualTo(new Kept(
                        before.name(),
                        stated.seconds() == 0
                                ? -1
                                : before.seconds() < 0 ? -1 : Math.min(before.seconds(), stated.seconds()),
                        before.secure() || stated.secure(),
                        before.httpOnly() || stated.httpOnly(),
                        before.sameSite().isEmpty() ? stated.sameSite() : before.sameSite(),
                        before.partitioned() || stated.partitioned()));
        assertThat(review.header().startsWith(header.split(";", 2)[0])).isTrue();
        if (before.equals(after)) {
            assertThat(review.header()).as("nothing to alter").isEqualTo(header);
        }
    }

    @Property(tries = 5_000, seed = "2026")
    void noTextIsTooStrange(@ForAll @StringLength(max = 200) String text, @ForAll @StringLength(max = 40) String host) {
        assertThat(COOKIES.review(text, text).header()).doesNotContain("\r", "\n", "\0");
        assertThat(COOKIES.withdrawn("hits=1;a_" + text + "=1;" + text, host, true))
                .hasSizeLessThanOrEqualTo(20)
                .allMatch(each -> COOKIES.review(each, null).verdict().equals("DELETES"))
                .allMatch(each -> each.chars().allMatch(c -> c >= ' ' || c == '\t'));
    }

    private static Kept keep(String header) {
        String[] parts = header.split(";", -1);
        String name = parts[0].contains("=")
                ? parts[0].substring(0, parts[0].indexOf('=')).strip()
                : "";
        List<String[]> attributes = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            String value = pair.length < 2 ? "" : pair[1].strip();
            if (value.length() <= 1_024) {
                attributes.add(new String[] {pair[0].strip().toLowerCase(Locale.ROOT), value});
            }
        }
        return new Kept(
                name,
                seconds(last("max-age", attributes), last("expires", attributes)),
                last("secure", attributes).isPresent(),
                last("httponly", attributes).isPresent(),
                last("samesite", attributes)
                        .map(value -> value.toLowerCase(Locale.ROOT))
                        .filter(List.of("lax", "strict", "none")::contains)
                        .orElse(""),
                last("partitioned", attributes).isPresent());
    }

    private static Optional<String> last(String key, List<String[]> attributes) {
        List<String> values = attributes.stream()
                .filter(attribute -> attribute[0].equals(key))
                .map(attribute -> attribute[1])
                .collect(Collectors.toList());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    private static long seconds(Optional<String> maxAge, Optional<String> expires) {
        if (maxAge.isPresent() && maxAge.get().matches("-?[0-9]+")) {
            return Math.max(0, Long.parseLong(maxAge.get().replaceAll("9{10,}", "9999999999")));
        }
        if (expires.isPresent() && expires.get().endsWith("GMT")) {
            Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(expires.get()));
            // In steps of ten minutes: the clock goes on between two readings.
            long minutes = Duration.between(Instant.now(), until).toMinutes();
            return minutes < 0 ? 0 : minutes > 60 && minutes < 70 ? 3_601 : 60 * minutes;
        }
        return -1;
    }
}
