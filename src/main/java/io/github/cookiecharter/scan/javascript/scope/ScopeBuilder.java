package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Walks a syntax tree once and fills the symbol table: what each scope declares, which values names and properties are
 * given, and where something is called or written. A tree that is too deep for the stack is walked in parts.
 */
final class ScopeBuilder {

    private static final int DEEPEST = 500;

    private record Later(SyntaxNode node, Scope scope, Target target, int loops) {}

    private final SymbolTable table;
    private final Deque<Later> later = new ArrayDeque<>();
    private final AssignmentRecorder assignments;
    private final ScopeDeclarations declarations;
    private final CompiledClasses compiled;
    private final DefinitionBuilder definitions;
    private int depth;
    private int loops;

    ScopeBuilder(SymbolTable table) {
        this.table = table;
        this.assignments = new AssignmentRecorder(table);
        this.declarations = new ScopeDeclarations(table);
        this.definitions = new DefinitionBuilder(this, table, declarations);
        this.compiled = new CompiledClasses(this, definitions, assignments);
    }

    void read(List<SyntaxNode> statements) {
        declarations.hoist(statements, table.top(), 0);
        for (SyntaxNode statement : statements) {
            visit(statement, table.top(), Target.NONE);
        }
        while (!later.isEmpty()) {
            Later part = later.remove();
            loops = part.loops();
            depth = 0;
            visit(part.node(), part.scope(), part.target());
        }
        assignments.resolve();
    }

    void visit(SyntaxNode node, Scope scope, Target target) {
        if (node instanceof SyntaxNode.Identifier
                || node instanceof SyntaxNode.Nothing
                || node instanceof SyntaxNode.Digits
                || node instanceof SyntaxNode.Keyword) {
            return;
        }
        if (++depth > DEEPEST) {
            later.add(new Later(node, scope, target, loops));
        } else if (!expression(node, scope, target) && !definitions.read(node, scope, target)) {
            statement(node, scope);
        }
        depth--;
    }

    /** Returns in how many loops the current node is. */
    int loops() {
        return loops;
    }

    /** Sets in how many loops the next nodes are; returns the number before. */
    int loops(int number) {
        int before = loops;
        loops = number;
        return before;
    }

    void children(SyntaxNode node, Scope scope) {
        node.forEachChild(child -> visit(child, scope, Target.NONE));
    }

    private boolean expression(SyntaxNode node, Scope scope, Target target) {
        if (node instanceof SyntaxNode.Call call) {
            call(call, scope, target);
        } else if (node instanceof SyntaxNode.Member member) {
            visit(member.object(), scope, Target.NONE);
        } else if (node instanceof SyntaxNode.Text text) {
            text(text, node, scope);
        } else if (node instanceof SyntaxNode.Binary binary) {
            binary(binary, scope, target);
        } else if (node instanceof SyntaxNode.Assignment assignment) {
            assignment(assignment, scope);
        } else if (node instanceof SyntaxNode.Conditional conditional) {
            visit(conditional.test(), scope, Target.NONE);
            visit(conditional.then(), scope, target);
            visit(conditional.otherwise(), scope, target);
        } else if (node instanceof SyntaxNode.Update update) {
            assignments.add(update.target(), "++", update, scope, loops);
            table.writes.add(new Located(update, scope));
            children(update, scope);
        } else if (node instanceof SyntaxNode.Unary unary) {
            if (unary.operator().equals("delete")) {
                table.writes.add(new Located(unary, scope));
            }
            visit(unary.operand(), scope, target);
        } else if (node instanceof SyntaxNode.ArrayLiteral array) {
            if (array.elements().size() == 2 && isHeader(array.elements().get(0))) {
                table.headers.add(new Located(array.elements().get(1), scope));
            }
            modules(array, scope);
            children(array, scope);
        } else {
            return false;
        }
        return true;
    }

    private void statement(SyntaxNode node, Scope scope) {
        if (node instanceof SyntaxNode.Block block) {
            statements(block.statements(), scope.block());
        } else if (node instanceof SyntaxNode.Loop loop) {
            Scope inner = scope.block();
            visit(loop.init(), inner, Target.NONE);
            loops++;
            visit(loop.test(), inner, Target.NONE);
            visit(loop.update(), inner, Target.NONE);
            visit(loop.body(), inner, Target.NONE);
            loops--;
        } else if (node instanceof SyntaxNode.ForEach loop) {
            Scope inner = scope.block();
            visit(loop.subject(), inner, Target.NONE);
            loops++;
            declarations.loop(loop, inner, loops);
            visit(loop.body(), inner, Target.NONE);
            loops--;
        } else if (node instanceof SyntaxNode.Try attempt) {
            visit(attempt.block(), scope, Target.NONE);
            Scope inner = scope.block();
            declarations.unknown(attempt.parameter(), inner, loops);
            visit(attempt.handler(), inner, Target.NONE);
            visit(attempt.finalizer(), scope, Target.NONE);
        } else if (node instanceof SyntaxNode.Switch choice) {
            visit(choice.subject(), scope, Target.NONE);
            Scope inner = scope.block();
            for (SyntaxNode one : choice.cases()) {
                if (one instanceof SyntaxNode.Case oneCase) {
                    declarations.hoist(oneCase.statements(), inner, loops);
                }
                visit(one, inner, Target.NONE);
            }
        } else if (node instanceof SyntaxNode.Exit exit) {
            if (exit.word().equals("return")) {
                scope.function().returns().add(new Located(exit.argument(), scope));
            }
            visit(exit.argument(), scope, Target.NONE);
        } else if (node instanceof SyntaxNode.Case oneCase) {
            visit(oneCase.test(), scope, Target.NONE);
            statements(oneCase.statements(), scope);
        } else if (node instanceof SyntaxNode.Template template) {
            for (SyntaxNode part : template.parts()) {
                visit(part, scope, Target.NONE);
            }
        } else {
            children(node, scope);
        }
    }

    void statements(List<SyntaxNode> statements, Scope scope) {
        declarations.hoist(statements, scope, loops);
        for (SyntaxNode statement : statements) {
            visit(statement, scope, Target.NONE);
        }
    }

    /** webpack 4 numbers its modules by their places in an array. */
    private void modules(SyntaxNode.ArrayLiteral array, Scope scope) {
        List<SyntaxNode> elements = array.elements();
        boolean isModules = elements.size() > 1
                && elements.stream()
                        .allMatch(one -> one instanceof SyntaxNode.Nothing
                                || (one instanceof SyntaxNode.Function function
                                        && !function.isArrow()
                                        && function.parameters().size() < 4));
        for (int i = 0; isModules && i < elements.size(); i++) {
            if (elements.get(i) instanceof SyntaxNode.Function) {
                table.modules.putIfAbsent(Integer.toString(i), new Located(elements.get(i), scope));
            }
        }
    }

    private static boolean isHeader(SyntaxNode node) {
        return node instanceof SyntaxNode.Text text && text.value().equalsIgnoreCase("set-cookie");
    }

    private void text(SyntaxNode.Text text, SyntaxNode whole, Scope scope) {
        if (text.value().length() > 3
                && text.value().length() < 500
                && text.value().indexOf('/') >= 0) {
            table.texts.add(new Located(whole, scope));
        }
    }

    private void binary(SyntaxNode.Binary binary, Scope scope, Target target) {
        List<SyntaxNode> operands = binary.operands();
        boolean isSum = binary.operator().equals("+");
        boolean isChoice = binary.operator().equals("||") || binary.operator().equals("??");
        for (int i = 0; i < operands.size(); i++) {
            if (isSum && operands.get(i) instanceof SyntaxNode.Text text) {
                // An address goes on behind its beginning.
                List<SyntaxNode> rest = operands.subList(i, operands.size());
                boolean isLast = rest.size() == 1;
                text(text, isLast ? text : new SyntaxNode.Binary("+", rest, text.start(), binary.end()), scope);
            } else {
                visit(operands.get(i), scope, isChoice ? target : Target.NONE);
            }
        }
    }

    private void assignment(SyntaxNode.Assignment assignment, Scope scope) {
        SyntaxNode target = assignment.target();
        assignments.add(target, assignment.operator(), assignment.value(), scope, loops);
        if (!(target instanceof SyntaxNode.Identifier)) {
            table.writes.add(new Located(assignment, scope));
        }
        visit(target, scope, Target.NONE);
        if (assignment.value() instanceof SyntaxNode.Function function && target instanceof SyntaxNode.Member member) {
            Shape shape = assignments.shape(member.object(), scope).orElse(scope.self());
            definitions.function(function, scope, Target.of(target, false), shape);
        } else {
            visit(assignment.value(), scope, Target.of(target, false));
        }
    }

    /** {@code (function (window, key) {…})(window, "a")}, or the same with {@code .call(this, …)}. */
    private void immediate(SyntaxNode.Call call, Scope scope) {
        SyntaxNode callee = call.callee();
        List<SyntaxNode> arguments = call.arguments();
        if (callee instanceof SyntaxNode.Member member && member.name().equals("call") && !arguments.isEmpty()) {
            callee = member.object();
            arguments = arguments.subList(1, arguments.size());
        }
        if (callee instanceof SyntaxNode.Function function && !call.isNew()) {
            table.immediate.put(function, new SymbolTable.Immediate(arguments, scope));
        }
    }

    private void call(SyntaxNode.Call call, Scope scope, Target target) {
        table.calls.add(new Located(call, scope));
        assignments.call(call, scope);
        immediate(call, scope);
        assignments.getters(call.arguments(), scope);
        visit(call.callee(), scope, Target.NONE);
        List<SyntaxNode> arguments = call.arguments();
        if (arguments.size() > 1 && compiled.read(arguments, scope)) {
            return;
        }
        for (int i = 0; i < arguments.size(); i++) {
            SyntaxNode argument = arguments.get(i);
            boolean isWrapped =
                    i == 0 && (argument instanceof SyntaxNode.Function || argument instanceof SyntaxNode.ObjectLiteral);
            Target inner = isWrapped ? target : Target.NONE;
            if (argument instanceof SyntaxNode.Function && call.callee() instanceof SyntaxNode.Member member) {
                table.iterations.put(argument, new Located(member.object(), scope));
            }
            if (i > 0
                    && argument instanceof SyntaxNode.ObjectLiteral
                    && inner.name().isEmpty()) {
                // $.extend(Cookies, {…}), Object.assign(Cookies.prototype, {…})
                inner = new Target(Target.lastName(arguments.get(0)), "", false);
            }
            if (i > 0
                    && argument instanceof SyntaxNode.Function
                    && arguments.get(i - 1) instanceof SyntaxNode.ArrayLiteral list) {
                table.lists.put(argument, list);
            }
            visit(argument, scope, inner);
        }
    }
}
