package io.github.cookiecharter.report;

import io.github.cookiecharter.rule.Severity;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * The console lines of errors and warnings that a build without changes shows again, in the form in which the state of an
 * execution keeps them: without the paths of the machine, because a project may be moved.
 */
public final class SavedLines {

    private static final int MAX_LINES = 5;
    private static final String DECLARATION = "${declaration}";
    private static final String FOLDER = "${module}";

    private final String declaration;
    private final String folder;

    /**
     * Creates the converter for a module.
     *
     * @param declaration the path of the declaration, as the lines contain it
     * @param folder the path of the module's folder, as the lines contain it
     */
    public SavedLines(String declaration, String folder) {
        this.declaration = declaration;
        this.folder = folder + File.separator;
    }

    /** Encodes the first lines of each finding that is more than a note. */
    public List<String> encode(List<ConsoleLine> lines) {
        List<String> saved = new ArrayList<>();
        for (ConsoleLine line : lines) {
            // Indented lines explain a finding.
            if (line.severity() != Severity.NOTE && !line.text().startsWith(" ") && saved.size() < MAX_LINES) {
                String text = line.text();
                saved.add(line.severity().name() + " "
                        + (text.startsWith(declaration)
                                ? DECLARATION + text.substring(declaration.length())
                                : text.startsWith(folder) ? FOLDER + text.substring(folder.length()) : text));
            }
        }
        return saved;
    }

    /** Decodes the result of {@link #encode}. */
    public List<ConsoleLine> decode(List<String> saved) {
        List<ConsoleLine> lines = new ArrayList<>();
        for (String line : saved) {
            int space = line.indexOf(' ');
            String text = line.substring(space + 1);
            lines.add(new ConsoleLine(
                    Severity.valueOf(line.substring(0, space)),
                    text.startsWith(DECLARATION)
                            ? declaration + text.substring(DECLARATION.length())
                            : text.startsWith(FOLDER) ? folder + text.substring(FOLDER.length()) : text));
        }
        return lines;
    }
}
