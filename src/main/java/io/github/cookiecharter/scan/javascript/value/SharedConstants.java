package io.github.cookiecharter.scan.javascript.value;

import io.github.cookiecharter.scan.javascript.scope.Located;
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
    private Exports exports = NONE;

    /** What files of the project export. */
    public interface Exports {
        /** The text of what a module exports; empty where it is not known. */
        List<String> text(String module, List<String> path);

        /** The arrays that a module may export. */
        List<Located> arrays(String module, List<String> path);
    }

    private static final Exports NONE = new Exports() {
        @Override
        public List<String> text(String module, List<String> path) {
            return List.of();
        }

        @Override
        public List<Located> arrays(String module, List<String> path) {
            return List.of();
        }
    };

    /** Lets what is imported be followed to the file that exports it. */
    public void link(Exports others) {
        this.exports = others;
    }

    /** The text of what a module exports; empty where it is not known. */
    List<String> exported(String module, List<String> path) {
        return exports.text(module, path);
    }

    /** The arrays that a module may export. */
    List<Located> arrays(String module, List<String> path) {
        return exports.arrays(module, path);
    }

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
