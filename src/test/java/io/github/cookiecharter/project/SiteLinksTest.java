package io.github.cookiecharter.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NodeList;

/**
 * Every link leads somewhere, read on a code host as well as on the site. Pages link each other as {@code x.md}, which the site turns
 * into {@code x.html}; images as {@code ../resources/images/x.png}, which the last step of the site mends; the pages of
 * the goals, which only the site has, as {@code x-mojo.html}. A link to a heading wants one that is a single word in lower
 * case, or has {@code <a id="…"></a>} before it: of others the two make different ids.
 */
class SiteLinksTest {

    private static final Path SITE = Path.of("src/site");
    private static final Path RESOURCES = SITE.resolve("resources");
    private static final Pattern FENCED =
            Pattern.compile("^( *)(```+).*?^\\1\\2 *$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("(`+)[^`].*?\\1(?!`)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]*)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("(https?|mailto):.*");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*?) *$", Pattern.MULTILINE);
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"></a>");

    static Stream<Path> pages() throws IOException {
        return Stream.concat(
                Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "src-it/README.md")
                        .map(Path::of),
                Snippet.pages().stream());
    }

    static List<String> menu() throws Exception {
        NodeList items = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(SITE.resolve("site.xml").toFile())
                .getElementsByTagName("item");
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < items.getLength(); i++) {
            addresses.add(items.item(i).getAttributes().getNamedItem("href").getNodeValue());
        }
        return addresses;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) throws IOException {
        List<String> faults = new ArrayList<>();
        for (String link : links(page)) {
            String fault = fault(page, link);
            if (!fault.isEmpty()) {
                faults.add(link + " " + fault);
            }
        }
        assertThat(faults).as(page.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("menu")
    void theMenuLeadsSomewhere(String address) throws IOException {
        if (ELSEWHERE.matcher(address).matches()) {
            Matcher file = Pattern.compile("https://github\\.com/[^/]+/[^/]+/blob/HEAD/(.*)")
                    .matcher(address);
            assertThat(file.matches()).as(address).isTrue();
            assertThat(Path.of(file.group(1))).exists();
        } else if (!goalPages().contains(address)) {
            assertThat(source(address)).exists();
        }
    }

    @Test
    void theMenuNamesEachPageOnce() throws Exception {
        assertThat(menu()).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    }

    @Test
    void everyPageIsReachedFromTheMenu() throws Exception {
        Set<Path> reached = new TreeSet<>();
        Deque<Path> open = new ArrayDeque<>();
        for (String address : menu()) {
            if (!ELSEWHERE.matcher(address).matches() && !goalPages().contains(address)) {
                open.add(source(address));
            }
        }
        while (!open.isEmpty()) {
            Path page = open.remove();
            if (Files.exists(page) && reached.add(page)) {
                for (String link : links(page)) {
                    Path target =
                            page.resolveSibling(link.replaceFirst("#.*", "")).normalize();
                    if (target.startsWith(Snippet.PAGES) && target.toString().endsWith(".md")) {
                        open.add(target);
                    }
                }
            }
        }
        assertThat(Snippet.pages()).allMatch(reached::contains);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageBeginsWithItsTitle(Path page) throws IOException {
        assertThat(Files.readString(page)).startsWith("# ");
        assertThat(prose(page).lines().filter(line -> line.startsWith("# "))).hasSize(1);
    }

    private static String fault(Path page, String link) throws IOException {
        if (ELSEWHERE.matcher(link).matches()) {
            return "";
        }
        boolean ofSite = page.startsWith(Snippet.PAGES);
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (ofSite && goalPages().contains(Snippet.PAGES.relativize(target).toString())) {
            return "";
        }
        if (!Files.exists(target)) {
            return "is not there";
        }
        boolean onSite = target.startsWith(Snippet.PAGES) && target.toString().endsWith(".md");
        if (ofSite && !onSite && !target.startsWith(RESOURCES.resolve("images"))) {
            return "is no part of the site";
        }
        if (parts.length == 1) {
            return "";
        }
        boolean hasIt = ids(target, false).contains(parts[1])
                && (!onSite || ids(target, true).contains(parts[1]));
        return hasIt ? "" : "has no such heading that both the site and a code host know by this id";
    }

    /** The page of the site that a menu's address is made from. */
    private static Path source(String address) {
        assertThat(address).endsWith(".html");
        return Snippet.PAGES.resolve(address.replaceFirst("\\.html$", ".md")).normalize();
    }

    /** The pages that the plugin's own goals bring to the site. */
    private static Set<String> goalPages() throws IOException {
        Set<String> pages = PluginParameters.byGoal().keySet().stream()
                .map(goal -> goal + "-mojo.html")
                .collect(Collectors.toCollection(TreeSet::new));
        pages.add("plugin-info.html");
        return pages;
    }

    private static List<String> links(Path page) throws IOException {
        return LINK.matcher(CODE.matcher(prose(page)).replaceAll("code"))
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    private static String prose(Path page) throws IOException {
        return FENCED.matcher(Files.readString(page)).replaceAll("");
    }

    private static Set<String> ids(Path page, boolean onSite) throws IOException {
        String text = prose(page);
        Set<String> ids = ANCHOR.matcher(text)
                .results()
                .map(anchor -> anchor.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        HEADING.matcher(text).results().map(heading -> heading.group(1)).forEach(heading -> {
            String words = heading.replace("`", "").replace("*", "");
            ids.add(
                    onSite
                            ? words.replaceAll("\\s", "_")
                            : words.toLowerCase(Locale.ROOT)
                                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                                    .replace(' ', '-'));
        });
        return ids;
    }
}
