package io.github.cookiecharter.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.github.cookiecharter.goal.HostileTexts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written as CSV is the same text again when a library has read it, and never a formula. */
class CsvWriterTest {

    @Test
    void aLibraryReadsTheSameCells() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (String text : HostileTexts.ALL) {
            rows.add(List.of(text, "a,b;c", "say \"no\"", ""));
        }
        List<List<String>> expected = rows.stream()
                .map(row -> row.stream().map(CsvWriterTest::shown).toList())
                .toList();

        CsvWriter csv = new CsvWriter();
        rows.forEach(csv::row);

        assertThat(csv.text()).startsWith("\uFEFF\"").endsWith("\r\n");
        assertThat(read(csv.text())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                " =cmd|' /C calc'!A0",
                "\u00A0=1",
                "\u200B=1",
                "\uFEFF+1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF201"
            })
    void noCellBeginsAFormula(String formula) throws Exception {
        CsvWriter csv = new CsvWriter();
        csv.row(List.of(formula, "a" + formula));
        String cell = read(csv.text()).get(0).get(0);
        assertThat(cell).startsWith("'").endsWith(formula.strip());
        assertThat(read(csv.text()).get(0).get(1)).startsWith("a");
    }

    private static String shown(String text) {
        String line = PlainText.onOneLine(text);
        return line.matches("[\\s\\p{Z}\\p{Cf}]*[=+@\uFF1D\uFF0B\uFF0D\uFF20-].*") ? "'" + line : line;
    }

    private static List<List<String>> read(String csv) throws Exception {
        CsvMapper mapper = new CsvMapper();
        mapper.enable(CsvParser.Feature.WRAP_AS_ARRAY);
        try (MappingIterator<String[]> rows = mapper.readerFor(String[].class).readValues(csv.substring(1))) {
            return rows.readAll().stream().map(List::of).toList();
        }
    }
}
