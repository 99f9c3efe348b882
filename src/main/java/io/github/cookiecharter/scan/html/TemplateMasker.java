package io.github.cookiecharter.scan.html;

import io.github.cookiecharter.scan.cookie.AbstractString;
import java.util.List;
import java.util.Set;

/**
 * Masks the code of template languages in a page, so that the lexer can read its scripts: an expression becomes
 * {@link AbstractString#UNKNOWN}, a directive or a comment {@link AbstractString#MASKED}. All offsets stay the same.
 */
final class TemplateMasker {

    private static final Set<String> JSP_EXTENSIONS =
            Set.of("jsp", "jspx", "jspf", "tag", "tagx", "tagf", "gsp", "ejs", "erb", "asp", "aspx");
    private static final Set<String> DOLLAR_BRACE_EXTENSIONS = Set.of(
            "jsp", "jspx", "jspf", "tag", "tagx", "tagf", "gsp", "ftl", "ftlh", "ftlx", "vm", "vtl", "jelly", "xhtml",
            "zul");
    private static final Set<String> DOUBLE_BRACE_EXTENSIONS = Set.of(
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

    private static final int MAX_LENGTH = 20_000;
    private static final int MAX_DOUBLE_BRACE_LENGTH = 120;

    private final String text;
    private final char[] masked;

    private TemplateMasker(String text) {
        this.text = text;
        this.masked = text.toCharArray();
    }

    static String mask(String text, String extension) {
        TemplateMasker masker = new TemplateMasker(text);
        masker.maskComments(extension);
        if (JSP_EXTENSIONS.contains(extension) || text.contains("<%")) {
            masker.mask("<%--", "--%>", AbstractString.MASKED);
            masker.mask("<%=", "%>", AbstractString.UNKNOWN);
            masker.mask("<%-", "%>", AbstractString.UNKNOWN);
            masker.mask("<%", "%>", AbstractString.MASKED);
        }
        if (extension.startsWith("ftl")) {
            masker.mask("<#", ">", AbstractString.MASKED);
            masker.mask("</#", ">", AbstractString.MASKED);
            masker.mask("<@", ">", AbstractString.MASKED);
            masker.mask("[#", "]", AbstractString.MASKED);
            masker.mask("[/#", "]", AbstractString.MASKED);
        }
        if (DOLLAR_BRACE_EXTENSIONS.contains(extension)) {
            masker.mask("${", "}", AbstractString.UNKNOWN);
            masker.mask("#{", "}", AbstractString.UNKNOWN);
            masker.mask("$!{", "}", AbstractString.UNKNOWN);
        }
        if (extension.equals("vm") || extension.equals("vtl")) {
            masker.maskVelocityReferences();
        }
        if (DOUBLE_BRACE_EXTENSIONS.contains(extension)) {
            masker.mask("{{{", "}}}", AbstractString.UNKNOWN);
            masker.mask("{{", "}}", AbstractString.UNKNOWN);
            masker.mask("{%", "%}", AbstractString.MASKED);
            masker.maskThymeleaf();
        }
        return new String(masker.masked);
    }

    private void maskComments(String extension) {
        if (JSP_EXTENSIONS.contains(extension) || text.contains("<%")) {
            mask("<%--", "--%>", AbstractString.MASKED);
            mask("<%#", "%>", AbstractString.MASKED);
        }
        if (extension.equals("gsp")) {
            mask("%{--", "--}%", AbstractString.MASKED);
        }
        if (extension.startsWith("ftl")) {
            mask("<#--", "-->", AbstractString.MASKED);
            mask("[#--", "--]", AbstractString.MASKED);
        }
        if (extension.equals("vm") || extension.equals("vtl")) {
            mask("#*", "*#", AbstractString.MASKED);
            mask("##", "\n", AbstractString.MASKED);
        }
        if (DOUBLE_BRACE_EXTENSIONS.contains(extension)) {
            mask("{{!--", "--}}", AbstractString.MASKED);
            mask("{{!", "}}", AbstractString.MASKED);
            mask("{%comment%}", "{%endcomment%}", AbstractString.MASKED);
            mask("{% comment %}", "{% endcomment %}", AbstractString.MASKED);
            boolean isHtml = extension.startsWith("htm");
            // In plain HTML the signs may be those of a script.
            mask(isHtml ? "{# " : "{#", "#}", AbstractString.MASKED);
            mask(isHtml ? "{! " : "{!", "!}", AbstractString.MASKED);
        }
        if (extension.equals("xhtml")) {
            mask("<ui:remove>", "</ui:remove>", AbstractString.MASKED);
        }
    }

    /**
     * Masks Thymeleaf: <code>[[${name}]]</code>, <code>[(${name})]</code>, the literal that takes the place of an expression
     * while nothing processes the page, and the code that Thymeleaf removes; what it adds is uncovered.
     */
    private void maskThymeleaf() {
        mask("/*[-", "-]*/", AbstractString.MASKED);
        for (String delimiter : List.of("/*[+", "+]*/", "<!--/*/", "/*/-->")) {
            mask(delimiter, "", AbstractString.MASKED);
        }
        for (String open : List.of("/*[[", "/*[(")) {
            maskWithDefault(open, open.endsWith("(") ? ")]*/" : "]]*/");
        }
        mask("[[${", "}]]", AbstractString.UNKNOWN);
        mask("[(${", "})]", AbstractString.UNKNOWN);
    }

    /** Masks an expression in a comment, and the literal behind it, which the expression's value replaces. */
    private void maskWithDefault(String open, String close) {
        for (int i = text.indexOf(open); i >= 0; i = text.indexOf(open, i + open.length())) {
            int end = text.indexOf(close, i);
            if (end < 0) {
                return;
            }
            int at = end + close.length();
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
            if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
                int quote = text.indexOf(text.charAt(at), at + 1);
                at = quote < 0 ? at : quote + 1;
            } else {
                while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                    at++;
                }
            }
            if (masked[i] == text.charAt(i) && at - i <= MAX_LENGTH) {
                masked[i] = AbstractString.UNKNOWN;
                for (int rest = i + 1; rest < at; rest++) {
                    masked[rest] = text.charAt(rest) == '\n' ? '\n' : AbstractString.MASKED;
                }
            }
        }
    }

    private void mask(String open, String close, char replacement) {
        // An expression in double braces is short; a longer distance means that the braces are JavaScript.
        int maxLength = open.startsWith("{{") && !open.startsWith("{{!") ? MAX_DOUBLE_BRACE_LENGTH : MAX_LENGTH;
        int found = -1;
        for (int i = text.indexOf(open); i >= 0; i = text.indexOf(open, i + open.length())) {
            if (masked[i] != text.charAt(i)) {
                continue;
            }
            if (found < i + open.length()) {
                found = text.indexOf(close, i + open.length());
            }
            if (found < 0) {
                return;
            }
            int end = found + close.length();
            if (end - i > maxLength) {
                continue;
            }
            for (int at = i; at < end; at++) {
                // Line breaks outside of expressions stay, for the positions.
                if (replacement == AbstractString.UNKNOWN || text.charAt(at) != '\n') {
                    masked[at] = at > i && replacement == AbstractString.UNKNOWN ? AbstractString.MASKED : replacement;
                }
            }
        }
    }

    /** Masks Velocity's $name, $!name and $name.method("x"), but not jQuery's $. and $(. */
    private void maskVelocityReferences() {
        for (int i = text.indexOf('$'); i >= 0; i = text.indexOf('$', i + 1)) {
            int at = i + 1;
            if (at < text.length() && text.charAt(at) == '!') {
                at++;
            }
            int start = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            if (at > start && masked[i] == '$') {
                masked[i] = AbstractString.UNKNOWN;
                for (int rest = i + 1; rest < at; rest++) {
                    masked[rest] = AbstractString.MASKED;
                }
            }
        }
    }
}
