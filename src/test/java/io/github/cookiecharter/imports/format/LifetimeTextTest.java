package io.github.cookiecharter.imports.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.model.Lifetime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lifetimes as lists of cookies write them. */
class LifetimeTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Session | session | false
            End of session (browser) | session | false
            Sitzungsende | session | false
            When you close your browser | session | false
            2 years | 2 years | false
            1 Year | 1 year | false
            Two weeks | 2 weeks | false
            30 mins | 30 minutes | false
            3w | 3 weeks | false
            13 Monate | 13 months | false
            2 ans | 2 years | false
            1 año | 1 year | false
            12 μήνες | 12 months | false
            13 miesięcy | 13 months | false
            13 か月 | 13 months | false
            2年 | 2 years | false
            ein Jahr | 1 year | false
            één jaar | 1 year | false
            1,5 Jahre | 18 months | false
            ٢ سنوات | 2 years | false
            1 year 1 month 4 days | 400 days | false
            1 year 1 month | 13 months | false
            9 years 11 months 28 days | 3650 days | false
            2 years from set/update | 2 years | true
            30 days (rolling) | 30 days | true
            Up to 2 years | 2 years | false
            Duración: 2 años | 2 years | false
            P13M | 13 months | false
            PT30M | 30 minutes | false
            Persistent | persistent | false
            permanent | persistent | false
            """)
    void isClear(String text, String lifetime, boolean renewed) {
        LifetimeText.Reading reading = LifetimeText.read(text);

        assertThat(reading.lifetime().map(Lifetime::words)).contains(lifetime);
        assertThat(reading.renewed()).isEqualTo(renewed);
        assertThat(reading.review()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Session to 30 days | 30 days
            30 seconds till 1 year | 1 year
            14 days if you select Remember Me, otherwise Session | 14 days
            13 months by default, modifiable | 13 months
            30 minutes, 3w or 1y depending on value | 1 year
            less than a minute | 1 minute
            Until user closes browser or completes authentication request | session
            """)
    void isToBeReviewed(String text, String lifetime) {
        LifetimeText.Reading reading = LifetimeText.read(text);

        assertThat(reading.lifetime().map(Lifetime::words)).contains(lifetime);
        assertThat(reading.review()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Varies", "n/a", "-", "0 days", "-5 days", "10 Nov 2030", "2038-01-19", "31536000", "6 m", "Awin"})
    void tellsNothing(String text) {
        LifetimeText.Reading reading = LifetimeText.read(text);

        assertThat(reading.lifetime()).isEmpty();
        assertThat(reading.review()).isNotEmpty();
    }
}
