package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.sink.ScriptSinkTable.Sink;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.value.ConstantFolder;
import io.github.cookiecharter.scan.javascript.value.Origins;
import io.github.cookiecharter.scan.javascript.value.ScriptValue;
import io.github.cookiecharter.scan.model.StorageAction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the places of one file where something is set or deleted. */
final class ScriptSinkFinder {

    /** Methods that put a header, with its name in front of its value. */
    private static final Set<String> HEADERS =
            Set.of("append", "set", "setHeader", "appendHeader", "addHeader", "header", "writeHead");

    private final ScriptFile unit;
    private final ConstantFolder expressions;
    private final AttributeOptions options;
    private final WebStorageResolver stores;
    private final ReceiverResolver receivers;
    private final WriteSinkFinder writes;
    private final SinkRecorder sites;

    ScriptSinkFinder(ScriptFile unit, Predicate<String> isOwnModule) {
        this.unit = unit;
        this.expressions = unit.expressions;
        this.options = unit.options;
        this.stores = new WebStorageResolver(unit.table, expressions.origins(), unit.page.text());
        this.receivers = new ReceiverResolver(unit.table, expressions.origins(), isOwnModule);
        this.sites = new SinkRecorder(unit);
        this.writes = new WriteSinkFinder(unit, stores, sites);
    }

    List<ScriptSinkCall> find() {
        for (Located write : unit.table.writes()) {
            writes.find(write);
        }
        for (Located header : unit.table.headers()) {
            writes.header(header, "Set-Cookie");
        }
        for (Located call : unit.table.calls()) {
            if (isCandidate(call)) {
                for (ResolvedCall resolved : unit.calls.resolve(call)) {
                    call(resolved);
                }
            }
        }
        return sites.sites();
    }

    private boolean isCandidate(Located call) {
        for (String name : unit.calls.names(call)) {
            boolean isSpecial = switch (name) {
                case "setItem", "removeItem", "assign", "defineProperty", "createCookieSessionStorage" -> true;
                default -> HEADERS.contains(name);
            };
            if (isSpecial || !ScriptSinkTable.find(name).isEmpty()) {
                return true;
            }
        }
        return call.node() instanceof SyntaxNode.Call created
                && created.isNew()
                && !ScriptSinkTable.find(ScriptSinkTable.NEW).isEmpty();
    }

    private void call(ResolvedCall call) {
        switch (call.method()) {
            case "setItem", "removeItem" -> {
                if (!call.isNew()) {
                    item(call);
                    return;
                }
            }
            case "set", "assign", "defineProperty" -> {
                if (reflected(call)) {
                    return;
                }
            }
            case "createCookieSessionStorage" -> {
                session(call);
                return;
            }
            default -> {}
        }
        if (HEADERS.contains(call.method()) && header(call)) {
            return;
        }
        String method = call.isNew() ? ScriptSinkTable.NEW : call.method();
        for (Sink sink : ScriptSinkTable.find(method)) {
            if (receivers.fit(sink, call)) {
                call(sink, call);
                return;
            }
        }
    }

    /** headers.append("Set-Cookie", text) */
    private boolean header(ResolvedCall call) {
        boolean isHeader = call.arguments().size() > 1
                && !call.isBare()
                && expressions.of(call.arguments().get(0), call.at()).literal().stream()
                        .anyMatch(name -> name.equalsIgnoreCase("set-cookie"));
        if (isHeader) {
            String how = sites.written(call.call().callee(), call.call().start(), call.method());
            writes.header(new Located(call.arguments().get(1), call.at()), how);
        }
        return isHeader;
    }

    /** Object.assign(localStorage, {…}), Reflect.set(document, "cookie", …) */
    private boolean reflected(ResolvedCall call) {
        String owner = Origins.lastName(call.receiver());
        List<SyntaxNode> arguments = call.arguments();
        if (owner.equals("Object") && call.method().equals("assign") && arguments.size() > 1) {
            for (SyntaxNode source : arguments.subList(1, arguments.size())) {
                assigned(arguments.get(0), source, call);
            }
            return true;
        }
        boolean isSet = (owner.equals("Reflect") && !call.method().equals("assign"))
                || (owner.equals("Object") && call.method().equals("defineProperty"));
        if (isSet && arguments.size() > 2) {
            ScriptValue key = expressions.of(arguments.get(1), call.at());
            SyntaxNode value = arguments.get(2);
            property(arguments.get(0), key, new Located(value, call.at()), call);
        }
        return isSet;
    }

    private void assigned(SyntaxNode target, SyntaxNode source, ResolvedCall call) {
        for (Located origin : expressions.origins().of(source, call.at())) {
            if (origin.node() instanceof SyntaxNode.ObjectLiteral literal) {
                for (SyntaxNode member : literal.members()) {
                    if (member instanceof SyntaxNode.Property property) {
                        ScriptValue key = property.name().isEmpty()
                                ? expressions.of(property.key(), origin.scope())
                                : ScriptValue.of(property.name());
                        property(target, key, new Located(property.value(), origin.scope()), call);
                    }
                }
            }
        }
    }

    private void property(SyntaxNode target, ScriptValue key, Located value, ResolvedCall call) {
        if (key.literal().contains("cookie")) {
            writes.cookie(target, value.node(), value.scope(), call.call().start());
            return;
        }
        for (Kind kind : stores.known(target, call.at())) {
            sites.store(
                    kind,
                    StorageAction.SETS,
                    key,
                    call.call().start(),
                    sites.written(call.call().callee(), call.call().start(), call.method()),
                    false);
        }
    }

    /** The cookie of a session of Remix: its name is an option in an option. */
    private void session(ResolvedCall call) {
        if (call.arguments().isEmpty() || !call.isBare()) {
            return;
        }
        SyntaxNode argument = call.arguments().get(0);
        SyntaxNode cookie = new SyntaxNode.Member(argument, "cookie", argument.start(), argument.end());
        SyntaxNode name = new SyntaxNode.Member(cookie, "name", argument.start(), argument.end());
        boolean isNamed = !expressions.origins().of(name, call.at()).stream()
                .allMatch(origin -> origin.node() instanceof SyntaxNode.Member);
        ScriptValue value = isNamed ? expressions.of(name, call.at()) : ScriptValue.of("__session");
        sites.add(
                value,
                Kind.COOKIE,
                StorageAction.SETS,
                call.call().start(),
                call.method(),
                SinkRecorder.lasting(Kind.COOKIE),
                false);
    }

    private void call(Sink sink, ResolvedCall call) {
        List<SyntaxNode> arguments = call.arguments();
        if (arguments.isEmpty()) {
            return;
        }
        boolean isObject =
                arguments.size() == 1 && sink.least() == 2 && arguments.get(0) instanceof SyntaxNode.ObjectLiteral;
        if (arguments.size() < sink.least() && !isObject) {
            return;
        }
        int at = Math.min(sink.name(), arguments.size() - 1);
        AttributeOptions.Asked asked = sink.kind() == Kind.COOKIE
                ? options.read(sink.style(), arguments, at, call.at())
                : new AttributeOptions.Asked(false, SinkRecorder.lasting(sink.kind()));
        boolean empties =
                sink.style() == AttributeStyle.DAYS && at + 1 < arguments.size() && isNull(arguments.get(at + 1));
        boolean isOver = sink.isLoose() && Deletions.isExpired(options, arguments, at, call.at());
        int start = call.call().start();
        sites.add(
                name(sink, arguments.get(at), call.at()),
                sink.kind(),
                asked.deletes() || empties || isOver ? StorageAction.DELETES : sink.action(),
                start,
                sites.written(call.call().callee(), start, call.method()),
                asked.attributes(),
                sink.isLoose());
    }

    private static boolean isNull(SyntaxNode node) {
        return (node instanceof SyntaxNode.Keyword keyword && keyword.word().equals("null"))
                || (node instanceof SyntaxNode.Identifier name && name.name().equals("undefined"));
    }

    private ScriptValue name(Sink sink, SyntaxNode argument, Scope scope) {
        ScriptValue name = ScriptValue.UNKNOWN;
        boolean isObject = expressions.origins().of(argument, scope).get(0).node() instanceof SyntaxNode.ObjectLiteral;
        if (isObject) {
            for (String key : List.of("name", "key")) {
                SyntaxNode member = new SyntaxNode.Member(argument, key, argument.start(), argument.end());
                name = name.isUnknown() ? expressions.of(member, scope) : name;
            }
        } else {
            name = expressions.of(argument, scope);
        }
        if (sink.form().equals("*")) {
            return name;
        }
        int star = sink.form().indexOf('*');
        return ScriptValue.of(sink.form().substring(0, star))
                .then(name)
                .then(ScriptValue.of(sink.form().substring(star + 1)));
    }

    private void item(ResolvedCall call) {
        List<SyntaxNode> arguments = call.arguments();
        boolean sets = call.method().equals("setItem");
        if (call.isBare() || arguments.isEmpty() || (sets && arguments.size() < 2) || receivers.isOwn(call.callee())) {
            return;
        }
        int start = call.call().start();
        Set<Kind> kinds = stores.known(call.receiver(), call.scope());
        boolean isCertain = !kinds.isEmpty();
        Set<Kind> meant = isCertain ? kinds : new HashSet<>(stores.likely(call.receiver(), call.scope()));
        for (Kind kind : meant) {
            sites.store(
                    kind,
                    sets ? StorageAction.SETS : StorageAction.DELETES,
                    expressions.of(arguments.get(0), call.at()),
                    start,
                    isCertain
                            ? SinkRecorder.nameOf(kind) + "." + call.method()
                            : sites.written(call.call().callee(), start, call.method()),
                    !isCertain);
        }
    }
}
