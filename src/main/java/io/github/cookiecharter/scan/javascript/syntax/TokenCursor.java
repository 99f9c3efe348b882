package io.github.cookiecharter.scan.javascript.syntax;

import java.util.ArrayList;
import java.util.List;

/** A position in the tokens of a script, and what the parts of the parser share. */
final class TokenCursor {

    /** What is in brackets and nested more deeply is read later. A level takes up to ten frames of the stack. */
    private static final int DEEPEST = 200;

    /** Nothing is nested more deeply than this without brackets. */
    private static final int DEEPEST_OF_ALL = 240;

    /** What is nested too deeply, with the tokens of its brackets. */
    record Postponed(SyntaxNode.Deferred node, int open, boolean isBlock) {}

    final Tokens tokens;
    final Dialect dialect;
    final List<Postponed> postponed = new ArrayList<>();
    private int at;
    private int limit;
    private int depth;
    private int recoveries;

    TokenCursor(Tokens tokens, Dialect dialect) {
        this.tokens = tokens;
        this.dialect = dialect;
    }

    /** Continues at a token, up to another one. */
    void moveTo(int from, int to) {
        at = from;
        limit = to;
        depth = 0;
    }

    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at >= limit;
    }

    int limit() {
        return limit;
    }

    /** Ends the tokens at a bracket, or further on again; returns the end that was. */
    int limit(int to) {
        int before = limit;
        limit = to;
        return before;
    }

    void jumpTo(int token) {
        at = token;
    }

    int recoveries() {
        return recoveries;
    }

    /** Notes that the source is not as it should be. */
    void recover() {
        recoveries++;
    }

    void recoveries(int count) {
        recoveries = count;
    }

    /** Goes a level down; returns whether that is too deep. */
    boolean descend() {
        return ++depth > DEEPEST_OF_ALL;
    }

    void ascend() {
        depth--;
    }

    /** Returns whether brackets are to be read later. */
    boolean isTooDeep() {
        return depth > DEEPEST;
    }

    /** Returns whether nothing more may be nested. */
    boolean isAtBottom() {
        return depth > DEEPEST_OF_ALL;
    }

    /** Leaves what stands between a bracket and its partner for later. */
    SyntaxNode postpone(boolean isBlock) {
        int close = tokens.partner(at);
        SyntaxNode.Deferred node = new SyntaxNode.Deferred(new ArrayList<>(1), tokens.start(at), tokens.end(close));
        postponed.add(new Postponed(node, at, isBlock));
        at = close + 1;
        return node;
    }

    /** Returns whether a bracket that is closed before the end of what is read begins here. */
    boolean isBracket() {
        int partner = tokens.partner(at);
        return at < limit && partner > at && partner < limit;
    }

    boolean is(String text) {
        return at < limit && tokens.is(at, text);
    }

    /** Returns whether a token further on, still in what is read, is this word or punctuator. */
    boolean isNext(int ahead, String text) {
        return at + ahead < limit && tokens.is(at + ahead, text);
    }

    boolean isName() {
        return at < limit && tokens.isIdentifier(at);
    }

    boolean isNextName(int ahead) {
        return at + ahead < limit && tokens.isIdentifier(at + ahead);
    }

    boolean isString() {
        return at < limit && tokens.isString(at);
    }

    byte kind() {
        return at < limit ? tokens.kind(at) : 0;
    }

    /** The text of an identifier or punctuator; empty for every other token and at the end. */
    String text() {
        return at < limit ? tokens.text(at) : "";
    }

    boolean startsLine() {
        return at >= limit || tokens.startsLine(at);
    }

    /** Returns whether a line ends in front of a token further on. */
    boolean startsLine(int ahead) {
        return at + ahead >= limit || tokens.startsLine(at + ahead);
    }

    /** Returns whether a type may begin behind this token: on its line, or with an operator of types. */
    boolean isNextType() {
        int next = at + 1;
        byte kind = next < limit ? tokens.kind(next) : 0;
        if (kind == Tokens.PUNCTUATOR && (tokens.is(next, "|") || tokens.is(next, "&"))) {
            return true;
        }
        return !tokens.startsLine(next)
                && (kind == Tokens.IDENTIFIER
                        || kind == Tokens.STRING
                        || kind == Tokens.NUMBER
                        || tokens.is(next, "(")
                        || tokens.is(next, "{")
                        || tokens.is(next, "[")
                        || tokens.is(next, "<")
                        || tokens.is(next, "`"));
    }

    void advance() {
        at++;
    }

    /** Takes the word or punctuator if it is here. */
    boolean take(String text) {
        if (is(text)) {
            at++;
            return true;
        }
        return false;
    }

    /** Takes the word or punctuator, which has to be here. */
    void expect(String text) {
        if (!take(text)) {
            recover();
        }
    }

    /** The offset of the next token. */
    int start() {
        return at < tokens.size() ? tokens.start(at) : tokens.source().length();
    }

    /** The offset behind the last token. */
    int end() {
        return at > 0 ? tokens.end(at - 1) : 0;
    }

    SyntaxNode nothing() {
        int place = start();
        return new SyntaxNode.Nothing(place, place);
    }
}
