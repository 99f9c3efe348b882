package io.github.cookiecharter.history;

import io.github.cookiecharter.model.Lifetime;
import java.util.List;

/** A value in a recorded charter. */
public sealed interface Fact {

    /** The charter does not state it. */
    record Unstated() implements Fact {}

    /** A text in several languages. */
    record Text(Wording words) implements Fact {}

    /** A name, an address, a number or a keyword. */
    record Plain(String value) implements Fact {}

    /** A lifetime. */
    record Duration(Lifetime lifetime) implements Fact {}

    /** Several values; their order does not matter. */
    record Items(List<String> values) implements Fact {

        public Items {
            values = List.copyOf(values);
        }
    }

    /** The value that a charter does not state. */
    Fact UNSTATED = new Unstated();
}
