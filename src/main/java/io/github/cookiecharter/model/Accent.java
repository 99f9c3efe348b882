package io.github.cookiecharter.model;

/**
 * The colour of buttons and links, in banner, page and placeholders.
 *
 * @param light on a light background
 * @param dark on a dark background
 */
public record Accent(Colour light, Colour dark) {

    /** The accent of a site that names none. */
    public static final Accent DEFAULT = new Accent(new Colour(0x0a, 0x5a, 0x9c), new Colour(0x86, 0xbd, 0xf0));

    // The surface on which a link has the least contrast: table heads and placeholders are a little off the page's
    // colour.
    private static final Colour LIGHT_SURFACE = new Colour(0xf3, 0xf5, 0xf8);
    private static final Colour DARK_SURFACE = new Colour(0x1e, 0x25, 0x2d);

    /** Returns the accent of a site's colour, which on a dark background becomes as light as its contrast demands. */
    public static Accent of(Colour colour) {
        return new Accent(colour, colour.readableOn(DARK_SURFACE));
    }

    /** Returns the contrast of a colour with the surface on which it has the least, in the light design. */
    public static double contrast(Colour colour) {
        return colour.contrast(LIGHT_SURFACE);
    }

    /** Returns the nearest colour that can be read in the light design. */
    public static Colour readable(Colour colour) {
        return colour.readableOn(LIGHT_SURFACE);
    }
}
