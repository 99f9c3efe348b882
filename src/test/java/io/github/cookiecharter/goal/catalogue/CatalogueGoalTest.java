package io.github.cookiecharter.goal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.report.ConsoleLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueGoalTest {

    @Test
    void listsAllServicesWithWhatTheyAre() {
        assertThat(lines(""))
                .hasSizeGreaterThan(90)
                .anyMatch(line -> line.matches("youtube-nocookie +YouTube without.*"));
    }

    @Test
    void showsOneWithItsSources() {
        assertThat(lines("matomo"))
                .contains("# date: 2026-11-30", "services:", "  matomo:", "      \"_pk_id*\":")
                .anyMatch(line -> line.startsWith("# source: "));
    }

    @Test
    void namesTheNearestOne() {
        assertThat(CatalogueGoal.run("you-tube"))
                .isEqualTo(new GoalResult.Refused("the catalogue has no service 'you-tube': did you mean 'youtube'?"));
    }

    private static List<String> lines(String name) {
        return ((GoalResult.Done) CatalogueGoal.run(name))
                .findings().stream().map(ConsoleLine::text).toList();
    }
}
