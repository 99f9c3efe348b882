package io.github.cookiecharter.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An opaque sRGB colour.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 * @see <a href="https://www.w3.org/TR/css-color-4/">CSS Color 4</a>
 */
public record Colour(int red, int green, int blue) {

    /** The contrast that WCAG 2.2 demands between text and its background (1.4.3, level AA). */
    public static final double TEXT_CONTRAST = 4.5;

    private static final int MAX = 255;
    private static final double STEP = 0.005;
    private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3}|[0-9a-f]{6})");
    private static final String NUMBER = "([-+]?(?:\\d+\\.?\\d*|\\.\\d+))";
    private static final String SEPARATOR = "\\s*(?:,\\s*|\\s)";
    private static final Pattern RGB = Pattern.compile(
            "rgba?\\(\\s*" + NUMBER + "(%?)" + SEPARATOR + NUMBER + "(%?)" + SEPARATOR + NUMBER + "(%?)\\s*\\)");
    private static final Pattern HSL = Pattern.compile(
            "hsla?\\(\\s*" + NUMBER + "(?:deg)?" + SEPARATOR + NUMBER + "%?" + SEPARATOR + NUMBER + "%?\\s*\\)");

    /**
     * Parses a CSS colour: {@code #rgb}, {@code #rrggbb}, {@code rgb(…)}, {@code hsl(…)} or a name.
     *
     * @return empty for any other text, and for a colour with transparency
     */
    public static Optional<Colour> parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        String css = isWord(lower) ? named(lower) : lower;
        Matcher hex = HEX.matcher(css);
        if (hex.matches()) {
            return Optional.of(ofHex(hex.group(1)));
        }
        Matcher rgb = RGB.matcher(css);
        if (rgb.matches()) {
            return Optional.of(new Colour(component(rgb, 1), component(rgb, 3), component(rgb, 5)));
        }
        Matcher hsl = HSL.matcher(css);
        return hsl.matches()
                ? Optional.of(ofHsl(number(hsl, 1), number(hsl, 2) / 100, number(hsl, 3) / 100))
                : Optional.empty();
    }

    private static boolean isWord(String text) {
        return text.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static String named(String name) {
        return DataTable.cells(Colour.class, "colours.txt").stream()
                .filter(row -> row.get(0).equals(name))
                .map(row -> row.get(1))
                .findFirst()
                .orElse("");
    }

    private static Colour ofHex(String digits) {
        int width = digits.length() / 3;
        int[] parts = new int[3];
        for (int i = 0; i < 3; i++) {
            String part = digits.substring(i * width, (i + 1) * width);
            parts[i] = Integer.parseInt(width == 1 ? part + part : part, 16);
        }
        return new Colour(parts[0], parts[1], parts[2]);
    }

    private static int component(Matcher matcher, int group) {
        double value = number(matcher, group);
        boolean percent = "%".equals(matcher.group(group + 1));
        return clamp(percent ? value * MAX / 100 : value);
    }

    private static double number(Matcher matcher, int group) {
        return Double.parseDouble(matcher.group(group));
    }

    private static int clamp(double value) {
        return (int) Math.round(Math.max(0, Math.min(MAX, value)));
    }

    // https://www.w3.org/TR/css-color-4/#hsl-to-rgb
    private static Colour ofHsl(double hue, double saturation, double lightness) {
        double s = Math.max(0, Math.min(1, saturation));
        double l = Math.max(0, Math.min(1, lightness));
        return new Colour(channel(0, hue, s, l), channel(8, hue, s, l), channel(4, hue, s, l));
    }

    private static int channel(int offset, double hue, double saturation, double lightness) {
        double turned = hue % 360;
        double k = (offset + (turned < 0 ? turned + 360 : turned) / 30) % 12;
        double amplitude = saturation * Math.min(lightness, 1 - lightness);
        return clamp(MAX * (lightness - amplitude * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1))));
    }

    /** Returns {@code #rrggbb}. */
    public String css() {
        return "#" + hex(red) + hex(green) + hex(blue);
    }

    private static String hex(int value) {
        return (value < 16 ? "0" : "") + Integer.toHexString(value);
    }

    /**
     * Returns the contrast with another colour, from 1 to 21.
     *
     * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2, contrast ratio</a>
     */
    public double contrast(Colour other) {
        double mine = luminance();
        double its = other.luminance();
        return (Math.max(mine, its) + 0.05) / (Math.min(mine, its) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    // StrictMath, so that every machine derives the same colour.
    private static double linear(int value) {
        double part = value / (double) MAX;
        return part <= 0.04045 ? part / 12.92 : StrictMath.pow((part + 0.055) / 1.055, 2.4);
    }

    /**
     * Returns the nearest colour of the same hue that is readable on a background: this one if it already is, else a darker
     * one on a light background and a lighter one on a dark background.
     */
    public Colour readableOn(Colour background) {
        boolean darken = background.luminance() > 0.18;
        double[] hsl = hsl();
        Colour colour = this;
        for (double l = hsl[2]; colour.contrast(background) < TEXT_CONTRAST && l >= 0 && l <= 1; ) {
            l += darken ? -STEP : STEP;
            colour = ofHsl(hsl[0], hsl[1], l);
        }
        return colour;
    }

    private double[] hsl() {
        double r = red / (double) MAX;
        double g = green / (double) MAX;
        double b = blue / (double) MAX;
        double max = Math.max(r, Math.max(g, b));
        double min = Math.min(r, Math.min(g, b));
        double lightness = (max + min) / 2;
        double spread = max - min;
        if (spread == 0) {
            return new double[] {0, 0, lightness};
        }
        double saturation = spread / (1 - Math.abs(2 * lightness - 1));
        double hue;
        if (max == r) {
            hue = 60 * ((g - b) / spread);
        } else if (max == g) {
            hue = 60 * ((b - r) / spread + 2);
        } else {
            hue = 60 * ((r - g) / spread + 4);
        }
        return new double[] {hue, saturation, lightness};
    }
}
