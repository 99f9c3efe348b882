package io.github.cookiecharter.scan.html;

import io.github.cookiecharter.scan.cookie.AbstractString;
import java.util.ArrayList;
import java.util.List;

/**
 * The Java or Groovy code in a page, as tokens: what stands between {@code <%} and {@code %>}, and in the elements {@code
 * jsp:scriptlet}, {@code jsp:declaration} and {@code jsp:expression}. Comments are left out.
 */
final class ServerCode {

    /** What a token is. */
    enum Kind {
        WORD,
        TEXT,
        NUMBER,
        SIGN
    }

    /**
     * A token.
     *
     * @param text a word, a sign of one character, or the content of a literal
     * @param offset its offset in the page
     */
    record Token(Kind kind, String text, int offset) {

        boolean is(String sign) {
            return kind != Kind.TEXT && text.equals(sign);
        }
    }

    private static final List<String> ELEMENTS = List.of("scriptlet", "declaration", "expression");

    private final String page;
    private final boolean isGroovy;
    private final List<Token> tokens = new ArrayList<>();

    private ServerCode(String page, boolean isGroovy) {
        this.page = page;
        this.isGroovy = isGroovy;
    }

    /** Returns the tokens of all code in a page. */
    static List<Token> tokens(String page, String extension) {
        ServerCode code = new ServerCode(page, extension.equals("gsp"));
        code.readPage();
        return code.tokens;
    }

    private void readPage() {
        int at = 0;
        while (at < page.length()) {
            int open = page.indexOf('<', at);
            if (open < 0) {
                return;
            }
            int comment = isGroovy ? page.indexOf("%{--", at) : -1;
            if (comment >= 0 && comment < open) {
                at = behind("--}%", comment + 4);
            } else if (page.startsWith("<%--", open)) {
                at = behind("--%>", open + 4);
            } else if (page.startsWith("<%", open)) {
                int end = page.indexOf("%>", open + 2);
                int to = end < 0 ? page.length() : end;
                int from = open + 2;
                if (page.startsWith("@", from)) {
                    from = to;
                } else if (from < to && "!=-#".indexOf(page.charAt(from)) >= 0) {
                    from++;
                }
                readCode(from, to);
                at = to + 2;
            } else {
                at = readElement(open);
            }
        }
    }

    private int behind(String close, int from) {
        int found = page.indexOf(close, from);
        return found < 0 ? page.length() : found + close.length();
    }

    private int readElement(int open) {
        for (String element : ELEMENTS) {
            String start = "<jsp:" + element + ">";
            if (page.startsWith(start, open)) {
                int from = open + start.length();
                int end = page.indexOf("</jsp:" + element, from);
                int to = end < 0 ? page.length() : end;
                int data = page.indexOf("<![CDATA[", from);
                readCode(data >= 0 && data < to ? data + 9 : from, to);
                return to + 1;
            }
        }
        return open + 1;
    }

    private void readCode(int from, int to) {
        int at = from;
        while (at < to) {
            char c = page.charAt(at);
            if (page.startsWith("//", at)) {
                int end = page.indexOf('\n', at);
                at = end < 0 ? to : end;
            } else if (page.startsWith("/*", at)) {
                at = behind("*/", at + 2);
            } else if (c == '"' || c == '\'') {
                at = readText(at, to);
            } else if (Character.isJavaIdentifierStart(c)) {
                at = readWord(at, to);
            } else if (c >= '0' && c <= '9') {
                int end = at;
                while (end < to && Character.isLetterOrDigit(page.charAt(end))) {
                    end++;
                }
                tokens.add(new Token(Kind.NUMBER, page.substring(at, end), at));
                at = end;
            } else {
                if (c == '\n' && isGroovy && isStatementEnd()) {
                    tokens.add(new Token(Kind.SIGN, ";", at));
                } else if (c > ' ') {
                    tokens.add(new Token(Kind.SIGN, String.valueOf(c), at));
                }
                at++;
            }
        }
        // Fragments of code are statements of their own.
        tokens.add(new Token(Kind.SIGN, ";", to));
    }

    // Groovy needs no semicolon at the end of a line, unless an operator or an open bracket continues the statement.
    private boolean isStatementEnd() {
        if (tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.get(tokens.size() - 1);
        return last.kind() != Kind.SIGN || "+,([{=.?:;".indexOf(last.text()) < 0;
    }

    private int readWord(int from, int to) {
        int end = from;
        while (end < to && Character.isJavaIdentifierPart(page.charAt(end))) {
            end++;
        }
        tokens.add(new Token(Kind.WORD, page.substring(from, end), from));
        return end;
    }

    private int readText(int from, int to) {
        char quote = page.charAt(from);
        String triple = String.valueOf(quote).repeat(3);
        if (page.startsWith(triple, from)) {
            int end = Math.min(to, behind(triple, from + 3));
            tokens.add(new Token(Kind.TEXT, page.substring(from + 3, Math.max(from + 3, end - 3)), from));
            return end;
        }
        StringBuilder text = new StringBuilder();
        boolean isTemplate = isGroovy && quote == '"';
        int at = from + 1;
        if (isTemplate) {
            tokens.add(new Token(Kind.SIGN, "(", from));
        }
        while (at < to && page.charAt(at) != quote && page.charAt(at) != '\n') {
            char c = page.charAt(at++);
            if (c == '\\' && at < to) {
                text.append(page.charAt(at++));
            } else if (c == '$' && isTemplate) {
                int end = readReference(at, to);
                addReference(
                        text, page.substring(at, end).replaceAll("[{}]", "").strip(), at);
                at = end;
            } else {
                text.append(c);
            }
        }
        tokens.add(new Token(Kind.TEXT, text.toString(), from));
        if (isTemplate) {
            tokens.add(new Token(Kind.SIGN, ")", from));
        }
        return at + 1;
    }

    /** Adds the text so far and a reference behind it, as the concatenation that Groovy makes of them. */
    private void addReference(StringBuilder text, String reference, int offset) {
        if (reference.isEmpty() || !reference.chars().allMatch(Character::isJavaIdentifierPart)) {
            text.append(AbstractString.UNKNOWN);
            return;
        }
        tokens.add(new Token(Kind.TEXT, text.toString(), offset));
        tokens.add(new Token(Kind.SIGN, "+", offset));
        tokens.add(new Token(Kind.WORD, reference, offset));
        tokens.add(new Token(Kind.SIGN, "+", offset));
        text.setLength(0);
    }

    /** Returns the offset behind Groovy's <code>${…}</code> or {@code $name}, given that behind the dollar sign. */
    private int readReference(int from, int to) {
        int at = from;
        if (at < to && page.charAt(at) == '{') {
            return Math.min(to, behind("}", at));
        }
        while (at < to && (Character.isJavaIdentifierPart(page.charAt(at)) || page.charAt(at) == '.')) {
            at++;
        }
        return at;
    }
}
