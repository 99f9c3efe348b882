package io.github.cookiecharter.scan.javascript.value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The constant texts that the files of one origin give each other: by name, or by {@code object.property}. */
public final class SharedConstants {

    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Set<String> wanted = new HashSet<>();

    /** Adds a constant; a name with two texts stands for none. */
    public void add(String name, String text) {
        String known = texts.putIfAbsent(name, text);
        if (known != null && !known.equals(text)) {
            ambiguous.add(name);
        }
    }

    /** The text, and none where no file or more than one gives it; then it is noted as wanted. */
    List<String> find(String name) {
        String text = texts.get(name);
        if (text == null) {
            int dot = name.indexOf('.');
            wanted.add(dot < 0 ? name : name.substring(0, dot));
            return List.of();
        }
        return ambiguous.contains(name) ? List.of() : List.of(text);
    }

    /** The names that were asked for and that no file gave. */
    public Set<String> wanted() {
        return wanted;
    }
}
