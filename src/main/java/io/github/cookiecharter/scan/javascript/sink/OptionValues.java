package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.value.Origins;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options that an object literal gives, those of the objects that are copied into it included. */
final class OptionValues {

    private static final int DEEPEST = 4;

    private final Map<String, Located> values = new HashMap<>();
    private boolean isWhole = true;

    private OptionValues() {}

    /** The options that an expression is; empty where it is no object literal, or one of several. */
    static Optional<OptionValues> of(SyntaxNode node, Scope scope, Origins origins) {
        List<Located> all = origins.of(node, scope);
        if (all.size() != 1 || !(all.get(0).node() instanceof SyntaxNode.ObjectLiteral)) {
            return Optional.empty();
        }
        OptionValues options = new OptionValues();
        options.add(all.get(0), origins, 0);
        return Optional.of(options);
    }

    private void add(Located object, Origins origins, int depth) {
        if (!(object.node() instanceof SyntaxNode.ObjectLiteral literal) || depth > DEEPEST) {
            // What is copied may replace anything.
            values.clear();
            isWhole = false;
            return;
        }
        for (SyntaxNode member : literal.members()) {
            if (member instanceof SyntaxNode.Property property) {
                values.put(property.name(), new Located(property.value(), object.scope()));
            } else if (member instanceof SyntaxNode.Spread spread) {
                List<Located> copied = origins.of(spread.argument(), object.scope());
                add(copied.size() == 1 ? copied.get(0) : new Located(spread, object.scope()), origins, depth + 1);
            }
        }
    }

    /** Returns whether each option is known. */
    boolean isWhole() {
        return isWhole;
    }

    /** The value of an option under the first of its names that is given. */
    Optional<Located> get(String... names) {
        for (String name : names) {
            Located value = values.get(name);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
