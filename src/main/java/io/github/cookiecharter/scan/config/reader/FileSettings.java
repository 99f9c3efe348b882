package io.github.cookiecharter.scan.config.reader;

import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.TextFile;
import java.util.List;

/**
 * The settings of a configuration file, as far as it could be read.
 *
 * @param settings the settings, in the order of the text
 * @param warnings what could not be read and why, one sentence each without a full stop at its end
 */
public record FileSettings(List<Setting> settings, List<String> warnings) {

    public FileSettings {
        settings = List.copyOf(settings);
        warnings = List.copyOf(warnings);
    }

    /** Returns the settings of a file that was read completely. */
    public static FileSettings of(List<Setting> settings) {
        return new FileSettings(settings, List.of());
    }

    /**
     * Returns the warning about a file that the parser of its format refuses.
     *
     * @param format what the file should be: "YAML"
     * @param reason half a sentence
     */
    static String parserWarning(TextFile file, String format, SourcePosition at, String reason) {
        return parserWarning(file, format, "line " + at.line() + ", column " + at.column() + ": " + reason);
    }

    /**
     * Returns the warning about a file for which the parser gives no column, or no position at all.
     *
     * @param reason half a sentence, behind the line if there is one
     */
    public static String parserWarning(TextFile file, String format, String reason) {
        return display(file) + " could not be read as " + format + ", so cookies that it names may be missing: "
                + reason;
    }

    /** Returns the file's path, with the coordinates of the dependency that contains it. */
    static String display(TextFile file) {
        String path = SafeText.line(file.path());
        return file.origin().equals(Evidence.OWN) ? path : path + " in " + file.origin();
    }
}
