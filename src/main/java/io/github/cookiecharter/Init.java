package io.github.cookiecharter;

import io.github.cookiecharter.output.Layout;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.Outputs;
import io.github.cookiecharter.report.ConsoleLine;
import io.github.cookiecharter.report.FirstDeclaration;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.scan.Scan;
import io.github.cookiecharter.scan.ScanResult;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One execution of {@code init}: a first declaration from what the code shows. It never overwrites anything. */
public final class Init {

    private Init() {}

    /**
     * Looks at the code and writes the declaration.
     *
     * @throws OutputException if the file system refuses; the message is meant for the user
     */
    public static GenerationResult run(InitRequest request) throws OutputException {
        Path declaration = request.declaration().normalize();
        String name = new Layout(request.folder(), Map.of()).spell(declaration);
        if (declaration.toFile().exists()) {
            return new GenerationResult.Refused(
                    name + " is there already and stays as it is: move it away to begin anew,"
                            + " or run 'mvn process-classes cookie-charter:check' to see what it lacks");
        }
        ScanResult scan = Scan.run(request.scan());
        String yaml = FirstDeclaration.yaml(
                request.siteName(), siteUrl(request.siteUrl()), schema(declaration, request), scan.evidence());
        if (!Outputs.create(declaration, yaml.getBytes(StandardCharsets.UTF_8))) {
            return new GenerationResult.Refused(name + " has appeared meanwhile and stays as it is");
        }
        List<ConsoleLine> lines = new ArrayList<>();
        for (String sentence : scan.unread()) {
            lines.add(new ConsoleLine(Severity.WARNING, sentence));
        }
        int reviews = count(yaml, "# review");
        return new GenerationResult.Done(
                "Cookie charter: wrote " + name + " from " + Check.scope(scan) + "; go through its " + reviews
                        + " lines marked 'review'",
                "",
                List.of(),
                lines,
                true);
    }

    private static int count(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            count++;
        }
        return count;
    }

    // Only an absolute web address is one of a site.
    private static String siteUrl(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null ? uri.toASCIIString() : "";
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static String schema(Path declaration, InitRequest request) {
        Path schema = request.reportsDirectory().normalize().resolve("cookies.schema.json");
        if (!Objects.equals(declaration.getRoot(), schema.getRoot())) {
            return "cookies.schema.json";
        }
        Path relative = declaration.resolveSibling("").relativize(schema);
        return RelativeUri.of(relative.toString().replace(File.separatorChar, '/'));
    }
}
