package io.github.cookiecharter.scan.config.reader;

import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.TextFile;
import java.util.List;

/**
 * What a file sets, as far as it could be read.
 *
 * @param settings what it sets, in the order of the text
 * @param unread what of it could not be read and why, one sentence each without a full stop at its end
 */
public record FileSettings(List<Setting> settings, List<String> unread) {

    public FileSettings {
        settings = List.copyOf(settings);
        unread = List.copyOf(unread);
    }

    public static FileSettings of(List<Setting> settings) {
        return new FileSettings(settings, List.of());
    }

    /**
     * The sentence about a file that its format's parser refuses.
     *
     * @param format what the file should be: "YAML"
     * @param reason half a sentence
     */
    static String refusal(TextFile file, String format, SourcePosition at, String reason) {
        return refusal(file, format, "line " + at.line() + ", column " + at.column() + ": " + reason);
    }

    /**
     * The same where the parser tells no column, or no place at all.
     *
     * @param reason half a sentence, behind the line if there is one
     */
    public static String refusal(TextFile file, String format, String reason) {
        return name(file) + " could not be read as " + format + ", so cookies that it names may be missing: " + reason;
    }

    /** The file's path, and the dependency that it is in. */
    static String name(TextFile file) {
        String path = SafeText.line(file.path());
        return file.origin().equals(Evidence.OWN) ? path : path + " in " + file.origin();
    }
}
