package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Property;
import io.github.cookiecharter.scan.javascript.syntax.ExpressionExtent;
import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import io.github.cookiecharter.scan.javascript.value.NameResolver;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which expressions are the browser's web storage: by its own names, or through a variable or a property. */
final class WebStorageResolver {

    private static final int ALIAS = 24;

    private final SymbolTable outline;
    private final Tokens tokens;
    private final NameResolver names;
    private final boolean mentionsLocal;
    private final boolean mentionsSession;

    WebStorageResolver(SymbolTable outline, NameResolver names) {
        this.outline = outline;
        this.tokens = outline.tokens;
        this.names = names;
        this.mentionsLocal = tokens.source().contains("localStorage");
        this.mentionsSession = tokens.source().contains("sessionStorage");
    }

    /** The storage that is certainly meant by the name whose token this is. */
    Optional<Kind> known(int token) {
        Optional<Kind> direct = direct(token);
        if (direct.isPresent() || !tokens.isIdentifier(token)) {
            return direct;
        }
        if (!tokens.is(token - 1, ".")) {
            int initializer = names.initializer(token);
            return initializer < 0
                    ? Optional.empty()
                    : mentioned(initializer, ExpressionExtent.end(tokens, initializer));
        }
        List<Property> all = outline.properties.getOrDefault(tokens.text(token), List.of());
        for (int i = 0; i < all.size() && i < 12; i++) {
            Optional<Kind> kind = mentioned(
                    all.get(i).value(), ExpressionExtent.end(tokens, all.get(i).value()));
            if (kind.isPresent()) {
                return kind;
            }
        }
        return Optional.empty();
    }

    /** The storage that is probably meant by what {@code setItem} is called on. */
    Optional<Kind> likely(int token) {
        Optional<Kind> known = known(token);
        if (known.isPresent()) {
            return known;
        }
        String name = tokens.text(token).toLowerCase(Locale.ROOT);
        if (name.contains("session")) {
            return Optional.of(Kind.SESSION_STORAGE);
        }
        if (name.contains("asyncstorage") || name.contains("localforage")) {
            return Optional.empty();
        }
        if (mentionsLocal || (name.contains("storage") && !mentionsSession)) {
            return Optional.of(Kind.LOCAL_STORAGE);
        }
        return mentionsSession ? Optional.of(Kind.SESSION_STORAGE) : Optional.empty();
    }

    private Optional<Kind> direct(int token) {
        String text = tokens.isString(token) ? tokens.value(token) : tokens.text(token);
        return switch (text) {
            case "localStorage" -> Optional.of(Kind.LOCAL_STORAGE);
            case "sessionStorage" -> Optional.of(Kind.SESSION_STORAGE);
            default -> Optional.empty();
        };
    }

    /** The storage that an expression is, and not what is read from it. */
    private Optional<Kind> mentioned(int from, int to) {
        for (int i = from; i < to && i < from + ALIAS; i++) {
            Optional<Kind> kind = direct(i);
            int behind = tokens.is(i + 1, "]") ? i + 2 : i + 1;
            if (kind.isPresent()
                    && (tokens.isIdentifier(i) || tokens.is(i + 1, "]"))
                    && !tokens.is(behind, ".")
                    && !tokens.is(behind, "?.")
                    && !tokens.is(behind, "[")
                    && !tokens.is(i - 1, "typeof")) {
                return kind;
            }
        }
        return Optional.empty();
    }
}
