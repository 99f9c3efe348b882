package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.KlaroSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What klaro shows is what the charter says, and nothing of its own. */
@ExtendWith(BrowserExtension.class)
class KlaroWordsBrowserTest extends KlaroVisit {

    KlaroWordsBrowserTest(Browser browser) {
        super(browser);
    }

    /** Nothing that needs consent is switched on, or looks so: klaro draws a refused category half on. */
    @Test
    void nothingIsSwitchedOnThatTheVisitorHasNotSwitchedOn() {
        BrowserPage page = open("/en.html");
        page.click(DETAILS);
        page.waitForVisible(PREFERENCES);
        page.evaluate("document.querySelectorAll('.cm-caret a').forEach(each => each.click())");
        page.waitForVisible("#service-item-audience + label");
        page.waitUntilIdle();
        JsonNode on = page.evaluate("Array.from(document.querySelectorAll('.cm-modal input'), each =>"
                + " [each.id, each.checked, each.disabled, getComputedStyle(each.nextElementSibling.querySelector('.slider'),"
                + " '::before').transform !== 'none'].join())");
        List<String> lines = new ArrayList<>();
        on.forEach(line -> lines.add(line.asText()));
        assertThat(lines)
                .contains(
                        "purpose-item-category-necessary,true,true,true",
                        "purpose-item-category-statistics,false,false,false",
                        "purpose-item-category-marketing,false,false,false",
                        "service-item-session,true,true,true",
                        "service-item-exempt,true,true,true",
                        "service-item-audience,false,false,false",
                        "service-item-maps,false,false,false");
        toggle(page, "maps");
        page.waitFor("document.querySelector('#purpose-item-category-marketing').indeterminate");
        toggle(page, "audience-maps");
        page.waitFor("!document.querySelector('#purpose-item-category-marketing').indeterminate");
        assertThat(page.is("document.querySelector('#purpose-item-category-marketing').checked"))
                .isTrue();
    }

    @Test
    void thePreferencesListTheCookiesOfEachService() {
        BrowserPage page = preferences(decide("/fr.html", REFUSE));
        String words = page.text("document.querySelector('.cm-modal').innerText");
        assertThat(words)
                .contains("Garder la session ouverte sur le site\nFournisseur – La Boutique\nSESSION – jusqu’à la")
                .contains("_pk_* – 13\u00a0mois")
                .contains(recordName(CHARTER) + " – Retenir les cookies")
                .contains("Consentement non nécessaire\u00a0: Mesure anonyme de la charge");
    }

    /** With its own words klaro would speak English, or say that a translation is missing. */
    @ParameterizedTest
    @CsvSource({"fr, Tout refuser, Fermer", "en, Reject all, Close"})
    void everyWordOfTheInterfaceIsOurs(String language, String refuse, String close) {
        BrowserPage page = open("/" + language + ".html");
        page.waitForVisible(NOTICE);
        String words = page.text("document.querySelector('#cookie-charter-klaro').textContent");
        page.click(DETAILS);
        page.waitForVisible(PREFERENCES);
        words += page.text("document.querySelector('#cookie-charter-klaro').innerHTML");
        page.click(SAVE);
        page.waitForHidden(PREFERENCES);
        preferences(page);
        words += page.text("document.querySelector('#cookie-charter-klaro').innerHTML");
        assertThat(words).contains(refuse, close).doesNotContain("undefined", "missing translation");
        List<String> theirs = KlaroSource.texts(language);
        assertThat(theirs).hasSizeGreaterThan(30);
        for (String text : theirs) {
            if (text.length() > 12) {
                assertThat(words).doesNotContain(text);
            }
        }
    }

    /** Each option that is given is one that klaro reads, and each text that klaro knows is given. */
    @Test
    void theConfigurationIsOneThatKlaroReads() {
        BrowserPage page = visitor.newPage();
        page.scriptBeforeLoad("""
                let real, given, read = new Set();
                const watch = (value, path) => value && typeof value === 'object' ? new Proxy(value, {
                  get(target, key) {
                    if (typeof key === 'string') read.add(path + key);
                    return watch(target[key], path + (Array.isArray(target) ? '' : key + '.'));
                  }
                }) : value;
                const open = name => (configuration, ...rest) => {
                  given = configuration;
                  return real[name](watch(configuration, ''), ...rest);
                };
                Object.defineProperty(window, 'klaro', { configurable: true, get: () => real && new Proxy({}, {
                  get: (target, key) => ['getManager', 'getElement', 'render', 'show'].includes(key) ? open(key) : real[key]
                }), set: value => { real = value } });
                window.judged = () => ({ given, read: Array.from(read) });
                """);
        page.goTo(shop.url("/en.html"));
        page.waitForVisible(NOTICE);
        page.click(DETAILS);
        page.waitForVisible(PREFERENCES);
        JsonNode judged = page.evaluate("judged()");
        List<String> read = new ArrayList<>();
        judged.path("read").forEach(key -> read.add(key.asText()));
        JsonNode given = judged.path("given");
        List<String> options = new ArrayList<>();
        given.fieldNames().forEachRemaining(options::add);
        assertThat(read).containsAll(options);
        given.path("services")
                .path(0)
                .fieldNames()
                .forEachRemaining(key -> assertThat(read).contains("services." + key));
        assertThat(KlaroSource.missing(given.path("translations").path("en"))).isEmpty();
        assertThat(KlaroSource.choices("storageMethod"))
                .contains(given.path("storageMethod").asText());
        List<String> known = KlaroSource.options();
        // Newer than klaro's own editor, or none of its concern: each is read in the source all the same.
        known.addAll(
                List.of("version", "lang", "noNotice", "showNoticeTitle", "autoFocus", "services", "translations"));
        assertThat(known).containsAll(options);
    }

    @Test
    void hostileTextIsShownAsText() {
        List<String> fields =
                List.of("La Boutique", "The Shop", "Session", "Statistics", "Maps", "Count the visits to the site");
        String attack = "<img src=x onerror=alert(1)>'</script><script>alert(2)</script>{purposes}{{title}}$&${1}&amp;";
        String hostile = CHARTER;
        for (String field : fields) {
            String quoted = "\"" + attack + field + "\"";
            hostile = hostile.replace("name: " + field + "\n", "name: " + quoted + "\n")
                    .replace("en: " + field + " }", "en: " + quoted + " }");
        }
        shop.generate(hostile);
        BrowserPage page = open("/en.html");
        page.waitForVisible(NOTICE);
        String words = page.text("document.querySelector('" + NOTICE + "').textContent");
        page.click(DETAILS);
        page.waitForVisible(PREFERENCES);
        words += page.text("document.querySelector('" + PREFERENCES + "').textContent");
        page.waitUntilIdle();
        assertThat(page.dialogs()).isEmpty();
        assertThat(page.is("document.querySelector('#cookie-charter-klaro img, #cookie-charter-klaro script')"))
                .isFalse();
        for (String field : fields.subList(1, fields.size())) {
            assertThat(words).contains(attack + field);
        }
    }

    /** Ids that mean something in JavaScript, or in klaro. */
    @ParameterizedTest
    @ValueSource(strings = {"constructor", "save", "close", "purposes", "functional"})
    void anIdMayBeAnyWord(String id) {
        shop.generate(CHARTER.replace("category: marketing", "category: " + id).replace("  audience:", "  " + id + ":")
                + "categories: { " + id + ": { name: Anything } }\n");
        BrowserPage page = open("/en.html");
        page.waitForVisible(NOTICE);
        page.click(DETAILS);
        page.waitForVisible(PREFERENCES);
        assertThat(page.text("document.querySelector('#purpose-item-category-" + id + "-title').innerText"))
                .isEqualTo("Anything");
        assertThat(page.text("document.querySelector('.cm-footer .cm-btn-info').innerText"))
                .isEqualTo("Save my choice");
        toggle(page, id);
        page.click(SAVE);
        page.waitFor("window.ran === 1");
        page.waitUntilIdle();
        assertThat(shop.wasAskedFor("/maps.js")).isFalse();
        page.reload();
        page.waitFor("window.ran === 1");
        assertThat(page.isVisible(NOTICE)).isFalse();
    }
}
