package io.github.cookiecharter.scan.javascript.value;

import io.github.cookiecharter.scan.javascript.scope.Binding;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Symbol;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.List;

/** Finds the values of a property of a known object. */
final class MemberFinder {

    private static final int MOST_BINDINGS = 8;

    private final SymbolTable table;
    private final Origins origins;
    private int depth;

    MemberFinder(SymbolTable table, Origins origins) {
        this.table = table;
        this.origins = origins;
    }

    /** Collects where the value of a property may come from; nothing where the object is not known to have it. */
    void collect(Located object, String name, List<Located> found) {
        if (depth > 6) {
            return;
        }
        depth++;
        SyntaxNode node = object.node();
        if (node instanceof SyntaxNode.ObjectLiteral literal) {
            literal(literal, object, name, found);
        } else if (node instanceof SyntaxNode.ArrayLiteral array) {
            element(array, object, name, found);
        } else if (node instanceof SyntaxNode.ClassNode || node instanceof SyntaxNode.Function) {
            shape(object, name, found);
        } else if (node instanceof SyntaxNode.EnumNode enumeration) {
            for (SyntaxNode member : enumeration.members()) {
                if (member instanceof SyntaxNode.Property property
                        && property.name().equals(name)
                        && !(property.value() instanceof SyntaxNode.Nothing)) {
                    origins.collect(property.value(), table.inside(node, object.scope()), found);
                }
            }
        } else if (node instanceof SyntaxNode.Namespace) {
            Symbol symbol = table.inside(node, object.scope()).symbols().get(name);
            if (symbol != null) {
                bindings(symbol.bindings(), found);
            }
        } else if (node instanceof SyntaxNode.Call call && call.isNew()) {
            for (Located callee : origins.of(call.callee(), object.scope())) {
                shape(callee, name, found);
            }
        } else if (node instanceof SyntaxNode.Keyword keyword && keyword.word().equals("this")) {
            Origins.self(object.scope()).ifPresent(self -> collect(self, name, found));
        } else if (node instanceof SyntaxNode.Identifier variable
                && object.scope()
                        .find(variable.name())
                        .filter(Symbol::hasMembers)
                        .isPresent()) {
            bindings(object.scope().find(variable.name()).get().member(name), found);
        } else if (node instanceof SyntaxNode.Identifier identifier
                && Origins.isWindow(identifier.name())
                && object.scope().find(identifier.name()).isEmpty()) {
            origins.collect(new SyntaxNode.Identifier(name, node.start(), node.end()), table.top(), found);
        }
        depth--;
    }

    private void literal(SyntaxNode.ObjectLiteral literal, Located object, String name, List<Located> found) {
        int before = found.size();
        List<SyntaxNode> members = literal.members();
        for (int i = members.size() - 1; i >= 0; i--) {
            if (members.get(i) instanceof SyntaxNode.Property property
                    && property.name().equals(name)) {
                if (property.kind() == SyntaxNode.PropertyKind.GETTER) {
                    origins.returned(new Located(property.value(), object.scope()), found);
                } else if (property.kind() != SyntaxNode.PropertyKind.SETTER) {
                    origins.collect(property.value(), object.scope(), found);
                }
                break;
            } else if (members.get(i) instanceof SyntaxNode.Spread spread) {
                spread(spread, object, name, found);
            }
        }
        if (found.size() == before) {
            table.shape(literal).ifPresent(shape -> bindings(shape.member(name), found));
        }
    }

    private void spread(SyntaxNode.Spread spread, Located object, String name, List<Located> found) {
        for (Located one : origins.of(spread.argument(), object.scope())) {
            int before = found.size();
            collect(one, name, found);
            boolean isOpen = one.node() instanceof SyntaxNode.Identifier || one.node() instanceof SyntaxNode.Member;
            if (found.size() == before && isOpen) {
                SyntaxNode node = one.node();
                found.add(new Located(new SyntaxNode.Member(node, name, node.start(), node.end()), one.scope()));
            }
        }
    }

    private void element(SyntaxNode.ArrayLiteral array, Located object, String name, List<Located> found) {
        if (!name.isEmpty() && name.length() < 4 && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int index = Integer.parseInt(name);
            if (index < array.elements().size()) {
                origins.collect(array.elements().get(index), object.scope(), found);
            }
        }
    }

    private void shape(Located owner, String name, List<Located> found) {
        int before = found.size();
        table.shape(owner.node()).ifPresent(shape -> bindings(shape.member(name), found));
        if (found.size() == before && owner.node() instanceof SyntaxNode.ClassNode node) {
            superclass(node, owner, name, found);
        }
        if (owner.node() instanceof SyntaxNode.ObjectLiteral) {
            collect(owner, name, found);
        }
    }

    private void superclass(SyntaxNode.ClassNode node, Located owner, String name, List<Located> found) {
        if (!(node.superclass() instanceof SyntaxNode.Nothing) && depth <= 6) {
            depth++;
            for (Located parent : origins.of(node.superclass(), owner.scope())) {
                if (parent.node() != node) {
                    shape(parent, name, found);
                }
            }
            depth--;
        }
    }

    /** Collects the values of bindings that are values. */
    void bindings(List<Binding> bindings, List<Located> found) {
        if (bindings.size() > MOST_BINDINGS) {
            return;
        }
        for (Binding binding : bindings) {
            if (binding.kind() == Binding.Kind.GETTER) {
                origins.returned(new Located(binding.value(), binding.scope()), found);
            } else if (binding.isWhole()) {
                origins.collect(binding.value(), binding.scope(), found);
            }
        }
    }
}
