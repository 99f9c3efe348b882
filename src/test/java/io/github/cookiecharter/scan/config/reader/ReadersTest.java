package io.github.cookiecharter.scan.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(ConfigSamples.read(YamlReader.read(file(text))))
                .containsExactly(
                        "5:7 server.servlet.session.cookie.name = SHOP",
                        "6:7 server.servlet.session.cookie.http-only = true",
                        "7:3 server.port = 8080",
                        "11:1 quoted.key = it's",
                        "14:5 list.oidc.cookie-name = A",
                        "15:3 list = plain",
                        "18:3 %dev.quarkus.x = a#b",
                        "19:21 inline.cookie.name = C",
                        "19:30 inline.cookie.max-age = 1h",
                        "19:47 inline.list = [a",
                        "20:1 anchored = DEFAULT",
                        "21:1 alias = DEFAULT",
                        "22:1 urls = http://a:80/");
    }

    @Test
    void bracesOfYamlMayRunOverLines() {
        assertThat(ConfigSamples.read(YamlReader.read(file("a: {\n  b: ${X:{y}},\n  'c': \"d, e\"\n}\nf: g\n"))))
                .containsExactly("2:3 a.b = ${X:{y}}", "3:3 a.c = d, e", "5:1 f = g");
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
                langs = [ "en", "fr" ] "i18n".x = 1
                long = \"""a
                b\"""
                joined = "a"${b}c
                """;
        assertThat(ConfigSamples.read(HoconReader.read(file(text))))
                .containsExactly(
                        "4:13 play.http.session.cookieName = SHOP",
                        "4:34 play.http.session.secure = true",
                        "5:3 play.http.flash.cookieName = FLASH",
                        "6:3 play.http.flash.cookieName = ${?FLASH_NAME}",
                        "8:18 play.modules.enabled = x",
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
        assertThat(ConfigSamples.read(XmlReader.read(file(text))))
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
    @CsvSource({
        "<a><b>x</a>, a/b = x",
        "<a><b c=d e='1'>x</b>, a/b = x",
        "<a></z><b>x</b></a>, a/b = x",
        "<a><b>x, a/b = x",
        "a < b <c>d</c>, c = d",
    })
    void brokenXmlIsReadAsFarAsItGoes(String text, String setting) {
        assertThat(ConfigSamples.read(XmlReader.read(file(text)))).anyMatch(line -> line.endsWith(" " + setting));
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
                  {"name": "acme.widget.cookie-path", "defaultValue": "/"}], "hints": [] }""")))
                .containsExactly(
                        new MetadataReader.NameKey("acme.widget.cookie-name", java.util.Optional.of("acme_w")),
                        new MetadataReader.NameKey("acme.cookie.name", java.util.Optional.empty()));
    }

    @Test
    void metadataOfQuarkusKeepsTheKeyDeeper() {
        assertThat(MetadataReader.read(file("""
                {"items": [ {"@class": "P", "defaultValue": "csrf", "path": {"@class": "Q",
                  "environmentVariable": "ACME_COOKIE_NAME", "property": "acme.cookie-name"}, "phase": "RUN_TIME"} ]}""")))
                .containsExactly(new MetadataReader.NameKey("acme.cookie-name", java.util.Optional.of("csrf")));
    }
}
