package io.github.cookiecharter.model;

/** A keyword of the declaration's format, as written in YAML, in HTML attributes and in messages. */
public interface Keyword {

    /** Returns the keyword as written: usually lower case, with hyphens. */
    String word();
}
