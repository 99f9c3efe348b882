package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a rule found in a charter.
 *
 * @param rule the rule's id
 * @param severity how much it matters on this site
 * @param at where in the declaration
 * @param service the id of the service it is about, by which an exception can name it
 * @param cookie the name of the cookie it is about, by which an exception can name it
 * @param message what is wrong and what to do, in one sentence without a full stop at its end
 * @param yaml lines of YAML that mend it, ready to paste; empty where the rule does not know them
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

    /** The order in which findings are shown: as they stand in the declaration, then by their places in the code. */
    public static final Comparator<Finding> IN_FILE_ORDER = new InFileOrder();

    /** A finding about the declaration alone. */
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

    /** A finding about no service in particular. */
    public static Finding of(Rule rule, Severity severity, SourcePosition at, String message) {
        return new Finding(rule.id(), severity, at, Optional.empty(), Optional.empty(), message, Optional.empty());
    }

    /** The same finding about a service. */
    public Finding in(Service other) {
        return new Finding(rule, severity, at, Optional.of(other.id()), cookie, message, yaml, code);
    }

    /** The same finding about a cookie. */
    public Finding on(Cookie other) {
        return new Finding(rule, severity, at, service, Optional.of(other.name().text()), message, yaml, code);
    }

    /** The same finding with the lines that mend it. */
    public Finding mendedBy(String lines) {
        return new Finding(rule, severity, at, service, cookie, message, Optional.of(lines), code);
    }

    /** The same finding about the declaration as a whole: no exception could name what the plugin added by itself. */
    Finding withoutService() {
        return new Finding(rule, severity, at, Optional.empty(), Optional.empty(), message, yaml, code);
    }

    /** The same finding with another severity. */
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
            // The tenth line of a script comes after the second.
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

        // The declaration comes first, then the project's own files, then what others brought.
        private static int rank(Finding finding) {
            return finding.code.isEmpty() ? 0 : file(finding).isPresent() ? 1 : 2;
        }

        private static String text(Finding finding) {
            return finding.code.isPresent() ? finding.code.get().text() : "";
        }
    }
}
