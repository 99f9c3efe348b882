package io.github.cookiecharter.scan.javascript;

import io.github.cookiecharter.scan.html.ScriptFileNames;
import io.github.cookiecharter.scan.html.StorageMentions;
import io.github.cookiecharter.scan.javascript.sink.ScriptProject;
import io.github.cookiecharter.scan.javascript.sink.ThirdPartyHosts;
import io.github.cookiecharter.scan.javascript.sourcemap.SourceMaps;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.OpenScript;
import io.github.cookiecharter.scan.model.TextFile;
import io.github.cookiecharter.scan.model.TextFileConsumer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private final List<OpenScript> openScripts = new ArrayList<>();
    private final SourceMaps maps = new SourceMaps();
    private String origin = "";
    private long characters;
    private long callerCharacters;

    @Override
    public boolean supports(String path) {
        return ScriptFileNames.isScanned(path) || (SourceMaps.isMap(path) && isScannedScript(path));
    }

    /** Returns whether the script of a map is scanned; those of tests and of dependencies' folders are not. */
    private static boolean isScannedScript(String map) {
        return ScriptFileNames.isScanned(map.substring(0, map.length() - ".map".length()));
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
        if (SourceMaps.isMap(file.path())) {
            if (file.isOwn()) {
                maps.accept(file);
            }
        } else if (StorageMentions.anyIn(file.text())
                || ThirdPartyHosts.mayContainAddress(file.text())
                || (file.isOwn() && ScriptProject.mayImportLibrary(file))) {
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

    /**
     * What all files of one origin say.
     *
     * @param evidence what they set
     * @param unreadPaths the paths of the files that could not be analysed
     * @param openScripts the scripts in which names stay open
     */
    public record Evaluated(List<Evidence> evidence, List<String> unreadPaths, List<OpenScript> openScripts) {

        public Evaluated {
            evidence = List.copyOf(evidence);
            unreadPaths = List.copyOf(unreadPaths);
            openScripts = List.copyOf(openScripts);
        }
    }

    /** Evaluates the remaining files and returns what all files say. */
    public Evaluated evaluated() {
        evaluate();
        return new Evaluated(evidence, unreadPaths, openScripts);
    }

    /** Adds what another scanner, perhaps in an earlier build, has found in all files of one origin. */
    public void accept(Evaluated found) {
        evaluate();
        evidence.addAll(found.evidence());
        unreadPaths.addAll(found.unreadPaths());
        openScripts.addAll(found.openScripts());
    }

    /** Evaluates the remaining files and returns what all files set, each place once. */
    public List<Evidence> finish() {
        evaluate();
        return List.copyOf(evidence);
    }

    /** Returns the scripts in which names stay open that are not reported one by one; complete after {@link #finish}. */
    public List<OpenScript> openScripts() {
        return List.copyOf(openScripts);
    }

    /** Returns what is wrong with source maps, one sentence each; complete after {@link #finish}. */
    public List<String> warnings() {
        return maps.warnings();
    }

    /** Returns the paths of the files that could not be analysed; complete after {@link #finish}. */
    public List<String> unreadPaths() {
        return List.copyOf(unreadPaths);
    }

    /** Evidence at the place in the file that a bundle is made of, if a source map says it. */
    private Evidence original(Evidence each, Map<String, TextFile> byPath) {
        if (!(each.place() instanceof CodePlace.Text place) || !byPath.containsKey(place.path())) {
            return each;
        }
        Optional<CodePlace.Text> original = maps.original(byPath.get(place.path()), place);
        return original.isEmpty()
                ? each
                : new Evidence(
                        each.name(),
                        each.kind(),
                        each.action(),
                        original.get(),
                        each.origin(),
                        each.certainty(),
                        each.how() + ", in " + place.text(),
                        each.attributes(),
                        each.guarded());
    }

    private void evaluate() {
        if (!files.isEmpty()) {
            ScriptProject project = new ScriptProject(
                    ScriptFileNames.withoutMinified(files), ScriptFileNames.withoutMinified(callers), unreadPaths);
            Map<String, TextFile> byPath = new HashMap<>();
            files.forEach(file -> byPath.put(file.path(), file));
            callers.forEach(file -> byPath.put(file.path(), file));
            for (Evidence each : project.evidence()) {
                evidence.add(original(each, byPath));
            }
            openScripts.addAll(project.openScripts());
        }
        maps.clear();
        files.clear();
        callers.clear();
        characters = 0;
        callerCharacters = 0;
    }
}
