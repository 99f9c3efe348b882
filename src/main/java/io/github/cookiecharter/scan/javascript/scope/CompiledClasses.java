package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.scope.Binding.Kind;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/** Reads classes in the form that compilers give them for older browsers. */
final class CompiledClasses {

    private final ScopeBuilder builder;
    private final DefinitionBuilder definitions;
    private final AssignmentRecorder assignments;

    CompiledClasses(ScopeBuilder builder, DefinitionBuilder definitions, AssignmentRecorder assignments) {
        this.builder = builder;
        this.definitions = definitions;
        this.assignments = assignments;
    }

    /** Reads the methods of a class, if the arguments of a call are such: {@code define(Name, [{key: "save", value: function …}])}. */
    boolean read(List<SyntaxNode> arguments, Scope scope) {
        Optional<Shape> shape = assignments.shape(arguments.get(0), scope);
        boolean isClass = shape.isPresent()
                && arguments.get(1) instanceof SyntaxNode.ArrayLiteral list
                && !list.elements().isEmpty()
                && list.elements().stream().allMatch(CompiledClasses::isDescriptor);
        if (!isClass) {
            return false;
        }
        for (SyntaxNode argument : arguments.subList(1, arguments.size())) {
            if (argument instanceof SyntaxNode.ArrayLiteral list) {
                for (SyntaxNode element : list.elements()) {
                    descriptor(element, shape.get(), scope);
                }
            } else {
                builder.visit(argument, scope, Target.NONE);
            }
        }
        return true;
    }

    private static boolean isDescriptor(SyntaxNode node) {
        return node instanceof SyntaxNode.ObjectLiteral literal
                && !literal.members().isEmpty()
                && literal.members().get(0) instanceof SyntaxNode.Property key
                && key.name().equals("key");
    }

    private void descriptor(SyntaxNode node, Shape shape, Scope scope) {
        if (!(node instanceof SyntaxNode.ObjectLiteral literal) || !isDescriptor(node)) {
            builder.visit(node, scope, Target.NONE);
            return;
        }
        String key = literal.members().get(0) instanceof SyntaxNode.Property first
                        && first.value() instanceof SyntaxNode.Text text
                ? text.value()
                : "";
        for (SyntaxNode member : literal.members()) {
            if (member instanceof SyntaxNode.Property property
                    && property.value() instanceof SyntaxNode.Function function) {
                boolean isGetter = property.name().equals("get");
                if (isGetter || property.name().equals("value")) {
                    Kind kind = isGetter ? Kind.GETTER : Kind.VALUE;
                    shape.member(key, Binding.of(kind, function, scope));
                }
                String owner = shape.name().isEmpty() ? "?" : shape.name();
                definitions.function(function, scope, new Target(key, owner, false), shape);
            } else {
                builder.children(member, scope);
            }
        }
    }
}
