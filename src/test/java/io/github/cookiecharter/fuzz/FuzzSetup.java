package io.github.cookiecharter.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Lays out what a fuzzer begins with: the seeds and the corpus of a target, and its words. */
final class FuzzSetup {

    private FuzzSetup() {}

    /** Writes {@code seeds} and {@code words.dict} of the target that the first argument names to the second, a folder. */
    public static void main(String[] arguments) throws IOException {
        FuzzTarget target = FuzzTargets.named(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        Files.createDirectories(folder.resolve("corpus"));
        Files.createDirectories(folder.resolve("found"));
        int number = 0;
        for (byte[] seed : target.seeds()) {
            Files.write(seeds.resolve("seed-" + number++), seed);
        }
        for (Corpus.Input input : Corpus.of(target.name())) {
            Files.write(seeds.resolve(input.name()), input.content());
        }
        StringBuilder words = new StringBuilder();
        for (String word : target.words()) {
            words.append('"').append(escaped(word)).append("\"\n");
        }
        // What separates a part that is to be repeated.
        words.append("\"\\x1E\"\n");
        Files.writeString(folder.resolve("words.dict"), words);
    }

    private static String escaped(String word) {
        StringBuilder text = new StringBuilder();
        for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = b >= ' ' && b < 0x7f && b != '"' && b != '\\';
            text.append(isPlain ? String.valueOf((char) b) : String.format(Locale.ROOT, "\\x%02X", b));
        }
        return text.toString();
    }
}
