package io.github.cookiecharter.rule.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.catalogue.Catalogue;
import io.github.cookiecharter.catalogue.CatalogueEntry;
import io.github.cookiecharter.model.DataTable;
import io.github.cookiecharter.model.Lifetime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the rules know of a cookie by its name, and what the catalogue says of it, is the same. */
class CatalogueAgreementTest {

    private static final Pattern COOKIE = Pattern.compile("(?m)^      \"?(.+?)\"?:\n((?:        .*\n?)+)");
    private static final Pattern LIFETIME = Pattern.compile("(?m)^        lifetime: (.*)$");

    @Test
    void theLifetimesAgree() {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (String name : Catalogue.names()) {
            CatalogueEntry entry = Catalogue.find(name).orElseThrow();
            Matcher cookies = COOKIE.matcher(entry.text());
            while (cookies.find()) {
                Matcher lifetime = LIFETIME.matcher(cookies.group(2));
                // What is usual was not confirmed, and a kind other than a cookie is not in the tables.
                if (entry.usual().contains(cookies.group(1)) || !lifetime.find()) {
                    continue;
                }
                Lifetime stated = DataTable.lifetime(lifetime.group(1));
                for (CookieCatalogue.Entry known : CookieCatalogue.findByName(cookies.group(1))) {
                    if (known.name().text().equals(cookies.group(1))
                            && known.lifetime().isPresent()) {
                        compared++;
                        if (!isSame(known.lifetime(), stated)) {
                            differences.add(
                                    name + ": " + cookies.group(1) + " " + stated + ", but " + known.lifetime());
                        }
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(40);
    }

    // 365 days and 1 year are the same to a reader.
    private static boolean isSame(Optional<Lifetime> one, Lifetime other) {
        return one.orElseThrow() instanceof Lifetime.Lasting a && other instanceof Lifetime.Lasting b
                ? Math.abs(seconds(a) - seconds(b)) <= 0.011 * Math.max(seconds(a), seconds(b))
                : one.orElseThrow().equals(other);
    }

    private static double seconds(Lifetime.Lasting lifetime) {
        return lifetime.amount() * (double) lifetime.unit().getDuration().toSeconds();
    }
}
