package io.github.cookiecharter.scan.javascript.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads tokens into a syntax tree: recursive descent for statements, operator precedence for expressions. Any tokens give a
 * tree. Where the source is not as it should be, reading goes on with the next statement, and nothing is left out. Time and
 * memory grow in step with the tokens.
 */
public final class ScriptParser {

    /**
     * A script.
     *
     * @param statements its statements
     * @param recoveries how often the source was not as it should be
     */
    public record Script(List<SyntaxNode> statements, int recoveries) {}

    private ScriptParser() {}

    /** Reads the tokens of one script, from one to another. */
    public static Script parse(Tokens tokens, int from, int to, Dialect dialect) {
        Grammar grammar = new Grammar(tokens, dialect);
        TokenCursor cursor = grammar.cursor;
        cursor.moveTo(from, to);
        List<SyntaxNode> statements = new ArrayList<>();
        grammar.statements.readAll(statements);
        for (int i = 0; i < cursor.postponed.size(); i++) {
            TokenCursor.Postponed postponed = cursor.postponed.get(i);
            int open = postponed.open();
            cursor.moveTo(open, tokens.partner(open) + 1);
            if (postponed.isBlock()) {
                postponed.node().content().add(grammar.statements.block());
            } else {
                postponed.node().content().add(grammar.operands.operand());
            }
        }
        return new Script(statements, cursor.recoveries());
    }
}
