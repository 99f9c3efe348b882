package io.github.cookiecharter.declaration.format;

import io.github.cookiecharter.model.Accent;
import io.github.cookiecharter.model.Colour;
import io.github.cookiecharter.model.diagnostic.SafeText;
import java.util.Locale;
import java.util.Optional;

/** The format of {@code banner.accent}: a CSS colour in which links and buttons can be read. */
public final class AccentFormat {

    private AccentFormat() {}

    /** Returns the end of an error message that begins with the key, or empty for a valid value. */
    public static Optional<String> validate(String value) {
        Optional<Colour> colour = Colour.parse(value);
        if (colour.isEmpty()) {
            return Optional.of(
                    "must be an opaque CSS colour such as \"#0a5a9c\", rgb(10 90 156), hsl(207 88% 33%) or navy,"
                            + " not " + SafeText.quote(value));
        }
        double contrast = Accent.contrast(colour.get());
        if (contrast >= Colour.TEXT_CONTRAST) {
            return Optional.empty();
        }
        return Optional.of("must be readable on a light background and under white text: " + SafeText.quote(value)
                + " has a contrast of " + oneDecimal(contrast) + ", and WCAG 2.2 AA requires "
                + oneDecimal(Colour.TEXT_CONTRAST) + "; the nearest colour that has it is \""
                + Accent.readable(colour.get()).css() + "\"");
    }

    // Rounded down: a contrast that is too low must not read as the one that is required.
    private static String oneDecimal(double ratio) {
        return String.format(Locale.ROOT, "%.1f", Math.floor(ratio * 10) / 10);
    }
}
