package io.github.cookiecharter.scan.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.model.DataTable;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.scan.config.FrameworkCatalogue.DefaultCookie;
import io.github.cookiecharter.scan.config.FrameworkCatalogue.Effect;
import io.github.cookiecharter.scan.config.FrameworkCatalogue.Key;
import io.github.cookiecharter.scan.config.FrameworkCatalogue.Usage;
import io.github.cookiecharter.scan.model.ApiUsages;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.TextFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds every row of the tables to what a scan makes of it. */
class FrameworkCatalogueTest {

    private static final ApiUsages NONE = new ApiUsages(Map.of());

    private final FrameworkCatalogue catalogue = FrameworkCatalogue.read();

    @ParameterizedTest
    @ValueSource(strings = {"frameworks.txt", "uses.txt", "keys.txt"})
    void everyTableSaysOfWhatDayItIsAndWhereItsRowsAreFrom(String name) throws Exception {
        String text;
        try (var in = FrameworkCatalogue.class.getResourceAsStream(name)) {
            text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        var date = Pattern.compile("^# Date: (.*)$", Pattern.MULTILINE).matcher(text);
        assertThat(date.find()).isTrue();
        assertThat(LocalDate.parse(date.group(1))).isAfter(LocalDate.of(2026, 1, 1));
        List<List<String>> rows = DataTable.cells(FrameworkCatalogue.class, name);
        assertThat(rows)
                .doesNotHaveDuplicates()
                .allMatch(row -> row.size() == rows.get(0).size())
                .noneMatch(row -> row.get(row.size() - 1).isEmpty());
    }

    @Test
    void everyRowIsOfACookieAndEveryCookieHasRows() {
        Set<String> ids = catalogue.cookies().keySet();
        Set<String> said = catalogue.keys().stream().map(Key::cookie).collect(Collectors.toSet());
        catalogue.usages().forEach(usage -> said.add(usage.cookie()));
        assertThat(said).isEqualTo(ids);
        for (DefaultCookie cookie : catalogue.cookies().values()) {
            assertThat(cookie.replaces().isEmpty() || ids.contains(cookie.replaces()))
                    .isTrue();
        }
    }

    @TestFactory
    List<DynamicTest> everyUseThatSetsACookieIsReported() {
        return tests(Effect.SETS, usage -> {
            DefaultCookie cookie = cookie(usage.cookie());
            assertThat(names(ConfigSamples.scan(ConfigSamples.uses(usage.api()))))
                    .contains(name(cookie, ""));
            assertThat(names(ConfigSamples.scan(ConfigSamples.uses(usage.api() + "Not"))))
                    .isEmpty();
            for (String other : usage.unless()) {
                List<Evidence> evidence = ConfigSamples.scan(ConfigSamples.uses(usage.api(), other));
                assertThat(evidence).noneMatch(one -> one.place().equals(ConfigSamples.place(10)));
            }
        });
    }

    @TestFactory
    List<DynamicTest> everyUseThatNamesACookieLeavesNoDefault() {
        return tests(Effect.NAMES, usage -> {
            String sets = catalogue.usages().stream()
                    .filter(other ->
                            other.effect() == Effect.SETS && other.cookie().equals(usage.cookie()))
                    .findFirst()
                    .orElseThrow()
                    .api();
            assertThat(names(ConfigSamples.scan(ConfigSamples.uses(sets)))).contains(name(cookie(usage.cookie()), ""));
            assertThat(names(ConfigSamples.scan(ConfigSamples.uses(sets, usage.api()))))
                    .doesNotContain(name(cookie(usage.cookie()), ""));
        });
    }

    @TestFactory
    List<DynamicTest> everyKeyThatNamesACookieIsReported() {
        List<DynamicTest> tests = new ArrayList<>(keyTests(Effect.OVERRIDES, this::named));
        tests.addAll(keyTests(Effect.NAMES, this::named));
        return tests;
    }

    private void named(Key key) {

        List<Evidence> evidence = ConfigSamples.scan(NONE, file(key.key(), "x_name"));
        assertThat(names(evidence)).containsExactly("x_name");
        assertThat(evidence.get(0).certainty().word()).isEqualTo("certain");
        assertThat(names(ConfigSamples.scan(NONE, file(key.key(), "")))).doesNotContain("?", "");
    }

    @TestFactory
    List<DynamicTest> everyKeyThatSetsACookieIsReported() {
        return keyTests(Effect.SETS, key -> {
            String value = key.values().isEmpty() ? "x" : key.values().get(0);
            String scope =
                    key.key().contains("*") && cookie(key.cookie()).name().contains("{_}") ? "_any" : "";
            assertThat(names(ConfigSamples.scan(NONE, file(key.key(), value))))
                    .contains(name(cookie(key.cookie()), scope));
            if (!key.values().isEmpty()) {
                assertThat(names(ConfigSamples.scan(NONE, file(key.key(), "other"))))
                        .isEmpty();
            }
        });
    }

    @TestFactory
    List<DynamicTest> everyKeyThatStopsACookieLeavesNone() {
        return keyTests(Effect.STOPS, key -> {
            Key sets = anySetting(key.cookie());
            TextFile file = file(
                    sets.key(), sets.values().isEmpty() ? "x" : sets.values().get(0));
            String name = name(cookie(key.cookie()), "");
            if (!cookie(key.cookie()).name().contains("{_}")) {
                assertThat(names(ConfigSamples.scan(NONE, file))).contains(name);
            }
            assertThat(names(ConfigSamples.scan(
                            NONE, file, file(key.key(), key.values().get(0)))))
                    .doesNotContain(name);
        });
    }

    @TestFactory
    List<DynamicTest> everyKeyOfAnAttributeIsReported() {
        List<DynamicTest> tests = new ArrayList<>();
        Map<Effect, String> values = Map.of(
                Effect.MAX_AGE, "77",
                Effect.HTTP_ONLY, "true",
                Effect.SECURE, "true",
                Effect.SAME_SITE, "Strict",
                Effect.DOMAIN, "shop.example",
                Effect.PATH, "/shop");
        values.forEach((effect, value) -> tests.addAll(keyTests(effect, key -> {
            Key naming = catalogue.keys().stream()
                    .filter(other -> other.cookie().equals(key.cookie()))
                    .filter(other -> other.effect() == Effect.NAMES || other.effect() == Effect.SETS)
                    .findFirst()
                    .orElseThrow();
            String name = naming.values().isEmpty() ? "x_name" : naming.values().get(0);
            assertThat(ConfigSamples.scan(NONE, file(naming.key(), name), file(key.key(), value)))
                    .as("evidence with %s=%s from the key %s of %s", effect, value, key.key(), key.cookie())
                    .anyMatch(one -> said(one.attributes(), effect).equals(value));
        })));
        return tests;
    }

    private static String said(ObservedAttributes attributes, Effect effect) {
        return switch (effect) {
            case MAX_AGE ->
                attributes.lifetime().orElse(new Lifetime.Session()) instanceof Lifetime.Lasting lasting
                        ? String.valueOf(lasting.amount())
                        : "";
            case HTTP_ONLY -> attributes.httpOnly().map(String::valueOf).orElse("");
            case SECURE -> attributes.secure().map(String::valueOf).orElse("");
            case SAME_SITE -> attributes.sameSite().map(SameSite::word).orElse("");
            case DOMAIN -> attributes.domain().orElse("");
            default -> attributes.path().orElse("");
        };
    }

    private Key anySetting(String cookie) {
        return catalogue.keys().stream()
                .filter(key -> key.effect() != Effect.STOPS && key.cookie().equals(cookie))
                .filter(key -> key.effect() == Effect.SETS)
                .findFirst()
                .orElseGet(() -> new Key("servlet-session", Effect.SETS, "page:session", List.of()));
    }

    private List<DynamicTest> tests(Effect effect, java.util.function.Consumer<Usage> body) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Usage usage : catalogue.usages()) {
            if (usage.effect() == effect) {
                tests.add(DynamicTest.dynamicTest(usage.cookie() + " " + usage.api(), () -> body.accept(usage)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private List<DynamicTest> keyTests(Effect effect, java.util.function.Consumer<Key> body) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Key key : catalogue.keys()) {
            if (key.effect() == effect) {
                tests.add(DynamicTest.dynamicTest(key.cookie() + " " + key.key(), () -> body.accept(key)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private DefaultCookie cookie(String id) {
        return catalogue.cookies().get(id);
    }

    private static String name(DefaultCookie cookie, String suffix) {
        return cookie.name().replace("{_}", suffix);
    }

    private static List<String> names(List<Evidence> evidence) {
        return evidence.stream().map(one -> one.name().orElse("?")).distinct().toList();
    }

    /** A file that sets a key: a page, an XML document or properties, as the key is. */
    private static TextFile file(String key, String value) {
        if (key.equals("page:session")) {
            return ConfigSamples.own("page.jsp", "<p>");
        }
        if (key.equals("page:flash")) {
            return ConfigSamples.own("page.xhtml", "#{flash.a}");
        }
        if (key.equals("page:download")) {
            return ConfigSamples.own("page.xhtml", "PrimeFaces.monitorDownload(a)");
        }
        boolean xml = key.indexOf('/') >= 0 || key.indexOf('@') >= 0;
        return xml
                ? ConfigSamples.own("session.xml", xml(key.split("/"), 0, value))
                : ConfigSamples.own("cookies.properties", key.replace("*", "any") + "=" + value + "\n");
    }

    private static String xml(String[] path, int at, String value) {
        String segment = path[at];
        int attribute = segment.indexOf('@');
        int name = segment.indexOf('[');
        if (attribute >= 0) {
            return "<" + segment.substring(0, attribute) + " " + segment.substring(attribute + 1) + "='" + value
                    + "'/>";
        }
        if (name >= 0) {
            String tag = segment.substring(0, name);
            String called = segment.substring(name + 1, segment.length() - 1);
            return tag.equals("context-param")
                    ? "<context-param><param-name>" + called + "</param-name><param-value>" + value
                            + "</param-value></context-param>"
                    : "<" + tag + " name='" + called + "'>" + value + "</" + tag + ">";
        }
        String inner = at + 1 < path.length ? xml(path, at + 1, value) : value;
        return "<" + segment + ">" + inner + "</" + segment + ">";
    }
}
