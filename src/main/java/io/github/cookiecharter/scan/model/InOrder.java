package io.github.cookiecharter.scan.model;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.Comparator;

/** The order of evidence, which is the same on every machine: own ones first, then by origin, place, kind and name. */
public final class InOrder implements Comparator<Evidence> {

    public static final InOrder INSTANCE = new InOrder();

    private InOrder() {}

    /** What makes two pieces of evidence the same. */
    public static String key(Evidence evidence) {
        return String.join(
                "\n",
                evidence.origin(),
                evidence.place().text(),
                evidence.kind().word(),
                evidence.name().orElse(""),
                evidence.action().word());
    }

    @Override
    public int compare(Evidence one, Evidence other) {
        if (one.isOwn() != other.isOwn()) {
            return one.isOwn() ? -1 : 1;
        }
        int byOrigin = one.origin().compareTo(other.origin());
        if (byOrigin != 0) {
            return byOrigin;
        }
        int byPlace = where(one).compareTo(where(other));
        if (byPlace != 0) {
            return byPlace;
        }
        int byLine = line(one).compareTo(line(other));
        if (byLine != 0) {
            return byLine;
        }
        int byKey = key(one).compareTo(key(other));
        return byKey != 0 ? byKey : one.certainty().compareTo(other.certainty());
    }

    private static String where(Evidence evidence) {
        return evidence.place() instanceof CodePlace.Text text
                ? text.path()
                : ((CodePlace.Code) evidence.place()).type();
    }

    private static SourcePosition line(Evidence evidence) {
        return evidence.place() instanceof CodePlace.Text text
                ? text.at()
                : new SourcePosition(((CodePlace.Code) evidence.place()).line().orElse(1), 1);
    }
}
