package io.github.cookiecharter.audit.record;

import io.github.cookiecharter.model.Keyword;
import io.github.cookiecharter.model.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an audit sees: the kinds of storage that a declaration knows, and further ones. */
public enum SeenKind implements Keyword {
    COOKIE,
    LOCAL_STORAGE,
    SESSION_STORAGE,
    INDEXED_DB,
    /** A cache of the Cache API. */
    CACHE,
    SERVICE_WORKER,
    /** The property {@code window.name}, which outlives a page. */
    WINDOW_NAME,
    /** A request to another host. */
    REQUEST,
    /** A picture that a script draws and reads out, which tells devices apart. */
    CANVAS;

    /** Returns the kind of the declaration, if it has one for this. */
    public Optional<Kind> declarable() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(name()))
                .findFirst();
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
