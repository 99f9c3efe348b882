package io.github.cookiecharter.goal.audit;

import io.github.cookiecharter.goal.GenerateRequest;
import io.github.cookiecharter.goal.ParameterException;
import io.github.cookiecharter.goal.RuleParameters;
import io.github.cookiecharter.model.diagnostic.DidYouMean;
import io.github.cookiecharter.model.diagnostic.SafeText;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The request of one execution of {@code audit}: the parameters of the build, unchecked.
 *
 * @param module the module that is built
 * @param declaration the declaration, absolute
 * @param reportsDirectory where the reports lie, absolute
 * @param rules the parameters about the rules
 * @param site what is visited, and how
 * @param day the day of the audit, as ISO 8601
 * @param judgeAtOnce whether no later phase judges what was recorded
 * @param console what the goal says before it ends, and what it may ask for
 */
public record AuditRequest(
        GenerateRequest.Module module,
        Path declaration,
        Path reportsDirectory,
        RuleParameters rules,
        Site site,
        String day,
        boolean judgeAtOnce,
        AuditConsole console) {

    public AuditRequest {
        reportsDirectory = reportsDirectory.normalize();
    }

    /** What the goal says before it ends, and the secrets that it may ask for. */
    public interface AuditConsole {

        /** Says what happens. */
        void progress(String line);

        /** Warns before something happens. */
        void warn(String line);

        /**
         * Returns a secret, which is never written.
         *
         * @param source {@code env} or {@code property}
         */
        Optional<String> secret(String source, String name);
    }

    /**
     * What is visited, and how.
     *
     * @param options the options that the build sets, as it writes them, by their names
     */
    public record Site(Map<String, String> options) {

        private static final Map<String, String> DEFAULTS = Map.of(
                "pages", "/",
                "depth", "0",
                "maxPages", "50",
                "phases", "before, refuse, accept, categories, withdraw, object, gpc",
                "optional", "false",
                "settle", "1",
                "timeout", "30",
                "sessions", "1",
                "robots", "obey");

        private static final Set<String> NAMES = Set.of(
                "url",
                "pages",
                "sitemap",
                "depth",
                "maxPages",
                "phases",
                "browser",
                "optional",
                "sessions",
                "robots",
                "settle",
                "delay",
                "timeout",
                "evidence",
                "session",
                "login",
                "banner",
                "banner.accept",
                "banner.refuse",
                "banner.preferences",
                "banner.withdraw");

        public Site {
            options = Map.copyOf(options);
        }

        /**
         * Checks that there is no option of another name, such as a misspelt one.
         *
         * @throws ParameterException if there is one
         */
        void checkNames() throws ParameterException {
            for (String name : new TreeSet<>(options.keySet())) {
                if (!NAMES.contains(name)) {
                    Optional<String> suggestion =
                            DidYouMean.suggestion(name, NAMES.stream().sorted().toList());
                    throw new ParameterException(
                            "audit." + name,
                            "is unknown",
                            suggestion.isPresent()
                                    ? "did you mean " + SafeText.quote("audit." + suggestion.get()) + "?"
                                    : "see the page about the audit for those that there are");
                }
            }
        }

        /** Returns an option or its default, without the space around it; empty if it has neither. */
        String get(String name) {
            return options.getOrDefault(name, DEFAULTS.getOrDefault(name, "")).strip();
        }
    }

    AuditVerifyRequest verification() {
        return new AuditVerifyRequest(module, declaration, reportsDirectory, rules);
    }
}
