package io.github.cookiecharter.scan.bytecode.index;

import io.github.cookiecharter.model.DataTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The servers and frameworks whose own code sets cookies only where the project puts it to use: that they lie on the
 * class path is no evidence, and what they set by default is known from elsewhere.
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

    /** Whether a class is part of one of them. */
    public boolean contain(String type) {
        for (String prefix : prefixes) {
            if (type.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
