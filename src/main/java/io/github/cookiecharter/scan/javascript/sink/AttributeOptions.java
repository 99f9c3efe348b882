package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.scan.javascript.syntax.ExpressionExtent;
import io.github.cookiecharter.scan.javascript.syntax.ExpressionExtent.Range;
import io.github.cookiecharter.scan.javascript.syntax.Tokens;
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

    private final Tokens tokens;
    private final ConstantFolder expressions;

    AttributeOptions(Tokens tokens, ConstantFolder expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** The attributes for the arguments behind the name. */
    Asked read(AttributeStyle style, List<Range> arguments, int nameAt) {
        int options = style == AttributeStyle.SECONDS_WITHOUT_VALUE ? nameAt + 1 : nameAt + 2;
        boolean isMissing = options >= arguments.size();
        return switch (style) {
            case NONE -> new Asked(false, unknown());
            case COOKIE_STORE -> store(arguments, nameAt);
            case LISTED_DAYS, LISTED_SECONDS ->
                isMissing || isObject(arguments.get(options))
                        ? object(style, arguments, options, isMissing)
                        : listed(style, arguments, options);
            default -> object(style, arguments, options, isMissing);
        };
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

    private boolean isObject(Range range) {
        return literal(range) >= 0;
    }

    /** The brace of the options, written here or bound to the name that stands here; -1 where they cannot be seen. */
    private int literal(Range range) {
        if (tokens.is(range.from(), "{")) {
            return range.from();
        }
        if (range.to() == range.from() + 1 && tokens.isIdentifier(range.from())) {
            int bound = expressions.names().initializer(range.from());
            return tokens.is(bound, "{") ? bound : -1;
        }
        return -1;
    }

    /** Returns whether the options whose brace this is let a cookie be over at once, whichever library reads them. */
    boolean asks(int open) {
        return object(AttributeStyle.DAYS, open).deletes();
    }

    private Asked object(AttributeStyle style, List<Range> arguments, int at, boolean isMissing) {
        if (isMissing) {
            return new Asked(false, attributes(Optional.of(new Lifetime.Session()), style, Optional.of(false)));
        }
        int open = literal(arguments.get(at));
        return open < 0 ? new Asked(false, unknown()) : object(style, open);
    }

    private Asked object(AttributeStyle style, int open) {
        boolean isWhole = !spreads(open);
        Optional<Lifetime> lifetime = isWhole ? Optional.of(new Lifetime.Session()) : Optional.empty();
        boolean deletes = false;
        int expires = value(open, "expires");
        int age = Math.max(value(open, "maxAge"), Math.max(value(open, "max-age"), value(open, "maxage")));
        if (expires >= 0) {
            double unit = style == AttributeStyle.DAYS || style == AttributeStyle.LISTED_DAYS
                    ? DAY
                    : style == AttributeStyle.COOKIE_STORE ? 0 : 1;
            OptionalDouble seconds = seconds(expires, unit);
            deletes = (seconds.isPresent() && seconds.getAsDouble() <= 0) || isEpoch(expires);
            lifetime = lifetime(seconds, unit);
        }
        if (age >= 0) {
            double unit = style == AttributeStyle.MILLISECONDS ? 0.001 : 1;
            OptionalDouble seconds = seconds(age, unit);
            deletes |= seconds.isPresent() && seconds.getAsDouble() <= 0;
            lifetime = lifetime(seconds, unit);
        }
        ObservedAttributes attributes = new ObservedAttributes(
                lifetime,
                style == AttributeStyle.MILLISECONDS
                                || style == AttributeStyle.SECONDS
                                || style == AttributeStyle.SECONDS_WITHOUT_VALUE
                        ? flag(open, "httpOnly", isWhole)
                        : Optional.of(false),
                style == AttributeStyle.COOKIE_STORE ? Optional.of(true) : flag(open, "secure", isWhole),
                sameSite(open, style),
                text(open, "domain"),
                text(open, "path"));
        return new Asked(deletes, attributes);
    }

    private ObservedAttributes attributes(Optional<Lifetime> lifetime, AttributeStyle style, Optional<Boolean> secure) {
        return new ObservedAttributes(
                lifetime,
                Optional.of(false),
                style == AttributeStyle.COOKIE_STORE ? Optional.of(true) : secure,
                style == AttributeStyle.COOKIE_STORE ? Optional.of(SameSite.STRICT) : Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Asked store(List<Range> arguments, int nameAt) {
        if (nameAt < arguments.size() && tokens.is(arguments.get(nameAt).from(), "{")) {
            return object(AttributeStyle.COOKIE_STORE, arguments.get(nameAt).from());
        }
        return new Asked(
                false, attributes(Optional.of(new Lifetime.Session()), AttributeStyle.COOKIE_STORE, Optional.of(true)));
    }

    private Asked listed(AttributeStyle style, List<Range> arguments, int at) {
        double unit = style == AttributeStyle.LISTED_DAYS ? DAY : 1;
        Range first = arguments.get(at);
        OptionalDouble seconds = expressions.numbers().of(first.from(), first.to());
        if (seconds.isEmpty()) {
            seconds = expressions.fromNow(first);
        } else {
            seconds = OptionalDouble.of(seconds.getAsDouble() * unit);
        }
        Optional<Boolean> secure = at + 3 >= arguments.size()
                ? Optional.of(false)
                : flag(arguments.get(at + 3).from());
        // Closure: -1 is a session, 0 deletes.
        boolean isSession =
                style == AttributeStyle.LISTED_SECONDS && seconds.isPresent() && seconds.getAsDouble() == -1;
        ObservedAttributes attributes = new ObservedAttributes(
                isSession ? Optional.of(new Lifetime.Session()) : lifetime(seconds, unit),
                Optional.of(false),
                secure,
                at + 4 < arguments.size()
                        ? first(expressions.of(arguments.get(at + 4)).literal()).flatMap(SameSite::of)
                        : Optional.empty(),
                at + 2 < arguments.size() ? filled(arguments.get(at + 2)) : Optional.empty(),
                at + 1 < arguments.size() ? filled(arguments.get(at + 1)) : Optional.empty());
        return new Asked(!isSession && seconds.isPresent() && seconds.getAsDouble() < 0, attributes);
    }

    private Optional<String> filled(Range range) {
        return first(expressions.of(range).literal()).filter(text -> !text.isEmpty() && !text.equals("null"));
    }

    private static Optional<String> first(List<String> texts) {
        return texts.isEmpty() ? Optional.empty() : Optional.of(texts.get(0));
    }

    /** Returns whether another object is copied into this one. */
    private boolean spreads(int open) {
        int close = tokens.partner(open);
        for (int i = open + 1; i < close; i = tokens.after(i)) {
            if (tokens.is(i, "...")) {
                return true;
            }
        }
        return false;
    }

    private int value(int open, String key) {
        return expressions.names().valueOf(open, key);
    }

    private OptionalDouble seconds(int value, double unit) {
        if (tokens.isString(value)) {
            OptionalDouble number = NumberFolder.parse(tokens.value(value));
            return number.isEmpty() ? number : OptionalDouble.of(number.getAsDouble() * unit);
        }
        Range range = new Range(value, ExpressionExtent.end(tokens, value));
        OptionalDouble number = expressions.numbers().of(range.from(), range.to());
        if (number.isPresent()) {
            return unit == 0 ? OptionalDouble.empty() : OptionalDouble.of(number.getAsDouble() * unit);
        }
        return expressions.fromNow(range);
    }

    private boolean isEpoch(int value) {
        return tokens.number(value).equals("0") || (tokens.isString(value) && DateFolder.isPast(tokens.value(value)));
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

    private Optional<Boolean> flag(int open, String key, boolean isWhole) {
        int value = value(open, key);
        return value < 0 ? (isWhole ? Optional.of(false) : Optional.empty()) : flag(value);
    }

    private Optional<Boolean> flag(int value) {
        if (tokens.is(value, "true")
                || (tokens.is(value, "!") && tokens.number(value + 1).equals("0"))) {
            return Optional.of(true);
        }
        if (tokens.is(value, "false")
                || (tokens.is(value, "!") && tokens.number(value + 1).equals("1"))) {
            return Optional.of(false);
        }
        return Optional.empty();
    }

    private Optional<SameSite> sameSite(int open, AttributeStyle style) {
        int value = Math.max(value(open, "sameSite"), value(open, "samesite"));
        if (value < 0) {
            return style == AttributeStyle.COOKIE_STORE ? Optional.of(SameSite.STRICT) : Optional.empty();
        }
        return tokens.is(value, "true")
                ? Optional.of(SameSite.STRICT)
                : first(expressions.of(value).literal()).flatMap(SameSite::of);
    }

    private Optional<String> text(int open, String key) {
        int value = value(open, key);
        return value < 0
                ? Optional.empty()
                : first(expressions.of(value).literal()).filter(text -> !text.isEmpty());
    }
}
