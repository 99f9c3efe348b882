package io.github.cookiecharter.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.WholePipeline;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of files on the page about them, against what is written of a charter that needs all of it. */
class ArtefactsPageTest {

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private static final String DECLARATION = """
            site:
              name: Example Shop
              url: https://www.example.org
              languages: [ en, fr ]
              jurisdictions: [ us-ca ]
            services:
              analytics:
                category: statistics
                name: Analytics
                purpose: Count visits and the pages viewed
                scripts: [ "https://www.googletagmanager.com/gtag/js?id=G-X" ]
                frames: [ "https://video.example.com/*" ]
            """;

    @Test
    void the_page_lists_what_generate_writes_for_the_web() throws IOException {
        Set<String> written = new TreeSet<>();
        for (String runtime : List.of("vanilla-cookieconsent", "klaro", "tarteaucitron")) {
            for (Artefact artefact : artefacts(runtime)) {
                if (artefact.root() == OutputRoot.WEB_PATH || artefact.root() == OutputRoot.WEB_ROOT) {
                    written.add(artefact.path().replaceFirst("\\.(en|fr)\\.", ".<language>."));
                }
            }
        }

        Set<String> listed = listed("## Web files", "### The markup");
        listed.addAll(listed("## Further formats", "## The class"));
        assertThat(listed).isEqualTo(written);
    }

    @Test
    void the_page_lists_the_reports_of_generate() throws IOException {
        Set<String> written = artefacts("klaro").stream()
                .filter(artefact -> artefact.root() == OutputRoot.REPORTS)
                .map(Artefact::path)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed("## Reports", "## The consent revision")).containsAll(written);
    }

    private static List<Artefact> artefacts(String runtime) {
        String declaration = DECLARATION + "banner:\n  runtime: " + runtime + "\n";
        WholePipeline.Outcome outcome = WholePipeline.run(declaration.getBytes(StandardCharsets.UTF_8), List.of());
        assertThat(outcome.artefacts()).as(outcome.diagnostics().toString()).isNotEmpty();
        return outcome.artefacts();
    }

    /** What the first cells of the tables between two headings name. */
    private static Set<String> listed(String from, String to) throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/artefacts.md"));
        String part = page.substring(page.indexOf("\n" + from), page.indexOf("\n" + to));
        return part.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1])
                .flatMap(cell -> NAME.matcher(cell).results().map(name -> name.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
