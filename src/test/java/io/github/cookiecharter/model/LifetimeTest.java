package io.github.cookiecharter.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.model.Lifetime.Lasting;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifetimeTest {

    @ParameterizedTest
    @CsvSource({
        "6, MONTHS, 182, P6M",
        "13, MONTHS, 395, P13M",
        "1, YEARS, 365, P1Y",
        "4, YEARS, 1461, P4Y",
        "2, WEEKS, 14, P2W",
        "23, HOURS, 0, PT23H",
        "48, HOURS, 2, PT48H",
        "30, MINUTES, 0, PT30M",
        "86399, SECONDS, 0, PT86399S",
        "90, DAYS, 90, P90D"
    })
    void aLifetimeKeepsItsUnitAndCountsWholeDays(long amount, ChronoUnit unit, long days, String iso) {
        Lasting lifetime = new Lasting(amount, unit);
        assertThat(lifetime.wholeDays()).isEqualTo(days);
        assertThat(lifetime.iso()).isEqualTo(iso);
    }

    @Test
    void thirteenMonthsAreLessThanTheirDaysRoundedUp() {
        assertThat(new Lasting(13, ChronoUnit.MONTHS).seconds())
                .isEqualTo(13 * 30.4375 * 86_400)
                .isLessThan(new Lasting(396, ChronoUnit.DAYS).seconds());
    }
}
