package io.github.cookiecharter.goal;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The artefacts that {@code generate} can produce, named by the words of its parameter {@code artefacts}. */
enum ArtefactType {
    POLICY,
    BANNER,
    CONSTANTS,
    MARKDOWN,
    CSV,
    DEVICE_STORAGE;

    private static final String KNOWN = "write any of policy, banner, constants, markdown, csv, device-storage";

    /**
     * Parses the words of the parameter.
     *
     * @throws ParameterException if a word is unknown or there is none
     */
    static Set<ArtefactType> parse(List<String> words) throws ParameterException {
        Set<ArtefactType> types = EnumSet.noneOf(ArtefactType.class);
        for (String word : words) {
            types.add(parse(word.trim()));
        }
        if (types.isEmpty()) {
            throw new ParameterException("artefacts", "is empty", KNOWN + ", or skip");
        }
        return types;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ArtefactType parse(String word) throws ParameterException {
        for (ArtefactType type : values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        throw new ParameterException("artefacts", "names '" + word + "', which is unknown", KNOWN);
    }
}
