package io.github.cookiecharter.scan.javascript.value;

import io.github.cookiecharter.model.PercentEncoding;
import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.javascript.scope.FunctionInfo;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.scope.Symbol;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.value.NameResolver.Passed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Evaluates calls: of the methods of texts and arrays, and of the functions of the file. */
final class CallFolder {

    private static final String OF_COMPONENTS = PercentEncoding.ALPHANUMERIC + "-_.!~*'()";
    private static final int MOST_RETURNS = 8;

    /** Functions that make the text of a cookie of a name and a value: those of the modules cookie, tough-cookie, h3. */
    private static final Set<String> SERIALIZERS = Set.of("serialize", "serializeCookie");

    private final SymbolTable table;
    private final ConstantFolder folder;
    private final DateFolder dates;
    private final Set<Object> ongoing = Collections.newSetFromMap(new IdentityHashMap<>());

    CallFolder(SymbolTable table, ConstantFolder folder, DateFolder dates) {
        this.table = table;
        this.folder = folder;
        this.dates = dates;
    }

    ScriptValue call(SyntaxNode.Call call, Scope scope, int depth) {
        List<SyntaxNode> arguments = call.arguments();
        if (call.isNew()) {
            return Origins.lastName(call.callee()).equals("String") && !arguments.isEmpty()
                    ? folder.value(arguments.get(0), scope, depth)
                    : dates.text(call, scope);
        }
        if (call.callee() instanceof SyntaxNode.Member member) {
            return method(member, member.object(), call, scope, depth);
        }
        switch (Origins.lastName(call.callee())) {
            case "encodeURIComponent", "escape", "encodeURI" -> {
                return first(arguments, scope, depth).map(CallFolder::encode);
            }
            case "String", "decodeURIComponent", "unescape", "Symbol", "unref", "toValue" -> {
                return first(arguments, scope, depth);
            }
            default -> {
                return known(call, scope, depth);
            }
        }
    }

    /** The result of a function of the file, or of one that makes the text of a cookie. */
    private ScriptValue known(SyntaxNode.Call call, Scope scope, int depth) {
        ScriptValue own = returned(call, scope, depth);
        boolean makesCookie =
                own.isUnknown() && call.arguments().size() > 1 && SERIALIZERS.contains(Origins.lastName(call.callee()));
        return makesCookie
                ? first(call.arguments(), scope, depth)
                        .then(ScriptValue.of("="))
                        .then(ScriptValue.UNKNOWN)
                : own;
    }

    private ScriptValue first(List<SyntaxNode> arguments, Scope scope, int depth) {
        return arguments.isEmpty() ? ScriptValue.UNKNOWN : folder.value(arguments.get(0), scope, depth);
    }

    private ScriptValue method(
            SyntaxNode.Member member, SyntaxNode object, SyntaxNode.Call call, Scope scope, int depth) {
        List<SyntaxNode> arguments = call.arguments();
        switch (member.name()) {
            case "toString", "valueOf", "normalize" -> {
                ScriptValue own = returned(call, scope, depth);
                return own.isUnknown() ? folder.value(object, scope, depth) : own;
            }
            case "trim", "trimEnd", "trimStart" -> {
                return folder.value(object, scope, depth).map(String::trim);
            }
            case "toLowerCase", "toLocaleLowerCase" -> {
                return folder.value(object, scope, depth).map(text -> text.toLowerCase(Locale.ROOT));
            }
            case "toUpperCase", "toLocaleUpperCase" -> {
                return folder.value(object, scope, depth).map(text -> text.toUpperCase(Locale.ROOT));
            }
            case "concat" -> {
                return folder.value(object, scope, depth).then(folder.concatenated(arguments, scope, depth));
            }
            case "join" -> {
                return joined(object, arguments, scope, depth);
            }
            case "replace", "replaceAll" -> {
                return replaced(folder.value(object, scope, depth), arguments, scope, depth);
            }
            case "toUTCString", "toGMTString", "toISOString" -> {
                return dates.text(object, scope);
            }
            default -> {
                return known(call, scope, depth);
            }
        }
    }

    private ScriptValue replaced(ScriptValue value, List<SyntaxNode> arguments, Scope scope, int depth) {
        if (arguments.size() != 2) {
            return ScriptValue.UNKNOWN;
        }
        // A pattern changes nothing in most names: "name.replace(/[^a-z]/g, '_')" of a parameter.
        if (arguments.get(0) instanceof SyntaxNode.Regex) {
            return value.literal().isEmpty() ? value : ScriptValue.UNKNOWN;
        }
        List<String> old = folder.value(arguments.get(0), scope, depth).literal();
        List<String> fresh = folder.value(arguments.get(1), scope, depth).literal();
        return old.isEmpty() || fresh.isEmpty() || old.get(0).isEmpty()
                ? ScriptValue.UNKNOWN
                : value.map(text -> text.replace(old.get(0), fresh.get(0)));
    }

    /** The elements of an array, and what is pushed on it, as one text. */
    private ScriptValue joined(SyntaxNode object, List<SyntaxNode> arguments, Scope scope, int depth) {
        ScriptValue separator =
                arguments.isEmpty() ? ScriptValue.of(",") : folder.value(arguments.get(0), scope, depth);
        SyntaxNode array = object;
        if (object instanceof SyntaxNode.Call call
                && call.callee() instanceof SyntaxNode.Member filter
                && filter.name().equals("filter")) {
            array = filter.object();
        }
        if (array instanceof SyntaxNode.ArrayLiteral literal) {
            return joined(literal.elements(), separator, scope, depth);
        }
        if (!(array instanceof SyntaxNode.Identifier name)) {
            return ScriptValue.UNKNOWN;
        }
        Optional<Symbol> symbol = scope.find(name.name());
        if (symbol.isEmpty()
                || symbol.get().bindings().size() != 1
                || !(symbol.get().bindings().get(0).value() instanceof SyntaxNode.ArrayLiteral literal)) {
            return ScriptValue.UNKNOWN;
        }
        return grown(symbol.get(), literal, separator, depth);
    }

    private ScriptValue grown(Symbol symbol, SyntaxNode.ArrayLiteral literal, ScriptValue separator, int depth) {
        Scope scope = symbol.bindings().get(0).scope();
        List<SyntaxNode> elements = new ArrayList<>(literal.elements());
        boolean isOpen = false;
        for (Located push : symbol.pushed()) {
            isOpen |= push.scope() != scope;
            if (!isOpen && push.node() instanceof SyntaxNode.Call call) {
                elements.addAll(call.arguments());
            }
        }
        ScriptValue text = joined(elements, separator, scope, depth);
        return isOpen ? text.then(separator).then(ScriptValue.UNKNOWN) : text;
    }

    private ScriptValue joined(List<SyntaxNode> elements, ScriptValue separator, Scope scope, int depth) {
        ScriptValue text = ScriptValue.of("");
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                text = text.then(separator);
            }
            text = text.then(folder.value(elements.get(i), scope, depth));
        }
        return text;
    }

    /** What the functions return that a call may mean. */
    ScriptValue returned(SyntaxNode.Call call, Scope scope, int depth) {
        ScriptValue any = ScriptValue.UNKNOWN;
        for (Located callee : folder.origins().of(call.callee(), scope)) {
            Optional<FunctionInfo> function = table.info(callee.node());
            if (function.isPresent()) {
                any = any.or(result(function.get(), call.arguments(), scope, depth));
            }
        }
        return any;
    }

    /** What a function returns when it is called with arguments. */
    ScriptValue result(FunctionInfo function, List<SyntaxNode> arguments, Scope scope, int depth) {
        if (function.returns().size() > MOST_RETURNS || !ongoing.add(function)) {
            return ScriptValue.UNKNOWN;
        }
        try {
            List<ScriptValue> all = new ArrayList<>();
            for (Located value : function.returns()) {
                all.add(folder.value(value.node(), value.scope(), depth));
            }
            ScriptValue any = ScriptValue.any(all);
            return any.isUnknown() ? any : substitute(any, function, arguments, scope, depth);
        } finally {
            ongoing.remove(function);
        }
    }

    /** A value with the arguments in place of what a caller of the function passes. */
    private ScriptValue substitute(
            ScriptValue value, FunctionInfo function, List<SyntaxNode> arguments, Scope scope, int depth) {
        ScriptValue all = ScriptValue.UNKNOWN;
        for (String text : value.texts()) {
            ScriptValue one = ScriptValue.of("");
            int from = 0;
            for (int i = text.indexOf(AbstractString.PARAMETER);
                    i >= 0 && i + 1 < text.length();
                    i = text.indexOf(AbstractString.PARAMETER, from)) {
                Passed meant = folder.names().passed(text.charAt(i + 1));
                one = one.then(ScriptValue.of(text.substring(from, i)));
                if (meant.function() != function.id()) {
                    one = one.then(ScriptValue.of(text.substring(i, i + 2)));
                } else if (meant.index() < arguments.size()) {
                    one = one.then(folder.names().argument(arguments.get(meant.index()), meant, scope, depth));
                } else {
                    one = one.then(ScriptValue.UNKNOWN);
                }
                from = i + 2;
            }
            all = all.or(one.then(ScriptValue.of(text.substring(Math.min(from, text.length())))));
        }
        return all;
    }

    /** As {@code encodeURIComponent} does; what is unknown stays unknown. */
    private static String encode(String text) {
        String unknown = AbstractString.ANY.notation();
        return PercentEncoding.encode(text, OF_COMPONENTS)
                .replace(PercentEncoding.encode(unknown, OF_COMPONENTS), unknown);
    }
}
