package io.github.cookiecharter.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.output.Artefact;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CharterCsvTest {

    private static final String YAML = """
            site:
              name: Shop
              url: https://shop.example
              languages: [fr, en]
            providers:
              matomo: { name: InnoCraft, country: NZ, transfers: [US, DE] }
            services:
              audience:
                category: statistics
                provider: matomo
                name: { fr: Mesure, en: "=Audience" }
                purpose: { standard: audience }
                retention: 25 months
                cookies:
                  _pk_id.*: { lifetime: 13 months, renewed: true, domain: .shop.example, secure: true, same-site: Lax }
                  seen: { kind: local-storage, purpose: { fr: "+1, \\"deux\\"", en: two } }
              map:
                category: marketing
                purpose: Montrer la carte
                frames: [ "https://maps.example/*" ]
            """;

    @Test
    void eachCookieAndEachServiceWithoutCookiesHasARow() throws Exception {
        Charter charter = TestCharter.of(YAML);
        Map<String, String> files = CharterCsv.artefacts(charter, TestCharter.LANGUAGES).stream()
                .collect(Collectors.toMap(Artefact::path, each -> new String(each.content(), StandardCharsets.UTF_8)));

        assertThat(files).containsOnlyKeys("cookies.fr.csv", "cookies.en.csv", "cookies.csv");
        assertThat(files.get("cookies.csv")).isEqualTo(files.get("cookies.fr.csv"));
        List<Map<String, String>> rows = read(files.get("cookies.en.csv"));
        assertThat(rows)
                .extracting(row -> row.get("service") + " " + row.get("cookie"))
                .containsExactly(
                        "cookie-consent " + charter.consent().cookie(), "audience _pk_id.*", "audience seen", "map ");
        assertThat(rows.get(1))
                .containsEntry("category", "statistics")
                .containsEntry("service-name", "'=Audience")
                .containsEntry("provider", "InnoCraft")
                .containsEntry("country", "NZ")
                .containsEntry("transfers", "US DE")
                .containsEntry("consent", "required")
                .containsEntry("kind", "cookie")
                .containsEntry("purpose", "Count visits and see which pages are read")
                .containsEntry("lifetime", "13 months")
                .containsEntry("renewed", "true")
                .containsEntry("retention", "25 months")
                .containsEntry("party", "first")
                .containsEntry("domain", "shop.example")
                .containsEntry("path", "/")
                .containsEntry("http-only", "")
                .containsEntry("secure", "true")
                .containsEntry("same-site", "Lax");
        assertThat(read(files.get("cookies.fr.csv")).get(2))
                .containsEntry("purpose", "'+1, \"deux\"")
                .containsEntry("kind", "local-storage")
                .containsEntry("lifetime", "persistent")
                .containsEntry("path", "");
    }

    private static List<Map<String, String>> read(String csv) throws Exception {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv.substring(1))) {
            return rows.readAll();
        }
    }
}
