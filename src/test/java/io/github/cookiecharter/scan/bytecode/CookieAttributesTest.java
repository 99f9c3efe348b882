package io.github.cookiecharter.scan.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Finds the attributes of cookies, their deletion and their consent guards in compiled sources. */
class CookieAttributesTest {

    @TempDir
    static Path folder;

    @TestFactory
    List<DynamicTest> attributes() throws IOException {
        return tests("traits.java.txt", one -> (one.action() + " " + text(one.attributes())).trim());
    }

    @TestFactory
    List<DynamicTest> guards() throws IOException {
        return tests("guards.java.txt", one -> one.guarded() ? "guarded" : "open");
    }

    private static List<DynamicTest> tests(String resource, Function<Evidence, String> words) throws IOException {
        Path stubs = CompiledSources.of("stubs.java.txt").compile(folder.resolve(resource + "-stubs"));
        CompiledSources sources = CompiledSources.of(resource);
        Path classes = sources.compile(folder.resolve(resource), stubs);
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (Evidence one :
                CompiledSources.scan(classes, stubs, Set.of("org.acme.Allowed")).evidence()) {
            found.computeIfAbsent(one.place().text().replaceAll("[$#].*", ""), any -> new TreeSet<>())
                    .add(words.apply(one));
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (String path : sources.texts().keySet()) {
            String type = path.replace(".java", "").replace('/', '.');
            tests.add(DynamicTest.dynamicTest(
                    type, () -> assertThat(found.getOrDefault(type, Set.of())).isEqualTo(sources.expected(path))));
        }
        return tests;
    }

    private static String text(ObservedAttributes attributes) {
        StringBuilder text = new StringBuilder();
        attributes
                .lifetime()
                .ifPresent(age -> text.append(age instanceof Lifetime.Lasting lasting ? lasting.iso() : "session")
                        .append(' '));
        attributes
                .httpOnly()
                .ifPresent(yes -> text.append("httpOnly=").append(yes).append(' '));
        attributes.secure().ifPresent(yes -> text.append("secure=").append(yes).append(' '));
        attributes
                .sameSite()
                .ifPresent(site -> text.append("sameSite=").append(site.word()).append(' '));
        attributes
                .domain()
                .ifPresent(domain -> text.append("domain=").append(domain).append(' '));
        attributes.path().ifPresent(path -> text.append("path=").append(path));
        return text.toString().trim();
    }
}
