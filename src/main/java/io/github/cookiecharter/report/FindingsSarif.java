package io.github.cookiecharter.report;

import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.model.PercentEncoding;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleResult;
import io.github.cookiecharter.rule.SourceLocation;
import io.github.cookiecharter.template.JsonWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the findings as SARIF 2.1.0, the OASIS standard that code hosts and editors read. Locations are relative to
 * {@code %SRCROOT%}, which the consumer of the file resolves.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class FindingsSarif {

    private static final String ROOT = "%SRCROOT%";
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String HOME = "https://cookiecharter.github.io/cookie-charter-maven-plugin/";

    private final FindingsReport report;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();

    private FindingsSarif(FindingsReport report) {
        this.report = report;
    }

    static Artefact generate(FindingsReport report) {
        return Artefact.text(
                OutputRoot.REPORTS,
                report.kind().sarifFile(),
                JsonWriter.write(new FindingsSarif(report).log()) + "\n");
    }

    private Map<String, Object> log() {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver()));
        run.put("language", "en-GB");
        run.put("columnKind", "utf16CodeUnits");
        run.put("originalUriBaseIds", Map.of(ROOT, Map.of("description", text("The root of the whole build."))));
        run.put("results", results());
        if (!report.unlistedNotice().isEmpty()) {
            run.put("invocations", List.of(incompleteInvocation()));
        }
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }

    private Map<String, Object> incompleteInvocation() {
        Map<String, Object> notification = new LinkedHashMap<>();
        notification.put("level", "warning");
        notification.put("message", text(report.unlistedNotice()));
        Map<String, Object> invocation = new LinkedHashMap<>();
        invocation.put("executionSuccessful", true);
        invocation.put("toolExecutionNotifications", List.of(notification));
        return invocation;
    }

    private Map<String, Object> driver() {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Cookie Charter");
        driver.put("version", report.version());
        driver.put("informationUri", HOME);
        driver.put("rules", rules());
        return driver;
    }

    // The rules that ran, and other rules with findings.
    private List<Object> rules() {
        Map<String, Rule> known = report.rulesById();
        List<Object> rules = new ArrayList<>();
        for (Rule rule : report.rules()) {
            if (report.applies(rule)) {
                indexes.put(rule.id(), rules.size());
                rules.add(rule(rule));
            }
        }
        List<Finding> all = new ArrayList<>(report.result().findings());
        for (RuleResult.Accepted accepted : report.result().accepted()) {
            all.add(accepted.finding());
        }
        for (Finding finding : all) {
            if (!indexes.containsKey(finding.rule())) {
                indexes.put(finding.rule(), rules.size());
                Rule rule = known.get(finding.rule());
                rules.add(rule == null ? Map.of("id", finding.rule()) : rule(rule));
            }
        }
        return rules;
    }

    private Map<String, Object> rule(Rule rule) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", rule.id());
        object.put("shortDescription", text(rule.title() + "."));
        String why = Markdown.unmark(rule.why());
        object.put("fullDescription", text(why));
        object.put("helpUri", rule.page());
        object.put("help", help(rule, why));
        object.put("defaultConfiguration", Map.of("level", rule.severity().word()));
        return object;
    }

    private static Map<String, Object> help(Rule rule, String why) {
        StringBuilder plain = new StringBuilder(why);
        StringBuilder marked = new StringBuilder(rule.why().strip());
        if (!rule.sources().isEmpty()) {
            plain.append("\n\nSources:");
            marked.append("\n\n**Sources**\n");
        }
        for (LegalSource source : rule.sources()) {
            plain.append("\n- ").append(citation(source));
            marked.append("\n- ").append(Markdown.escape(citation(source)));
        }
        plain.append("\n\n").append(rule.page());
        marked.append("\n\n[")
                .append(Markdown.escape(rule.id()))
                .append("](")
                .append(rule.page())
                .append(')');
        return message(plain.toString(), marked.toString());
    }

    /** Returns a source in one line. */
    static String citation(LegalSource source) {
        String place = source.place().isEmpty() ? "" : ", " + source.place();
        return source.title()
                + place
                + (source.date().isEmpty() ? "" : " (" + source.date().get() + ")");
    }

    private List<Object> results() {
        List<Object> results = new ArrayList<>();
        for (Finding finding : report.listed()) {
            results.add(result(finding));
        }
        for (RuleResult.Accepted accepted : report.listedAccepted()) {
            Map<String, Object> result = result(accepted.finding());
            result.put("suppressions", List.of(suppression(accepted)));
            results.add(result);
        }
        return results;
    }

    private Map<String, Object> result(Finding finding) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule());
        result.put("ruleIndex", index(finding.rule()));
        result.put("level", finding.severity().word());
        result.put("message", message(finding));
        if (finding.code().isPresent()) {
            result.put("locations", List.of(location(finding.code().get())));
            if (finding.service().isPresent()) {
                result.put("relatedLocations", List.of(declarationLocation(finding.at())));
            }
        } else {
            result.put("locations", List.of(location(finding.at())));
        }
        result.put("partialFingerprints", Map.of("cookieCharter/v1", fingerprint(finding)));
        return result;
    }

    private int index(String rule) {
        return indexes.getOrDefault(rule, -1);
    }

    private static Map<String, Object> message(Finding finding) {
        Optional<String> yaml = finding.yaml();
        return yaml.isPresent()
                ? message(finding.message(), Markdown.escape(finding.message()) + "\n\n" + Markdown.yaml(yaml.get()))
                : text(finding.message());
    }

    private Map<String, Object> suppression(RuleResult.Accepted accepted) {
        Map<String, Object> suppression = new LinkedHashMap<>();
        suppression.put("kind", "inSource");
        suppression.put("justification", reason(report, accepted).text());
        suppression.put("location", location(accepted.exception().positions().entry()));
        return suppression;
    }

    /** Returns the reason of an exception, in English if the site has it, since the report is in English. */
    static Phrase reason(FindingsReport report, RuleResult.Accepted accepted) {
        List<String> languages = report.charter().site().languages();
        String language = languages.contains("en") ? "en" : languages.get(0);
        return accepted.exception().reason().in(language);
    }

    // Code of a dependency has no file in the build, so only a logical location.
    private static Map<String, Object> location(SourceLocation code) {
        Map<String, Object> location = new LinkedHashMap<>();
        code.file().ifPresent(file -> location.putAll(location(file.uri(), file.at())));
        location.put("logicalLocations", List.of(Map.of("fullyQualifiedName", Markdown.plain(code.text()))));
        return location;
    }

    private Map<String, Object> declarationLocation(SourcePosition position) {
        Map<String, Object> location = new LinkedHashMap<>(location(position));
        location.put("message", text("The declaration of the cookie."));
        return location;
    }

    private Map<String, Object> location(SourcePosition position) {
        return location(uri(position), position);
    }

    // The file of a part is relative to the declaration, and the declaration to the root.
    private String uri(SourcePosition position) {
        return position.file().isEmpty()
                ? report.uri()
                : URI.create(report.uri())
                        .resolve(PercentEncoding.path(position.file()).replace(":", "%3A"))
                        .toString();
    }

    private static Map<String, Object> location(String uri, SourcePosition position) {
        Map<String, Object> artefact = new LinkedHashMap<>();
        artefact.put("uri", uri);
        artefact.put("uriBaseId", ROOT);
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", position.line());
        region.put("startColumn", position.column());
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artefact);
        physical.put("region", region);
        return Map.of("physicalLocation", physical);
    }

    // A fingerprint that is stable when lines move and numbers change: rule, service, cookie, location, message without
    // digits, and the index among equal ones.
    private String fingerprint(Finding finding) {
        String place = finding.code().isEmpty()
                ? ""
                : withoutFigures(finding.code().get().text());
        String what = finding.rule() + "\n" + finding.service().orElse("") + "\n"
                + finding.cookie().orElse("") + "\n"
                + place
                + withoutFigures(finding.message());
        int before = occurrences.getOrDefault(what, 0) + 1;
        occurrences.put(what, before);
        return Long.toHexString(fnv1a(what + "\n" + before)) + ":" + before;
    }

    private static String withoutFigures(String message) {
        StringBuilder without = new StringBuilder(message.length());
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            without.append(c >= '0' && c <= '9' ? '#' : c);
        }
        return without.toString();
    }

    // FNV-1a, 64 bits: an even distribution is enough here, and a cold JVM takes long for its first SHA.
    private static long fnv1a(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", Markdown.plain(text));
    }

    private static Map<String, Object> message(String plain, String marked) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("text", Markdown.plain(plain));
        message.put("markdown", marked);
        return message;
    }
}
