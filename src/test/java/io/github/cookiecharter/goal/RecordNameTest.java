package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the record of the choice has the revision in its name, every artefact uses the name that is stored. */
class RecordNameTest {

    private static final String CHARTER = """
            site: { name: Shop, url: "https://shop.example" }
            consent: { cookie: choice, revision: 12 }
            banner: { runtime: klaro }
            services:
              audience: { category: statistics, purpose: Count, cookies: { hits: { lifetime: 1 day } } }
            """;

    @TempDir
    Path module;

    private String generated(String yaml, String file) throws Exception {
        Path declaration = Files.writeString(module.resolve("cookies.yaml"), yaml);
        GoalResult result = GenerateGoal.run(new GenerateRequest(
                new GenerateRequest.Module(
                        module, "default", Set.of("default"), Set.of(), new ConcurrentHashMap<>(Map.of()), "1"),
                declaration,
                new RuleParameters("never", Map.of(), "", module),
                new GenerateRequest.ArtefactChoice(
                        List.of("policy", "banner", "constants"), "com.example.Cookies", Optional.empty()),
                new GenerateRequest.ServedAddress("cookie-charter", "/"),
                new GenerateRequest.OutputDirectories(
                        module.resolve("web"),
                        module.resolve("sources"),
                        module.resolve("reports"),
                        Optional.empty())));
        assertThat(result).isInstanceOf(GoalResult.Done.class);
        return Files.readString(module.resolve(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web/cookie-charter/policy.en.html",
                "web/cookie-charter/policy.en.fragment.html",
                "web/cookie-charter/charter.json",
                "web/cookie-charter/banner.js",
                "sources/com/example/Cookies.java"
            })
    void itIsTheNameThatIsStored(String file) throws Exception {
        // The class also knows the name without the revision, below which objections are kept.
        String content = generated(CHARTER, file).replace("RECORD_OF_ALL_REVISIONS = \"choice\"", "");
        assertThat(content).contains("choice-r12").doesNotContain("\"choice\"").doesNotContain(">choice<");
    }

    @Test
    void aSiteThatDeclaresItsRecordMeansTheStoredOne() throws Exception {
        String declared =
                CHARTER + "  ours: { category: necessary, purpose: Keep, cookies: { choice: { lifetime: 1 day } } }\n";
        assertThat(generated(declared, "web/cookie-charter/policy.en.html"))
                .contains("data-cookie=\"choice-r12\"")
                .doesNotContain("data-cookie=\"choice\"");
    }
}
