package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import java.util.List;
import java.util.function.Consumer;

/** One rule: what it is called, where it comes from, and what it finds in a charter. */
public interface Rule {

    /** The id by which the pom and exceptions name it, such as {@code name-prefix}. */
    String id();

    /** What it looks for, in a short sentence without a full stop at its end. */
    String title();

    /** Why it is asked for, in plain text of a few sentences. */
    String why();

    /** The address of its page in the documentation. */
    String page();

    /** Where it comes from; empty where plain consistency asks for it. */
    List<Source> sources();

    /** Looks at a charter and tells what it finds, in any order; nothing where none of the site's jurisdictions has it. */
    void look(Charter charter, Consumer<Finding> findings);
}
