package io.github.cookiecharter.scan.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.ProcessorTime;
import io.github.cookiecharter.scan.model.ApiUsages;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.TextFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file contains, a scan comes to its end, soon, and throws nothing. */
class HostileConfigTest {

    private static final ApiUsages NONE = new ApiUsages(Map.of());
    private static final List<String> PATHS = List.of(
            "application.properties",
            "application.yml",
            "application.conf",
            "web.xml",
            "shiro.ini",
            "page.jsp",
            "page.xhtml",
            "META-INF/spring-configuration-metadata.json",
            "META-INF/quarkus-config-doc/quarkus-config-model.json");

    private static void survives(String text) {
        for (String path : PATHS) {
            ProcessorTime.within(
                    Duration.ofSeconds(10),
                    path,
                    () -> ConfigSamples.scan(
                            NONE,
                            ConfigSamples.own(path, "# cookie\n" + text),
                            ConfigSamples.own(path, text + " cookie")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "[",
                "]",
                "<",
                "<a",
                "<a b=",
                "<!--",
                "<![CDATA[",
                "<!DOCTYPE a [",
                "</",
                "&",
                "\"",
                "'",
                "#",
                "$",
                "${",
                "#{",
                "a:",
                "a: {",
                "- ",
                "a=\\",
                "\\",
                "\\u12",
                ":",
                "=",
                "\"\"\"",
                "|",
                "a: |\n ",
                "%",
                "---",
                "<%@",
                "<jsp:directive.page",
                "#{flash",
                "@",
                "@a",
                "a{",
                "cookie",
                "\n",
                "\r",
                "a: &",
                "<a>",
                "a: *b\n",
                "[a",
                "a.",
                ".",
                "\u0000",
                "\ud800",
                " a: b\n",
                "{\"name\":",
                "a: 'b\n",
                "a: [",
                "//",
                "a=\"",
                "+=",
            })
    void anyPieceManyTimes(String piece) {
        survives(piece);
        survives(piece.repeat(5_000));
    }

    @Test
    void aLineOfTenMegabytes() {
        int length = 10_000_000;
        survives("a: " + "b".repeat(length));
        survives("a=" + "${b}".repeat(length / 4));
        survives("x ".repeat(length / 2));
    }

    @Test
    void aLongKeyOverManyOthers() {
        String name = "k".repeat(400_000);
        survives(name + ":\n" + " a: b\n".repeat(10_000));
        survives(name + " {\n" + " a: b\n".repeat(10_000));
        survives("<" + name + ">" + "<a b='c'/>".repeat(10_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:\n%s", "a {\n", "<a>", "{\"a\":", "%s- "})
    void deepNesting(String piece) {
        StringBuilder text = new StringBuilder();
        for (int depth = 0; depth < 3_000; depth++) {
            text.append(piece.formatted(" ".repeat(depth)));
        }
        survives(text.toString());
    }

    @Test
    void entitiesAreNeitherLoadedNorExpanded() {
        String laughs = """
                <?xml version="1.0"?>
                <!DOCTYPE web-app [
                 <!ENTITY a "SHOP"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">
                 <!ENTITY file SYSTEM "file:///etc/passwd">
                 <!ENTITY %% remote SYSTEM "http://127.0.0.1:1/x"> %%remote;
                ]>
                <web-app><session-config><cookie-config><name>%s</name></cookie-config></session-config></web-app>
                """;
        for (String name : List.of("&c;", "&file;", "&a;")) {
            assertThat(ConfigSamples.seen(
                            ConfigSamples.scan(NONE, ConfigSamples.own("web.xml", laughs.formatted(name)))))
                    .containsExactly("? unresolved web.xml:7:41");
        }
    }

    @Test
    void placeholdersDoNotExplode() {
        StringBuilder text = new StringBuilder("server.servlet.session.cookie.name=${a0}\n");
        for (int i = 0; i < 50; i++) {
            text.append("a")
                    .append(i)
                    .append('=')
                    .append(("${a" + (i + 1) + "}").repeat(100))
                    .append('\n');
        }
        List<Evidence> evidence =
                within(() -> ConfigSamples.scan(NONE, ConfigSamples.own("application.properties", text.toString())));
        assertThat(ConfigSamples.seen(evidence)).containsExactly("? unresolved application.properties:1:1");
    }

    @Test
    void aliasesOfYamlDoNotExplode() {
        StringBuilder lists = new StringBuilder("cookie: &a0 [a, b]\n");
        StringBuilder merges = new StringBuilder("cookie: &a0 {a: b}\n");
        StringBuilder empty = new StringBuilder("cookie: &a0 {}\n");
        for (int i = 1; i < 40; i++) {
            String before = "*a" + (i - 1);
            String twice = "[" + before + ", " + before + "]";
            lists.append("k")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(' ')
                    .append(twice)
                    .append('\n');
            merges.append("k")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" {<<: ")
                    .append(twice)
                    .append("}\n");
            empty.append("k")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" {<<: ")
                    .append(twice)
                    .append("}\n");
        }
        for (StringBuilder text : List.of(lists, merges, empty)) {
            ConfigScanner scan = new ConfigScanner();
            scan.accept(ConfigSamples.own("application.yml", text.toString()));
            assertThat(within(() -> scan.finish(NONE))).isEmpty();
            assertThat(scan.warnings()).singleElement().asString().contains(" repeat too much");
        }
    }

    @Test
    void substitutionsOfHoconDoNotExplode() {
        StringBuilder texts = new StringBuilder("cookie = 1\na0 = abcdefgh\n");
        StringBuilder objects = new StringBuilder("cookie = 1\na0 = {x = 1, y = 2}\n");
        StringBuilder own = new StringBuilder("cookie = 1\na = abcdefgh\n");
        StringBuilder inner = new StringBuilder("cookie = 1\na0 = {s = abcdefgh}\n");
        for (int i = 1; i < 60; i++) {
            String before = "${a" + (i - 1);
            texts.append("a")
                    .append(i)
                    .append(" = ")
                    .append(before)
                    .append("}")
                    .append(before)
                    .append("}\n");
            objects.append("a")
                    .append(i)
                    .append(" = {x = ")
                    .append(before)
                    .append("}, y = ")
                    .append(before)
                    .append("}}\n");
            own.append("a = ${a}${a}\n");
            inner.append("a")
                    .append(i)
                    .append(" = ")
                    .append(before)
                    .append("} {s = ")
                    .append(before)
                    .append(".s}")
                    .append(before)
                    .append(".s}}\n");
        }
        for (StringBuilder text : List.of(texts, objects, own, inner)) {
            ConfigScanner scan = new ConfigScanner();
            scan.accept(ConfigSamples.own("application.conf", text.toString()));
            assertThat(within(() -> scan.finish(NONE))).isEmpty();
            assertThat(scan.warnings()).singleElement().asString().contains(" repeat too much");
        }
    }

    @Test
    void aLongKeyOverManyOthersOfHocon() {
        StringBuilder text = new StringBuilder("k".repeat(300_000)).append(" {\n cookie = ${x}\n");
        for (int i = 0; i < 5_000; i++) {
            text.append("k").append(i).append("=1\n");
        }
        ConfigScanner scan = new ConfigScanner();
        scan.accept(ConfigSamples.own("application.conf", text.append("}\n").toString()));
        assertThat(within(() -> scan.finish(NONE))).isEmpty();
        assertThat(scan.warnings()).singleElement().asString().contains(" repeat too much");
    }

    @Test
    void aListOfHoconThatIsAppendedToWithoutEnd() {
        ConfigScanner scan = new ConfigScanner();
        scan.accept(ConfigSamples.own("application.conf", "cookie = ${x}\n" + "list += 1\n".repeat(3_000)));
        assertThat(within(() -> scan.finish(NONE))).isEmpty();
        assertThat(scan.warnings()).singleElement().asString().contains(" repeat too much");
    }

    @Test
    void manySubstitutionsOfHoconAreNoAttack() {
        StringBuilder text = new StringBuilder("play.http.session.cookieName = SHOP\n");
        for (int i = 0; i < 100; i++) {
            text.append("s").append(i).append(" = \"jdbc:\"${HOST").append(i).append("}\":\"${PORT}\"/\"${?NAME}\n");
            text.append("list += ").append(i).append("\nb").append(i).append(" = ${base} {a = 1}\n");
        }
        assertThat(ConfigSamples.seen(
                        within(() -> ConfigSamples.scan(NONE, ConfigSamples.own("application.conf", text.toString())))))
                .containsExactly("SHOP certain application.conf:1:1");
    }

    private static <T> T within(Supplier<T> work) {
        return ProcessorTime.within(Duration.ofSeconds(10), "the settings", work::get);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "server.servlet.session.cookie.name",
                "cookie",
                ": ",
                "=",
                "\n",
                "\n  ",
                "\n- ",
                "{",
                "}",
                "[",
                "]",
                "<a>",
                "</a>",
                "<name>",
                "<b c='",
                "'",
                "\"",
                "\\",
                "${",
                "}",
                "#",
                "&amp;",
                "<!--",
                "-->",
                "<![CDATA[",
                "]]>",
                "|",
                "*x",
                "&x ",
                "%dev.",
                "quarkus.oidc.a.application-type",
                "web-app",
                ".",
                "\r",
                "\t",
                "\u00e9",
                "page session",
                "<%@",
                "#{flash.",
                "//",
                "+=",
                "\"\"\"",
                "name",
                "defaultValue");
        Arbitrary<String> noise = Arbitraries.strings().all().ofMaxLength(4);
        return Arbitraries.oneOf(pieces, noise).list().ofMaxSize(60).map(parts -> String.join("", parts));
    }

    @Property(tries = 600, seed = "2026")
    void noTextMakesAScanFail(@ForAll("texts") String text) {
        ConfigScanner scan = new ConfigScanner();
        for (String path : PATHS) {
            scan.accept(ConfigSamples.own(path, text));
            scan.accept(new TextFile(path, "g:a:1", text));
        }
        List<Evidence> evidence = scan.finish(ConfigSamples.uses("jakarta.servlet.http.Cookie#<init>"));
        assertThat(evidence).allSatisfy(one -> {
            assertThat(one.name().isPresent())
                    .isEqualTo(one.certainty() != io.github.cookiecharter.scan.model.Certainty.UNRESOLVED);
            assertThat(one.place().text()).isNotBlank();
        });
    }

    @Property(tries = 150, seed = "2026")
    void noBytesMakeAScanFail(@ForAll byte[] bytes) {
        ConfigScanner scan = new ConfigScanner();
        for (String path : PATHS) {
            scan.accept(TextFile.of(path, Evidence.OWN, bytes));
        }
        scan.accept(ConfigSamples.own("application.properties", "server.servlet.session.cookie.name=S\n"));
        assertThat(scan.finish(NONE)).isNotEmpty();
    }
}
