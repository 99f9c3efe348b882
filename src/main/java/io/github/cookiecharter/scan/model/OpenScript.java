package io.github.cookiecharter.scan.model;

import java.util.List;

/**
 * A script that sets something under names that cannot be determined, and whose places are counted and not reported one by
 * one: minified code, a copy of a library, or a script of a dependency.
 *
 * @param path relative to the module's folder or to the root of its archive, with {@code /}
 * @param origin {@link Evidence#OWN}, or the coordinates of the dependency
 * @param isLibrary whether it is a copy of a library, whose names depend on its callers
 * @param places the places in the order of the script, at least one, all of them {@link Certainty#UNRESOLVED}
 */
public record OpenScript(String path, String origin, boolean isLibrary, List<Evidence> places) {

    public OpenScript {
        places = List.copyOf(places);
    }

    /** Returns whether the script is the project's own code, which its authors can change. */
    public boolean isOwnCode() {
        return origin.equals(Evidence.OWN) && !isLibrary;
    }
}
