package io.github.cookiecharter.goal.audit;

import io.github.cookiecharter.audit.record.Phase;
import io.github.cookiecharter.audit.visit.AuditSettings;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.ParameterException;
import io.github.cookiecharter.model.diagnostic.DidYouMean;
import io.github.cookiecharter.model.diagnostic.SafeText;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks the parameters about the site. */
final class SiteParameters {

    private static final Duration LONGEST = Duration.ofHours(1);

    private SiteParameters() {}

    /**
     * Checks the parameters.
     *
     * @throws ParameterException if one is missing or makes no sense
     */
    static AuditSettings of(AuditRequest.Site site, Charter charter) throws ParameterException {
        URI url = url(site.get("url"));
        return new AuditSettings(
                url,
                pages(site.get("pages")),
                phases(site.get("phases"), charter),
                charter.site().hosts(),
                seconds("settle", site.get("settle")),
                seconds("timeout", site.get("timeout")),
                // Several browsers together keep the pause that one would keep.
                delay(site, url).multipliedBy(whole(site, "sessions", 1)));
    }

    private static Duration delay(AuditRequest.Site site, URI url) throws ParameterException {
        String text = site.get("delay");
        return text.isEmpty() ? Duration.ofSeconds(isLoopback(url) ? 0 : 1) : seconds("delay", text);
    }

    /**
     * Returns a whole number.
     *
     * @param least the smallest that makes sense
     * @throws ParameterException if it is none
     */
    static int whole(AuditRequest.Site site, String name, int least) throws ParameterException {
        try {
            int number = Integer.parseInt(site.get(name));
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // It is no number, which is told below.
        }
        throw new ParameterException(
                "audit." + name,
                "is " + SafeText.quote(site.get(name)) + ", which is no whole number from " + least,
                "write a number such as " + Math.max(least, 2));
    }

    private static URI url(String text) throws ParameterException {
        if (text.isEmpty()) {
            throw new ParameterException(
                    "audit.url", "is missing", "write where the site runs, such as http://shop.localhost:8080/");
        }
        try {
            URI url = URI.create(text);
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (web && url.getHost() != null && url.getUserInfo() == null) {
                String path = Optional.ofNullable(url.getPath()).orElse("");
                return url.resolve(path.endsWith("/") ? path : path + "/");
            }
        } catch (IllegalArgumentException e) {
            // It is no address, which is told below.
        }
        throw new ParameterException(
                "audit.url",
                "is " + SafeText.quote(text) + ", which is no address of a site",
                "write one such as http://shop.localhost:8080/, without a user name");
    }

    /** Returns whether an address is on this machine. */
    static boolean isLoopback(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }

    private static List<String> pages(String text) throws ParameterException {
        Set<String> pages = new LinkedHashSet<>();
        for (String page : text.split(",", -1)) {
            String path = page.strip();
            if (path.isEmpty()) {
                continue;
            }
            try {
                URI.create(path);
            } catch (IllegalArgumentException e) {
                throw badPage(path);
            }
            if (!path.startsWith("/") || path.startsWith("//")) {
                throw badPage(path);
            }
            pages.add(path);
        }
        if (pages.isEmpty()) {
            throw new ParameterException("audit.pages", "names no page", "write paths such as /, /products/1");
        }
        return List.copyOf(pages);
    }

    private static ParameterException badPage(String path) {
        return new ParameterException(
                "audit.pages",
                "has " + SafeText.quote(path) + ", which is no path",
                "write paths that begin with '/', percent-encoded, with commas between them");
    }

    // A site on which nobody has to be asked has no banner, and so no choices.
    static List<Phase> phases(String text, Charter charter) throws ParameterException {
        List<Phase> phases = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            String word = each.strip();
            if (word.isEmpty()) {
                continue;
            }
            Phase phase = phase("audit.phases", word);
            boolean isChoice = phase != Phase.BEFORE && phase != Phase.GPC;
            if (!phases.contains(phase) && (!isChoice || charter.needsConsent() || charter.hasBanner())) {
                phases.add(phase);
            }
        }
        if (phases.isEmpty()) {
            throw new ParameterException(
                    "audit.phases", "names no phase", "write some of " + SafeText.join(knownPhases()));
        }
        return phases;
    }

    private static List<String> knownPhases() {
        return Arrays.stream(Phase.values()).map(Phase::word).toList();
    }

    /**
     * Returns the phase of a word.
     *
     * @param parameter the parameter that has it
     */
    static Phase phase(String parameter, String word) throws ParameterException {
        List<String> known = knownPhases();
        for (Phase phase : Phase.values()) {
            if (phase.word().equals(word)) {
                return phase;
            }
        }
        Optional<String> suggestion = DidYouMean.suggestion(word, known);
        throw new ParameterException(
                parameter,
                "has " + SafeText.quote(word) + ", which is unknown",
                suggestion.isPresent()
                        ? "did you mean " + SafeText.quote(suggestion.get()) + "?"
                        : "write some of " + SafeText.join(known));
    }

    private static Duration seconds(String name, String text) throws ParameterException {
        try {
            Duration duration = Duration.ofMillis(Math.round(Double.parseDouble(text.strip()) * 1_000));
            if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (NumberFormatException e) {
            // It is no number, which is told below.
        }
        throw new ParameterException(
                "audit." + name,
                "is " + SafeText.quote(text) + ", which is no number of seconds from 0 to " + LONGEST.toSeconds(),
                "write a number such as 1 or 0.5");
    }
}
