package io.github.cookiecharter.model;

import java.util.Set;

/** The words that no Java identifier can be: keywords and literals (JLS 17, section 3.9). */
public final class JavaWords {

    private static final Set<String> RESERVED = Set.of(
            "_",
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while");

    private JavaWords() {}

    /** Returns whether the word is a keyword or a literal; {@code _} is a keyword since Java 9. */
    public static boolean isReserved(String word) {
        return RESERVED.contains(word);
    }
}
