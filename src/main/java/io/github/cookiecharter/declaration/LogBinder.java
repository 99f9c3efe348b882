package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import java.util.Optional;

/** Binds {@code consent.log} and {@code consent.log-retention}: where choices are reported, and how long they are kept. */
final class LogBinder {

    private final boolean bannerAsks;
    private final ScalarReader scalars;
    private final DiagnosticCollector diagnostics;

    LogBinder(boolean bannerAsks, ScalarReader scalars, DiagnosticCollector diagnostics) {
        this.bannerAsks = bannerAsks;
        this.scalars = scalars;
        this.diagnostics = diagnostics;
    }

    Optional<Declaration.Log> bind(MappingReader consent) {
        Optional<String> path = scalars.readText(consent, "log", ValueFormat.LOG_PATH);
        Optional<Lifetime> retention = scalars.readLifetime(consent, "log-retention");
        if (consent.contains("log") && !consent.contains("log-retention")) {
            diagnostics.error(
                    consent.positionOf("log"),
                    "'log' needs 'log-retention': say how long the site keeps the reports, such as '3 years', which the"
                            + " policy shows");
        }
        if (consent.contains("log-retention") && !consent.contains("log")) {
            diagnostics.error(
                    consent.positionOf("log-retention"),
                    "'log-retention' says how long reports of choices are kept, and none are without 'log': give the path"
                            + " that takes them, or remove the key");
        }
        if (retention.isPresent() && !(retention.get() instanceof Lifetime.Lasting)) {
            diagnostics.error(
                    consent.positionOf("log-retention"),
                    "'log-retention' must be a length of time such as '3 years': a site keeps nothing for a session, or for"
                            + " ever");
        }
        if (consent.contains("log") && !bannerAsks) {
            diagnostics.error(
                    consent.positionOf("log"),
                    "'log' is where the generated banner reports choices, and this site has none: remove the key, or choose"
                            + " a 'runtime' of the banner");
        }
        return path.isPresent() && retention.isPresent()
                ? Optional.of(new Declaration.Log(path.get(), retention.get()))
                : Optional.empty();
    }
}
