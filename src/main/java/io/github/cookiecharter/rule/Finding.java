package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.Comparator;
import java.util.Optional;

/**
 * A finding of a rule.
 *
 * @param rule the rule's id
 * @param severity its severity on this site
 * @param at its position in the declaration
 * @param service the id of the service it is about, by which an exception can name it
 * @param cookie the name of the cookie it is about, by which an exception can name it
 * @param message what is wrong and what to do, in one sentence without a full stop at its end
 * @param yaml lines of YAML that fix it, ready to paste; empty if the rule has none
 * @param code the place in the project's code that it is about; empty where it is about the declaration alone
 */
public record Finding(
        String rule,
        Severity severity,
        SourcePosition at,
        Optional<String> service,
        Optional<String> cookie,
        String message,
        Optional<String> yaml,
        Optional<SourceLocation> code) {

    /** The order in which findings are shown: by position in the declaration, then by place in the code. */
    public static final Comparator<Finding> IN_FILE_ORDER = new InFileOrder();

    /** Creates a finding about the declaration alone. */
    public Finding(
            String rule,
            Severity severity,
            SourcePosition at,
            Optional<String> service,
            Optional<String> cookie,
            String message,
            Optional<String> yaml) {
        this(rule, severity, at, service, cookie, message, yaml, Optional.empty());
    }

    /** Creates a finding that concerns no particular service. */
    public static Finding of(Rule rule, Severity severity, SourcePosition at, String message) {
        return new Finding(rule.id(), severity, at, Optional.empty(), Optional.empty(), message, Optional.empty());
    }

    /** Returns a copy that concerns a service. */
    public Finding in(Service other) {
        return new Finding(rule, severity, at, Optional.of(other.id()), cookie, message, yaml, code);
    }

    /** Returns a copy that concerns a cookie. */
    public Finding on(Cookie other) {
        return new Finding(rule, severity, at, service, Optional.of(other.name().text()), message, yaml, code);
    }

    /** Returns a copy with lines of YAML that fix it. */
    public Finding withFix(String lines) {
        return new Finding(rule, severity, at, service, cookie, message, Optional.of(lines), code);
    }

    /** Returns a copy without the service: no exception can name a service that the plugin added. */
    Finding withoutService() {
        return new Finding(rule, severity, at, Optional.empty(), Optional.empty(), message, yaml, code);
    }

    /** Returns a copy with another severity. */
    public Finding with(Severity other) {
        return new Finding(rule, other, at, service, cookie, message, yaml, code);
    }

    // A class and no lambdas: every build sorts.
    private static final class InFileOrder implements Comparator<Finding> {

        @Override
        public int compare(Finding one, Finding other) {
            int byPosition = one.at.compareTo(other.at);
            if (byPosition != 0) {
                return byPosition;
            }
            // Line 10 of a script comes after line 2, so lines are compared as numbers.
            Optional<SourceLocation.File> file = file(one);
            Optional<SourceLocation.File> otherFile = file(other);
            if (file.isPresent() && otherFile.isPresent()) {
                int byFile = file.get().path().compareTo(otherFile.get().path());
                int byLine = byFile != 0
                        ? byFile
                        : file.get().at().compareTo(otherFile.get().at());
                if (byLine != 0) {
                    return byLine;
                }
            } else if (rank(one) != rank(other)) {
                return Integer.compare(rank(one), rank(other));
            }
            int byCode = text(one).compareTo(text(other));
            if (byCode != 0) {
                return byCode;
            }
            int byRule = one.rule.compareTo(other.rule);
            return byRule != 0 ? byRule : one.message.compareTo(other.message);
        }

        private static Optional<SourceLocation.File> file(Finding finding) {
            return finding.code.isPresent() ? finding.code.get().file() : Optional.empty();
        }

        // The declaration comes first, then the project's own files, then its dependencies.
        private static int rank(Finding finding) {
            return finding.code.isEmpty() ? 0 : file(finding).isPresent() ? 1 : 2;
        }

        private static String text(Finding finding) {
            return finding.code.isPresent() ? finding.code.get().text() : "";
        }
    }
}
