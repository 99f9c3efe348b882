package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.report.ConsoleLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesGoalTest {

    private static final String MARK = "<!-- cookie-charter:head -->";
    private static final String BEGIN = "<!-- cookie-charter:begin -->";
    private static final String END = "<!-- cookie-charter:end -->";

    @TempDir
    private Path temporary;

    private Path base;
    private Path folder;

    @BeforeEach
    void build() throws IOException {
        base = temporary.toRealPath();
        folder = Files.createDirectories(base.resolve("target/classes/static"));
        Files.writeString(base.resolve("cookies.yaml"), "anything");
        head("<script src=\"/cookie-charter/banner.js\"></script>\n");
    }

    private void head(String tags) throws IOException {
        Path web = Files.createDirectories(base.resolve("web/legal/cookies"));
        Files.writeString(web.resolve("head.html"), tags);
    }

    private Path page(String name, String content) throws IOException {
        Path page = folder.resolve(name);
        Files.createDirectories(page.getParent());
        return Files.writeString(page, content);
    }

    private GoalResult run(Path... folders) throws Exception {
        return PagesGoal.run(new PagesRequest(
                base, base.resolve("cookies.yaml"), false, base.resolve("web"), "/legal/cookies/", List.of(folders)));
    }

    private GoalResult.Done done(Path... folders) throws Exception {
        GoalResult result = run(folders);
        assertThat(result).isInstanceOf(GoalResult.Done.class);
        return (GoalResult.Done) result;
    }

    @ParameterizedTest
    @ValueSource(strings = {MARK, "<!--cookie-charter:head-->", "<!--   cookie-charter:head\t-->"})
    void insertsTheTagsAfterTheMark(String mark) throws Exception {
        Path page = page("a/b/index.html", "<head>\r\n" + mark + "</head>");
        assertThat(done(folder).summary()).isEqualTo("Cookie charter: inserted the tags of head.html into 1 page");
        assertThat(page)
                .hasContent("<head>\r\n" + mark + "\n" + BEGIN
                        + "\n<script src=\"/cookie-charter/banner.js\"></script>\n" + END + "</head>");
    }

    @Test
    void replacesTheTagsOfAnEarlierBuild() throws Exception {
        Path page = page("index.HTM", "<head>" + MARK + "</head><p>" + END + "</p>");
        done(folder);
        head("<b>$1 \\ new</b>");
        assertThat(done(folder).fresh()).isTrue();
        assertThat(page)
                .hasContent(
                        "<head>" + MARK + "\n" + BEGIN + "\n<b>$1 \\ new</b>\n" + END + "</head><p>" + END + "</p>");
    }

    @Test
    void writesNoPageAgainWhoseTagsAreThere() throws Exception {
        Path page = page("index.html", MARK);
        done(folder);
        Files.setLastModifiedTime(page, FileTime.fromMillis(1000));
        assertThat(done(folder).fresh()).isFalse();
        assertThat(Files.getLastModifiedTime(page).toMillis()).isEqualTo(1000);
    }

    @Test
    void keepsEveryOtherByteInAnyEncodingThatContainsAscii() throws Exception {
        head("<!-- from über.yaml --><b>é</b>");
        byte[] before = ("\u00e9\u0085" + MARK + "\u00ff").getBytes(StandardCharsets.ISO_8859_1);
        Path page = Files.write(folder.resolve("latin.html"), before);
        done(folder);
        assertThat(Files.readString(page, StandardCharsets.ISO_8859_1))
                .isEqualTo("\u00e9\u0085" + MARK + "\n" + BEGIN + "\n<!-- from &#252;ber.yaml --><b>&#233;</b>\n" + END
                        + "\u00ff");
    }

    @Test
    void leavesFilesAloneThatAreNoPages() throws Exception {
        Path script = page("app.js", MARK);
        Path outside = Files.writeString(base.resolve("outside.html"), MARK);
        Files.createSymbolicLink(folder.resolve("link.html"), outside);
        page("index.html", MARK);
        done(folder);
        assertThat(script).hasContent(MARK);
        assertThat(outside).hasContent(MARK);
    }

    @Test
    void reportsAFolderWithoutAPageToChange() throws Exception {
        page("index.html", "<p>none</p>");
        assertThat(done(folder, base.resolve("missing")).findings())
                .extracting(ConsoleLine::text)
                .containsExactly(
                        "no page in target/classes/static contains the comment " + MARK
                                + ": put it into the head of each page",
                        "missing is no folder: run this goal after the build has copied the pages, or correct the"
                                + " parameter pages");
    }

    @Test
    void refusesToRunWithoutAFolderOrWithoutTheTags() throws Exception {
        assertThat(run())
                .isInstanceOfSatisfying(
                        GoalResult.Refused.class,
                        refused -> assertThat(refused.message()).contains("names no folder"));
        Files.delete(base.resolve("web/legal/cookies/head.html"));
        assertThat(run(folder))
                .isInstanceOfSatisfying(
                        GoalResult.Refused.class,
                        refused -> assertThat(refused.message())
                                .contains("web/legal/cookies/head.html", "add the goal generate"));
    }

    @Test
    void skipsAModuleWithoutADeclaration() throws Exception {
        Files.delete(base.resolve("cookies.yaml"));
        assertThat(run(folder)).isInstanceOf(GoalResult.Skipped.class);
    }
}
