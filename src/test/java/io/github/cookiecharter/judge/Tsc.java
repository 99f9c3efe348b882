package io.github.cookiecharter.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Judges a configuration against the types that a library itself declares, with the TypeScript compiler. */
public final class Tsc {

    private Tsc() {}

    /**
     * All errors of a TypeScript source under {@code --strict}; empty for a good one. It may import the packages that
     * the build installed, such as {@code import type { CookieConsentConfig } from 'vanilla-cookieconsent'}.
     */
    public static List<String> check(String source) {
        Path compiler = Npm.file("typescript/bin/tsc");
        try {
            // Below the installed packages, where the compiler looks for them.
            Path folder = Files.createTempDirectory(Npm.folder(), "tsc");
            Path file = Files.writeString(folder.resolve("judged.ts"), source);
            try {
                ProcessRun run = ProcessRun.of(
                        folder,
                        Map.of(),
                        List.of(
                                "node",
                                compiler.toString(),
                                "--noEmit",
                                "--strict",
                                "--pretty",
                                "false",
                                "--target",
                                "es2022",
                                "--module",
                                "esnext",
                                "--moduleResolution",
                                "bundler",
                                file.getFileName().toString()));
                List<String> lines =
                        run.output().lines().filter(line -> !line.isBlank()).toList();
                return run.exit() != 0 && lines.isEmpty() ? List.of("tsc ended with " + run.exit()) : lines;
            } finally {
                Files.delete(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
