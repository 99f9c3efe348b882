package io.github.cookiecharter.rule;

/** What there is to read about a rule, by its id. */
public final class RuleText {

    private static final String PAGES = "https://cookiecharter.github.io/cookie-charter-maven-plugin/rules/";

    private RuleText() {}

    /**
     * Why there is such a rule: a few sentences of Markdown.
     *
     * @throws IllegalArgumentException if there is no such rule
     */
    public static String why(String id) {
        return String.join("\n", Data.lines("why/" + id + ".md"));
    }

    /** The address of the page about a rule. */
    public static String page(String id) {
        return PAGES + id + ".html";
    }
}
