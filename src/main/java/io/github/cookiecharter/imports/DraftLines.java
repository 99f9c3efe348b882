package io.github.cookiecharter.imports;

import io.github.cookiecharter.template.YamlEscaper;
import java.util.HashMap;
import java.util.Map;

/** The lines of a declaration, each with what to do if the declaration's reader refuses it. */
final class DraftLines {

    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, Refusal> refusals = new HashMap<>();
    private int line;

    /** Takes what a line says out of the draft. */
    interface Refusal {

        /** Takes it out, and keeps the reason as a remark; returns whether there was something to take out. */
        boolean refuse(String reason);
    }

    /** Adds a line that nobody refuses. */
    void add(String content) {
        add(content, reason -> false);
    }

    /** Adds a line. */
    void add(String content, Refusal refusal) {
        text.append(content).append('\n');
        refusals.put(++line, refusal);
    }

    /** Adds a comment. */
    void comment(String indent, String words) {
        add(indent + "# " + YamlEscaper.comment(words));
    }

    String text() {
        return text.toString();
    }

    /** Takes a refused line out of the draft; returns whether that was possible. */
    boolean refuse(int number, String reason) {
        Refusal refusal = refusals.get(number);
        return refusal != null && refusal.refuse(reason);
    }
}
