package io.github.cookiecharter.constants;

import static io.github.cookiecharter.charter.TestCharters.cookie;
import static io.github.cookiecharter.charter.TestCharters.site;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.TestCharters;
import io.github.cookiecharter.charter.TestCharters.CookieDraft;
import io.github.cookiecharter.constants.ConstantsClass.Result;
import io.github.cookiecharter.model.NamePattern;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;

/** The constants of any names; more than a hundred classes are compiled, which takes long. */
@Tag("process")
class ConstantNamesPropertyTest {

    private static final String TOKEN = "!#$%&'+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    @Provide
    Arbitrary<String> tokens() {
        return Arbitraries.strings().withChars(TOKEN).ofMinLength(1).ofMaxLength(20);
    }

    /** Few letters, so that names meet, and patterns match. */
    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings()
                .withChars("aAb-_.*")
                .ofMinLength(1)
                .ofMaxLength(5)
                .filter(name -> !isBare(name));
    }

    private static boolean isBare(String name) {
        return name.chars().allMatch(c -> c == '*');
    }

    @Property(tries = 60, seed = "2026")
    void anyNamesGiveConstantsThatCompileOrAClearProblem(
            @ForAll @Size(min = 1, max = 30) Set<@From("tokens") String> names) {
        Charter charter = charter(List.copyOf(names));
        Result result = GeneratedClass.generate(charter);

        if (result.diagnostics().isEmpty()) {
            GeneratedClass cookies = GeneratedClass.of(charter);
            assertThat(cookies.constants().values()).containsExactlyInAnyOrderElementsOf(names);
            assertThat(cookies.names()).containsExactlyInAnyOrderElementsOf(names);
        } else {
            assertThat(result.artefacts()).isEmpty();
            assertThat(result.diagnostics())
                    .allSatisfy(diagnostic -> assertThat(names)
                            .anyMatch(name -> diagnostic.message().contains("'" + name + "'")));
        }
    }

    @Property(tries = 2_000, seed = "2026")
    void theNamingRuleHoldsWordForWord(@ForAll("tokens") String name) {
        String byTheRule = name.replaceAll("([a-z])([A-Z])", "$1_$2")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "_")
                .replaceAll("^(?=[0-9])", "_");

        assertThat(JavaNames.constantName(new NamePattern(name)))
                .isEqualTo(byTheRule.equals("_") ? Optional.empty() : Optional.of(byTheRule));
    }

    @Property(tries = 60, seed = "2026")
    void lookupsAgreeWithTheirDefinition(
            @ForAll @Size(min = 1, max = 12) List<@From("patterns") String> declared,
            @ForAll @Size(min = 1, max = 60) List<@From("patterns") String> asked) {
        List<String> names = declared.stream().distinct().toList();
        GeneratedClass cookies = GeneratedClass.of(charterWithConstants(names));

        for (String name : asked) {
            Optional<String> winner = winner(names, name);
            assertThat(cookies.isDeclared(name)).as(name).isEqualTo(winner.isPresent());
            assertThat(cookies.categoryOf(name)).as(name).isEqualTo(winner.map(found -> "c" + names.indexOf(found)));
            assertThat(cookies.isAllowed(name)).as(name).isFalse();
            winner.ifPresent(found -> assertThat(cookies.isAllowed(name, "c" + names.indexOf(found)))
                    .as(name)
                    .isTrue());
        }
    }

    private static Optional<String> winner(List<String> declared, String name) {
        if (declared.contains(name) && name.indexOf('*') < 0) {
            return Optional.of(name);
        }
        Map<Integer, String> byPrecedence = new TreeMap<>(Comparator.reverseOrder());
        for (String pattern : declared) {
            if (pattern.indexOf('*') >= 0 && matches(pattern, name)) {
                byPrecedence.putIfAbsent(pattern.replace("*", "").length(), pattern);
            }
        }
        return byPrecedence.values().stream().findFirst();
    }

    private static boolean matches(String pattern, String name) {
        String regex = pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return name.matches(regex);
    }

    private static Charter charter(List<String> names) {
        return site().service(
                        "necessary",
                        "a",
                        names.stream().map(TestCharters::cookie).toArray(CookieDraft[]::new))
                .charter();
    }

    /** Each name in a category of its own, and with a constant that meets no other. */
    private static Charter charterWithConstants(List<String> names) {
        TestCharters.Site site = site();
        for (int i = 0; i < names.size(); i++) {
            NamePattern name = new NamePattern(names.get(i));
            CookieDraft cookie = cookie(name.text());
            site.service("c" + i, "s" + i, name.isLiteral() || name.isPrefix() ? cookie.constant("X" + i) : cookie);
        }
        return site.charter();
    }
}
