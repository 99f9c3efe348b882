package io.github.cookiecharter.scan.javascript.syntax;

import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode.PropertyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads object literals, classes and enumerations. */
final class MemberParser {

    private static final Set<String> MODIFIERS = Set.of(
            "static",
            "public",
            "private",
            "protected",
            "readonly",
            "override",
            "declare",
            "abstract",
            "accessor",
            "async",
            "get",
            "set");

    private final Grammar grammar;
    private final TokenCursor cursor;
    private final Tokens tokens;

    MemberParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.tokens = grammar.cursor.tokens;
    }

    /** An object, or the pattern that takes one apart. */
    SyntaxNode objectLiteral() {
        if (cursor.isTooDeep() && cursor.isBracket()) {
            return cursor.postpone(false);
        }
        int start = cursor.start();
        List<SyntaxNode> members = members(false);
        return new SyntaxNode.ObjectLiteral(members, start, cursor.end());
    }

    /** A class that begins here. */
    SyntaxNode classNode(int start, boolean isStatement) {
        cursor.advance();
        String name = "";
        if (cursor.isName() && !cursor.is("extends") && !cursor.is("implements")) {
            name = cursor.text();
            cursor.advance();
        }
        grammar.types.parameters();
        SyntaxNode superclass = cursor.nothing();
        if (cursor.take("extends")) {
            superclass = grammar.operands.chain();
            grammar.types.parameters();
        }
        if (cursor.take("implements")) {
            do {
                grammar.types.type();
            } while (cursor.take(","));
        }
        if (!cursor.is("{")) {
            cursor.recover();
            return new SyntaxNode.ClassNode(name, isStatement, superclass, List.of(), start, cursor.end());
        }
        List<SyntaxNode> members = members(true);
        return new SyntaxNode.ClassNode(name, isStatement, superclass, members, start, cursor.end());
    }

    /** Members in braces. */
    private List<SyntaxNode> members(boolean isClass) {
        if (cursor.isTooDeep() && cursor.isBracket()) {
            return List.of(cursor.postpone(false));
        }
        boolean isClosed = cursor.isBracket();
        int close = tokens.partner(cursor.at());
        cursor.advance();
        int limit = isClosed ? cursor.limit(close) : cursor.limit();
        boolean allowedIn = grammar.expressions.allowIn(true);
        boolean wasChoosing = grammar.functions.chooses(false);
        List<SyntaxNode> members = new ArrayList<>();
        boolean isSeparated = true;
        while (!cursor.isAtEnd()) {
            if (cursor.is(",") || (isClass && cursor.is(";"))) {
                cursor.advance();
                isSeparated = true;
                continue;
            }
            int before = cursor.at();
            if (!isSeparated) {
                cursor.recover();
                if (!isClosed) {
                    break;
                }
            }
            if (isClass) {
                members.addAll(decorators());
            }
            members.add(isClass ? classMember() : objectMember());
            isSeparated = isClass;
            if (cursor.at() == before) {
                members.remove(members.size() - 1);
                cursor.recover();
                if (!isClosed) {
                    break;
                }
                cursor.advance();
            }
        }
        grammar.functions.chooses(wasChoosing);
        grammar.expressions.allowIn(allowedIn);
        if (isClosed) {
            cursor.limit(limit);
            cursor.jumpTo(close + 1);
        } else {
            cursor.recover();
        }
        return members;
    }

    private SyntaxNode objectMember() {
        int start = cursor.start();
        if (cursor.take("...")) {
            SyntaxNode argument = grammar.expressions.assignment();
            return new SyntaxNode.Spread(argument, start, cursor.end());
        }
        return member(start, false, false);
    }

    private SyntaxNode classMember() {
        int start = cursor.start();
        boolean isStatic = false;
        while (MODIFIERS.contains(cursor.text()) && !isFunctionWord() && isModifier()) {
            isStatic |= cursor.is("static");
            cursor.advance();
            if (isStatic && cursor.is("{")) {
                return grammar.statements.block();
            }
        }
        if (cursor.is("[") && cursor.isNextName(1) && cursor.isNext(2, ":")) {
            cursor.jumpTo(tokens.after(cursor.at()));
            grammar.types.annotation();
            return cursor.nothing();
        }
        return member(start, true, isStatic);
    }

    /** Returns whether the word here says what kind of function follows. */
    private boolean isFunctionWord() {
        return cursor.is("async") || cursor.is("get") || cursor.is("set");
    }

    /** Returns whether the word here stands in front of the key of a member. */
    private boolean isModifier() {
        return !cursor.isNext(1, "(")
                && !cursor.isNext(1, "=")
                && !cursor.isNext(1, ":")
                && !cursor.isNext(1, ";")
                && !cursor.isNext(1, ",")
                && !cursor.isNext(1, "?")
                && !cursor.isNext(1, "!")
                && !cursor.isNext(1, "<")
                && cursor.at() + 1 < cursor.limit();
    }

    private SyntaxNode member(int start, boolean isClass, boolean isStatic) {
        PropertyKind kind = PropertyKind.VALUE;
        boolean async = false;
        while (isFunctionWord() && isModifier() && !(isClass && cursor.startsLine(1) && cursor.is("async"))) {
            kind = cursor.is("get") ? PropertyKind.GETTER : cursor.is("set") ? PropertyKind.SETTER : kind;
            async |= cursor.is("async");
            cursor.advance();
        }
        boolean generates = cursor.take("*");
        boolean isComputed = cursor.is("[");
        String name = cursor.text();
        SyntaxNode key = key();
        if (key instanceof SyntaxNode.Nothing) {
            return key;
        }
        if (!cursor.take("?") && !cursor.startsLine()) {
            cursor.take("!");
        }
        SyntaxNode value;
        if (cursor.is("(") || cursor.is("<")) {
            value = grammar.functions.rest(name, false, async, generates, start);
            kind = kind == PropertyKind.VALUE ? PropertyKind.METHOD : kind;
        } else if (isClass) {
            grammar.types.annotation();
            value = cursor.take("=") ? grammar.expressions.assignment() : cursor.nothing();
        } else if (cursor.take(":")) {
            value = grammar.expressions.assignment();
        } else if (cursor.take("=")) {
            SyntaxNode standard = grammar.expressions.assignment();
            value = new SyntaxNode.Assignment("=", key, standard, start, cursor.end());
        } else {
            value = key;
        }
        return new SyntaxNode.Property(kind, key, isComputed, value, isStatic, start, cursor.end());
    }

    private SyntaxNode key() {
        int start = cursor.start();
        switch (cursor.kind()) {
            case Tokens.IDENTIFIER -> {
                String name = cursor.text();
                cursor.advance();
                return new SyntaxNode.Identifier(name, start, cursor.end());
            }
            case Tokens.STRING, Tokens.NUMBER -> {
                return grammar.operands.operand();
            }
            default -> {
                if (!cursor.is("[")) {
                    return cursor.nothing();
                }
                List<SyntaxNode> items = grammar.operands.items();
                return items.size() == 1 ? items.get(0) : new SyntaxNode.Sequence(items, start, cursor.end());
            }
        }
    }

    /** The decorators that stand here. */
    List<SyntaxNode> decorators() {
        List<SyntaxNode> decorators = new ArrayList<>(0);
        while (cursor.is("@") && !cursor.isTooDeep()) {
            cursor.advance();
            cursor.descend();
            decorators.add(grammar.operands.chain());
            cursor.ascend();
        }
        return decorators;
    }

    /** An enumeration that begins here. */
    SyntaxNode enumeration(int start) {
        cursor.advance();
        String name = cursor.text();
        cursor.advance();
        List<SyntaxNode> members = new ArrayList<>();
        if (cursor.is("{")) {
            boolean isClosed = cursor.isBracket();
            int close = tokens.partner(cursor.at());
            cursor.advance();
            int limit = isClosed ? cursor.limit(close) : cursor.limit();
            while (!cursor.isAtEnd()) {
                int memberStart = cursor.start();
                boolean isComputed = cursor.is("[");
                SyntaxNode key = key();
                if (key instanceof SyntaxNode.Nothing) {
                    cursor.recover();
                    break;
                }
                SyntaxNode value = cursor.take("=") ? grammar.expressions.assignment() : cursor.nothing();
                members.add(new SyntaxNode.Property(
                        PropertyKind.VALUE, key, isComputed, value, true, memberStart, cursor.end()));
                cursor.take(",");
            }
            if (isClosed) {
                cursor.limit(limit);
                cursor.jumpTo(close + 1);
            }
        } else {
            cursor.recover();
        }
        return new SyntaxNode.EnumNode(name, members, start, cursor.end());
    }
}
