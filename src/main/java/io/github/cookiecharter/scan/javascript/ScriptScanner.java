package io.github.cookiecharter.scan.javascript;

import io.github.cookiecharter.scan.html.ScriptFileNames;
import io.github.cookiecharter.scan.html.StorageMentions;
import io.github.cookiecharter.scan.javascript.sink.ScriptProject;
import io.github.cookiecharter.scan.javascript.sink.ThirdPartyHosts;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.TextFile;
import io.github.cookiecharter.scan.model.TextFileConsumer;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the cookies and web storage that scripts and pages set: pass the files to {@link #accept}, then call {@link #finish}.
 * It is not thread-safe. The files of one origin are analysed together, so they must be consecutive. A file that mentions no
 * cookies or storage is ignored, except small scripts of the project itself, which may call its own functions.
 */
public final class ScriptScanner implements TextFileConsumer {

    /** If the collected files have more characters than this, they are evaluated before the next file is accepted. */
    private static final long MOST_CHARACTERS = 64_000_000;

    private static final int LARGEST_CALLER = 400_000;
    private static final long MOST_CALLERS = 16_000_000;

    private final List<Evidence> evidence = new ArrayList<>();
    private final List<TextFile> files = new ArrayList<>();
    private final List<TextFile> callers = new ArrayList<>();
    private final List<String> unreadPaths = new ArrayList<>();
    private String origin = "";
    private long characters;
    private long callerCharacters;

    @Override
    public boolean supports(String path) {
        return ScriptFileNames.isScanned(path);
    }

    /** Accepts a file; ignores one that it does not support. */
    @Override
    public void accept(TextFile file) {
        if (!supports(file.path())) {
            return;
        }
        if (!file.origin().equals(origin) || characters > MOST_CHARACTERS) {
            evaluate();
            origin = file.origin();
        }
        if (StorageMentions.anyIn(file.text()) || ThirdPartyHosts.mayContainAddress(file.text())) {
            files.add(file);
            characters += file.text().length();
        } else if (file.isOwn()
                && ScriptFileNames.isScript(file.path())
                && file.text().length() < LARGEST_CALLER
                && callerCharacters < MOST_CALLERS) {
            callers.add(file);
            callerCharacters += file.text().length();
        }
    }

    /** Evaluates the remaining files and returns what all files set, each place once. */
    public List<Evidence> finish() {
        evaluate();
        return List.copyOf(evidence);
    }

    /** Returns the paths of the files that could not be analysed; complete after {@link #finish}. */
    public List<String> unreadPaths() {
        return List.copyOf(unreadPaths);
    }

    private void evaluate() {
        if (!files.isEmpty()) {
            evidence.addAll(new ScriptProject(
                            ScriptFileNames.withoutMinified(files),
                            ScriptFileNames.withoutMinified(callers),
                            unreadPaths)
                    .evidence());
        }
        files.clear();
        callers.clear();
        characters = 0;
        callerCharacters = 0;
    }
}
