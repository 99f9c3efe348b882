import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * What the plugin costs a build, in time and in memory, by the size of the declaration and of the code.
 *
 * <pre>
 * mvn -q install -DskipTests -Dinvoker.skip
 * java src/bench/Bench.java
 * java src/bench/Bench.java --rounds 3 --only nothing-changed,first,size,check,daily
 * </pre>
 *
 * The whole run writes {@code src/site/markdown/benchmark.md} and {@code src/site/resources/images/benchmark.svg}. With
 * {@code --only} nothing but the parts that it names is measured, out of {@code nothing-changed}, {@code first},
 * {@code size}, {@code check}, {@code daily}, {@code memory} and {@code alone}, and the page stays as it is. {@code --rounds} holds for
 * all parts. Each part is kept in {@code target/bench/results.tsv} once it is measured; {@code --page} measures nothing
 * and writes the page and the plot from there.
 *
 * <p>The program itself is in the folder {@code benchmark} beside this file, since the launcher compiles one file alone.
 */
public final class Bench {

    private static final Path SOURCES = Path.of("src", "bench", "benchmark");

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Path classes = Files.createDirectories(Path.of("target", "bench", "program"));
        compile(classes);
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Class.forName("benchmark.Benchmark", true, loader)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        }
    }

    private static void compile(Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-encoding", "UTF-8", "-d", classes.toString()));
        try (Stream<Path> files = Files.list(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .forEach(file -> arguments.add(file.toString()));
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0])) != 0) {
            throw new IllegalStateException("src/bench/benchmark does not compile");
        }
    }
}
