package io.github.cookiecharter.declaration;

/** A translation file beside the declaration: only texts, in one language. */
public final class TranslationFile {

    private final String name;
    private final String tag;
    private final byte[] content;

    /**
     * Creates a file.
     *
     * @param name its name, such as {@code cookies.fr.yaml}
     * @param tag the language tag in the name
     * @param content its bytes
     */
    public TranslationFile(String name, String tag, byte[] content) {
        this.name = name;
        this.tag = tag;
        this.content = content.clone();
    }

    /** Returns the file's name, without path. */
    public String name() {
        return name;
    }

    /** Returns the language tag in the file's name, as written there. */
    public String tag() {
        return tag;
    }

    /** Returns the file's bytes. */
    public byte[] content() {
        return content.clone();
    }
}
