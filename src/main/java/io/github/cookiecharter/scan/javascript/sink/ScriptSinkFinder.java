package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.cookie.SetCookie;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.sink.ScriptSinkTable.Sink;
import io.github.cookiecharter.scan.javascript.syntax.ExpressionExtent;
import io.github.cookiecharter.scan.javascript.syntax.ExpressionExtent.Range;
import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import io.github.cookiecharter.scan.javascript.value.ConstantFolder;
import io.github.cookiecharter.scan.javascript.value.ScriptValue;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the places of one file where something is set or deleted. */
final class ScriptSinkFinder {

    private static final Set<String> STORAGE_MEMBERS =
            Set.of("setItem", "getItem", "removeItem", "clear", "key", "length", "prototype", "__proto__");

    private final ScriptFile unit;
    private final SymbolTable outline;
    private final Tokens tokens;
    private final ConstantFolder expressions;
    private final AttributeOptions options;
    private final WebStorageResolver stores;
    private final ScriptConsentGuards guards;
    private final ReceiverResolver receivers;
    private final List<ScriptSinkCall> sites = new ArrayList<>();

    ScriptSinkFinder(ScriptFile unit) {
        this.unit = unit;
        this.outline = unit.outline;
        this.tokens = unit.tokens;
        this.expressions = unit.expressions;
        this.options = unit.options;
        this.stores = new WebStorageResolver(outline, expressions.names());
        this.guards = unit.guards;
        this.receivers = new ReceiverResolver(outline, expressions.names());
    }

    List<ScriptSinkCall> find() {
        for (int i = 0; i < tokens.size(); i++) {
            byte kind = tokens.kind(i);
            if (kind == Tokens.IDENTIFIER) {
                if (tokens.is(i, "cookie") && assigns(i + 1) && isMember(i)) {
                    cookie(i, i + 1);
                } else if (tokens.is(i, "delete") && !isMember(i)) {
                    deleted(i);
                } else if (tokens.is(i + 1, "(") || tokens.is(i + 1, "<") || tokens.is(i, "new")) {
                    call(i);
                }
            } else if (tokens.is(i, "[")) {
                brackets(i);
            } else if (tokens.is(i, "=")) {
                entry(i);
            }
        }
        return sites;
    }

    private boolean isMember(int i) {
        return tokens.is(i - 1, ".") || tokens.is(i - 1, "?.");
    }

    private boolean assigns(int i) {
        return tokens.is(i, "=") || tokens.is(i, "+=");
    }

    /** document["cookie"] = …, storage[key] = … */
    private void brackets(int open) {
        int close = tokens.partner(open);
        if (close < 0 || (!tokens.isIdentifier(open - 1) && !tokens.is(open - 1, "]"))) {
            return;
        }
        if (assigns(close + 1)
                && tokens.isString(open + 1)
                && tokens.value(open + 1).equals("cookie")) {
            cookie(open, close + 1);
            return;
        }
        boolean deletes = tokens.is(chainStart(open - 1) - 1, "delete");
        if (deletes || tokens.is(close + 1, "=")) {
            Optional<Kind> kind = stores.known(open - 1);
            if (kind.isPresent()) {
                ScriptValue key = expressions.of(new Range(open + 1, close));
                store(
                        kind.get(),
                        deletes ? StorageAction.DELETES : StorageAction.SETS,
                        key,
                        chainStart(open - 1),
                        "[…]");
            }
        }
    }

    /** storage.key = … */
    private void entry(int equals) {
        int key = equals - 1;
        if (tokens.isIdentifier(key) && tokens.is(key - 1, ".") && !STORAGE_MEMBERS.contains(tokens.text(key))) {
            Optional<Kind> kind = stores.known(key - 2);
            if (kind.isPresent() && isStorage(key - 2)) {
                store(
                        kind.get(),
                        StorageAction.SETS,
                        ScriptValue.of(tokens.text(key)),
                        chainStart(key - 2),
                        "." + tokens.text(key));
            }
        }
    }

    /** delete storage.key */
    private void deleted(int delete) {
        int last = delete + 1;
        while (tokens.is(last + 1, ".") && tokens.isIdentifier(last + 2)) {
            last += 2;
        }
        if (last > delete + 1 && !tokens.is(last + 1, "[") && !tokens.is(last + 1, "(")) {
            Optional<Kind> kind = stores.known(last - 2);
            if (kind.isPresent() && isStorage(last - 2)) {
                store(
                        kind.get(),
                        StorageAction.DELETES,
                        ScriptValue.of(tokens.text(last)),
                        delete + 1,
                        "." + tokens.text(last));
            }
        }
    }

    // A property of the same name as one that holds the storage somewhere in the file may hold anything here.
    private boolean isStorage(int token) {
        return !tokens.is(token - 1, ".") || tokens.is(token, "localStorage") || tokens.is(token, "sessionStorage");
    }

    private void store(Kind kind, StorageAction action, ScriptValue key, int token, String form) {
        String storage = kind == Kind.LOCAL_STORAGE ? "localStorage" : "sessionStorage";
        add(
                key,
                kind,
                action,
                token,
                (action == StorageAction.DELETES ? "delete " : "") + storage + form,
                lasting(kind),
                false);
    }

    static ObservedAttributes lasting(Kind kind) {
        Optional<Lifetime> lifetime = kind == Kind.COOKIE
                ? Optional.empty()
                : Optional.of(kind == Kind.SESSION_STORAGE ? new Lifetime.Session() : new Lifetime.Persistent());
        return new ObservedAttributes(
                lifetime, Optional.of(false), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void cookie(int member, int equals) {
        int receiver = tokens.is(member, "[") ? member - 1 : member - 2;
        boolean inBrackets = tokens.is(receiver, "]") && tokens.isString(receiver - 1);
        String object = inBrackets ? tokens.value(receiver - 1) : tokens.text(receiver);
        ScriptValue value = expressions.of(equals + 1);
        boolean isDocument = object.toLowerCase(Locale.ROOT).endsWith("document")
                || tokens.is(receiver, "doc")
                || receivers.isDocument(receiver);
        Map<String, SetCookie> cookies = new LinkedHashMap<>();
        for (String text : value.texts()) {
            if (isDocument && !DocumentCookie.isCookie(text) && text.indexOf(AbstractString.PARAMETER) >= 0) {
                int start = chainStart(receiver);
                sites.add(new ScriptSinkCall(
                        ScriptValue.of(text),
                        Kind.COOKIE,
                        StorageAction.SETS,
                        start,
                        "document.cookie",
                        ObservedAttributes.UNKNOWN,
                        guards.cover(start),
                        false,
                        true));
            } else if (isDocument ? !text.isEmpty() && !text.equals("null") : DocumentCookie.hasAttributes(text)) {
                SetCookie cookie = DocumentCookie.parse(text);
                cookies.merge(cookie.name().notation(), cookie, SetCookie::or);
            }
        }
        cookies.values()
                .forEach(cookie -> add(
                        ScriptValue.of(cookie.name().notation()),
                        Kind.COOKIE,
                        cookie.deletes() ? StorageAction.DELETES : StorageAction.SETS,
                        chainStart(receiver),
                        "document.cookie",
                        cookie.attributes(),
                        false));
    }

    private void call(int method) {
        boolean constructs = tokens.is(method, "new");
        int open = method + 1;
        int name = method;
        if (constructs) {
            name = method + 1;
            while (tokens.is(name + 1, ".") && tokens.isIdentifier(name + 2)) {
                name += 2;
            }
            open = name + 1;
        }
        if (tokens.is(open, "<")) {
            open = typesEnd(open);
        }
        if (!tokens.is(open, "(") || tokens.partner(open) < 0 || tokens.is(method - 1, "function")) {
            return;
        }
        String text = tokens.text(method);
        if (text.equals("setItem") || text.equals("removeItem")) {
            item(method, open);
            return;
        }
        SymbolTable.Import imported = outline.imports.get(text);
        String function = imported == null
                        || imported.name().equals("default")
                        || imported.name().equals("*")
                ? text
                : imported.name();
        for (Sink sink : ScriptSinkTable.find(function)) {
            if (receivers.fit(sink, method, name)) {
                call(sink, method, open, constructs);
                return;
            }
        }
    }

    /** The parenthesis behind the types of a call: {@code useStorage<string>("x")}. */
    private int typesEnd(int open) {
        for (int i = open + 1; i < open + 30; i = tokens.after(i)) {
            if (tokens.is(i, ">") && tokens.is(i + 1, "(")) {
                return i + 1;
            } else if (tokens.is(i, ";") || tokens.is(i, ")") || tokens.is(i, "&&") || tokens.is(i, "||")) {
                return -1;
            }
        }
        return -1;
    }

    private void call(Sink sink, int method, int open, boolean constructs) {
        List<Range> arguments = ExpressionExtent.arguments(tokens, open);
        // The body of a method of this name is no call of it.
        boolean isDefinition = tokens.is(tokens.partner(open) + 1, "{") && !constructs;
        if (arguments.size() < sink.least() || isDefinition) {
            boolean isObject = arguments.size() == 1
                    && sink.least() == 2
                    && tokens.is(arguments.get(0).from(), "{");
            if (isDefinition || !isObject) {
                return;
            }
        }
        int at = Math.min(sink.name(), arguments.size() - 1);
        ScriptValue name = name(sink, arguments.get(at));
        AttributeOptions.Asked asked = sink.kind() == Kind.COOKIE
                ? options.read(sink.style(), arguments, at)
                : new AttributeOptions.Asked(false, lasting(sink.kind()));
        boolean empties =
                sink.style() == AttributeStyle.DAYS && at + 1 < arguments.size() && isNull(arguments.get(at + 1));
        int start = chainStart(method);
        add(
                name,
                sink.kind(),
                asked.deletes() || empties || (sink.isLoose() && Deletions.isExpired(unit, arguments, at))
                        ? StorageAction.DELETES
                        : sink.action(),
                start,
                written(start, constructs ? open : method + 1),
                asked.attributes(),
                sink.isLoose());
    }

    private boolean isNull(Range range) {
        return range.to() == range.from() + 1
                && (tokens.is(range.from(), "null") || tokens.is(range.from(), "undefined"));
    }

    private ScriptValue name(Sink sink, Range argument) {
        ScriptValue name;
        if (tokens.is(argument.from(), "{")) {
            int value = Math.max(
                    expressions.names().valueOf(argument.from(), "name"),
                    expressions.names().valueOf(argument.from(), "key"));
            name = value < 0 ? ScriptValue.UNKNOWN : expressions.of(value);
        } else {
            name = expressions.of(argument);
        }
        if (sink.form().equals("*")) {
            return name;
        }
        int star = sink.form().indexOf('*');
        return ScriptValue.of(sink.form().substring(0, star))
                .then(name)
                .then(ScriptValue.of(sink.form().substring(star + 1)));
    }

    private void item(int method, int open) {
        List<Range> arguments = ExpressionExtent.arguments(tokens, open);
        boolean sets = tokens.is(method, "setItem");
        boolean isDefinition = tokens.is(tokens.partner(open) + 1, "{");
        if (!isMember(method) || isDefinition || arguments.isEmpty() || (sets && arguments.size() < 2)) {
            return;
        }
        int receiver = receivers.last(method);
        Optional<Kind> kind = stores.likely(receiver);
        if (kind.isEmpty()) {
            return;
        }
        int start = chainStart(method);
        boolean isCertain = stores.known(receiver).isPresent();
        String storage = kind.get() == Kind.LOCAL_STORAGE ? "localStorage" : "sessionStorage";
        add(
                expressions.of(arguments.get(0)),
                kind.get(),
                sets ? StorageAction.SETS : StorageAction.DELETES,
                start,
                isCertain ? storage + "." + tokens.text(method) : written(start, method + 1),
                lasting(kind.get()),
                !isCertain);
    }

    /** The first token of the names and calls with dots that end here; a script may begin with a dot, or in the middle. */
    private int chainStart(int last) {
        int start = Math.max(last, 0);
        for (int steps = 0; steps < 12; steps++) {
            if (tokens.is(start, ")") || tokens.is(start, "]")) {
                int opening = tokens.opening(start);
                if (opening == start
                        || opening == 0
                        || (!tokens.isIdentifier(opening - 1) && !tokens.is(opening - 1, ")"))) {
                    return opening;
                }
                start = opening - 1;
            } else if (isMember(start) && start > 1) {
                start -= 2;
            } else if (tokens.is(start - 1, "new")) {
                start--;
            } else {
                break;
            }
        }
        return start;
    }

    /** A call in a few words: as written where that is short. */
    private String written(int from, int to) {
        int start = tokens.start(from);
        int end = tokens.end(to - 1);
        String text = tokens.source().substring(start, Math.min(end, start + 60));
        boolean isShort = end - start <= 50 && text.indexOf('\n') < 0;
        return isShort
                ? text.replace(String.valueOf(AbstractString.MASKED), "").replace(AbstractString.UNKNOWN, '*')
                : tokens.text(to - 1);
    }

    private void add(
            ScriptValue name,
            Kind kind,
            StorageAction action,
            int token,
            String how,
            ObservedAttributes attributes,
            boolean isLoose) {
        sites.add(new ScriptSinkCall(name, kind, action, token, how, attributes, guards.cover(token), isLoose, false));
    }
}
