package io.github.cookiecharter.check;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.util.Optional;
import java.util.OptionalInt;

/** Evidence as the tests need it. */
public final class TestEvidence {

    public static final CodePlace.Code LOGIN =
            new CodePlace.Code("com.acme.Login", "remember", OptionalInt.of(42), Optional.of("Login.java"));
    public static final CodePlace.Text SCRIPT = new CodePlace.Text("src/main/webapp/app.js", new SourcePosition(12, 7));

    private TestEvidence() {}

    /** A cookie that own Java code sets. */
    public static Evidence cookie(String name) {
        return of(name, Kind.COOKIE, LOGIN, Certainty.CERTAIN);
    }

    public static Evidence of(String name, Kind kind, CodePlace place, Certainty certainty) {
        return new Evidence(
                name.isEmpty() ? Optional.empty() : Optional.of(name),
                kind,
                StorageAction.SETS,
                place,
                Evidence.OWN,
                certainty,
                "new jakarta.servlet.http.Cookie",
                ObservedAttributes.UNKNOWN,
                false);
    }

    public static Evidence with(Evidence evidence, ObservedAttributes attributes) {
        return new Evidence(
                evidence.name(),
                evidence.kind(),
                evidence.action(),
                evidence.place(),
                evidence.origin(),
                evidence.certainty(),
                evidence.how(),
                attributes,
                evidence.guarded());
    }

    public static Evidence guarded(Evidence evidence) {
        return new Evidence(
                evidence.name(),
                evidence.kind(),
                evidence.action(),
                evidence.place(),
                evidence.origin(),
                evidence.certainty(),
                evidence.how(),
                evidence.attributes(),
                true);
    }

    public static Evidence deleted(Evidence evidence) {
        return new Evidence(
                evidence.name(),
                evidence.kind(),
                StorageAction.DELETES,
                evidence.place(),
                evidence.origin(),
                evidence.certainty(),
                evidence.how(),
                evidence.attributes(),
                evidence.guarded());
    }

    public static Evidence from(String origin, Evidence evidence) {
        return new Evidence(
                evidence.name(),
                evidence.kind(),
                evidence.action(),
                evidence.place(),
                origin,
                evidence.certainty(),
                evidence.how(),
                evidence.attributes(),
                evidence.guarded());
    }
}
