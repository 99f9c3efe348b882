package io.github.cookiecharter.scan.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.TextFile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source maps lead from bundles to the original files, and hostile ones nowhere else. */
class SourceMapsTest {

    // The first column of the first line is line 3, column 5 of the first source: 0, 0, +2, +4.
    private static final String MAPPINGS = "AAEI";
    private static final String SCRIPT = "localStorage.setItem('a',1)";

    private final ScriptScanner scanner = new ScriptScanner();

    private List<Evidence> scan(String script, String path, String map) {
        if (!path.isEmpty()) {
            scanner.accept(new TextFile(path, Evidence.OWN, map));
        }
        scanner.accept(new TextFile("static/js/app.js", Evidence.OWN, script));
        return scanner.finish();
    }

    private static String map(String source) {
        return "{\"version\":3,\"sources\":[\"" + source + "\"],\"sourcesContent\":[\"x\"],\"names\":[],\"mappings\":\""
                + MAPPINGS + "\"}";
    }

    private static String place(List<Evidence> evidence) {
        assertThat(evidence).hasSize(1);
        return evidence.get(0).place().text();
    }

    @Test
    void aMapBesideTheScriptIsFollowed() {
        List<Evidence> evidence =
                scan(SCRIPT + "\n//# sourceMappingURL=app.js.map", "static/js/app.js.map", map("../../src/app.ts"));
        assertThat(place(evidence)).isEqualTo("src/app.ts:3:5");
        assertThat(evidence.get(0).how()).endsWith(", in static/js/app.js:1:1");
        assertThat(scanner.warnings()).isEmpty();
    }

    @Test
    void aMapWithoutACommentIsFoundByItsName() {
        assertThat(place(scan(SCRIPT, "static/js/app.js.map", map("webpack://shop/./src/app.ts"))))
                .isEqualTo("src/app.ts:3:5");
    }

    @Test
    void aMapInTheScriptIsFollowed() {
        String data = Base64.getEncoder().encodeToString(map("app.ts").getBytes(StandardCharsets.UTF_8));
        assertThat(place(scan(
                        SCRIPT + "\n//# sourceMappingURL=data:application/json;charset=utf-8;base64," + data, "", "")))
                .isEqualTo("static/js/app.ts:3:5");
    }

    @Test
    void anIndexedMapIsFollowed() {
        String indexed = "{\"version\":3,\"sections\":[{\"offset\":{\"line\":0,\"column\":0},\"map\":" + map("a.ts")
                + "},{\"offset\":{\"line\":1,\"column\":2},\"map\":" + map("b.ts") + "}]}";
        assertThat(place(scan("\n  " + SCRIPT, "static/js/app.js.map", indexed)))
                .isEqualTo("static/js/b.ts:3:5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd",
                "/etc/passwd",
                "file:///etc/passwd",
                "https://example.org/a.js",
                "webpack://x/../../a.js",
                "C:\\\\a.js",
                "a\\u001b[31m.js",
                "a\\u202e.js",
                ""
            })
    void noNameOutsideOfTheModuleIsPassedOn(String source) {
        assertThat(place(scan(SCRIPT, "static/js/app.js.map", map(source)))).isEqualTo("static/js/app.js:1:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "[]",
                "{\"sources\":[\"a\"],\"mappings\":\"!!!!\"}",
                "{\"sources\":[\"a\"],\"mappings\":\"AAAAAAAA\"}",
                "{\"sources\":[\"a\"],\"mappings\":\"ggggggggggggE\"}",
                "{\"sources\":[\"a\"],\"mappings\":\"AEAA\"}",
                "{\"sources\":[\"a\"],\"mappings\":\"AADA\"}",
                "{\"sources\":7,\"mappings\":\"AAAA\"}",
                "{\"sources\":[\"a\"",
                "{\"sections\":[{\"map\":{\"sections\":[]}}]}"
            })
    void aDamagedMapIsReportedOnce(String map) {
        List<Evidence> evidence = scan(SCRIPT + ";localStorage.setItem('b',1)", "static/js/app.js.map", map);
        assertThat(evidence).hasSize(2);
        assertThat(evidence.get(0).place().text()).isEqualTo("static/js/app.js:1:1");
        assertThat(scanner.warnings())
                .singleElement()
                .asString()
                .startsWith("the source map of static/js/app.js is damaged, so its places are those of the script: ");
    }

    @Test
    void anAddressElsewhereIsNotFollowed() {
        assertThat(place(scan(SCRIPT + "\n//# sourceMappingURL=../../../x.js.map", "x.js.map", map("a.ts"))))
                .isEqualTo("static/js/app.js:1:1");
        assertThat(scanner.warnings()).isEmpty();
    }
}
