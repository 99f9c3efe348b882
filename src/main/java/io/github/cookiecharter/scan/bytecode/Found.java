package io.github.cookiecharter.scan.bytecode;

import java.util.List;

/**
 * A value that an operand may have.
 *
 * @param trail the calls through which it came in
 */
record Found(Value value, Trail trail) {

    static final List<Found> UNKNOWN = List.of(new Found(Value.Nothing.UNKNOWN, Trail.NONE));

    static List<Found> only(Value value) {
        return List.of(new Found(value, Trail.NONE));
    }

    static List<Found> text(String text) {
        return only(new Value.Text(text));
    }

    static List<Found> number(long number) {
        return only(new Value.Number(number));
    }
}
