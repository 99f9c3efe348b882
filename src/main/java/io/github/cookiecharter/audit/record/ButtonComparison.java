package io.github.cookiecharter.audit.record;

import java.util.ArrayList;
import java.util.List;

/**
 * How easy refusing is in the first layer of the banner, compared with accepting.
 *
 * @param refusable whether one can refuse there at all
 * @param acceptArea the area of the button that accepts, in square pixels
 * @param refuseArea the area of the button that refuses
 * @param acceptFont the size of its letters, in hundredths of a pixel
 * @param refuseFont the size of its letters
 * @param acceptContrast the contrast of its letters with their background, in hundredths
 * @param refuseContrast the contrast of its letters
 * @param refuseByKeyboard whether the keyboard reaches the button that refuses
 */
public record ButtonComparison(
        boolean refusable,
        int acceptArea,
        int refuseArea,
        int acceptFont,
        int refuseFont,
        int acceptContrast,
        int refuseContrast,
        boolean refuseByKeyboard) {

    /** How much smaller a button may be; below it the eye sees no difference. */
    private static final double TOLERANCE = 0.9;

    /** Where text counts as easy to read (WCAG 2.2, 1.4.6), a further difference does not matter. */
    private static final int GOOD_CONTRAST = 700;

    /** Returns in what refusing is harder, in words; none if it is as easy. */
    public List<String> disadvantages() {
        List<String> words = new ArrayList<>();
        if (!refusable) {
            return List.of("the first layer has no button that refuses");
        }
        if (refuseArea < TOLERANCE * acceptArea) {
            words.add("its button is smaller (" + refuseArea + " instead of " + acceptArea + " square pixels)");
        }
        if (refuseFont < TOLERANCE * acceptFont) {
            words.add("its letters are smaller");
        }
        if (refuseContrast < TOLERANCE * acceptContrast && refuseContrast < GOOD_CONTRAST) {
            words.add("its letters are paler");
        }
        if (!refuseByKeyboard) {
            words.add("the keyboard does not reach its button");
        }
        return words;
    }
}
