package io.github.cookiecharter.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** All targets by their names. */
final class FuzzTargets {

    private static final Map<String, Supplier<FuzzTarget>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("declaration", DeclarationTarget::new);
        ALL.put("texts", TextsTarget::new);
        ALL.put("class", ClassTarget::new);
        ALL.put("archive", ArchiveTarget::new);
        ALL.put("script", ScriptTarget::new);
        ALL.put("settings", SettingsTarget::new);
        ALL.put("consent", ConsentTarget::new);
        ALL.put("import", ImportTarget::new);
    }

    private FuzzTargets() {}

    static Set<String> names() {
        return ALL.keySet();
    }

    static FuzzTarget named(String name) {
        Supplier<FuzzTarget> target = ALL.get(name);
        if (target == null) {
            throw new IllegalArgumentException("-Dfuzz.target=" + name + " names no target: there are " + names());
        }
        return target.get();
    }
}
