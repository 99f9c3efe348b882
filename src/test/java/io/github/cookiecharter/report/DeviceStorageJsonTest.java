package io.github.cookiecharter.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeviceStorageJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String YAML = """
            site:
              name: Shop
              url: https://shop.example
              hosts: [www.shop.example]
              languages: [fr, en]
            services:
              audience:
                category: statistics
                name: { fr: Mesure, en: Audience }
                purpose: { standard: audience }
                scripts: [ "https://*.stats.example/*", /own.js ]
                cookies:
                  _pk_id.*: { lifetime: 13 months, renewed: true, domain: .shop.example }
                  visit: { lifetime: session }
                  year: { lifetime: 2 years }
                  seen: { kind: local-storage }
                  "https://pixel.example/p": { kind: pixel }
              exempt:
                category: statistics
                consent: exempt
                reason: Figures alone
                purpose: { standard: monitoring }
                cookies: { errors: { lifetime: 30 minutes } }
              adverts:
                category: marketing
                purpose: { standard: advertising }
                cookies: { ad: { lifetime: 90 days, domain: ads.example } }
              basket:
                category: necessary
                purpose: { standard: basket }
                cookies: { basket: { lifetime: session } }
            """;

    static Stream<Path> charters() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/charters"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("charters")
    void realChartersAreValid(Path file) throws IOException {
        assertValid(json(TestCharter.of(Files.readString(file))));
    }

    @Test
    void statisticsAndMarketingAreDisclosed() throws IOException {
        Charter charter = TestCharter.of(YAML);
        JsonNode json = json(charter);

        assertValid(json);
        assertThat(json.get("disclosures"))
                .extracting(each -> each.get("identifier").asText() + " "
                        + each.get("type").asText() + " "
                        + each.get("maxAgeSeconds") + " " + each.get("cookieRefresh") + " " + each.get("domains") + " "
                        + each.get("purposes"))
                .containsExactly(
                        "_pk_id.* cookie 34187400 true [\"shop.example\",\"*.shop.example\"] [1,8,9]",
                        "visit cookie 0 false [\"shop.example\",\"www.shop.example\"] [1,8,9]",
                        "year cookie 63072000 false [\"shop.example\",\"www.shop.example\"] [1,8,9]",
                        "seen web null false [\"shop.example\",\"www.shop.example\"] [1,8,9]",
                        "errors cookie 1800 false [\"shop.example\",\"www.shop.example\"] [8,9]",
                        "ad cookie 7776000 false [\"ads.example\",\"*.ads.example\"] [1,2,3,4,7]");
        assertThat(json.at("/disclosures/0/description").asText())
                .isEqualTo("Count visits and see which pages are read");
        assertThat(json.get("domains").toString())
                .isEqualTo("[{\"domain\":\"pixel.example\",\"use\":\"Audience\"},"
                        + "{\"domain\":\"*.stats.example\",\"use\":\"Audience\"}]");
        assertThat(DeviceStorageJson.diagnostics(charter))
                .extracting(Diagnostic::message)
                .containsExactly(
                        "deviceStorage.json does not have this pixel: the format knows only what is stored on a"
                                + " device");
    }

    @Test
    void aSiteWithoutEitherDisclosesNothing() throws IOException {
        JsonNode json = json(TestCharter.of("site: { name: Shop, url: https://shop.example }\nservices: {}\n"));
        assertValid(json);
        assertThat(json.toString()).isEqualTo("{\"disclosures\":[],\"domains\":[]}");
    }

    private static JsonNode json(Charter charter) throws IOException {
        return JSON.readTree(DeviceStorageJson.generate(charter).content());
    }

    private static void assertValid(JsonNode json) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(Files.readString(
                        Path.of("src/test/resources/io/github/cookiecharter/report/device-storage.schema.json")));
        assertThat(schema.validate(json)).isEmpty();
    }
}
