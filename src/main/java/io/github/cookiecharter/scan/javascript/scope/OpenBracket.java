package io.github.cookiecharter.scan.javascript.scope;

/** A bracket that is open while the outline is read. */
final class OpenBracket {

    /** What the bracket is around. */
    static final int PLAIN = 0;

    static final int CLASS = 1;
    static final int ENUM = 2;

    final int token;
    final int form;

    /** The name of the object or class whose braces these are; empty where there is none. */
    final String owner;

    final boolean opensScope;

    /** Whether a declaration goes on: a comma is followed by another name. */
    boolean declaring;

    /** Whether what is declared belongs to the function around. */
    boolean hoists;

    /** The name that the next equals sign gives a value, by its token, or -1. */
    int waiting = -1;

    /** How many bodies of arrow functions without braces are open. */
    int bodies;

    OpenBracket(int token, int form, String owner, boolean opensScope) {
        this.token = token;
        this.form = form;
        this.owner = owner;
        this.opensScope = opensScope;
    }
}
