package io.github.cookiecharter.scan.cookie;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the text of a {@code Set-Cookie} header, or of an assignment to {@code document.cookie}, as browsers do (RFC
 * 6265bis, 5.6): the name ends at the first equals sign, a later attribute replaces an earlier one of the same name, and
 * {@code Max-Age} counts before {@code Expires}. The RFC has browsers ignore an attribute that is malformed; so does this.
 *
 * <p>An unknown part that is a whole value is taken for just that value. Anywhere else an unknown part may bring further
 * attributes along, and then an attribute that is not seen is unknown, and not absent.
 */
public final class SetCookieParser {

    /** A longer value makes browsers ignore its attribute. */
    private static final int LONGEST_VALUE = 1_024;

    /** More than 3,000 years: a longer lifetime is an error in the code, so it counts as unknown. */
    private static final long MOST_SECONDS = 100_000_000_000L;

    private boolean isOpen;
    private boolean isSecure;
    private boolean isHttpOnly;
    private Optional<End> maxAge = Optional.empty();
    private Optional<End> expires = Optional.empty();
    private Optional<SameSite> sameSite = Optional.empty();
    private Optional<String> domain = Optional.empty();
    private Optional<String> path = Optional.empty();

    private SetCookieParser() {}

    /** When a cookie ends, as one attribute says it; the lifetime is empty where it is unknown. */
    private record End(boolean isPast, Optional<Lifetime> lifetime) {

        private static final End UNKNOWN = new End(false, Optional.empty());
        private static final End PAST = new End(true, Optional.empty());

        static End in(long seconds) {
            if (seconds <= 0) {
                return PAST;
            }
            return seconds > MOST_SECONDS ? UNKNOWN : new End(false, Optional.of(Lifetime.Lasting.ofSeconds(seconds)));
        }
    }

    /** Returns whether a text has a name: something in front of an equals sign. */
    public static boolean hasName(AbstractString text) {
        int equals = text.notation().indexOf('=');
        int end = text.notation().indexOf(';');
        return equals > 0 && (end < 0 || equals < end);
    }

    /** Reads a text. Each text is some cookie; one whose name cannot be known has a name that is unknown or empty. */
    public static SetCookie parse(AbstractString text) {
        SetCookieParser parser = new SetCookieParser();
        String[] parts = text.notation().split(";", -1);
        AbstractString name = parser.name(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            parser.attribute(parts[i]);
        }
        return parser.cookie(name);
    }

    private AbstractString name(String pair) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            return withoutEquals(pair.strip());
        }
        isOpen = mayContinue(new AbstractString(pair.substring(equals + 1).strip()));
        String name = pair.substring(0, equals).strip();
        return hasControl(name) ? AbstractString.ANY : new AbstractString(name);
    }

    /**
     * The name in a text without a visible equals sign. For a literal text it is unknown: browsers take all of it for the
     * value of a cookie with an empty name (RFC 6265bis, 5.6). An unknown part may contain the equals sign, so the text in
     * front of it begins a name.
     */
    private AbstractString withoutEquals(String pair) {
        AbstractString text = new AbstractString(pair);
        if (text.isLiteral()) {
            return AbstractString.ANY;
        }
        isOpen = true;
        return new AbstractString(pair.substring(0, text.firstUnknown()) + AbstractString.UNKNOWN);
    }

    // Browsers ignore a cookie with a control character.
    private static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> c < ' ' || c == 127);
    }

    /** Returns whether the end of a value may be unknown text that goes on with further attributes. */
    private static boolean mayContinue(AbstractString value) {
        return value.unknownParts() > 1 || (value.endsUnknown() && !value.isOneUnknownPart());
    }

    private void attribute(String attribute) {
        int equals = attribute.indexOf('=');
        AbstractString key = new AbstractString((equals < 0 ? attribute : attribute.substring(0, equals))
                .strip()
                .toLowerCase(Locale.ROOT));
        AbstractString value = new AbstractString(
                equals < 0 ? "" : attribute.substring(equals + 1).strip());
        isOpen |= !key.isLiteral() || mayContinue(value);
        if (value.notation().length() > LONGEST_VALUE) {
            return;
        }
        switch (key.notation()) {
            case "secure" -> isSecure = true;
            case "httponly" -> isHttpOnly = true;
            case "samesite" -> sameSite = SameSite.of(value.notation());
            case "domain" -> domain = literal(value);
            // A path that does not begin with a slash is replaced by that of the page.
            case "path" -> path = literal(value).filter(known -> known.startsWith("/"));
            case "max-age" -> maxAge = maxAge(value).or(() -> maxAge);
            case "expires" -> expires = expires(value).or(() -> expires);
            default -> {
                // Not kept as evidence, or unknown to browsers.
            }
        }
    }

    private static Optional<String> literal(AbstractString value) {
        return value.isLiteral() && !value.notation().isEmpty() ? Optional.of(value.notation()) : Optional.empty();
    }

    /** Nothing where browsers ignore the value: it has to be digits, with a minus in front or not. */
    private static Optional<End> maxAge(AbstractString value) {
        if (!value.isLiteral()) {
            return Optional.of(End.UNKNOWN);
        }
        boolean isNegative = value.notation().startsWith("-");
        String digits = value.notation().substring(isNegative ? 1 : 0);
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(isNegative ? End.PAST : End.in(number(digits)));
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Nothing where browsers ignore the value: it is no date. */
    private static Optional<End> expires(AbstractString value) {
        OptionalLong seconds = value.secondsFromNow();
        if (seconds.isPresent()) {
            return Optional.of(End.in(seconds.getAsLong()));
        }
        if (!value.isLiteral()) {
            return Optional.of(End.UNKNOWN);
        }
        // A date to come says nothing of how long the cookie is kept, which depends on the day of the visit.
        return CookieDate.parse(value.notation()).map(date -> CookieDate.isPast(date) ? End.PAST : End.UNKNOWN);
    }

    private SetCookie cookie(AbstractString name) {
        Optional<End> end = maxAge.or(() -> expires);
        Optional<Lifetime> session = isOpen ? Optional.empty() : Optional.of(new Lifetime.Session());
        return new SetCookie(
                name,
                end.isPresent() && end.get().isPast(),
                new ObservedAttributes(
                        end.isPresent() ? end.get().lifetime() : session,
                        flag(isHttpOnly),
                        flag(isSecure),
                        sameSite,
                        domain,
                        path));
    }

    private Optional<Boolean> flag(boolean isSeen) {
        return isSeen || !isOpen ? Optional.of(isSeen) : Optional.empty();
    }
}
