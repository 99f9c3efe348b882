package io.github.cookiecharter.scan.html;

import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.javascript.value.ScriptValue;
import java.util.Set;

/**
 * Hides the code of template languages in a page, so that scripts can be read as if it had run: an expression becomes
 * {@link AbstractString#UNKNOWN}, a directive or a comment {@link ScriptValue#NOTHING}. Every other character stays at its place.
 */
final class TemplateMasker {

    private static final Set<String> JSP =
            Set.of("jsp", "jspx", "jspf", "tag", "tagx", "tagf", "gsp", "ejs", "erb", "asp", "aspx");
    private static final Set<String> DOLLAR = Set.of(
            "jsp", "jspx", "jspf", "tag", "tagx", "tagf", "gsp", "ftl", "ftlh", "ftlx", "vm", "vtl", "jelly", "xhtml",
            "zul");
    private static final Set<String> CURLY = Set.of(
            "mustache",
            "hbs",
            "handlebars",
            "qute",
            "peb",
            "pebble",
            "twig",
            "njk",
            "jinja",
            "j2",
            "html",
            "htm",
            "vue",
            "liquid");

    private static final int LONGEST = 20_000;
    private static final int LONGEST_BRACES = 120;

    private final String text;
    private final char[] shown;

    private TemplateMasker(String text) {
        this.text = text;
        this.shown = text.toCharArray();
    }

    static String hide(String text, String extension) {
        TemplateMasker code = new TemplateMasker(text);
        if (JSP.contains(extension) || text.contains("<%")) {
            code.hide("<%--", "--%>", AbstractString.MASKED);
            code.hide("<%=", "%>", AbstractString.UNKNOWN);
            code.hide("<%-", "%>", AbstractString.UNKNOWN);
            code.hide("<%", "%>", AbstractString.MASKED);
        }
        if (extension.startsWith("ftl")) {
            code.hide("<#--", "-->", AbstractString.MASKED);
            code.hide("<#", ">", AbstractString.MASKED);
            code.hide("</#", ">", AbstractString.MASKED);
            code.hide("<@", ">", AbstractString.MASKED);
            code.hide("[#", "]", AbstractString.MASKED);
            code.hide("[/#", "]", AbstractString.MASKED);
        }
        if (DOLLAR.contains(extension)) {
            code.hide("${", "}", AbstractString.UNKNOWN);
            code.hide("#{", "}", AbstractString.UNKNOWN);
            code.hide("$!{", "}", AbstractString.UNKNOWN);
        }
        if (extension.equals("vm") || extension.equals("vtl")) {
            code.hideReferences();
        }
        if (CURLY.contains(extension)) {
            code.hide("{{{", "}}}", AbstractString.UNKNOWN);
            code.hide("{{", "}}", AbstractString.UNKNOWN);
            code.hide("{%", "%}", AbstractString.MASKED);
            // Thymeleaf: /*[[${name}]]*/ 'default' and [[${name}]]
            code.hide("[[${", "}]]", AbstractString.UNKNOWN);
            code.hide("[(${", "})]", AbstractString.UNKNOWN);
        }
        return new String(code.shown);
    }

    private void hide(String open, String close, char with) {
        // Two braces are an expression of one line; what lies farther apart is JavaScript.
        int longest = open.startsWith("{{") ? LONGEST_BRACES : LONGEST;
        int found = -1;
        for (int i = text.indexOf(open); i >= 0; i = text.indexOf(open, i + open.length())) {
            if (shown[i] != text.charAt(i)) {
                continue;
            }
            if (found < i + open.length()) {
                found = text.indexOf(close, i + open.length());
            }
            if (found < 0) {
                return;
            }
            int end = found + close.length();
            if (end - i > longest) {
                continue;
            }
            for (int at = i; at < end; at++) {
                // Lines stay lines, outside of expressions.
                if (with == AbstractString.UNKNOWN || text.charAt(at) != '\n') {
                    shown[at] = at > i && with == AbstractString.UNKNOWN ? AbstractString.MASKED : with;
                }
            }
        }
    }

    /** Velocity: $name, $!name, $name.method("x"); jQuery's $. and $( are none. */
    private void hideReferences() {
        for (int i = text.indexOf('$'); i >= 0; i = text.indexOf('$', i + 1)) {
            int at = i + 1;
            if (at < text.length() && text.charAt(at) == '!') {
                at++;
            }
            int start = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            if (at > start && shown[i] == '$') {
                shown[i] = AbstractString.UNKNOWN;
                for (int rest = i + 1; rest < at; rest++) {
                    shown[rest] = AbstractString.MASKED;
                }
            }
        }
    }
}
