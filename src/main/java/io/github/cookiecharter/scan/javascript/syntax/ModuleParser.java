package io.github.cookiecharter.scan.javascript.syntax;

import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode.Specifier;
import java.util.ArrayList;
import java.util.List;

/** Reads imports, exports, and the declarations that TypeScript has besides. */
final class ModuleParser {

    private final Grammar grammar;
    private final TokenCursor cursor;
    private final Tokens tokens;

    ModuleParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.tokens = grammar.cursor.tokens;
    }

    /** The statement that begins with a word that is no keyword of other statements. */
    SyntaxNode statement(int start) {
        boolean isNameNext = cursor.isNextName(1) && !cursor.startsLine(1);
        switch (cursor.text()) {
            case "import" -> {
                return cursor.isNext(1, "(") || cursor.isNext(1, ".")
                        ? grammar.statements.expressionStatement()
                        : imported(start);
            }
            case "export" -> {
                return exported(start);
            }
            case "enum" -> {
                return isNameNext ? grammar.members.enumeration(start) : grammar.statements.expressionStatement();
            }
            case "type", "opaque" -> {
                return isNameNext && !cursor.isNext(1, "in") && !cursor.isNext(1, "instanceof")
                        ? alias()
                        : grammar.statements.expressionStatement();
            }
            case "interface" -> {
                return isNameNext ? interfaceDeclaration() : grammar.statements.expressionStatement();
            }
            case "declare", "abstract" -> {
                if (isNameNext || (cursor.is("declare") && cursor.isNext(1, "global"))) {
                    cursor.advance();
                    return ambient(start);
                }
                return grammar.statements.expressionStatement();
            }
            case "namespace", "module", "global" -> {
                boolean isNamed = isNameNext || (cursor.at() + 1 < cursor.limit() && tokens.isString(cursor.at() + 1));
                boolean isGlobal = cursor.is("global") && cursor.isNext(1, "{");
                return (isNamed && !cursor.startsLine(1)) || isGlobal
                        ? namespace(start)
                        : grammar.statements.expressionStatement();
            }
            default -> {
                return grammar.statements.expressionStatement();
            }
        }
    }

    private SyntaxNode alias() {
        cursor.jumpTo(cursor.at() + 2);
        grammar.types.parameters();
        grammar.types.annotation();
        if (cursor.take("=")) {
            grammar.types.type();
        }
        return grammar.statements.ended(cursor.nothing());
    }

    private SyntaxNode interfaceDeclaration() {
        cursor.jumpTo(cursor.at() + 2);
        grammar.types.parameters();
        if (cursor.take("extends")) {
            do {
                grammar.types.type();
            } while (cursor.take(","));
        }
        if (cursor.is("{")) {
            cursor.jumpTo(Math.min(tokens.after(cursor.at()), cursor.limit()));
        }
        return cursor.nothing();
    }

    /** A declaration behind {@code declare} or {@code abstract}, most of which do nothing when a script runs. */
    private SyntaxNode ambient(int start) {
        int before = cursor.at();
        SyntaxNode statement = grammar.statements.statement();
        return cursor.at() == before ? cursor.nothing() : new SyntaxNode.Block(List.of(statement), start, cursor.end());
    }

    private SyntaxNode namespace(int start) {
        cursor.advance();
        String name = cursor.isName() ? cursor.text() : "";
        while (cursor.isName() || cursor.is(".") || cursor.isString()) {
            cursor.advance();
        }
        SyntaxNode body = cursor.is("{") ? grammar.statements.block() : cursor.nothing();
        return new SyntaxNode.Namespace(name, body, start, cursor.end());
    }

    private SyntaxNode imported(int start) {
        cursor.advance();
        List<Specifier> specifiers = new ArrayList<>();
        boolean isType = cursor.is("type")
                && (cursor.isNext(1, "{")
                        || cursor.isNext(1, "*")
                        || (cursor.isNextName(1) && (!cursor.isNext(1, "from") || cursor.isNext(2, "from"))));
        boolean isPhase = (cursor.is("defer") && cursor.isNext(1, "*"))
                || (cursor.is("source")
                        && cursor.isNextName(1)
                        && (!cursor.isNext(1, "from") || cursor.isNext(2, "from")));
        if (isType || isPhase || cursor.is("typeof")) {
            cursor.advance();
        }
        if (cursor.isString()) {
            return module(specifiers, start);
        }
        if (cursor.isName()) {
            specifiers.add(specifier("default"));
            if (cursor.take("=")) {
                return required(specifiers.get(0), start);
            }
            cursor.take(",");
        }
        if (cursor.take("*")) {
            cursor.expect("as");
            if (cursor.isName()) {
                specifiers.add(specifier("*"));
            }
        } else if (cursor.is("{")) {
            specifiers(specifiers);
        }
        cursor.expect("from");
        return module(isType ? List.of() : specifiers, start);
    }

    private Specifier specifier(String name) {
        Specifier specifier = new Specifier(name, cursor.text(), cursor.start(), tokens.end(cursor.at()));
        cursor.advance();
        return specifier;
    }

    // The name in quotes, and the attributes behind it.
    private String moduleName() {
        String module = "";
        if (cursor.isString()) {
            module = tokens.value(cursor.at());
            cursor.advance();
        } else {
            cursor.recover();
        }
        attributes();
        return module;
    }

    private SyntaxNode module(List<Specifier> specifiers, int start) {
        String module = moduleName();
        return grammar.statements.ended(new SyntaxNode.Import(module, specifiers, start, cursor.end()));
    }

    private void attributes() {
        if ((cursor.is("with") || (cursor.is("assert") && !cursor.startsLine())) && cursor.isNext(1, "{")) {
            cursor.advance();
            cursor.jumpTo(Math.min(tokens.after(cursor.at()), cursor.limit()));
        }
    }

    /** {@code import name = require("module")}, or another name for a part of a namespace. */
    private SyntaxNode required(Specifier name, int start) {
        SyntaxNode target = new SyntaxNode.Identifier(name.local(), name.start(), name.end());
        SyntaxNode value = grammar.expressions.assignment();
        SyntaxNode declarator = new SyntaxNode.Declarator(target, value, name.start(), cursor.end());
        return grammar.statements.ended(new SyntaxNode.Declaration("const", List.of(declarator), start, cursor.end()));
    }

    /** Names in braces: {@code {a, b as c, type D}}. */
    private void specifiers(List<Specifier> specifiers) {
        int close = tokens.partner(cursor.at());
        cursor.advance();
        while (!cursor.isAtEnd() && cursor.at() != close) {
            int start = cursor.start();
            boolean isType = (cursor.is("type") || cursor.is("typeof"))
                    && cursor.isNextName(1)
                    && (!cursor.isNext(1, "as") || (cursor.isNext(2, "as") && cursor.isNextName(3)));
            if (isType) {
                cursor.advance();
            }
            String name = name();
            String local = cursor.take("as") ? name() : name;
            if (!isType) {
                specifiers.add(new Specifier(name, local, start, cursor.end()));
            }
            if (cursor.at() != close && !cursor.take(",")) {
                cursor.recover();
                if (close < 0 || close >= cursor.limit()) {
                    return;
                }
                cursor.jumpTo(close);
            }
        }
        cursor.expect("}");
    }

    /** A name or string; what is neither is skipped. */
    private String name() {
        String name = cursor.isString() ? tokens.value(cursor.at()) : cursor.text();
        cursor.advance();
        return name;
    }

    private SyntaxNode exported(int start) {
        cursor.advance();
        switch (cursor.text()) {
            case "default" -> {
                cursor.advance();
                return exportedDefault(start);
            }
            case "*" -> {
                cursor.advance();
                List<Specifier> specifiers = new ArrayList<>(1);
                if (cursor.take("as")) {
                    int from = cursor.start();
                    specifiers.add(new Specifier("*", name(), from, cursor.end()));
                }
                return from(specifiers, start);
            }
            case "{" -> {
                List<Specifier> specifiers = new ArrayList<>();
                specifiers(specifiers);
                return cursor.is("from") ? from(specifiers, start) : ended(specifiers, start);
            }
            case "=" -> {
                cursor.advance();
                SyntaxNode value = grammar.expressions.expression();
                return grammar.statements.ended(new SyntaxNode.Export("", List.of(), true, value, start, cursor.end()));
            }
            case "as" -> {
                cursor.jumpTo(Math.min(cursor.at() + 3, cursor.limit()));
                return grammar.statements.ended(cursor.nothing());
            }
            case "type" -> {
                if (cursor.isNext(1, "{") || cursor.isNext(1, "*")) {
                    cursor.advance();
                    exported(start, cursor.at());
                    return cursor.nothing();
                }
            }
            default -> {}
        }
        SyntaxNode declaration = grammar.statements.statement();
        return new SyntaxNode.Export("", List.of(), false, declaration, start, cursor.end());
    }

    /** Reads the export of types: names in braces, or a star. */
    private void exported(int start, int at) {
        if (tokens.is(at, "{")) {
            cursor.jumpTo(Math.min(tokens.after(at), cursor.limit()));
        } else {
            cursor.advance();
            if (cursor.take("as")) {
                cursor.advance();
            }
        }
        if (cursor.is("from")) {
            from(List.of(), start);
        } else {
            grammar.statements.ended(cursor.nothing());
        }
    }

    private SyntaxNode exportedDefault(int start) {
        int from = cursor.start();
        SyntaxNode value;
        if (cursor.is("function") || (cursor.is("async") && cursor.isNext(1, "function") && !cursor.startsLine(1))) {
            value = grammar.functions.function(from, true);
        } else if (cursor.is("class")) {
            value = grammar.members.classNode(from, true);
        } else if (cursor.is("abstract") && cursor.isNext(1, "class")) {
            cursor.advance();
            value = grammar.members.classNode(from, true);
        } else if (cursor.is("@") || (cursor.is("interface") && cursor.isNextName(1))) {
            value = grammar.statements.statement();
        } else if (cursor.is("enum")) {
            value = grammar.members.enumeration(from);
        } else {
            value = grammar.statements.ended(grammar.expressions.assignment());
        }
        return new SyntaxNode.Export("", List.of(), true, value, start, cursor.end());
    }

    private SyntaxNode from(List<Specifier> specifiers, int start) {
        cursor.expect("from");
        String module = moduleName();
        return grammar.statements.ended(
                new SyntaxNode.Export(module, specifiers, false, cursor.nothing(), start, cursor.end()));
    }

    private SyntaxNode ended(List<Specifier> specifiers, int start) {
        return grammar.statements.ended(
                new SyntaxNode.Export("", specifiers, false, cursor.nothing(), start, cursor.end()));
    }
}
