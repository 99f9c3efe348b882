package io.github.cookiecharter.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Compares the lifecycle mapping for Eclipse and Visual Studio Code with the goals of the plugin. */
class LifecycleMappingTest {

    @Test
    void eachGoalIsCoveredOnce() throws Exception {
        List<String> mapped = new ArrayList<>();
        mappings().values().forEach(mapped::addAll);

        assertThat(mapped).containsExactlyInAnyOrderElementsOf(goals());
    }

    @Test
    void theEditorRunsThoseThatWriteNothingWhereNothingChanged() throws Exception {
        assertThat(mappings().get("execute")).containsExactlyInAnyOrder("generate", "lint", "pages");
        Element execute = (Element) read("/META-INF/m2e/lifecycle-mapping-metadata.xml")
                .getElementsByTagName("execute")
                .item(0);
        assertThat(text(execute, "runOnIncremental")).isEqualTo("true");
        assertThat(text(execute, "runOnConfiguration")).isEqualTo("true");
    }

    @Test
    void noneOfThemNeedsClassesOrDependenciesThatAnEditorHasNotGot() throws Exception {
        Element plugin = read("/META-INF/maven/plugin.xml");
        for (Element mojo : elements(plugin, "mojo")) {
            if (mappings().get("execute").contains(text(mojo, "goal"))) {
                assertThat(text(mojo, "phase")).isIn("validate", "generate-sources", "process-classes");
                assertThat(mojo.getElementsByTagName("requiresDependencyResolution")
                                .getLength())
                        .isZero();
                assertThat(text(mojo, "threadSafe")).isEqualTo("true");
            }
        }
    }

    /** Returns the goals by action. */
    private static TreeMap<String, List<String>> mappings() throws Exception {
        TreeMap<String, List<String>> byAction = new TreeMap<>();
        for (Element mapping : elements(read("/META-INF/m2e/lifecycle-mapping-metadata.xml"), "pluginExecution")) {
            Node action = mapping.getElementsByTagName("action").item(0).getFirstChild();
            while (action.getNodeType() != Node.ELEMENT_NODE) {
                action = action.getNextSibling();
            }
            List<String> goals = byAction.computeIfAbsent(action.getNodeName(), name -> new ArrayList<>());
            elements(mapping, "goal").forEach(goal -> goals.add(goal.getTextContent()));
        }
        return byAction;
    }

    private static List<String> goals() throws Exception {
        return elements(read("/META-INF/maven/plugin.xml"), "mojo").stream()
                .map(mojo -> text(mojo, "goal"))
                .toList();
    }

    private static Element read(String resource) throws Exception {
        try (InputStream in = GenerateMojo.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        }
    }

    private static List<Element> elements(Element parent, String tag) {
        NodeList nodes = parent.getElementsByTagName(tag);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static String text(Element parent, String tag) {
        return parent.getElementsByTagName(tag).item(0).getTextContent();
    }
}
