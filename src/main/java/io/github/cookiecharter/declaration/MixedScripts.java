package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.diagnostic.SafeText;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Host names that imitate others: a label that mixes scripts, such as Latin letters and a Cyrillic {@code \u0430}.
 *
 * @see <a href="https://www.unicode.org/reports/tr39/#Restriction_Level_Detection">UTS #39, highly restrictive</a>
 */
final class MixedScripts {

    /** What the languages of East Asia write in one word. */
    private static final List<Set<UnicodeScript>> TOGETHER = List.of(
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

    private MixedScripts() {}

    /** Returns the end of a warning about a host whose labels mix scripts, or empty. */
    static Optional<String> explain(String host) {
        for (String label : host.split("\\.", -1)) {
            Set<UnicodeScript> scripts = scripts(label);
            if (scripts.size() > 1 && TOGETHER.stream().noneMatch(together -> together.containsAll(scripts))) {
                return Optional.of("mixes " + names(scripts) + " letters in the host name " + SafeText.quote(host)
                        + ", which may imitate another: browsers read it as "
                        + SafeText.quote(UrlFormats.asciiHost(host)) + ". If you mean that, write it so");
            }
        }
        return Optional.empty();
    }

    private static Set<UnicodeScript> scripts(String label) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        label.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        return scripts;
    }

    private static String names(Set<UnicodeScript> scripts) {
        List<String> names = scripts.stream()
                .map(script -> script.name().charAt(0)
                        + script.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();
        return String.join(" and ", names);
    }
}
