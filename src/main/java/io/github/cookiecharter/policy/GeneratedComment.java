package io.github.cookiecharter.policy;

/** The declaration's name for comments, which some names would end. */
final class GeneratedComment {

    private GeneratedComment() {}

    // Two hyphens cannot stand in a comment of XML, so the checker minds them in HTML too.
    static String inHtmlComment(String source) {
        String spaced = source;
        while (spaced.contains("--")) {
            spaced = spaced.replace("--", "- -");
        }
        return spaced;
    }

    static String inCssComment(String source) {
        return source.replace("*/", "* /");
    }
}
