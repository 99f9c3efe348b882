package io.github.cookiecharter.scan.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.TextFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageLanguageScannerTest {

    private static List<String> found(String path, String origin, String text) {
        PageLanguageScanner scanner = new PageLanguageScanner();
        if (scanner.supports(path)) {
            scanner.accept(new TextFile(path, origin, text));
        }
        return scanner.finish().stream().map(CodePlace.Text::text).toList();
    }

    private static List<String> found(String path, String text) {
        return found(path, Evidence.OWN, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "<HTML class=\"no-js\">",
                "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:th=\"http://www.thymeleaf.org\">",
                "<!-- <html lang=\"en\"> -->\t<html data-theme=dark>",
            })
    void aRootWithoutALanguageIsFound(String root) {
        assertThat(found("src/main/webapp/index.html", "<!DOCTYPE html>\n" + root + "<body></body></html>"))
                .singleElement()
                .asString()
                .startsWith("src/main/webapp/index.html:2:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a.html | <html lang=en>",
                "a.xhtml | <html xml:lang='en'>",
                "a.html | <html th:lang='${#locale}'>",
                "a.html | <html th:attr='lang=${x}'>",
                "a.html | <html [attr.lang]='language'>",
                "a.hbs | <html {{attributes}}>",
                "a.html | <html {{#if l}}lang='{{l}}'{{/if}}>",
                "a.jsp | <html <%= attributes %>>",
                "a.ftlh | <html ${attributes}>",
                "a.html | <div>a part of a page</div>",
                "a.html | <html><body th:fragment='menu'>",
                "a.html | <html layout:decorate='layout'>",
                "a.xhtml | <html><ui:composition>",
                "a.html | <html><script>document.documentElement.lang = 'fr'</script>",
                "templates/mail/welcome.html | <html>",
                "target/node_modules/a/index.html | <html>",
                "a.js | document.write('<html>')",
            })
    void whatMayHaveALanguageIsNotFound(String path, String text) {
        assertThat(found(path, text)).isEmpty();
    }

    @Test
    void pagesOfDependenciesAreNotFound() {
        assertThat(found("index.html", "org.webjars:demo:1", "<html>")).isEmpty();
    }
}
