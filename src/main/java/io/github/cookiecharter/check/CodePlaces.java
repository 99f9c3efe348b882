package io.github.cookiecharter.check;

import io.github.cookiecharter.rule.CodePlace;
import io.github.cookiecharter.scan.Evidence;

/** Knows the files of the module behind the places of evidence. */
public interface CodePlaces {

    /** The place of evidence, with the file that an editor can open, where there is one. */
    CodePlace of(Evidence evidence);
}
