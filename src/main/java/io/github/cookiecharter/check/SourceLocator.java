package io.github.cookiecharter.check;

import io.github.cookiecharter.rule.SourceLocation;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;

/** Finds the source files of evidence in the module. */
public interface SourceLocator {

    /**
     * Returns the location of a place, with the source file for editors if there is one.
     *
     * @param origin the origin of the evidence there, such as {@link Evidence#OWN}
     */
    SourceLocation locate(CodePlace place, String origin);
}
