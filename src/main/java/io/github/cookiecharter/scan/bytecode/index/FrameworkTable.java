package io.github.cookiecharter.scan.bytecode.index;

import io.github.cookiecharter.model.DataTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The servers and frameworks whose own code sets cookies only if the project uses it. Their presence on the class path
 * is no evidence; {@code scan.config} has the cookies that they set by default.
 */
public final class FrameworkTable {

    private final List<String> prefixes;

    private FrameworkTable(List<String> prefixes) {
        this.prefixes = prefixes;
    }

    /** Reads {@code frameworks.txt}. */
    public static FrameworkTable load() {
        List<String> prefixes = new ArrayList<>();
        for (List<String> row : DataTable.cells(FrameworkTable.class, "frameworks.txt")) {
            prefixes.add(row.get(0));
        }
        return new FrameworkTable(prefixes);
    }

    /** Returns whether a class, by its internal name, is part of a listed framework. */
    public boolean contains(String type) {
        for (String prefix : prefixes) {
            if (type.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
