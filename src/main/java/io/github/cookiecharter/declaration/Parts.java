package io.github.cookiecharter.declaration;

import java.util.List;

/** Finds the parts that declarations include. */
@FunctionalInterface
public interface Parts {

    /** Finds none, where there are no files. */
    Parts NONE = (from, entry) -> new Refused("there are no files to include here");

    /**
     * Finds a part.
     *
     * @param from the place of the part that includes it; empty for the declaration itself
     * @param entry what is written under {@code include}
     */
    Lookup find(String from, String entry);

    /** The result of looking for a part. */
    sealed interface Lookup {}

    /** The part was found. */
    record Found(PartFile part) implements Lookup {}

    /**
     * There is no such part, or it must not be included.
     *
     * @param reason the end of a message that begins with the entry
     */
    record Refused(String reason) implements Lookup {}

    /** A declaration that another one includes, with the translators' files beside it. */
    final class PartFile {

        private final String place;
        private final byte[] content;
        private final List<TranslationFile> translations;

        /**
         * Creates a part.
         *
         * @param place what identifies it in messages: its path relative to the declaration, or the dependency that ships it
         * @param content its bytes
         * @param translations the translators' files beside it, named like the part
         */
        public PartFile(String place, byte[] content, List<TranslationFile> translations) {
            this.place = place;
            this.content = content.clone();
            this.translations = List.copyOf(translations);
        }

        /** Returns what identifies it in messages. */
        public String place() {
            return place;
        }

        /** Returns its bytes. */
        public byte[] content() {
            return content.clone();
        }

        /** Returns the translators' files beside it. */
        public List<TranslationFile> translations() {
            return translations;
        }
    }
}
