package io.github.cookiecharter.check;

import io.github.cookiecharter.rule.SourceLocation;
import io.github.cookiecharter.scan.model.Evidence;

/** Knows the files of the module behind the places of evidence. */
public interface SourceLocator {

    /** The place of evidence, with the file that an editor can open, where there is one. */
    SourceLocation locate(Evidence evidence);
}
