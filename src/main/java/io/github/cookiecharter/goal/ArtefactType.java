package io.github.cookiecharter.goal;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What {@code generate} can be asked for, by the words of its parameter {@code artefacts}. */
enum ArtefactType {
    POLICY,
    BANNER,
    CONSTANTS;

    /**
     * The products behind the words.
     *
     * @throws ParameterException if a word is unknown or there is none
     */
    static Set<ArtefactType> named(List<String> words) throws ParameterException {
        Set<ArtefactType> products = EnumSet.noneOf(ArtefactType.class);
        for (String word : words) {
            products.add(named(word.trim()));
        }
        if (products.isEmpty()) {
            throw new ParameterException("artefacts", "is empty", "write any of policy, banner, constants, or skip");
        }
        return products;
    }

    private static ArtefactType named(String word) throws ParameterException {
        for (ArtefactType product : values()) {
            if (product.name().toLowerCase(Locale.ROOT).equals(word)) {
                return product;
            }
        }
        throw new ParameterException(
                "artefacts", "names '" + word + "', which is unknown", "write any of policy, banner, constants");
    }
}
