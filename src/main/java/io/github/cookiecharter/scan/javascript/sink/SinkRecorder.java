package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.cookie.SetCookie;
import io.github.cookiecharter.scan.cookie.SetCookieParser;
import io.github.cookiecharter.scan.javascript.sink.ScriptSinkCall.Form;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.value.ScriptValue;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the places of a file where something is set or deleted. */
final class SinkRecorder {

    private static final int LONGEST_CALL = 50;

    private final ScriptFile unit;
    private final List<ScriptSinkCall> sites = new ArrayList<>();

    SinkRecorder(ScriptFile unit) {
        this.unit = unit;
    }

    List<ScriptSinkCall> sites() {
        return sites;
    }

    void add(
            ScriptValue name,
            Kind kind,
            StorageAction action,
            int offset,
            String how,
            ObservedAttributes attributes,
            boolean isLoose) {
        sites.add(new ScriptSinkCall(
                name, kind, action, offset, how, attributes, unit.guards.cover(offset), isLoose, Form.NAME));
    }

    /** Adds an entry of web storage. */
    void store(Kind kind, StorageAction action, ScriptValue key, int offset, String how, boolean isLoose) {
        add(key, kind, action, offset, how, lasting(kind), isLoose);
    }

    static String nameOf(Kind storage) {
        return storage == Kind.LOCAL_STORAGE ? "localStorage" : "sessionStorage";
    }

    static ObservedAttributes lasting(Kind kind) {
        Optional<Lifetime> lifetime = kind == Kind.COOKIE
                ? Optional.empty()
                : Optional.of(kind == Kind.SESSION_STORAGE ? new Lifetime.Session() : new Lifetime.Persistent());
        return new ObservedAttributes(
                lifetime, Optional.of(false), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Adds the cookies that a text sets: one that is assigned to {@code document.cookie}, or a header. */
    void texts(ScriptValue value, Form form, int offset, String how) {
        Map<String, SetCookie> cookies = new LinkedHashMap<>();
        for (String text : value.texts()) {
            if (!DocumentCookie.isCookie(text) && text.indexOf(AbstractString.PARAMETER) >= 0) {
                sites.add(new ScriptSinkCall(
                        ScriptValue.of(text),
                        Kind.COOKIE,
                        StorageAction.SETS,
                        offset,
                        how,
                        ObservedAttributes.UNKNOWN,
                        unit.guards.cover(offset),
                        false,
                        form));
            } else if (!text.isEmpty() && !text.equals("null")) {
                SetCookie cookie = parse(text, form);
                cookies.merge(cookie.name().notation(), cookie, SetCookie::or);
            }
        }
        cookies.values()
                .forEach(cookie -> add(
                        ScriptValue.of(cookie.name().notation()),
                        Kind.COOKIE,
                        cookie.deletes() ? StorageAction.DELETES : StorageAction.SETS,
                        offset,
                        how,
                        cookie.attributes(),
                        false));
    }

    static SetCookie parse(String text, Form form) {
        return form == Form.HEADER ? SetCookieParser.parse(new AbstractString(text)) : DocumentCookie.parse(text);
    }

    /** A call in a few words: as written where that is short. */
    String written(SyntaxNode callee, int start, String name) {
        String source = unit.page.text();
        int end = callee.end();
        String text = source.substring(start, Math.min(end, start + LONGEST_CALL + 10));
        boolean isShort = end - start <= LONGEST_CALL && text.indexOf('\n') < 0;
        return isShort
                ? text.replace(String.valueOf(AbstractString.MASKED), "").replace(AbstractString.UNKNOWN, '*')
                : name;
    }
}
