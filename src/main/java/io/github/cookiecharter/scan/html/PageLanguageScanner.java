package io.github.cookiecharter.scan.html;

import io.github.cookiecharter.model.Lines;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.TextFile;
import io.github.cookiecharter.scan.model.TextFileConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Finds the project's own pages whose element {@code html} names no language. It reports only what is certain: a part of a
 * page, a page that gets its root from a layout, and a page whose script sets the language are left out.
 */
public final class PageLanguageScanner implements TextFileConsumer {

    /** Templates that have a root of their own, and whose visitors get another one, and scripts that set the language. */
    private static final Pattern ROOT_FROM_ELSEWHERE = Pattern.compile(
            "th:fragment|layout:(decorate|fragment)|ui:(composition|component|decorate)|documentElement");

    private final List<CodePlace.Text> pages = new ArrayList<>();

    @Override
    public boolean supports(String path) {
        return ScriptFileNames.isPage(path) && !isMail(path);
    }

    // A mail is no page of the site.
    private static boolean isMail(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.contains("mail") || lower.contains("newsletter");
    }

    @Override
    public void accept(TextFile file) {
        if (!file.isOwn() || ROOT_FROM_ELSEWHERE.matcher(file.text()).find()) {
            return;
        }
        String extension = file.path().substring(file.path().lastIndexOf('.') + 1);
        OptionalInt root = HtmlTagScanner.rootWithoutLanguage(file.text(), extension.toLowerCase(Locale.ROOT));
        if (root.isPresent()) {
            pages.add(new CodePlace.Text(file.path(), new Lines(file.text()).at(root.getAsInt())));
        }
    }

    /** Returns the places of the elements, in the order of the files. */
    public List<CodePlace.Text> finish() {
        return List.copyOf(pages);
    }
}
