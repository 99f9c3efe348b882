package io.github.cookiecharter.rule.data;

import io.github.cookiecharter.model.DataTable;
import java.util.List;

/** Reads the data of the rules: text files beside the classes. The head of each file states its format and its date. */
final class RuleData {

    private RuleData() {}

    /**
     * Returns the lines of a file unchanged.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    static List<String> lines(String name) {
        return DataTable.lines(RuleData.class, name);
    }

    /** Returns the rows of a table: its lines except those that are empty or begin with {@code #}. */
    static List<String> rows(String name) {
        return DataTable.rows(RuleData.class, name);
    }

    /** Returns the rows of a table, each as its cells, which {@code |} separates. */
    static List<List<String>> table(String name) {
        return DataTable.cells(RuleData.class, name);
    }
}
