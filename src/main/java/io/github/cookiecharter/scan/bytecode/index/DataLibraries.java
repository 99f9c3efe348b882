package io.github.cookiecharter.scan.bytecode.index;

import io.github.cookiecharter.model.DataTable;
import java.util.List;

/** The libraries whose objects hold the data of a program, such as trees of JSON, from {@code data-libraries.txt}. */
public final class DataLibraries {

    private static final List<String> PREFIXES = DataTable.rows(DataLibraries.class, "data-libraries.txt");

    private DataLibraries() {}

    /** Returns whether a class, by its internal name, belongs to such a library. */
    public static boolean contains(String type) {
        for (String prefix : PREFIXES) {
            if (type.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
