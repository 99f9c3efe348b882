package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.javascript.scope.Binding;
import io.github.cookiecharter.scan.javascript.scope.FunctionInfo;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.value.NameResolver.Passed;
import io.github.cookiecharter.scan.javascript.value.Origins;
import io.github.cookiecharter.scan.javascript.value.ScriptValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts into the name that a function sets what one call passes: its arguments, and those of the call that made the object or
 * the function which is called.
 */
final class ParameterSubstitution {

    private final ScriptFile unit;
    private final FunctionSummary wrapper;
    private final ResolvedCall call;
    private final ModuleLinks links;
    private final List<Located> makers = new ArrayList<>();

    /**
     * For one call.
     *
     * @param unit the file with the call
     */
    ParameterSubstitution(ScriptFile unit, FunctionSummary wrapper, ResolvedCall call, ModuleLinks links) {
        this.links = links;
        this.unit = unit;
        this.wrapper = wrapper;
        this.call = call;
        Origins origins = unit.expressions.origins();
        if (!call.isBare()) {
            makers.addAll(origins.makers(call.receiver(), call.scope()));
        }
        if (!call.isNew()) {
            makers.addAll(origins.makers(call.call().callee(), call.at()));
        }
    }

    /** The name; empty where the function has a default for what the call does not pass. */
    Optional<ScriptValue> name() {
        ScriptValue name = ScriptValue.of("");
        String text = wrapper.text();
        int from = 0;
        for (int i = text.indexOf(AbstractString.PARAMETER);
                i >= 0 && i + 1 < text.length();
                i = text.indexOf(AbstractString.PARAMETER, from)) {
            Passed passed = wrapper.unit().expressions.names().passed(text.charAt(i + 1));
            Optional<ScriptValue> value = value(passed, text.substring(i, i + 2));
            if (value.isEmpty()) {
                return value;
            }
            name = name.then(ScriptValue.of(text.substring(from, i))).then(value.get());
            from = i + 2;
        }
        return Optional.of(name.then(ScriptValue.of(text.substring(from))));
    }

    private Optional<ScriptValue> value(Passed passed, String placeholder) {
        if (passed.function() == wrapper.passed().function()) {
            return argument(call.arguments(), passed, call.at());
        }
        FunctionInfo maker = wrapper.unit().table.functions().get(passed.function());
        for (Located one : makers) {
            if (one.node() instanceof SyntaxNode.Call made && isCallOf(made, one.scope(), maker)) {
                return argument(made.arguments(), passed, one.scope());
            }
        }
        // Other calls may say it; those of another file's functions cannot be put into a name of this one.
        return Optional.of(unit == wrapper.unit() ? ScriptValue.of(placeholder) : ScriptValue.UNKNOWN);
    }

    private Optional<ScriptValue> argument(List<SyntaxNode> arguments, Passed passed, Scope scope) {
        if (passed.index() >= arguments.size()) {
            boolean hasDefault = hasDefault(passed);
            return hasDefault ? Optional.empty() : Optional.of(ScriptValue.UNKNOWN);
        }
        boolean isSpread =
                arguments.subList(0, passed.index() + 1).stream().anyMatch(SyntaxNode.Spread.class::isInstance);
        return Optional.of(
                isSpread
                        ? ScriptValue.UNKNOWN
                        : unit.expressions.names().argument(arguments.get(passed.index()), passed, scope));
    }

    private boolean hasDefault(Passed passed) {
        List<SyntaxNode> parameters =
                wrapper.unit().table.functions().get(passed.function()).node().parameters();
        return passed.index() < parameters.size() && parameters.get(passed.index()) instanceof SyntaxNode.Assignment;
    }

    private boolean isCallOf(SyntaxNode.Call made, Scope scope, FunctionInfo maker) {
        for (Located callee : unit.expressions.origins().of(made.callee(), scope)) {
            boolean isSame = unit == wrapper.unit()
                    && (unit.table.info(callee.node()).filter(maker::equals).isPresent()
                            || unit.expressions.origins().member(callee, "constructor").stream()
                                    .anyMatch(constructor -> constructor.node() == maker.node()));
            if (links.functions(unit, callee).contains(new ModuleLinks.Linked(wrapper.unit(), maker))) {
                return true;
            }
            if (isSame || (unit != wrapper.unit() && isNamed(callee, maker))) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(Located callee, FunctionInfo maker) {
        String name = Origins.lastName(callee.node());
        Optional<Binding> imported = callee.node() instanceof SyntaxNode.Identifier
                ? ScriptCallResolver.binding(unit.table, name, callee.scope())
                : Optional.empty();
        String meant = imported.map(binding -> binding.path().get(0)).orElse(name);
        return !meant.isEmpty() && (meant.equals(maker.name()) || meant.equals(maker.owner()));
    }
}
