package io.github.cookiecharter.fuzz;

import io.github.cookiecharter.scan.config.ConfigScanner;
import io.github.cookiecharter.scan.model.ApiUsages;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.TextFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A configuration: its first line names the file, the others are what it holds. */
final class SettingsTarget implements FuzzTarget {

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

    private static final List<String> CONTENTS = List.of(
            "server.servlet.session.cookie.name=${a.b:SHOP}\nserver.servlet.session.cookie.max-age=30d\na.b=S\\u0041\n",
            "server:\n  servlet:\n    session:\n      cookie: { name: SHOP, max-age: 30d, http-only: true }\n---\n"
                    + "quarkus.oidc.application-type: 'web-app'\nlist: [a, \"b\"]\ntext: |\n  a\n  b\n",
            "play.http.session { cookieName = \"SHOP\", maxAge = 1 day }\nplay.http.flash.cookieName += ${?a}\n"
                    + "include \"b\"\na = \"\"\"c\"\"\" // d\n",
            "<?xml version=\"1.0\"?>\n<web-app><session-config><session-timeout>30</session-timeout><cookie-config>"
                    + "<name>SHOP</name><http-only>true</http-only></cookie-config></session-config>"
                    + "<context-param><param-name>a</param-name><param-value>b&amp;c</param-value></context-param>"
                    + "<!-- c --><![CDATA[d]]></web-app>\n",
            "[main]\nsessionManager.sessionIdCookie.name = SHOP\nrememberMe = "
                    + "org.apache.shiro.web.servlet.SimpleCookie\n",
            "<%@ page session=\"true\" %><c:set value='${a}'/>#{flash.keep.message}\n",
            "<html xmlns:h=\"a\"><h:form><a b='#{flash.a}'/></h:form></html>\n",
            "{\"properties\":[{\"name\":\"a.cookie.name\",\"type\":\"java.lang.String\",\"defaultValue\":\"SHOP\"}]}\n");

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (String path : PATHS) {
            for (String content : CONTENTS) {
                seeds.add((path + "\n" + content).getBytes(StandardCharsets.UTF_8));
            }
        }
        return seeds;
    }

    @Override
    public List<String> words() {
        List<String> words = new ArrayList<>(PATHS);
        words.addAll(List.of(
                "cookie",
                "session",
                "server.servlet.session.cookie.name",
                "${",
                "#{",
                "<!--",
                "-->",
                "<![CDATA[",
                "]]>",
                "&amp;",
                "&#x41;",
                "<!DOCTYPE a [",
                "<!ENTITY a 'b'>",
                "&a;",
                "\\u0041",
                "\"\"\"",
                "+=",
                "include ",
                "|\n ",
                "&x ",
                "*x",
                "<<: *x",
                "{<<: [*x, *x]}",
                ">-\n ",
                "? ",
                "!!binary ",
                "${?a} {",
                "${a}",
                "} {",
                "include file(\"a\")",
                "%dev.",
                "---\n",
                "spring.config.activate.on-profile: ",
                "<cookie-config>",
                "<name>",
                "\"defaultValue\":",
                "javax.faces.",
                "shiro",
                "web-app"));
        return words;
    }

    @Override
    public Object check(byte[] input, boolean thorough) {
        String all = TextFile.of("a", Evidence.OWN, input).text();
        int end = all.indexOf('\n');
        String named = end < 0 ? "" : all.substring(0, end);
        String path = PATHS.contains(named) ? named : PATHS.get(0);
        TextFile file = new TextFile(path, Evidence.OWN, all.substring(end + 1));
        ConfigScanner scan = new ConfigScanner();
        scan.accept(file);
        List<Evidence> evidence = scan.finish(new ApiUsages(Map.of()));
        SeenInputs.check(evidence, file.text());
        scan.warnings().forEach(sentence -> Messages.check(sentence, file.text()));
        return evidence;
    }
}
