package io.github.cookiecharter.scan.javascript;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Cases of a text file: {@code === title}, then for each file {@code > path} and its lines, then one line for each piece of
 * evidence: {@code => certainty kind action name}, in any order, with {@code @line:column}, {@code {attributes}} or
 * {@code (how)} behind it where those matter. A case without such a line gives no evidence. A line that begins with {@code =#} is a place
 * that is counted for its file and not reported.
 */
final class ScriptCases {

    /** A case: files in, evidence out. */
    record Case(String title, List<TextFile> files, List<String> expected, List<String> counted) {

        /** What differs, one sentence a line; empty where all is as expected. */
        List<String> differences() {
            ScriptScanner scan = new ScriptScanner();
            files.forEach(scan::accept);
            List<Evidence> actual = new ArrayList<>(scan.finish());
            List<String> differences = new ArrayList<>();
            for (String line : expected) {
                if (!actual.removeIf(evidence -> fits(line, evidence))) {
                    differences.add("missing: " + line);
                }
            }
            List<Evidence> open = scan.openScripts().stream()
                    .flatMap(script -> script.places().stream())
                    .collect(Collectors.toCollection(ArrayList::new));
            for (String line : counted) {
                if (!open.removeIf(evidence -> fits(line, evidence))) {
                    differences.add("not counted: " + line);
                }
            }
            open.forEach(evidence -> differences.add("not expected to be counted: " + text(evidence)));
            actual.forEach(evidence -> differences.add("not expected: " + text(evidence)));
            return differences;
        }
    }

    private ScriptCases() {}

    static List<Case> read(String resource) {
        List<Case> cases = new ArrayList<>();
        String title = "";
        String path = "";
        StringBuilder text = new StringBuilder();
        List<TextFile> files = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        List<String> counted = new ArrayList<>();
        for (String line : (content(resource) + "\n=== ").split("\n", -1)) {
            boolean ends = line.startsWith("=== ")
                    || line.startsWith("> ")
                    || line.startsWith("=> ")
                    || line.startsWith("=# ");
            if (ends && !path.isEmpty()) {
                files.add(
                        new TextFile(path, path.startsWith("lib!") ? "org.acme:lib:1" : Evidence.OWN, text.toString()));
                path = "";
            }
            if (line.startsWith("=== ")) {
                if (!title.isEmpty()) {
                    cases.add(new Case(title, List.copyOf(files), List.copyOf(expected), List.copyOf(counted)));
                }
                title = line.substring(4).strip();
                files.clear();
                expected.clear();
                counted.clear();
            } else if (line.startsWith("> ")) {
                path = line.substring(2).strip();
                text.setLength(0);
            } else if (line.startsWith("=> ")) {
                expected.add(line.substring(3).strip());
            } else if (line.startsWith("=# ")) {
                counted.add(line.substring(3).strip());
            } else if (!path.isEmpty()) {
                text.append(line).append('\n');
            }
        }
        return cases;
    }

    private static boolean fits(String line, Evidence evidence) {
        int place = line.indexOf(" @");
        int attributes = line.indexOf(" {");
        int how = line.indexOf(" (");
        int end = line.length();
        for (int part : new int[] {place, attributes, how}) {
            end = part < 0 ? end : Math.min(end, part);
        }
        return line.substring(0, end).equals(head(evidence))
                && (place < 0 || evidence.place().text().endsWith(":" + word(line, place + 2)))
                && (attributes < 0
                        || line.substring(attributes + 2, line.indexOf('}', attributes))
                                .equals(text(evidence.attributes())))
                && (how < 0 || line.substring(how + 2, line.lastIndexOf(')')).equals(evidence.how()));
    }

    private static String word(String line, int from) {
        int end = line.indexOf(' ', from);
        return end < 0 ? line.substring(from) : line.substring(from, end);
    }

    private static String head(Evidence evidence) {
        return evidence.certainty().word() + " " + evidence.kind().word() + " "
                + evidence.action().word() + " "
                + evidence.name().orElse("-")
                + (evidence.guarded() ? " guarded" : "");
    }

    static String text(Evidence evidence) {
        return head(evidence) + " @" + evidence.place().text() + " {" + text(evidence.attributes()) + "} ("
                + evidence.how() + ")";
    }

    private static String text(ObservedAttributes attributes) {
        List<String> words = new ArrayList<>();
        attributes.lifetime().ifPresent(lifetime -> {
            if (lifetime instanceof Lifetime.Lasting lasting) {
                words.add(lasting.amount() + " " + lasting.unit().name().toLowerCase(Locale.ROOT));
            } else {
                words.add(lifetime instanceof Lifetime.Session ? "session" : "persistent");
            }
        });
        attributes.httpOnly().ifPresent(is -> words.add(is ? "http-only" : "script"));
        attributes.secure().ifPresent(is -> words.add(is ? "secure" : "plain"));
        attributes.sameSite().ifPresent(site -> words.add(site.word()));
        attributes.domain().ifPresent(domain -> words.add("domain=" + domain));
        attributes.path().ifPresent(path -> words.add("path=" + path));
        return String.join(", ", words);
    }

    private static String content(String resource) {
        try (InputStream in = Objects.requireNonNull(ScriptCases.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
