package io.github.cookiecharter.constants;

import static io.github.cookiecharter.charter.TestCharters.cookie;
import static io.github.cookiecharter.charter.TestCharters.site;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cookiecharter.constants.ConstantsClass.Result;
import io.github.cookiecharter.goal.TestCharter;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cookies that the constants of the generated class make. */
class CookieFactoryTest {

    private static final GeneratedClass COOKIES = GeneratedClass.of(TestCharter.of("""
            site: { name: Shop, url: https://www.shop.example, hosts: [shop.example] }
            banner: { runtime: klaro }
            consent: { cookie: choice, revision: 7 }
            services:
              session:
                category: necessary
                purpose: Keep you signed in
                cookies:
                  basket:
                    lifetime: 2 hours
                    path: /shop
                    domain: shop.example
                    secure: true
                    http-only: true
                    same-site: Strict
                  __Host-part: { lifetime: session, partitioned: true, secure: true, same-site: None }
              audience:
                category: statistics
                purpose: Count visits here
                cookies: { hits: { lifetime: 1 day }, "a_*": { lifetime: 1 day } }
            """));

    private static Object call(Object target, String method, Object... arguments) throws Throwable {
        for (var each : target.getClass().getMethods()) {
            if (each.getName().equals(method)
                    && each.getParameterCount() == arguments.length
                    && (arguments.length == 0 || each.getParameterTypes()[0].isInstance(arguments[0]))) {
                try {
                    return each.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        }
        throw new AssertionError("no method " + method);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BASKET_COOKIE | basket=a1; Path=/shop; Domain=shop.example; Max-Age=7200; Secure; HttpOnly;"
                        + " SameSite=Strict",
                "_HOST_PART_COOKIE | __Host-part=a1; Path=/; Secure; SameSite=None; Partitioned",
                "HITS_COOKIE | hits=a1; Path=/; Max-Age=86400"
            })
    void aHeaderHasTheDeclaredAttributes(String constant, String header) throws Throwable {
        assertThat(call(COOKIES.factory(constant), "header", "a1")).isEqualTo(header);
    }

    @Test
    void aDeletionHasTheDeclaredPlace() throws Throwable {
        assertThat(call(COOKIES.factory("BASKET_COOKIE"), "deletion"))
                .isEqualTo("basket=; Path=/shop; Domain=shop.example; Max-Age=0; Secure");
        assertThat(call(COOKIES.factory("_HOST_PART_COOKIE"), "deletion"))
                .isEqualTo("__Host-part=; Path=/; Max-Age=0; Secure; Partitioned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a;b", "a,b", "\"a\"", "a\\b", "é", "a\r\nb", "\0"})
    void aValueThatNoCookieHasIsRefused(String value) {
        assertThatThrownBy(() -> call(COOKIES.factory("HITS_COOKIE"), "header", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the cookie 'hits' has a character in its value that no cookie can have: encode the value");
    }

    @Test
    void aCookieThatBrowsersWouldDropIsRefused() throws Throwable {
        assertThat(call(COOKIES.factory("HITS_COOKIE"), "header", "x".repeat(4_092)))
                .asString()
                .startsWith("hits=x");
        assertThatThrownBy(() -> call(COOKIES.factory("HITS_COOKIE"), "header", "x".repeat(4_093)))
                .hasMessage("the cookie 'hits' is longer than browsers allow");
    }

    @Test
    void consentIsAskedFirst() throws Throwable {
        Object none = COOKIES.consent(null).consent();
        Object all = COOKIES.consent("choice-r7=%7B%22session%22%3Atrue%2C%22audience%22%3Atrue%7D")
                .consent();

        assertThat((Optional<?>) call(COOKIES.factory("HITS_COOKIE"), "ifAllowed", none))
                .isEmpty();
        assertThat((Optional<?>) call(COOKIES.factory("HITS_COOKIE"), "ifAllowed", all))
                .isPresent();
        assertThat((Optional<?>) call(COOKIES.factory("BASKET_COOKIE"), "ifAllowed", none))
                .isPresent();
    }

    @Test
    void aConstantThatHasTheNameKeepsIt() {
        Result result =
                GeneratedClass.generate(site().service("necessary", "a", cookie("basket"), cookie("basket_cookie"))
                        .charter());

        assertThat(result.artefacts()).hasSize(1);
        assertThat(result.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.isError()).isFalse();
            assertThat(diagnostic.message())
                    .isEqualTo("'basket' has no Java constant that makes the cookie: BASKET_COOKIE is the name of the"
                            + " constant of 'basket_cookie': give one of them another name with 'constant'");
        });
    }
}
