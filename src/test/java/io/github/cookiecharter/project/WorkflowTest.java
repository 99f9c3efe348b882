package io.github.cookiecharter.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a code host runs for a change: the commands that CONTRIBUTING.md names, and no others. */
class WorkflowTest {

    private static final Path WORKFLOW = Path.of(".github/workflows/build.yml");
    private static final Pattern SHELL_BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    private JsonNode workflow;

    @BeforeEach
    void read() throws IOException {
        workflow = new YAMLMapper().readTree(WORKFLOW.toFile());
    }

    @Test
    void eachJobRunsCommandsOfTheGuide() throws IOException {
        List<String> commands = new ArrayList<>();
        for (JsonNode job : workflow.path("jobs")) {
            for (JsonNode step : job.path("steps")) {
                if (step.has("run")) {
                    commands.add(step.path("run").asText());
                }
            }
        }
        assertThat(commands).hasSizeGreaterThanOrEqualTo(5);
        assertThat(commandsOfTheGuide()).containsAll(commands);
    }

    @Test
    void eachPartHasItsJob() {
        assertThat(workflow.path("jobs").fieldNames())
                .toIterable()
                .containsExactly("format", "unit", "browser", "integration", "site");
    }

    @Test
    void aJobMayReadTheRepositoryAndNothingMore() {
        assertThat(workflow.path("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
        assertThat(workflow.path("jobs").findValues("permissions")).isEmpty();
    }

    @Test
    void actionsAreGitHubsOwnAndOfAFixedMajorVersion() {
        Set<String> actions = new TreeSet<>();
        workflow.findValues("uses").forEach(action -> actions.add(action.asText()));
        assertThat(actions).isNotEmpty().allMatch(action -> action.matches("actions/[a-z-]+@v[0-9]+"));
    }

    private static List<String> commandsOfTheGuide() throws IOException {
        List<String> commands = new ArrayList<>();
        SHELL_BLOCK
                .matcher(Files.readString(Path.of("CONTRIBUTING.md")))
                .results()
                .flatMap(block -> block.group(1).lines())
                .map(line -> line.replaceFirst("\\s+#.*", "").strip())
                .forEach(commands::add);
        return commands;
    }
}
