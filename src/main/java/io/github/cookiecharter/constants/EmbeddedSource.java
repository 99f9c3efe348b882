package io.github.cookiecharter.constants;

import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.model.PluginResources;
import java.util.List;

/**
 * The source of the classes in {@code constants.embedded}, as members of the generated class. Their files lie among the
 * resources too.
 */
final class EmbeddedSource {

    private static final String FOLDER = "constants/embedded/";
    private static final String BEGIN = "// <embedded>";
    private static final String END = "// </embedded>";

    // A nested class lies one level deeper than one in a file of its own.
    private static final String INDENT = "    ";

    // Read once for all modules, and in advance: see ConstantsClass#prepare.
    private static final String CHOICE = members("Consent");
    private static final String JSON = members("RecordJson");
    private static final String VANILLA_COOKIECONSENT = members("VanillaCookieconsentRecord");
    private static final String KLARO = members("KlaroRecord");
    private static final String TARTEAUCITRON = members("TarteaucitronRecord");

    private static final String REVIEW = members("Review");
    private static final String SET_COOKIE = members("SetCookieHeader");
    private static final String DECLARED = members("Declared");

    private EmbeddedSource() {}

    /** Reads the files in advance, so that the generation takes less time. */
    static void prepare() {
        // Loading the class reads them.
    }

    /** Returns the members of the class {@code Consent} that are the same on each site. */
    static String choiceMembers() {
        return CHOICE;
    }

    /** Returns the methods of the class {@code Consent} that read the record of a runtime. */
    static String recordMembers(BannerRuntime runtime, int revision) {
        return switch (runtime) {
            // A number in the record's JSON is read as a double.
            case VANILLA_COOKIECONSENT -> VANILLA_COOKIECONSENT.replace("REVISION", revision + ".0");
            case KLARO -> KLARO;
            case TARTEAUCITRON -> TARTEAUCITRON;
            case NONE -> "";
        };
    }

    /** Returns the members of the class {@code Json}. */
    static String jsonMembers() {
        return JSON;
    }

    /** Returns the members of the class {@code Review}. */
    static String reviewMembers() {
        return REVIEW;
    }

    /** Returns the members of the class {@code SetCookieHeader}. */
    static String setCookieMembers() {
        return SET_COOKIE;
    }

    /** Returns the members of the class {@code Declared} that are the same on each site. */
    static String declaredMembers() {
        return DECLARED;
    }

    private static String members(String className) {
        return members(PluginResources.lines(FOLDER + className + ".java"));
    }

    /** Returns the members between the marks in a file of these lines. */
    static String members(List<String> lines) {
        int begin = indexOf(BEGIN, lines);
        int end = indexOf(END, lines);
        StringBuilder members = new StringBuilder();
        for (String line : lines.subList(begin + 1, end)) {
            if (!line.isEmpty()) {
                members.append(INDENT).append(asNested(line));
            }
            members.append('\n');
        }
        return members.toString();
    }

    private static String asNested(String line) {
        return line.replace("/* private */", "private").replace("RecordJson", "Json");
    }

    private static int indexOf(String mark, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(mark)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no line " + mark);
    }
}
