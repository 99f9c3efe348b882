package io.github.cookiecharter.check;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.code.CodeRule;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import java.util.List;
import java.util.Optional;

/** Reports pages whose language the banner cannot know. */
public final class PageLanguages {

    private PageLanguages() {}

    /**
     * Returns the findings; none if the site has no banner or only one language.
     *
     * @param pages the pages without a language
     */
    public static List<Finding> findings(Charter charter, List<CodePlace.Text> pages, SourceLocator sourceLocator) {
        if (!charter.hasBanner() || charter.site().languages().size() < 2) {
            return List.of();
        }
        String language = charter.site().defaultLanguage();
        String message = "this page's element html has no attribute lang, so the banner uses "
                + SafeText.quote(language) + ", the first of the site's languages: name the page's language, such as"
                + " <html lang=\"" + language + "\">";
        return pages.stream()
                .map(page -> new Finding(
                        CodeRule.PAGE_LANGUAGE.id(),
                        CodeRule.PAGE_LANGUAGE.severity(),
                        SourcePosition.START,
                        Optional.empty(),
                        Optional.empty(),
                        message,
                        Optional.empty(),
                        Optional.of(sourceLocator.locate(page, Evidence.OWN))))
                .toList();
    }
}
