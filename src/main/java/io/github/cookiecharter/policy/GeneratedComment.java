package io.github.cookiecharter.policy;

/** Encodes the declaration's file name for comments, which some names would end. */
final class GeneratedComment {

    private GeneratedComment() {}

    // Comments of XML must not contain two hyphens, and HTML checkers report them as well.
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
