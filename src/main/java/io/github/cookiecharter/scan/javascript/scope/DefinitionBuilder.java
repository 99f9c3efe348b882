package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.scope.Binding.Kind;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Enters into the symbol table what defines something: functions, classes, object literals, declarations, exports. */
final class DefinitionBuilder {

    private final ScopeBuilder builder;
    private final SymbolTable table;
    private final ScopeDeclarations declarations;

    DefinitionBuilder(ScopeBuilder builder, SymbolTable table, ScopeDeclarations declarations) {
        this.builder = builder;
        this.table = table;
        this.declarations = declarations;
    }

    /** Reads a definition; returns false if the node is none. */
    boolean read(SyntaxNode node, Scope scope, Target target) {
        if (node instanceof SyntaxNode.Function function) {
            function(function, scope, target, scope.self());
        } else if (node instanceof SyntaxNode.ObjectLiteral literal) {
            literal(literal, scope, target);
        } else if (node instanceof SyntaxNode.ClassNode classNode) {
            classNode(classNode, scope, target);
        } else if (node instanceof SyntaxNode.Declaration declaration) {
            declaration(declaration, scope, false);
        } else if (node instanceof SyntaxNode.Export export) {
            export(export, scope);
        } else if (node instanceof SyntaxNode.EnumNode || node instanceof SyntaxNode.Namespace) {
            Scope inner = scope.block();
            table.inside(node, inner, true);
            if (node instanceof SyntaxNode.Namespace namespace && namespace.body() instanceof SyntaxNode.Block block) {
                builder.statements(block.statements(), inner);
            } else {
                builder.children(node, inner);
            }
        } else {
            return false;
        }
        return true;
    }

    private void literal(SyntaxNode.ObjectLiteral literal, Scope scope, Target target) {
        Scope inner = scope;
        for (SyntaxNode member : literal.members()) {
            if (inner == scope
                    && member instanceof SyntaxNode.Property property
                    && property.value() instanceof SyntaxNode.Function) {
                inner = scope.of(table.shape(literal, target.asOwner(), scope));
            }
        }
        String owner = target.asOwner();
        for (SyntaxNode member : literal.members()) {
            if (member instanceof SyntaxNode.Property property) {
                property(property, owner, scope, inner);
            } else {
                builder.visit(member, scope, Target.NONE);
            }
        }
    }

    private void property(SyntaxNode.Property property, String owner, Scope scope, Scope inner) {
        String name = property.name();
        if (property.isComputed()) {
            builder.visit(property.key(), scope, Target.NONE);
        }
        if (name.equalsIgnoreCase("set-cookie")) {
            table.headers.add(new Located(property.value(), scope));
        }
        if (!name.isEmpty() && property.kind() == SyntaxNode.PropertyKind.VALUE) {
            table.property(name, new PropertyWrite(owner, property.value(), scope));
        }
        if (property.value() instanceof SyntaxNode.Function function) {
            if (isModuleKey(name)) {
                table.modules.putIfAbsent(name, new Located(function, scope));
            }
            function(function, scope, new Target(name, owner.isEmpty() ? "?" : owner, false), inner.self());
        } else {
            builder.visit(property.value(), scope, new Target(name, "", false));
        }
    }

    /** Bundlers give modules numbers or paths. */
    private static boolean isModuleKey(String name) {
        return !name.isEmpty()
                && (Character.isDigit(name.charAt(0)) || name.indexOf('/') >= 0 || name.indexOf('.') > 0);
    }

    void function(SyntaxNode.Function function, Scope scope, Target target, Shape around) {
        boolean isNamed = function.isStatement() || target.name().isEmpty();
        String name = isNamed ? function.name() : target.name();
        String owner = function.isStatement() ? "" : target.owner();
        boolean constructs = name.equals("constructor")
                || name.equals("initialize")
                || (name.equals("init") && !owner.isEmpty())
                || (!name.isEmpty() && Character.isUpperCase(name.charAt(0)));
        FunctionInfo info = table.add(
                new FunctionInfo(
                        table.functions().size(),
                        function,
                        name,
                        owner,
                        constructs,
                        target.isGiven(),
                        new ArrayList<>(1),
                        new ArrayList<>(0)),
                scope);
        Shape self = function.isArrow() ? scope.self() : owner.isEmpty() ? table.shape(function, name, scope) : around;
        Scope inner = scope.of(info, self);
        table.inside(function, inner, true);
        if (!function.isStatement() && !function.name().isEmpty()) {
            inner.declare(function.name(), 0).bindings().add(Binding.of(function, scope));
        }
        int outerLoops = builder.loops(0);
        declarations.parameters(function, inner);
        for (SyntaxNode parameter : function.parameters()) {
            builder.children(parameter, inner);
        }
        if (function.body() instanceof SyntaxNode.Block block) {
            builder.statements(block.statements(), inner);
        } else {
            if (!(function.body() instanceof SyntaxNode.Nothing)) {
                info.returns().add(new Located(function.body(), inner));
            }
            builder.visit(function.body(), inner, Target.NONE);
        }
        builder.loops(outerLoops);
    }

    private void classNode(SyntaxNode.ClassNode node, Scope scope, Target target) {
        String name = node.name().isEmpty() ? target.asOwner() : node.name();
        Shape shape = table.shape(node, name, scope);
        Scope inner = scope.of(shape);
        table.inside(node, inner, true);
        if (!node.isStatement() && !node.name().isEmpty()) {
            inner.declare(node.name(), 0).bindings().add(Binding.of(node, scope));
        }
        builder.visit(node.superclass(), scope, Target.NONE);
        String owner = name.isEmpty() ? "?" : name;
        for (SyntaxNode member : node.members()) {
            if (!(member instanceof SyntaxNode.Property property)) {
                builder.visit(member, inner, Target.NONE);
                continue;
            }
            if (property.isComputed()) {
                builder.visit(property.key(), scope, Target.NONE);
            }
            member(property, shape, inner);
            builder.visit(property.value(), inner, new Target(property.name(), owner, target.isGiven()));
        }
    }

    private void member(SyntaxNode.Property property, Shape shape, Scope inner) {
        String name = property.name();
        if (name.isEmpty() || property.value() instanceof SyntaxNode.Nothing) {
            return;
        }
        switch (property.kind()) {
            case GETTER -> shape.member(name, Binding.of(Kind.GETTER, property.value(), inner));
            case SETTER -> {}
            default -> {
                shape.member(name, Binding.of(property.value(), inner));
                if (property.kind() == SyntaxNode.PropertyKind.VALUE) {
                    table.property(name, new PropertyWrite(shape.name(), property.value(), inner));
                }
            }
        }
    }

    private void declaration(SyntaxNode.Declaration declaration, Scope scope, boolean isExported) {
        for (SyntaxNode node : declaration.declarators()) {
            if (node instanceof SyntaxNode.Declarator declarator) {
                declarations.declarator(declarator, declaration.keyword(), scope, builder.loops());
                if (!(declarator.target() instanceof SyntaxNode.Identifier)) {
                    builder.visit(declarator.target(), scope, Target.NONE);
                }
                builder.visit(declarator.value(), scope, Target.of(declarator.target(), isExported));
            }
        }
    }

    private void export(SyntaxNode.Export export, Scope scope) {
        export.specifiers().forEach(name -> {
            if (export.module().isEmpty()) {
                table.exports().put(name.name(), name.local());
            }
        });
        if (export.isDefault()) {
            table.standard = Optional.of(new Located(export.declaration(), scope));
            String name = export.declaration() instanceof SyntaxNode.Identifier identifier
                    ? identifier.name()
                    : export.declaration() instanceof SyntaxNode.Function function
                            ? function.name()
                            : export.declaration() instanceof SyntaxNode.ClassNode node ? node.name() : "";
            if (!name.isEmpty()) {
                table.exports().putIfAbsent(name, "default");
            }
        }
        if (export.declaration() instanceof SyntaxNode.Declaration declaration) {
            declarations.hoist(List.of(declaration), scope, builder.loops());
            declaration(declaration, scope, true);
        } else {
            declarations.hoist(List.of(export.declaration()), scope, builder.loops());
            builder.visit(export.declaration(), scope, new Target("", "", true));
        }
    }
}
