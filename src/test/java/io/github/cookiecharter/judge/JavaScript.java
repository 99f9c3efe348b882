package io.github.cookiecharter.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Judges the syntax of scripts as a real engine does: Node.js, which comes with the npm that the build needs. */
public final class JavaScript {

    private static final String PROGRAM = """
            const fs = require("fs"), vm = require("vm");
            for (const file of fs.readdirSync(".").sort()) {
              try { new vm.Script(fs.readFileSync(file, "utf8"), { filename: file }); }
              catch (e) { console.log(file + ": " + e.message); }
            }
            console.log("judged " + fs.readdirSync(".").length);
            """;

    private JavaScript() {}

    /** What is wrong with scripts, by their names; all of them in one process, in a folder that is empty before and after. */
    public static List<String> check(Map<String, String> scripts, Path folder) {
        try {
            for (Map.Entry<String, String> script : scripts.entrySet()) {
                Files.writeString(folder.resolve(script.getKey()), script.getValue(), StandardCharsets.UTF_8);
            }
            ProcessRun run = ProcessRun.of(folder, Map.of(), List.of("node", "-e", PROGRAM));
            for (String name : scripts.keySet()) {
                Files.delete(folder.resolve(name));
            }
            List<String> lines = new ArrayList<>(run.output().lines().toList());
            if (run.exit() != 0 || lines.isEmpty() || !lines.remove("judged " + scripts.size())) {
                throw new IllegalStateException("node could not judge: " + run.output());
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
