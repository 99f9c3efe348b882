package io.github.cookiecharter.declaration;

/**
 * A translator's file as it lies beside the declaration: texts alone, in one language.
 */
public final class TranslationFile {

    private final String name;
    private final String tag;
    private final byte[] content;

    /**
     * A file.
     *
     * @param name its name, such as {@code cookies.fr.yaml}
     * @param tag the language that the name says
     * @param content its bytes
     */
    public TranslationFile(String name, String tag, byte[] content) {
        this.name = name;
        this.tag = tag;
        this.content = content.clone();
    }

    /** Its name, without the path. */
    public String name() {
        return name;
    }

    /** The language that the name says, as it is written there. */
    public String tag() {
        return tag;
    }

    /** Its bytes. */
    public byte[] content() {
        return content.clone();
    }
}
