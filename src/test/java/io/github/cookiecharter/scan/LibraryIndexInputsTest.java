package io.github.cookiecharter.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.scan.model.Dependency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a library's evidence depends on besides its archive: the project's configuration and pages, and other libraries. */
class LibraryIndexInputsTest extends LibraryIndexCase {

    private static final String BEANS = "<beans><bean id='a' class='lib.Configured'>"
            + "<property name='bean' value='bean-from-xml'/></bean></beans>";

    /** Files of the project as they may follow each other, and a name that the library then sets. */
    private static final Map<String, Map<String, String>> CONFIGURATIONS = configurations();

    private static Map<String, Map<String, String>> configurations() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        all.put("value-by-default", Map.of());
        all.put("value-set", Map.of("application.properties", "lib.value=value-set\n"));
        all.put("value-changed", Map.of("application.properties", "lib.value=value-changed\n"));
        all.put("value-of-yaml", Map.of("application.yml", "lib:\n  value: value-of-yaml\n"));
        all.put("bean-by-default", Map.of("application.properties", "other=1\n"));
        all.put("bean-from-xml", Map.of("beans.xml", BEANS));
        all.put("bean-changed", Map.of("beans.xml", BEANS.replace("bean-from-xml", "bean-changed")));
        all.put("parameter-set", Map.of("WEB-INF/web.xml", webXml("parameter-set")));
        all.put("parameter-changed", Map.of("WEB-INF/web.xml", webXml("parameter-changed")));
        all.put("bundle-set", Map.of("lib/texts.properties", "cookie=bundle-set\n"));
        all.put("bundle-changed", Map.of("lib/texts.properties", "cookie=bundle-changed\n"));
        return all;
    }

    private static String webXml(String name) {
        return "<web-app><context-param><param-name>lib.parameter</param-name><param-value>" + name
                + "</param-value></context-param></web-app>";
    }

    private void configure(Map<String, String> files) throws IOException {
        own(Map.of("own.App", APP));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = folder.resolve("classes").resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }

    @Test
    void followsEachChangeOfTheConfiguration() throws IOException {
        List<String> order = new ArrayList<>(CONFIGURATIONS.keySet());
        for (String name : order) {
            configure(CONFIGURATIONS.get(name));
            assertThat(names(assertSame())).as(name).contains(name);
        }
        for (int i = order.size() - 1; i >= 0; i -= 2) {
            configure(CONFIGURATIONS.get(order.get(i)));
            assertThat(names(assertSame())).as(order.get(i)).contains(order.get(i));
        }
    }

    @Test
    void doesNotAnalyseLibrariesAgainForASettingThatTheyDoNotRead() throws IOException {
        configure(Map.of("application.properties", "other.cookie=1\nlib.value=a-name\n"));
        assertSame();
        Map<String, String> before = digests();
        configure(Map.of("application.properties", "other.cookie=2\nlib.value=a-name\n"));
        assertSame();
        assertThat(digests()).isEqualTo(before);
    }

    /** A script of a library counts only if a page loads it, also one of the project that was not there before. */
    @Test
    void followsThePagesOfTheProject() throws IOException {
        Map<String, byte[]> files = Map.of("META-INF/resources/late.js", text("document.cookie = 'late=1'"));
        libraries.set(2, new Dependency(jar("late.jar", files), "g:late:1", true));
        assertThat(names(assertSame())).doesNotContain("late");
        configure(Map.of("static/index.html", "<html lang='en'><script src='late.js'></script></html>"));
        assertThat(names(assertSame())).contains("late");
        configure(Map.of());
        assertThat(names(assertSame())).doesNotContain("late");
    }

    /** What one library sets may depend on the classes of another. */
    @Test
    void followsTheOtherLibraries() throws IOException {
        assertThat(names(assertSame())).doesNotContain("other-name");
        Map<String, String> other = Map.of(
                "other.OtherNames",
                "package other; public class OtherNames implements lib.Names { public String name() { return \"other-name\"; } }");
        libraries.set(2, new Dependency(jar("o.jar", compiled(other, other)), "g:o:1", true));
        assertThat(names(assertSame())).contains("other-name", "by-default");
        libraries.remove(2);
        assertThat(names(assertSame())).doesNotContain("other-name");
    }
}
