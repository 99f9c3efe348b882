package io.github.cookiecharter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {

    private static final Colour WHITE = new Colour(255, 255, 255);
    private static final Colour BLACK = new Colour(0, 0, 0);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#0a5a9c|#0a5a9c",
                "#0A5A9C|#0a5a9c",
                "#f0a|#ff00aa",
                "rgb(10, 90, 156)|#0a5a9c",
                "rgb(10 90 156)|#0a5a9c",
                "rgb(100% 0% 50%)|#ff0080",
                "rgb(300 -5 0)|#ff0000",
                "hsl(120, 100%, 25%)|#008000",
                "hsl(120deg 100% 25%)|#008000",
                "hsl(-240 100% 25%)|#008000",
                "hsl(480 100% 25%)|#008000",
                "hsl(0 0% 100%)|#ffffff",
                "rebeccapurple|#663399",
                "Navy|#000080",
            })
    void parsesTheFormsOfCss(String text, String css) {
        assertThat(Colour.parse(text)).map(Colour::css).contains(css);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "#12",
                "#12345",
                "#0a5a9c80",
                "rgb(1,2)",
                "rgb(1 2 3 / 50%)",
                "transparent",
                "blurple",
                "0a5a9c",
                "var(--x)",
                "url(x)",
                "red;}"
            })
    void refusesEverythingElse(String text) {
        assertThat(Colour.parse(text)).isEmpty();
    }

    // The figures of the W3C's own examples.
    @Test
    void measuresContrastAsWcagDoes() {
        assertThat(BLACK.contrast(WHITE)).isEqualTo(21, within(1e-9));
        assertThat(new Colour(0x77, 0x77, 0x77).contrast(WHITE)).isEqualTo(4.48, within(0.005));
        assertThat(new Colour(0x76, 0x76, 0x76).contrast(WHITE)).isEqualTo(4.54, within(0.005));
        assertThat(new Colour(255, 0, 0).contrast(WHITE)).isEqualTo(4.0, within(0.005));
    }

    @Property(tries = 500)
    void anyColourBecomesReadableInBothDesigns(
            @ForAll @IntRange(max = 255) int red,
            @ForAll @IntRange(max = 255) int green,
            @ForAll @IntRange(max = 255) int blue) {
        Colour any = new Colour(red, green, blue);
        Colour light = Accent.readable(any);
        assertThat(Accent.contrast(light)).isGreaterThanOrEqualTo(Colour.TEXT_CONTRAST);
        assertThat(light.contrast(WHITE)).isGreaterThanOrEqualTo(Colour.TEXT_CONTRAST);
        Accent accent = Accent.of(light);
        assertThat(accent.light()).isEqualTo(light);
        assertThat(accent.dark().contrast(new Colour(0x1e, 0x25, 0x2d))).isGreaterThanOrEqualTo(Colour.TEXT_CONTRAST);
        assertThat(accent.dark().contrast(new Colour(0x10, 0x15, 0x1b))).isGreaterThanOrEqualTo(Colour.TEXT_CONTRAST);
        assertThat(Accent.readable(light)).isEqualTo(light);
    }

    @Test
    void theDefaultAccentIsReadable() {
        assertThat(Accent.contrast(Accent.DEFAULT.light())).isGreaterThanOrEqualTo(Colour.TEXT_CONTRAST);
        assertThat(Accent.of(Accent.DEFAULT.dark()).dark()).isEqualTo(Accent.DEFAULT.dark());
    }
}
