package io.github.cookiecharter.goal;

import io.github.cookiecharter.model.Quantity;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.PageWriter;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.rule.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One execution of {@code pages}: inserts the tags of {@code head.html} into the pages that the build has copied. */
public final class PagesGoal {

    private final PagesRequest request;

    private PagesGoal(PagesRequest request) {
        this.request = request;
    }

    /**
     * Inserts the tags.
     *
     * @throws OutputException if the file system refuses; the message is meant for the user
     */
    public static GoalResult run(PagesRequest request) throws OutputException {
        try {
            return new PagesGoal(request).run();
        } catch (ParameterException e) {
            return new GoalResult.Refused(String.valueOf(e.getMessage()));
        }
    }

    private GoalResult run() throws OutputException, ParameterException {
        Optional<GoalResult.Skipped> skipped = new DeclarationFile(
                        request.declaration(), request.module(), request.isDeclarationOptional())
                .skipIfMissing();
        if (skipped.isPresent()) {
            return skipped.get();
        }
        if (request.folders().isEmpty()) {
            throw new ParameterException(
                    "pages",
                    "names no folder",
                    "name the folders of the built pages, such as"
                            + " <pages><folder>${project.build.outputDirectory}/static</folder></pages>");
        }
        String tags = tags();
        List<ConsoleLine> warnings = new ArrayList<>();
        int marked = 0;
        int changed = 0;
        for (Path folder : request.folders()) {
            if (!Files.isDirectory(folder)) {
                warnings.add(warning(display(folder) + " is no folder: run this goal after the build has copied the"
                        + " pages, or correct the parameter pages"));
                continue;
            }
            PageWriter.Result result = PageWriter.insert(folder, tags);
            if (result.marked().isEmpty()) {
                warnings.add(warning("no page in " + display(folder)
                        + " contains the comment <!-- cookie-charter:head -->: put it into the head of each page"));
            }
            marked += result.marked().size();
            changed += result.changed();
        }
        return new GoalResult.Done(
                "Cookie charter: inserted the tags of head.html into " + Quantity.of(marked, "page", "pages"),
                "",
                List.of(),
                warnings,
                changed > 0);
    }

    // The file is empty if the charter has no banner, and then nothing stands between the marks.
    private String tags() throws OutputException, ParameterException {
        Path head = request.webRoot()
                .resolve(PublicPath.of(request.webPath(), "/").path())
                .resolve("head.html");
        if (!Files.exists(head)) {
            throw new ParameterException(
                    "pages",
                    "needs the file " + display(head) + ", which does not exist",
                    "add the goal generate to the execution, and give both the same webDirectory and webPath");
        }
        try {
            return Files.readString(head);
        } catch (IOException e) {
            throw new OutputException(head + " cannot be read: check its permissions", e);
        }
    }

    private static ConsoleLine warning(String text) {
        return new ConsoleLine(Severity.WARNING, text);
    }

    private String display(Path path) {
        return path.startsWith(request.module())
                ? request.module().relativize(path).toString().replace(File.separatorChar, '/')
                : path.toString();
    }
}
