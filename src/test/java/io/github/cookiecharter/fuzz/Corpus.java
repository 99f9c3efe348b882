package io.github.cookiecharter.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The inputs that are kept for a target: in its folder {@code found} each that ever broke something, as it was, and in
 * {@code corpus.txt} a few that together reach what a long run reached, one a line in Base64.
 */
final class Corpus {

    private static final Path FOLDER = Path.of("src/test/resources/io/github/cookiecharter/fuzz");

    /** An input with a name for people. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Input(String name, byte[] content) {}

    private Corpus() {}

    static List<Input> of(String target) {
        List<Input> inputs = new ArrayList<>();
        try {
            for (Path file : files(FOLDER.resolve(target).resolve("found"))) {
                inputs.add(new Input(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
            }
            Path packed = FOLDER.resolve(target).resolve("corpus.txt");
            if (Files.exists(packed)) {
                int number = 0;
                for (String line : Files.readAllLines(packed)) {
                    number++;
                    inputs.add(new Input("corpus-" + number, Base64.getDecoder().decode(line)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return inputs;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /**
     * Packs a folder of inputs, the second argument, into the {@code corpus.txt} of the target that is the first:
     * smallest first, up to so many bytes as the third says.
     */
    public static void main(String[] arguments) throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        for (Path file : files(Path.of(arguments[1]))) {
            inputs.add(Files.readAllBytes(file));
        }
        inputs.sort(Comparator.<byte[]>comparingInt(input -> input.length).thenComparing(java.util.Arrays::compare));
        long most = Long.parseLong(arguments[2]);
        StringBuilder packed = new StringBuilder();
        for (byte[] input : inputs) {
            String line = Base64.getEncoder().encodeToString(input) + "\n";
            if (packed.length() + line.length() > most) {
                break;
            }
            packed.append(line);
        }
        Files.createDirectories(FOLDER.resolve(arguments[0]));
        Files.writeString(FOLDER.resolve(arguments[0]).resolve("corpus.txt"), packed);
    }
}
