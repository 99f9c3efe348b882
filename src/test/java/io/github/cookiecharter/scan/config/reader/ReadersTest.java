package io.github.cookiecharter.scan.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.scan.config.ConfigSamples;
import io.github.cookiecharter.scan.config.PageUsages;
import io.github.cookiecharter.scan.model.TextFile;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersTest {

    private static TextFile file(String text) {
        return ConfigSamples.own("any", text);
    }

    // ---- properties -------------------------------------------------------------------------------------------------

    @Test
    void propertiesKeepTheirPlaces() {
        List<Setting> settings = PropertiesReader.read(
                file("# of the shop\n\n  a.b = c\\\n     d\\u0065\r\n! no\nkey\\ with\\=signs : v\nlone\n\\u0061=1\n"));
        assertThat(ConfigSamples.read(settings))
                .containsExactly("3:3 a.b = cde", "6:1 key with=signs = v", "7:1 lone = ", "8:1 a = 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=b",
                "a = b c ",
                "a:b",
                "a b",
                "a\tb",
                "a",
                "=b",
                "a=\\\n  b",
                "a=\\\r\n  b",
                "a\\:b=c\\td",
                "a=\\\\",
                "#x\\\na=b",
                "a=b\\\n#c",
                "\\\n a=b",
                "a=x\\u00e9y",
                "a==b",
                "a: =b"
            })
    void propertiesMeanWhatJavaSaysTheyMean(String text) throws Exception {
        Properties expected = new Properties();
        expected.load(new StringReader(text));
        Properties read = new Properties();
        PropertiesReader.read(file(text)).forEach(setting -> read.setProperty(setting.key(), setting.value()));
        expected.replaceAll((key, value) -> value.toString().strip());
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void sectionsOfAnIniFileStandInFrontOfTheirKeys() {
        assertThat(ConfigSamples.read(
                        PropertiesReader.readIni(file("[main]\n; no\na.b = c\n[urls]\n/** = authc\n[broken\nx=y"))))
                .containsExactly("3:1 main.a.b = c", "5:1 urls./** = authc", "7:1 x = y");
    }

    // ---- YAML -------------------------------------------------------------------------------------------------------

    @Test
    void yamlIsReadAsPathsOfKeys() {
        String text = """
                # of the shop
                server:
                  servlet.session:
                    cookie:
                      name: "SHOP" # its name
                      http-only: true
                  port: 8080
                text: |
                  cookie:
                    name: NO
                'quoted.key': 'it''s'
                list:
                - oidc:
                    cookie-name: A
                - plain
                ---
                "%dev":
                  quarkus.x: a#b
                inline: { cookie: { name: C, max-age: "1h" }, list: [a, b] } # end
                anchored: &n DEFAULT
                alias: *n
                urls: http://a:80/
                """;
        assertThat(ConfigSamples.read(YamlReader.read(file(text)).settings()))
                .containsExactly(
                        "5:7 server.servlet.session.cookie.name = SHOP",
                        "6:7 server.servlet.session.cookie.http-only = true",
                        "7:3 server.port = 8080",
                        "8:1 text = cookie:\n  name: NO\n",
                        "11:1 quoted.key = it's",
                        "14:5 list.oidc.cookie-name = A",
                        "15:3 list = plain",
                        "18:3 %dev.quarkus.x = a#b",
                        "19:21 inline.cookie.name = C",
                        "19:30 inline.cookie.max-age = 1h",
                        "19:54 inline.list = a",
                        "19:57 inline.list = b",
                        "20:1 anchored = DEFAULT",
                        "21:1 alias = DEFAULT",
                        "22:1 urls = http://a:80/");
    }

    @Test
    void bracesOfYamlMayRunOverLines() {
        assertThat(ConfigSamples.read(YamlReader.read(file("a: {\n  b: '${X:{y}}',\n  'c': \"d, e\"\n}\nf: g\n"))
                        .settings()))
                .containsExactly("2:3 a.b = ${X:{y}}", "3:3 a.c = d, e", "5:1 f = g");
    }

    @Test
    void mergedKeysStandWhereTheyAreWritten() {
        assertThat(ConfigSamples.read(YamlReader.read(file("""
                                b: &b
                                  name: A # \ud83c\udf6a
                                c:
                                  <<: *b
                                  \ud83c\udf6a: { x: &n Y, d: *n }
                                """)).settings()))
                .containsExactly(
                        "2:3 b.name = A", "5:9 c.\ud83c\udf6a.x = Y", "5:18 c.\ud83c\udf6a.d = Y", "2:3 c.name = A");
    }

    @Test
    void aTagOfAnApplicationLeavesTheValueUnknown() {
        assertThat(ConfigSamples.read(
                        YamlReader.read(file("a: !ENV SHOP\nb: !!binary U0hPUA==\nc: !!str 1\nd: !acme {e: f}\n"))
                                .settings()))
                .containsExactly("1:1 a = #{}", "2:1 b = #{}", "3:1 c = 1", "4:11 d.e = f");
    }

    // ---- what no parser takes ---------------------------------------------------------------------------------------

    private static final String MISSING = " so cookies that it names may be missing: ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: {{ .Values.name }} | line 1, column 5: a mapping stands here in the place of a key, as in the placeholders of templates",
                "a: 1\\nb: @name@ | line 2, column 4: found character '@' that cannot start any token",
                "a: b: c | line 1, column 5: mapping values are not allowed here",
                "a: *b | line 1, column 4: found undefined alias b",
                "a: [1, 2 | line 1, column 9: ",
                "a: 'b | line 1, column 6: ",
                "a: \"\\u00.\" | line 1, column 7: expected escape sequence of 4 hexadecimal numbers, but found: 00",
                "a: &a [*a] | line 1, column 4: it is nested deeper than 100 levels, or an alias stands in its own anchor",
                "a: 1\\n<<: b | line 2, column 5: a merge key takes a mapping or a list of mappings, and this is neither",
                "a: \\u0000 | line 1, column 4: a character here is none of YAML",
                "a: ${X:{y}}\\nb: {c: ${X:{y}}} | line 2, column 9: ",
            })
    void brokenYamlIsNotReadAndSaysWhere(String text, String reason) {
        FileSettings read = YamlReader.read(file(text.replace("\\n", "\n").replace("\\u0000", "\u0000")));
        assertThat(read.settings()).isEmpty();
        assertThat(read.warnings())
                .singleElement()
                .asString()
                .startsWith("any could not be read as YAML," + MISSING + reason);
    }

    @Test
    void documentsBeforeABrokenOneCount() {
        FileSettings read = YamlReader.read(file("a: 1\n---\nb: 2\n---\nc: 3\nd: {{ no }}\n---\ne: 5\n"));
        assertThat(ConfigSamples.read(read.settings())).containsExactly("1:1 a = 1", "3:1 b = 2");
        assertThat(read.warnings()).singleElement().asString().contains("line 6, column 5: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a = 1\\nb = { | line 2: ",
                "a = @name@ | line 1: ",
                "a = 1\\nb = {{ .Values.name }} | line 2: ",
                "a = \"b | line 1: ",
                "a = 1\\na b c | line 2: ",
                "a = ${b | line 1: ",
                "a = ${a} | line 1: ",
                "a = {b=1} c | line 1: ",
                "a = [1] \"b\".c = 2 | line 1: ",
            })
    void brokenHoconIsNotReadAndSaysWhere(String text, String reason) {
        FileSettings read = HoconReader.read(file(text.replace("\\n", "\n")), any -> false);
        assertThat(read.settings()).isEmpty();
        assertThat(read.warnings())
                .singleElement()
                .asString()
                .startsWith("any could not be read as HOCON," + MISSING + reason)
                .doesNotContain("file: ");
    }

    // ---- HOCON ------------------------------------------------------------------------------------------------------

    @Test
    void hoconIsReadAsPathsOfKeys() {
        String text = """
                include "base.conf"
                # of the shop
                play.http {
                  session { cookieName = "SHOP", secure = true } // both
                  flash.cookieName: FLASH
                  flash.cookieName = ${?FLASH_NAME}
                }
                play { modules { enabled += "x" } }
                langs = [ "en", "fr"], "i18n".x = 1
                long = \"""a
                b\"""
                joined = "a"${b}c
                """;
        assertThat(ConfigSamples.read(HoconReader.read(file(text), any -> false).settings()))
                .containsExactly(
                        "4:13 play.http.session.cookieName = SHOP",
                        "4:34 play.http.session.secure = true",
                        "5:3 play.http.flash.cookieName = FLASH",
                        "6:3 play.http.flash.cookieName = ${FLASH_NAME}",
                        "8:18 play.modules.enabled = x",
                        "9:1 langs = en",
                        "9:1 langs = fr",
                        "9:24 i18n.x = 1",
                        "10:1 long = a\nb",
                        "12:1 joined = a${b}c");
    }

    // ---- XML --------------------------------------------------------------------------------------------------------

    @Test
    void xmlIsReadAsPathsOfElements() {
        String text = """
                <?xml version="1.0"?>
                <!DOCTYPE web-app [ <!ENTITY lol "ha"> <!-- > --> ]>
                <j:web-app xmlns:j="x">
                  <!-- <name>NO</name> -->
                  <name>A &amp; <![CDATA[<B>]]></name>
                  <context-param>
                    <param-name>p</param-name>
                    <param-value>v</param-value>
                  </context-param>
                  <bean class="org.acme.Bean" p:size='7'><property name="cookieName"><value>N</value></property></bean>
                  <empty a="1"/>
                </j:web-app>
                """;
        assertThat(ConfigSamples.read(XmlReader.read(file(text)).settings()))
                .contains(
                        "5:3 web-app/name = A & <B>",
                        "6:3 web-app/context-param[p] = v",
                        "10:3 org.acme.Bean#<init> = ",
                        "10:31 org.acme.Bean#setSize = 7",
                        "10:42 org.acme.Bean#setCookieName = N",
                        "11:10 web-app/empty@a = 1")
                .noneMatch(line -> line.endsWith("= NO"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a><b>x</a> | line 1, column ",
                "<a>\\n<b c=d e='1'>x</b></a> | line 2, column ",
                "<a></z><b>x</b></a> | line 1, column ",
                "<a><b>x | line 1, column ",
                "a < b <c>d</c> | line 1, column ",
                "<a b='&b;'/> | line 1, column ",
                "<!DOCTYPE a [<!-- ]><a/> | line 1, column 1: ",
                "<a>@b@</a><c/> | line 1, column ",
            })
    void brokenXmlIsNotReadAndSaysWhere(String text, String reason) {
        FileSettings read = XmlReader.read(file(text.replace("\\n", "\n")));
        assertThat(read.settings()).isEmpty();
        assertThat(read.warnings())
                .singleElement()
                .asString()
                .startsWith("any could not be read as XML," + MISSING + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a b='&#65;&#x42;&lt;'>&#67;&quot;&amp;amp;</a> | 1:1 a =  ; 1:4 a@b = AB< ; 1:1 a = C\"&amp;",
                "<a\\n x = '- y=1>' y='2' /> | 1:1 a =  ; 2:2 a@x = - y=1> ; 2:15 a@y = 2",
                "<!-- < --><a><!-- > --><b c='1'/><![CDATA[<b c='2'/>]]><?p <b c='3'/>?><b\\tc='4'></b></a> | 1:11 a = "
                        + " ; 1:24 a/b =  ; 1:27 a/b@c = 1 ; 1:72 a/b =  ; 1:75 a/b@c = 4",
                "<!DOCTYPE a PUBLIC '-//x' 'http://127.0.0.1:1/x.dtd'><a>&nbsp;<b>x&nbsp;y</b></a> | 1:54 a = "
                        + " ; 1:63 a/b =  ; 1:63 a/b = x&nbsp;y",
                "<!DOCTYPE a [<!ELEMENT a (b)><!ATTLIST b c CDATA 'd'>]><a><b/></a> | 1:56 a =  ; 1:59 a/b = ",
                "<a>&b;</a> | 1:1 a =  ; 1:1 a = &b;",
                "<?xml version='1.0' encoding='UTF-16'?><a>\u00e9</a> | 1:40 a =  ; 1:40 a = \u00e9",
                "<a>\ud83c\udf6a<b c='1'/></a> | 1:1 a =  ; 1:6 a/b =  ; 1:9 a/b@c = 1",
            })
    void xmlIsReadAsContainersReadIt(String text, String settings) {
        assertThat(
                        ConfigSamples.read(XmlReader.read(
                                                file(text.replace("\\n", "\n").replace("\\t", "\t")))
                                        .settings())
                                .stream()
                                .map(String::strip)
                                .toList())
                .containsExactly(settings.split(" *; (?=\\d)"));
    }

    @Test
    void aLongFileOfXmlKeepsItsPlaces() {
        StringBuilder text = new StringBuilder("<a>\r\n");
        for (int i = 0; i < 5_000; i++) {
            text.append("  <b c='").append(i).append("'>\ud83c\udf6a &amp; \u00e9</b>\r\n");
        }
        List<Setting> settings =
                XmlReader.read(file(text.append("</a>").toString())).settings();
        assertThat(settings).hasSize(1 + 3 * 5_000);
        for (int i = 0; i < 5_000; i++) {
            assertThat(settings.get(2 + 3 * i).at()).isEqualTo(new SourcePosition(i + 2, 6));
        }
    }

    // ---- pages ------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.jsp | <p>hi</p> | page:session",
                "a.jspx | <p>hi</p> | page:session",
                "a.jsp | <%@ page language='java' session = 'false' %><p> | ",
                "a.jspx | <jsp:directive.page session=\"false\"/> | ",
                "a.jsp | <%@ taglib prefix='c' %><p session='false'> | page:session",
                "a.xhtml | <p>#{flash.note}</p> | page:flash",
                "a.xhtml | <p>#{empty flash['note']}</p> | page:flash",
                "a.xhtml | <p>#{bean.flash.note} flash.</p> | ",
                "a.xhtml | <p>#{bean.note} flash.note</p> | ",
                "a.xhtml | <p onclick='PrimeFaces.monitorDownload(a, b)'/> | page:download",
            })
    void aPageTellsWhatItUses(String path, String text, String key) {
        assertThat(PageUsages.read(ConfigSamples.own(path, text)).stream().map(Setting::key))
                .isEqualTo(key == null ? List.of() : List.of(key));
    }

    // ---- metadata ---------------------------------------------------------------------------------------------------

    @Test
    void metadataTellsOfKeysThatNameCookies() {
        assertThat(MetadataReader.read(file("""
                {"groups": [{"name": "acme", "type": "x.CookieName"}], "properties": [
                  {"name": "acme.widget.cookie-name", "description": "a \\"}\\" b", "defaultValue": "acme_w"},
                  {"name": "acme.cookie.name", "type": "java.lang.String"},
                  {"name": "acme.widget.cookie-path", "defaultValue": "/"}], "hints": [] }""")).keys())
                .containsExactly(
                        new MetadataReader.NameKey("acme.widget.cookie-name", java.util.Optional.of("acme_w")),
                        new MetadataReader.NameKey("acme.cookie.name", java.util.Optional.empty()));
    }

    @Test
    void metadataOfQuarkusKeepsTheKeyDeeper() {
        assertThat(MetadataReader.read(file("""
                {"items": [ {"@class": "P", "defaultValue": "csrf", "path": {"@class": "Q",
                  "environmentVariable": "ACME_COOKIE_NAME", "property": "acme.cookie-name"}, "phase": "RUN_TIME"} ]}""")).keys())
                .containsExactly(new MetadataReader.NameKey("acme.cookie-name", java.util.Optional.of("csrf")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"cookie\": [}", "{\"cookie\": 1", "{{ cookie }}", "{\"a\": \"cookie\n\"}"})
    void brokenMetadataIsNotReadAndSaysWhere(String text) {
        MetadataReader.NameKeys read = MetadataReader.read(file(text));
        assertThat(read.keys()).isEmpty();
        assertThat(read.warning().orElse(""))
                .startsWith("any could not be read as JSON," + MISSING + "line 1, column ");
    }
}
