package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.javascript.scope.FunctionInfo;
import io.github.cookiecharter.scan.javascript.value.NameResolver.Passed;

/**
 * A function that sets what its caller names.
 *
 * @param unit the file
 * @param site where it sets it
 * @param text the name, with what the caller passes in it
 * @param passed what the caller passes
 * @param level how many functions stand between it and what sets
 */
record FunctionSummary(ScriptFile unit, ScriptSinkCall site, String text, Passed passed, int level) {

    FunctionInfo function() {
        return unit.table.functions().get(passed.function());
    }

    /** Returns whether the place has a name without any caller, such as a parameter's default. */
    boolean hasOtherNames() {
        for (String other : site.name().texts()) {
            if (new AbstractString(other).isLiteral()) {
                return true;
            }
        }
        return false;
    }

    /** The name that callers use. */
    String name() {
        FunctionInfo function = function();
        boolean constructs =
                function.name().equals("constructor") || function.name().equals("initialize");
        return constructs && function.isMember() ? function.owner() : function.name();
    }
}
