package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.value.ConstantFolder;
import io.github.cookiecharter.scan.javascript.value.DateFolder;
import io.github.cookiecharter.scan.javascript.value.NumberFolder;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The attributes that a call of a cookie library asks for. */
final class AttributeOptions {

    private static final double DAY = 86_400;

    /**
     * What a call asks for.
     *
     * @param deletes whether the cookie is over as soon as it is set
     */
    record Asked(boolean deletes, ObservedAttributes attributes) {}

    private final ConstantFolder expressions;

    AttributeOptions(ConstantFolder expressions) {
        this.expressions = expressions;
    }

    /** The attributes for the arguments behind the name. */
    Asked read(AttributeStyle style, List<SyntaxNode> arguments, int nameAt, Scope scope) {
        int options = style == AttributeStyle.SECONDS_WITHOUT_VALUE ? nameAt + 1 : nameAt + 2;
        if (style == AttributeStyle.NONE) {
            return new Asked(false, unknown());
        }
        if (style == AttributeStyle.COOKIE_STORE) {
            return store(arguments, nameAt, scope);
        }
        if (options >= arguments.size()) {
            return new Asked(false, attributes(style));
        }
        Optional<OptionValues> object = OptionValues.of(arguments.get(options), scope, expressions.origins());
        if (object.isPresent()) {
            return object(style, object.get());
        }
        boolean isList = style == AttributeStyle.LISTED_DAYS || style == AttributeStyle.LISTED_SECONDS;
        return isList ? listed(style, arguments, options, scope) : new Asked(false, unknown());
    }

    private static ObservedAttributes unknown() {
        return new ObservedAttributes(
                Optional.empty(),
                Optional.of(false),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns whether options let a cookie be over at once, whichever library reads them. */
    boolean asks(SyntaxNode node, Scope scope) {
        return node instanceof SyntaxNode.ObjectLiteral
                && OptionValues.of(node, scope, expressions.origins())
                        .filter(options -> object(AttributeStyle.DAYS, options).deletes())
                        .isPresent();
    }

    private Asked object(AttributeStyle style, OptionValues options) {
        boolean isWhole = options.isWhole();
        Optional<Lifetime> lifetime = isWhole ? Optional.of(new Lifetime.Session()) : Optional.empty();
        boolean deletes = false;
        Optional<Located> expires = options.get("expires");
        Optional<Located> age = options.get("maxAge", "max-age", "maxage");
        if (expires.isPresent()) {
            double unit = style == AttributeStyle.DAYS || style == AttributeStyle.LISTED_DAYS
                    ? DAY
                    : style == AttributeStyle.COOKIE_STORE ? 0 : 1;
            OptionalDouble seconds = seconds(expires.get(), unit);
            deletes = (seconds.isPresent() && seconds.getAsDouble() <= 0) || isEpoch(expires.get());
            lifetime = lifetime(seconds, unit);
        }
        if (age.isPresent()) {
            double unit = style == AttributeStyle.MILLISECONDS ? 0.001 : 1;
            OptionalDouble seconds = seconds(age.get(), unit);
            deletes |= seconds.isPresent() && seconds.getAsDouble() <= 0;
            lifetime = lifetime(seconds, unit);
        }
        boolean isServer = style == AttributeStyle.MILLISECONDS
                || style == AttributeStyle.SECONDS
                || style == AttributeStyle.SECONDS_WITHOUT_VALUE;
        ObservedAttributes attributes = new ObservedAttributes(
                lifetime,
                isServer ? flag(options, "httpOnly") : Optional.of(false),
                style == AttributeStyle.COOKIE_STORE ? Optional.of(true) : flag(options, "secure"),
                sameSite(options, style),
                text(options, "domain"),
                text(options, "path"));
        return new Asked(deletes, attributes);
    }

    /** The attributes of a call without options. */
    private static ObservedAttributes attributes(AttributeStyle style) {
        boolean isStore = style == AttributeStyle.COOKIE_STORE;
        return new ObservedAttributes(
                Optional.of(new Lifetime.Session()),
                Optional.of(false),
                Optional.of(isStore),
                isStore ? Optional.of(SameSite.STRICT) : Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Asked store(List<SyntaxNode> arguments, int nameAt, Scope scope) {
        if (nameAt < arguments.size()) {
            Optional<OptionValues> options = OptionValues.of(arguments.get(nameAt), scope, expressions.origins());
            if (options.isPresent()) {
                return object(AttributeStyle.COOKIE_STORE, options.get());
            }
        }
        return new Asked(false, attributes(AttributeStyle.COOKIE_STORE));
    }

    private Asked listed(AttributeStyle style, List<SyntaxNode> arguments, int at, Scope scope) {
        double unit = style == AttributeStyle.LISTED_DAYS ? DAY : 1;
        SyntaxNode first = arguments.get(at);
        OptionalDouble seconds = expressions.numbers().of(first, scope);
        if (seconds.isEmpty()) {
            seconds = expressions.fromNow(first, scope);
        } else {
            seconds = OptionalDouble.of(seconds.getAsDouble() * unit);
        }
        // Closure: -1 is a session, 0 deletes.
        boolean isSession =
                style == AttributeStyle.LISTED_SECONDS && seconds.isPresent() && seconds.getAsDouble() == -1;
        ObservedAttributes attributes = new ObservedAttributes(
                isSession ? Optional.of(new Lifetime.Session()) : lifetime(seconds, unit),
                Optional.of(false),
                at + 3 >= arguments.size() ? Optional.of(false) : flag(new Located(arguments.get(at + 3), scope)),
                filled(arguments, at + 4, scope).flatMap(SameSite::of),
                filled(arguments, at + 2, scope),
                filled(arguments, at + 1, scope));
        return new Asked(!isSession && seconds.isPresent() && seconds.getAsDouble() < 0, attributes);
    }

    private Optional<String> filled(List<SyntaxNode> arguments, int at, Scope scope) {
        return at < arguments.size()
                ? literal(new Located(arguments.get(at), scope)).filter(text -> !text.isEmpty() && !text.equals("null"))
                : Optional.empty();
    }

    private Optional<String> literal(Located value) {
        List<String> texts = expressions.of(value.node(), value.scope()).literal();
        return texts.isEmpty() ? Optional.empty() : Optional.of(texts.get(0));
    }

    private OptionalDouble seconds(Located value, double unit) {
        if (value.node() instanceof SyntaxNode.Text text) {
            OptionalDouble number = NumberFolder.parse(text.value());
            return number.isEmpty() ? number : OptionalDouble.of(number.getAsDouble() * unit);
        }
        OptionalDouble number = expressions.numbers().of(value.node(), value.scope());
        if (number.isPresent()) {
            return unit == 0 ? OptionalDouble.empty() : OptionalDouble.of(number.getAsDouble() * unit);
        }
        return expressions.fromNow(value.node(), value.scope());
    }

    private static boolean isEpoch(Located value) {
        return (value.node() instanceof SyntaxNode.Digits digits
                        && digits.text().equals("0"))
                || (value.node() instanceof SyntaxNode.Text text && DateFolder.isPast(text.value()));
    }

    private static Optional<Lifetime> lifetime(OptionalDouble seconds, double unit) {
        if (seconds.isEmpty() || seconds.getAsDouble() <= 0 || seconds.getAsDouble() > 1e11) {
            return Optional.empty();
        }
        double value = seconds.getAsDouble();
        if (unit == DAY && value % DAY == 0) {
            return Optional.of(new Lifetime.Lasting((long) (value / DAY), ChronoUnit.DAYS));
        }
        return Optional.of(Lifetime.Lasting.ofSeconds((long) Math.max(1, value)));
    }

    private static Optional<Boolean> flag(OptionValues options, String key) {
        Optional<Located> value = options.get(key);
        if (value.isEmpty()) {
            return options.isWhole() ? Optional.of(false) : Optional.empty();
        }
        return flag(value.get());
    }

    private static Optional<Boolean> flag(Located value) {
        if (isWord(value.node(), "true") || isNot(value.node(), "0")) {
            return Optional.of(true);
        }
        return isWord(value.node(), "false") || isNot(value.node(), "1") ? Optional.of(false) : Optional.empty();
    }

    private static boolean isWord(SyntaxNode node, String word) {
        return node instanceof SyntaxNode.Keyword keyword && keyword.word().equals(word);
    }

    private static boolean isNot(SyntaxNode node, String digit) {
        return node instanceof SyntaxNode.Unary unary
                && unary.operator().equals("!")
                && unary.operand() instanceof SyntaxNode.Digits digits
                && digits.text().equals(digit);
    }

    private Optional<SameSite> sameSite(OptionValues options, AttributeStyle style) {
        Optional<Located> value = options.get("sameSite", "samesite");
        if (value.isEmpty()) {
            return style == AttributeStyle.COOKIE_STORE ? Optional.of(SameSite.STRICT) : Optional.empty();
        }
        return isWord(value.get().node(), "true")
                ? Optional.of(SameSite.STRICT)
                : literal(value.get()).flatMap(SameSite::of);
    }

    private Optional<String> text(OptionValues options, String key) {
        return options.get(key).flatMap(this::literal).filter(text -> !text.isEmpty());
    }
}
