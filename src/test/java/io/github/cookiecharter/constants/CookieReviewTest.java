package io.github.cookiecharter.constants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.constants.GeneratedClass.Reviewed;
import io.github.cookiecharter.goal.TestCharter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the generated class says of headers that set cookies, and of cookies that a visitor withdrew. */
class CookieReviewTest {

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
                  token: { lifetime: 1 hour, path: /account }
              audience:
                category: statistics
                purpose: Count visits here
                cookies:
                  hits: { lifetime: 1 day, domain: [shop.example, www.shop.example], same-site: None }
                  "_a_*": { lifetime: 1 day }
                  __Host-part: { lifetime: 1 day, partitioned: true, secure: true }
                  __Secure-s: { lifetime: 1 day, domain: shop.example }
                  __Http-h: { lifetime: 1 day, http-only: true, secure: true }
                  token: { lifetime: 1 hour, path: /stats }
              load:
                category: statistics
                consent: exempt
                reason: Anonymous
                anonymous: true
                purpose: Measure the load
                cookies: { load: { lifetime: 1 day } }
            """;

    private static final GeneratedClass COOKIES = GeneratedClass.of(TestCharter.of(CHARTER));

    static final String GRANTED = "choice-r7=%7B%22session%22%3Atrue%2C%22audience%22%3Atrue%7D";
    private static final String REFUSED = "choice-r7=%7B%22session%22%3Atrue%2C%22audience%22%3Afalse%7D";
    private static final String OBJECTS =
            "choice-r7=%7B%22session%22%3Atrue%2C%22audience%22%3Afalse%2C%22load%22%3Afalse%7D";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "sid=1                                       | ALLOWED",
                "'  sid  =1'                                 | ALLOWED",
                "hits=1                                      | NOT_GRANTED",
                "_a_1=1                                      | NOT_GRANTED",
                "load=1                                      | ALLOWED",
                "other=1                                     | UNDECLARED",
                "Sid=1                                       | UNDECLARED",
                "sid                                         | UNDECLARED",
                "=sid=1                                      | UNDECLARED",
                "''                                          | UNDECLARED",
                "null                                        | UNDECLARED",
                "other=                                      | UNDECLARED",
                "other=1;max-age=0                           | DELETES",
                "other=1; Max-Age= 0 ;Path=/                 | DELETES",
                "hits=1;MAX-AGE=-1                           | DELETES",
                "hits=1;Max-Age=-99999999999999999999        | DELETES",
                "hits=1;Max-Age=-0                           | DELETES",
                "hits=1; Max-Age=\\\"0\\\"                   | NOT_GRANTED",
                "hits=1; Max-Age=abc                         | NOT_GRANTED",
                "hits=1; Max-Age=0x                          | NOT_GRANTED",
                "hits=1; Max-Age=                            | NOT_GRANTED",
                "hits=1; Max-Age                             | NOT_GRANTED",
                "hits=1; Max-Age=0; Max-Age=60               | NOT_GRANTED",
                "hits=1; Max-Age=60; Max-Age=0               | DELETES",
                "hits=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT | NOT_GRANTED",
                "hits=1; Max-Age=abc; Expires=Thu, 01 Jan 1970 00:00:00 GMT | DELETES",
                "hits=; expires=Thu, 01-Jan-1970 00:00:10 GMT | DELETES",
                "hits=; Expires=Thu Jan  1 00:00:10 1970     | DELETES",
                "hits=; Expires=Sun, 06-Nov-94 08:49:37 GMT  | DELETES",
                "hits=; Expires=0                            | NOT_GRANTED",
                "hits=; Expires=Thu, 31 Feb 1999 00:00:00 GMT | NOT_GRANTED",
                "hits=; Expires=Thu, 01 Jan 9999 00:00:00 GMT | NOT_GRANTED",
            })
    void theVerdictIsThatOfABrowser(String header, String verdict) {
        assertThat(COOKIES.review(header == null ? null : header.replace("\\\"", "\""), REFUSED)
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void anObjectionHolds() {
        assertThat(COOKIES.review("load=1", OBJECTS).verdict()).isEqualTo("NOT_GRANTED");
        assertThat(COOKIES.review("load=1", null).verdict()).isEqualTo("ALLOWED");
        assertThat(COOKIES.review("hits=1", null).verdict()).isEqualTo("NOT_GRANTED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sid=1 | sid=1; SameSite=Lax; HttpOnly; Secure",
                "sid=1;secure;HTTPONLY;samesite=STRICT | sid=1;secure;HTTPONLY;samesite=STRICT",
                "sid=1; SameSite=bogus; Secure; HttpOnly | sid=1; SameSite=bogus; Secure; HttpOnly; SameSite=Lax",
                "sid=1; Max-Age=60; Path=/; SameSite=Lax; Secure; HttpOnly"
                        + " | sid=1; Path=/; SameSite=Lax; Secure; HttpOnly",
                "hits=1 | hits=1; SameSite=None; Secure",
                "hits=1; Max-Age=86400; SameSite=None; Secure | hits=1; Max-Age=86400; SameSite=None; Secure",
                "hits=1; Max-Age=86401; SameSite=None; Secure | hits=1; SameSite=None; Secure; Max-Age=86400",
                "hits=1;Max-Age=99999999999999999999;Expires=x;SameSite=None;Secure"
                        + " | hits=1;SameSite=None;Secure; Max-Age=86400",
                "hits=1; Expires=Thu, 01 Jan 9999 00:00:00 GMT; SameSite=None; Secure"
                        + " | hits=1; SameSite=None; Secure; Max-Age=86400",
                "__Host-part=1; Secure | __Host-part=1; Secure; Partitioned",
                "load=1; Path=/ | load=1; Path=/",
            })
    void attributesAreRaisedAndTheLifetimeIsCapped(String header, String sent) {
        Reviewed review = COOKIES.review(header, GRANTED);

        assertThat(review.verdict()).isEqualTo("ALLOWED");
        assertThat(review.header()).isEqualTo(sent);
        assertThat(COOKIES.review(sent, GRANTED).header()).as("once is enough").isEqualTo(sent);
    }

    @Test
    void whatContradictsIsToldAndNotChanged() {
        Reviewed review = COOKIES.review("sid=1; SameSite=None; Secure; HttpOnly", GRANTED);

        assertThat(review.header()).isEqualTo("sid=1; SameSite=None; Secure; HttpOnly");
        assertThat(review.differences()).containsExactly("SameSite=Lax");
        assertThat(review.name()).isEqualTo("sid");
    }

    @Test
    void aHeaderCannotEndTheHeader() {
        assertThat(COOKIES.review("sid=1\r\nSet-Cookie: x=1\0; Secure; HttpOnly; SameSite=Lax", GRANTED)
                        .header())
                .isEqualTo("sid=1  Set-Cookie: x=1 ; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void ofTwoCookiesOfANameThatWithTheSamePathCounts() {
        assertThat(COOKIES.review("token=1; Path=/stats", GRANTED).verdict()).isEqualTo("ALLOWED");
        assertThat(COOKIES.review("token=1; Path=/account", REFUSED).verdict()).isEqualTo("NOT_GRANTED");
    }

    @Test
    void withdrawnCookiesAreDeletedInEachPlace() {
        assertThat(COOKIES.withdrawn("sid=1; hits=1; hits=2; other=1; " + REFUSED, "www.shop.example:8443", true))
                .containsExactly(
                        "hits=; Path=/; Max-Age=0; Secure",
                        "hits=; Path=/; Domain=shop.example; Max-Age=0; Secure",
                        "hits=; Path=/; Domain=www.shop.example; Max-Age=0; Secure");
        assertThat(COOKIES.withdrawn("hits=1", "SHOP.example", false))
                .containsExactly("hits=; Path=/; Max-Age=0", "hits=; Path=/; Domain=shop.example; Max-Age=0");
        assertThat(COOKIES.withdrawn("hits=1", "myshop.example", false)).containsExactly("hits=; Path=/; Max-Age=0");
        assertThat(COOKIES.withdrawn("hits=1", null, false)).containsExactly("hits=; Path=/; Max-Age=0");
        assertThat(COOKIES.withdrawn("hits=1; " + GRANTED, "shop.example", false))
                .isEmpty();
        assertThat(COOKIES.withdrawn(null, "shop.example", false)).isEmpty();
    }

    @Test
    void prefixesAndPartitionsAreRespected() {
        assertThat(COOKIES.withdrawn("__Host-part=1;__Secure-s=1;__Http-h=1;_a_x=1", "shop.example", true))
                .containsExactly(
                        "__Host-part=; Path=/; Max-Age=0; Secure",
                        "__Host-part=; Path=/; Max-Age=0; Secure; Partitioned",
                        "__Secure-s=; Path=/; Max-Age=0; Secure",
                        "__Secure-s=; Path=/; Domain=shop.example; Max-Age=0; Secure",
                        "__Http-h=; Path=/; Max-Age=0; Secure; HttpOnly",
                        "_a_x=; Path=/; Max-Age=0; Secure");
    }

    @Test
    void anotherCookieOfTheNameStays() {
        assertThat(COOKIES.withdrawn("token=1", "shop.example", true))
                .containsExactly("token=; Path=/stats; Max-Age=0; Secure");
    }

    @Test
    void anObjectionDeletesAndTheRecordStays() {
        assertThat(COOKIES.withdrawn("load=1; " + OBJECTS, "shop.example", false))
                .containsExactly("load=; Path=/; Max-Age=0");
    }

    @Test
    void aResponseHasRoomForTwentyDeletionsAndThreeKibibytes() {
        String many = IntStream.range(0, 100).mapToObj(i -> "_a_" + i + "=1").collect(Collectors.joining("; "));
        String longOnes = IntStream.range(0, 9)
                .mapToObj(i -> "_a_" + i + "x".repeat(i == 0 ? 4_000 : 800) + "=1")
                .collect(Collectors.joining("; "));

        assertThat(COOKIES.withdrawn(many, "shop.example", true)).hasSize(20);
        assertThat(COOKIES.withdrawn(longOnes, "shop.example", true)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_a_\r\nx", "_a_\0x", "_a_\u0100"})
    void aNameThatNoHeaderHoldsIsLeftAlone(String name) {
        assertThat(COOKIES.withdrawn(name + "=1", "shop.example", true)).isEmpty();
    }

    @Test
    void aDeletionIsADeletion() {
        List<String> deletions = COOKIES.withdrawn("hits=1;_a_b=1;__Host-part=1;token=1", "www.shop.example", true);

        assertThat(deletions)
                .allMatch(each -> COOKIES.review(each, null).verdict().equals("DELETES"));
    }
}
