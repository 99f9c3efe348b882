package io.github.cookiecharter.scan.script;

import io.github.cookiecharter.scan.script.Names.Passed;

/**
 * A function that sets what its caller names.
 *
 * @param unit the file
 * @param site where it sets it
 * @param text the name, with what the caller passes in it
 * @param passed what the caller passes
 * @param level how many functions stand between it and what sets
 */
record Wrapper(Unit unit, Site site, String text, Passed passed, int level) {

    Outline.Function function() {
        return unit.outline.functions.get(passed.function());
    }

    /** The name that callers use. */
    String name() {
        Outline.Function function = function();
        boolean constructs =
                function.name().equals("constructor") || function.name().equals("initialize");
        return constructs && function.isMember() ? function.owner() : function.name();
    }
}
