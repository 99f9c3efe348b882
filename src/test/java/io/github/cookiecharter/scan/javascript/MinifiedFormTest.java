package io.github.cookiecharter.scan.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.judge.Npm;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script gives the same evidence in its minified form: what the cases of the scan's own tests say, minified by esbuild. */
@Tag("process")
class MinifiedFormTest {

    private static final List<String> RESOURCES = List.of("sinks.txt", "names.txt", "wrappers.txt", "bundles.txt");

    /** Cases whose minified form has other names or lacks the code, by title, with the reason. */
    private static final Map<String, String> OTHER = Map.of(
            "minified names keep their scopes", "nothing calls its functions, so that they are dropped",
            "YUI, MooTools, Dojo, Wicket, Closure", "a module of AMD that is a function loses its name");

    @TempDir
    private Path folder;

    @Test
    void minifiedScriptsGiveTheSameEvidence() throws IOException, InterruptedException {
        Map<String, ScriptCases.Case> cases = new TreeMap<>();
        for (String resource : RESOURCES) {
            for (ScriptCases.Case one : ScriptCases.read(resource)) {
                boolean isScripts =
                        one.files().stream().allMatch(file -> file.path().matches("[\\w./-]+\\.(js|ts|mjs)"));
                if (isScripts && !OTHER.containsKey(one.title())) {
                    cases.put(String.format("%03d", cases.size()), one);
                }
            }
        }
        List<String> different = new ArrayList<>();
        minify(cases);
        int compared = 0;
        for (Map.Entry<String, ScriptCases.Case> entry : cases.entrySet()) {
            List<TextFile> minified = minified(entry.getKey(), entry.getValue());
            if (minified.size() == entry.getValue().files().size()) {
                compared++;
                TreeSet<String> before = heads(entry.getValue().files());
                TreeSet<String> after = heads(minified);
                if (!before.equals(after)) {
                    different.add(entry.getValue().title() + ": " + before + " and minified " + after);
                }
            }
        }
        assertThat(compared).isGreaterThan(60);
        assertThat(different).isEmpty();
    }

    /** Writes the files of the cases and lets esbuild minify them in one process; it leaves out what it cannot read. */
    private void minify(Map<String, ScriptCases.Case> cases) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Npm.file(".bin/esbuild").toString(),
                "--minify",
                "--outdir=" + folder.resolve("out"),
                "--outbase=" + folder.resolve("in"),
                "--log-level=silent",
                "--legal-comments=none"));
        for (Map.Entry<String, ScriptCases.Case> entry : cases.entrySet()) {
            for (TextFile file : entry.getValue().files()) {
                Path path = folder.resolve("in").resolve(entry.getKey()).resolve(file.path());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.text());
                command.add(path.toString());
            }
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        process.waitFor();
    }

    private List<TextFile> minified(String key, ScriptCases.Case one) throws IOException {
        List<TextFile> files = new ArrayList<>();
        for (TextFile file : one.files()) {
            String script = file.path().replaceFirst("\\.\\w+$", ".js");
            Path path = folder.resolve("out").resolve(key).resolve(script);
            if (Files.exists(path)) {
                files.add(new TextFile(script, file.origin(), Files.readString(path)));
            }
        }
        return files;
    }

    private static TreeSet<String> heads(List<TextFile> files) {
        ScriptScanner scanner = new ScriptScanner();
        files.forEach(scanner::accept);
        TreeSet<String> heads = new TreeSet<>();
        List<Evidence> counted = scanner.finish();
        Stream.concat(counted.stream(), scanner.openScripts().stream().flatMap(script -> script.places().stream()))
                .forEach(evidence -> heads.add(evidence.certainty().word() + " "
                        + evidence.kind().word() + " " + evidence.action().word() + " "
                        + evidence.name().orElse("-")));
        return heads;
    }
}
