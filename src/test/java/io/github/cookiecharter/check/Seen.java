package io.github.cookiecharter.check;

import io.github.cookiecharter.scan.Action;
import io.github.cookiecharter.scan.Attributes;
import io.github.cookiecharter.scan.Certainty;
import io.github.cookiecharter.scan.Evidence;
import io.github.cookiecharter.scan.Place;
import io.github.cookiecharter.vocabulary.Kind;
import io.github.cookiecharter.vocabulary.Position;
import java.util.Optional;
import java.util.OptionalInt;

/** Evidence as the tests need it. */
public final class Seen {

    public static final Place.Code LOGIN =
            new Place.Code("com.acme.Login", "remember", OptionalInt.of(42), Optional.of("Login.java"));
    public static final Place.Text SCRIPT = new Place.Text("src/main/webapp/app.js", new Position(12, 7));

    private Seen() {}

    /** A cookie that own Java code sets. */
    public static Evidence cookie(String name) {
        return of(name, Kind.COOKIE, LOGIN, Certainty.CERTAIN);
    }

    public static Evidence of(String name, Kind kind, Place place, Certainty certainty) {
        return new Evidence(
                name.isEmpty() ? Optional.empty() : Optional.of(name),
                kind,
                Action.SETS,
                place,
                Evidence.OWN,
                certainty,
                "new jakarta.servlet.http.Cookie",
                Attributes.UNKNOWN,
                false);
    }

    public static Evidence with(Evidence evidence, Attributes attributes) {
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
                Action.DELETES,
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
