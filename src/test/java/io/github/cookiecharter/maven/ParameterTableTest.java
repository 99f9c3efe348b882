package io.github.cookiecharter.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Compares the README's table of parameters with the plugin's descriptor. */
class ParameterTableTest {

    @Test
    void theReadmeListsTheParametersWithTheirDefaults() throws Exception {
        Map<String, String> table = table("| parameter | default |");
        Map<String, String> descriptor = descriptor("generate");

        assertThat(table.keySet()).isEqualTo(descriptor.keySet());
        descriptor.forEach((name, value) -> {
            if (!value.isEmpty()) {
                assertThat(table.get(name)).as(name).isEqualTo("`" + value + "`");
            }
        });
    }

    @Test
    void lintHasSomeOfThemWithTheSameDefaults() throws Exception {
        Map<String, String> lint = descriptor("lint");

        assertThat(lint.keySet())
                .containsExactly(
                        "declaration", "failOn", "reportsDirectory", "rules", "server", "skip", "skipIfMissing");
        assertThat(descriptor("generate")).containsAllEntriesOf(lint);
    }

    @Test
    void translationsHasSomeOfThemWithTheSameDefaults() throws Exception {
        Map<String, String> translations = descriptor("translations");

        assertThat(translations.keySet()).containsExactly("declaration", "reportsDirectory", "skip", "skipIfMissing");
        assertThat(descriptor("generate")).containsAllEntriesOf(translations);
    }

    @Test
    void checkAndInitShareTheParametersOfWhatIsLookedAt() throws Exception {
        Map<String, String> table = table("| scan parameter | default |");
        Map<String, String> all = new TreeMap<>(table("| parameter | default |"));
        all.putAll(table);
        // Sentences below the table have them.
        all.put("from", "none");
        all.put("index", "`on`");

        for (String goal : new String[] {"check", "init"}) {
            Map<String, String> descriptor = descriptor(goal);
            assertThat(descriptor.keySet()).as(goal).containsAll(table.keySet());
            descriptor.forEach((name, value) -> {
                assertThat(all).as(goal).containsKey(name);
                if (!value.isEmpty()) {
                    assertThat(all.get(name)).as(name).isEqualTo("`" + value + "`");
                }
            });
        }
    }

    /** A <code>{&#64;code}</code> with braces inside ends too early on the goals' pages. */
    @Test
    void descriptionsAreWhole() throws Exception {
        NodeList descriptions = plugin().getElementsByTagName("description");
        assertThat(descriptions.getLength()).isGreaterThan(20);
        for (int i = 0; i < descriptions.getLength(); i++) {
            String text = descriptions.item(i).getTextContent();
            assertThat(text.replaceAll("\\$\\{[^{}]*}", "")).doesNotContain("{", "}");
        }
    }

    private static Map<String, String> table(String head) throws Exception {
        Map<String, String> rows = new TreeMap<>();
        boolean inTable = false;
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            if (line.startsWith(head)) {
                inTable = true;
            } else if (!line.startsWith("|")) {
                inTable = false;
            } else if (inTable && line.startsWith("| `")) {
                String[] cells = line.split(" \\| ");
                rows.put(cells[0].replace("| ", "").replace("`", ""), cells[1]);
            }
        }
        return rows;
    }

    /** The defaults by name; empty where the descriptor states none, since the code works it out. */
    private static Map<String, String> descriptor(String goal) throws Exception {
        Map<String, String> parameters = new TreeMap<>();
        NodeList mojos = plugin().getElementsByTagName("mojo");
        for (int i = 0; i < mojos.getLength(); i++) {
            Element mojo = (Element) mojos.item(i);
            if (text(mojo, "goal").equals(goal)) {
                readParameters(mojo, parameters);
            }
        }
        return parameters;
    }

    private static Element plugin() throws Exception {
        try (InputStream in = GenerateMojo.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            assertThat(in)
                    .as("the descriptor, which the phase process-classes writes")
                    .isNotNull();
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        }
    }

    private static void readParameters(Element mojo, Map<String, String> parameters) {
        Element configuration =
                (Element) mojo.getElementsByTagName("configuration").item(0);
        NodeList all = mojo.getElementsByTagName("parameter");
        for (int i = 0; i < all.getLength(); i++) {
            Element parameter = (Element) all.item(i);
            if (text(parameter, "editable").equals("true")) {
                String name = text(parameter, "name");
                assertThat(text(parameter, "since")).isEqualTo("0.1.0");
                // Maven makes no map of a property: a second, hidden parameter has it.
                boolean map = text(parameter, "type").equals("java.util.Map");
                Element value = (Element) configuration
                        .getElementsByTagName(map ? name + "Property" : name)
                        .item(0);
                String property = "${cookie-charter." + name + "}";
                assertThat(map ? value.getAttribute("default-value") : value.getTextContent())
                        .isEqualTo(property);
                parameters.put(name, map ? "" : value.getAttribute("default-value"));
            }
        }
    }

    private static String text(Element parent, String tag) {
        return parent.getElementsByTagName(tag).item(0).getTextContent();
    }
}
