package io.github.cookiecharter.project;

import io.github.cookiecharter.maven.AuditOptions;
import io.github.cookiecharter.rule.catalogue.Rules;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** A pom, or elements of one, against what the plugin really has. */
final class PomSnippet {

    private static final String ARTIFACT = "cookie-charter-maven-plugin";
    private static final Pattern GOAL = Pattern.compile("cookie-charter:([\\w-]+)");
    private static final Pattern PROPERTY = Pattern.compile("-Dcookie-charter\\.([\\w.-]+)");

    /** Properties of this project's own tests and build. */
    private static final Set<String> OF_THE_TESTS = Set.of("rewrite", "npm", "groundtruth", "browser", "servers");

    private final Map<String, Set<String>> goals;
    private final Set<String> parameters = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    private PomSnippet() throws IOException {
        goals = PluginParameters.byGoal();
        goals.values().forEach(parameters::addAll);
    }

    /** What is wrong with it; empty where nothing is. */
    static List<String> faults(String xml) throws Exception {
        PomSnippet snippet = new PomSnippet();
        String body = xml.replaceFirst("^\\s*<\\?xml[^>]*>", "");
        snippet.check(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<snippet>" + body + "</snippet>")))
                .getDocumentElement());
        return snippet.faults;
    }

    /** Goals and properties in commands that do not exist. */
    static List<String> commandFaults(String commands) throws IOException {
        PomSnippet snippet = new PomSnippet();
        for (Matcher goal = GOAL.matcher(commands); goal.find(); ) {
            snippet.goal(goal.group(1));
        }
        for (Matcher property = PROPERTY.matcher(commands); property.find(); ) {
            if (!OF_THE_TESTS.contains(property.group(1)) && !isAuditOption(property.group(1))) {
                snippet.parameter(property.group(1));
            }
        }
        return snippet.faults;
    }

    /** The options of the element {@code audit} are properties as well. */
    private static boolean isAuditOption(String property) {
        return Stream.of(AuditOptions.class.getDeclaredFields())
                .anyMatch(field -> property.equals("audit." + field.getName()));
    }

    private void check(Element root) throws IOException {
        for (Element element : children(root)) {
            if (parameters.contains(element.getTagName())) {
                parameter(element);
            } else if (element.getTagName().equals("configuration")) {
                children(element).forEach(this::parameter);
            } else if (element.getTagName().equals("goals")) {
                children(element).forEach(goal -> goal(goal.getTextContent()));
            } else if (element.getTagName().equals("execution")) {
                execution(element);
            } else {
                plugins(element);
            }
        }
    }

    private void plugins(Element element) throws IOException {
        if (element.getTagName().equals("plugin")) {
            if (child(element, "artifactId").contains(ARTIFACT)) {
                plugin(element);
            }
            return;
        }
        for (Element child : children(element)) {
            plugins(child);
        }
    }

    private void plugin(Element plugin) throws IOException {
        String version = child(plugin, "version");
        if (!version.isEmpty() && !version.equals(version())) {
            faults.add("version " + version);
        }
        if (!child(plugin, "groupId").equals("io.github.cookiecharter")) {
            faults.add("groupId");
        }
        for (Element part : children(plugin)) {
            switch (part.getTagName()) {
                case "configuration" -> children(part).forEach(this::parameter);
                case "executions" -> children(part).forEach(this::execution);
                default -> {}
            }
        }
    }

    private void execution(Element execution) {
        Set<String> here = new TreeSet<>();
        for (Element part : children(execution)) {
            if (part.getTagName().equals("goals")) {
                children(part).forEach(goal -> {
                    goal(goal.getTextContent());
                    here.addAll(goals.getOrDefault(goal.getTextContent(), Set.of()));
                });
            }
        }
        for (Element part : children(execution)) {
            if (part.getTagName().equals("configuration")) {
                children(part).forEach(this::parameter);
                children(part).stream()
                        .map(Element::getTagName)
                        .filter(name -> !here.isEmpty() && !here.contains(name))
                        .forEach(name -> faults.add(name + " is no parameter of these goals"));
            }
        }
    }

    private void parameter(Element element) {
        parameter(element.getTagName());
        if (element.getTagName().equals("rules")) {
            children(element).stream()
                    .map(Element::getTagName)
                    .filter(rule -> !Rules.knownIds().contains(rule))
                    .forEach(rule -> faults.add("no rule: " + rule));
        }
    }

    private void parameter(String name) {
        if (!parameters.contains(name)) {
            faults.add("no parameter: " + name);
        }
    }

    private void goal(String name) {
        if (!goals.containsKey(name)) {
            faults.add("no goal: " + name);
        }
    }

    /** The version of this plugin, which its own pom states first of all. */
    private static String version() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        int from = pom.indexOf("<version>", pom.indexOf("<artifactId>" + ARTIFACT)) + "<version>".length();
        return pom.substring(from, pom.indexOf('<', from));
    }

    private static String child(Element element, String name) {
        return children(element).stream()
                .filter(child -> child.getTagName().equals(name))
                .map(child -> child.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
