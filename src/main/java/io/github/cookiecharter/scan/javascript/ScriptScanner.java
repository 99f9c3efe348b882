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
 * Reads scripts and pages: give it the files one after the other, then ask what they set. It belongs to one thread. The
 * files of one origin are held against each other, so they should follow each other; a file without a mention of anything
 * that is stored is not kept, but for small ones of the project itself, which may call its own functions.
 */
public final class ScriptScanner implements TextFileConsumer {

    /** Beyond so many characters what was given is evaluated before more is taken. */
    private static final long MOST_CHARACTERS = 64_000_000;

    private static final int LARGEST_CALLER = 400_000;
    private static final long MOST_CALLERS = 16_000_000;

    private final List<Evidence> evidence = new ArrayList<>();
    private final List<TextFile> files = new ArrayList<>();
    private final List<TextFile> callers = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private String origin = "";
    private long characters;
    private long callerCharacters;

    @Override
    public boolean supports(String path) {
        return ScriptFileNames.wants(path);
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
        if (StorageMentions.in(file.text()) || ThirdPartyHosts.in(file.text())) {
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

    /** What the files set, each place once. */
    public List<Evidence> finish() {
        evaluate();
        return List.copyOf(evidence);
    }

    /** The files that could not be read, by their paths; to be asked after {@link #finish}. */
    public List<String> unread() {
        return List.copyOf(unread);
    }

    private void evaluate() {
        if (!files.isEmpty()) {
            evidence.addAll(new ScriptProject(
                            ScriptFileNames.withoutMinified(files), ScriptFileNames.withoutMinified(callers), unread)
                    .evidence());
        }
        files.clear();
        callers.clear();
        characters = 0;
        callerCharacters = 0;
    }
}
