package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.sink.ScriptSinkTable.Sink;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.value.Origins;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Whether a call is one of the table: by the module that the receiver comes from, or by its name. */
final class ReceiverResolver {

    /** Calls that give the library itself back, with other settings. */
    private static final Set<String> SAME =
            Set.of("withAttributes", "withConverter", "noConflict", "defaults", "create");

    private final Origins origins;
    private final SymbolTable table;
    private final Modules modules;
    private final Predicate<String> isOwnModule;

    /**
     * For the calls of one file.
     *
     * @param isOwnModule whether a module is a file of the project that is scanned too
     */
    ReceiverResolver(SymbolTable table, Origins origins, Predicate<String> isOwnModule) {
        this.table = table;
        this.origins = origins;
        this.modules = new Modules(table);
        this.isOwnModule = isOwnModule;
    }

    /** Returns whether a call is that of the table. */
    boolean fit(Sink sink, ResolvedCall call) {
        if (isOwn(call.callee())) {
            return false;
        }
        if (call.isNew()) {
            Optional<String> module = modules.of(call.callee());
            return module.isPresent()
                    ? sink.modules().contains(module.get())
                    : sink.receivers().contains(path(call.call().callee()))
                            || sink.receivers().contains(lower(call.call().callee()));
        }
        if (call.isBare()) {
            return fitsFunction(sink, call);
        }
        return fits(sink, call.receiver(), call.scope(), 0);
    }

    private boolean fitsFunction(Sink sink, ResolvedCall call) {
        Optional<String> module = modules.of(call.callee());
        if (module.isPresent()) {
            return sink.modules().contains(module.get())
                    || (sink.isLoose() && sink.receivers().contains(ScriptSinkTable.BARE));
        }
        return sink.receivers().contains(ScriptSinkTable.BARE);
    }

    /** Returns whether a value is code of the project itself, which is read for what it does and not for its name. */
    boolean isOwn(Located origin) {
        if (table.info(origin.node()).isPresent() || origin.node() instanceof SyntaxNode.ClassNode) {
            return true;
        }
        return modules.of(origin).filter(isOwnModule).isPresent();
    }

    /** Returns whether an object is one of the project itself, which has whatever its code gives it. */
    private boolean isOwnObject(Located origin) {
        SyntaxNode node = origin.node();
        if (node instanceof SyntaxNode.ObjectLiteral || node instanceof SyntaxNode.ArrayLiteral || isOwn(origin)) {
            return true;
        }
        return node instanceof SyntaxNode.Call call && call.isNew() && isOwnClass(call, origin.scope());
    }

    private boolean isOwnClass(SyntaxNode.Call created, Scope scope) {
        for (Located type : origins.of(created.callee(), scope)) {
            boolean isStandard = type.node() instanceof SyntaxNode.Identifier name
                    && (name.name().equals("Map")
                            || name.name().equals("Set")
                            || name.name().endsWith("Map"))
                    && type.scope().find(name.name()).isEmpty();
            if (isStandard || isOwn(type)) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(Sink sink, SyntaxNode receiver, Scope scope, int depth) {
        boolean isNamed = isNamed(sink, receiver, depth);
        boolean hasAny = sink.receivers().contains(ScriptSinkTable.ANY);
        for (Located origin : origins.of(receiver, scope)) {
            Optional<String> module = modules.of(origin);
            if (module.isPresent() && sink.modules().contains(module.get())) {
                return true;
            }
            boolean isOther = module.filter(ScriptSinkTable::containsModule).isPresent();
            if (isOther || isOwnObject(origin)) {
                continue;
            }
            if (hasAny || isNamed || (depth < 3 && made(sink, origin, depth))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether an object that a call makes or returns is that of the table: {@code new Cookies()}. */
    private boolean made(Sink sink, Located origin, int depth) {
        SyntaxNode node = origin.node();
        if (node instanceof SyntaxNode.Call call) {
            if (call.callee() instanceof SyntaxNode.Member member && SAME.contains(member.name())) {
                return fits(sink, member.object(), origin.scope(), depth + 1);
            }
            if (call.callee() instanceof SyntaxNode.Member) {
                // The method of an object is no library by its name: new Hash.Cookie("x") is not what Cookie is.
                return modules.of(new Located(call.callee(), origin.scope()))
                        .filter(sink.modules()::contains)
                        .isPresent();
            }
            boolean isByName = !sink.modules().isEmpty() || sink.receivers().size() > 1;
            return isByName && fits(sink, call.callee(), origin.scope(), depth + 1);
        }
        boolean isOnlyName = node instanceof SyntaxNode.Identifier || node instanceof SyntaxNode.Member;
        return isOnlyName && depth < 2 && isNamed(sink, node, depth + 1);
    }

    private static boolean isNamed(Sink sink, SyntaxNode receiver, int depth) {
        SyntaxNode node = receiver;
        if (node instanceof SyntaxNode.Unary unary && unary.operator().equals("await")) {
            node = unary.operand();
        }
        if (node instanceof SyntaxNode.Call call && depth < 2) {
            node = call.callee();
        }
        return sink.receivers().contains(lower(node)) || sink.receivers().contains(path(node));
    }

    private static String lower(SyntaxNode node) {
        return Origins.lastName(node).toLowerCase(Locale.ROOT);
    }

    /** The last two names of an expression in lower case. */
    private static String path(SyntaxNode node) {
        SyntaxNode object = node instanceof SyntaxNode.Member member ? member.object() : node;
        return lower(object) + '.' + lower(node);
    }
}
