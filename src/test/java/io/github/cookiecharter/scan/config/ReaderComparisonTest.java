package io.github.cookiecharter.scan.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigResolveOptions;
import io.github.cookiecharter.scan.config.reader.ConfigKeys;
import io.github.cookiecharter.scan.config.reader.FileSettings;
import io.github.cookiecharter.scan.config.reader.HoconReader;
import io.github.cookiecharter.scan.config.reader.Setting;
import io.github.cookiecharter.scan.config.reader.YamlReader;
import io.github.cookiecharter.scan.model.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.ConstructorException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Holds the readers of configuration to what the libraries of the frameworks make of the same files: the object trees of
 * SnakeYAML, and those of Typesafe Config. The files are the corpus beside this test, and everything in the tree that has
 * the ending.
 */
class ReaderComparisonTest {

    private static final Path CORPUS = Path.of("src/test/resources/io/github/cookiecharter/scan/config/corpus");

    /** Scalars stay texts, as they do in a cookie's name. */
    private static final class Texts extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.MERGE, MERGE, "<");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        DumperOptions dumper = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new Texts());
    }

    private static List<Path> files(Path root, String endings) throws IOException {
        Pattern ending = Pattern.compile(".*\\.(" + endings + ")");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> ending.matcher(file.toString()).matches())
                    .filter(file -> !file.toString().contains("refused"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> everywhere(String endings) throws IOException {
        List<Path> files = new ArrayList<>(files(Path.of("src"), endings));
        files.addAll(files(Path.of("src-it"), endings));
        files.addAll(files(Path.of(".github"), endings));
        return files;
    }

    /** The leaves of a tree of objects, each with the keys that lead to it. */
    private static void flatten(String key, Object value, List<String> leaves) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> {
                if (name instanceof Map) {
                    throw new YAMLException("a mapping as a key: the placeholder of a template");
                }
                flatten(ConfigKeys.join(key, ".", String.valueOf(name)), inner, leaves);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(item -> flatten(key, item, leaves));
        } else if (value != null && !key.isEmpty()) {
            leaves.add(key + " = " + value);
        }
    }

    private static List<String> leaves(FileSettings read) {
        return read.settings().stream()
                .map(setting -> setting.key() + " = " + setting.value())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> yamlIsWhatSnakeYamlSays() throws IOException {
        List<Path> files = everywhere("yml|yaml");
        assertThat(files).hasSizeGreaterThan(30);
        Stream<DynamicTest> asTheyAre = files.stream()
                .map(path -> DynamicTest.dynamicTest(path.toString(), () -> compareYaml(Files.readString(path))));
        Stream<DynamicTest> onWindows = files(CORPUS, "yml|yaml").stream()
                .map(path -> DynamicTest.dynamicTest(
                        path + " with carriage returns",
                        () -> compareYaml(Files.readString(path).replace("\n", "\r\n"))));
        return Stream.concat(asTheyAre, onWindows);
    }

    private static void compareYaml(String text) {
        FileSettings read = YamlReader.read(ConfigSamples.own("any.yml", text));
        List<String> expected = new ArrayList<>();
        try {
            yaml().loadAll(text).forEach(document -> flatten("", document, expected));
        } catch (ConstructorException e) {
            // A tag of an application's own, of which nobody else knows what it makes.
            assertThat(leaves(read)).anyMatch(leaf -> leaf.endsWith(" = " + Setting.UNKNOWN_VALUE));
            return;
        } catch (YAMLException e) {
            assertThat(read.warnings()).hasSize(1);
            return;
        }
        assertThat(read.warnings()).isEmpty();
        assertThat(leaves(read)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @TestFactory
    Stream<DynamicTest> hoconIsWhatTypesafeConfigSays() throws IOException {
        List<Path> files = everywhere("conf");
        assertThat(files).hasSizeGreaterThan(5);
        return files.stream()
                .map(path -> DynamicTest.dynamicTest(path.toString(), () -> {
                    TextFile file = ConfigSamples.own("any.conf", Files.readString(path));
                    List<String> expected = new ArrayList<>();
                    // Where the file is complete nothing else is asked for anyway.
                    ConfigResolveOptions alone = ConfigResolveOptions.noSystem().setAllowUnresolved(true);
                    String inclusions = "(?m)^\\s*include .*$";
                    var config = ConfigFactory.parseString(file.text().replaceAll(inclusions, ""))
                            .resolve(alone);
                    if (config.isResolved()) {
                        flatten("", config.root().unwrapped(), expected);
                    }
                    List<String> leaves = leaves(HoconReader.read(file, any -> false));
                    assertThat(leaves).containsAll(expected);
                    List<String> more = new ArrayList<>(leaves);
                    more.removeAll(expected);
                    if (config.isResolved()) {
                        assertThat(more).allMatch(leaf -> leaf.contains("${"));
                    } else {
                        assertThat(more).isNotEmpty();
                    }
                }));
    }
}
