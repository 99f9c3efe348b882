package io.github.cookiecharter.rule.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The reason and the page of a rule, by its id. */
public final class RuleExplanation {

    private static final String PAGES = "https://cookiecharter.github.io/cookie-charter-maven-plugin/rules/";
    private static final String HEADING = "## ";
    // All reasons are in one file: opening one file for each rule took longer than reading them.
    private static final Map<String, String> WHY = read();

    private RuleExplanation() {}

    private static Map<String, String> read() {
        Map<String, List<String>> paragraphs = new HashMap<>();
        List<String> lines = new ArrayList<>();
        for (String line : RuleData.lines("why.txt")) {
            if (line.startsWith(HEADING)) {
                lines = new ArrayList<>();
                paragraphs.put(line.substring(HEADING.length()), lines);
            } else {
                lines.add(line);
            }
        }
        Map<String, String> why = new HashMap<>();
        for (Map.Entry<String, List<String>> each : paragraphs.entrySet()) {
            why.put(each.getKey(), String.join("\n", each.getValue()).strip());
        }
        return why;
    }

    /**
     * Returns the reason for a rule: a few sentences of Markdown.
     *
     * @throws IllegalArgumentException if there is no such rule
     */
    public static String why(String id) {
        String why = WHY.get(id);
        if (why == null) {
            throw new IllegalArgumentException("there is no rule " + id);
        }
        return why;
    }

    /** Returns the URL of a rule's page. */
    public static String page(String id) {
        return PAGES + id + ".html";
    }
}
