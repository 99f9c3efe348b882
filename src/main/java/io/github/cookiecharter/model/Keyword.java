package io.github.cookiecharter.model;

/** A word of the declaration's format, as it stands in YAML, in HTML attributes and in messages. */
public interface Keyword {

    /** The word as written: lower case, with hyphens. */
    String word();
}
