package io.github.cookiecharter.scan.javascript.syntax;

/** The parts of the parser, which call each other. */
final class Grammar {

    final TokenCursor cursor;
    final TypeSkipper types;
    final StatementParser statements;
    final LoopParser loops;
    final ModuleParser modules;
    final ExpressionParser expressions;
    final OperandParser operands;
    final FunctionParser functions;
    final MemberParser members;
    final JsxParser elements;

    Grammar(Tokens tokens, Dialect dialect) {
        cursor = new TokenCursor(tokens, dialect);
        types = new TypeSkipper(cursor);
        statements = new StatementParser(this);
        loops = new LoopParser(this);
        modules = new ModuleParser(this);
        expressions = new ExpressionParser(this);
        operands = new OperandParser(this);
        functions = new FunctionParser(this);
        members = new MemberParser(this);
        elements = new JsxParser(this);
    }
}
