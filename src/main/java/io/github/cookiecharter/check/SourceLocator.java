package io.github.cookiecharter.check;

import io.github.cookiecharter.rule.SourceLocation;
import io.github.cookiecharter.scan.model.Evidence;

/** Finds the source files of evidence in the module. */
public interface SourceLocator {

    /** Returns the location of evidence, with the source file for editors if there is one. */
    SourceLocation locate(Evidence evidence);
}
