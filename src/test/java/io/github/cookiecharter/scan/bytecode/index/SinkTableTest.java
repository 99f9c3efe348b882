package io.github.cookiecharter.scan.bytecode.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading {@code sinks.txt}: which rows are refused. */
class SinkTableTest {

    private static final String ROLES = "allowed are name, header, deleted, spark, named, object, entry, headers";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/Cookie <init> 0 name servlt | unknown family 'servlt', allowed are servlet, rest, restbuilder, spring",
                "a/Cookie <init> 0 nam servlet | unknown argument role 'nam', " + ROLES,
                "a/Cookie <init> x name servlet | 'x' is no argument index",
                "a/Cookie <init> 0 name servlet 2 | '2' is no range of argument counts, write 2-4 or 2-",
                "a/Cookie <init> 0 name servlet x-3 | 'x-3' is no range of argument counts, write 2-4 or 2-",
                "a/Cookie <init> 0 name | 4 cells instead of 5 or 6",
                "a/Cookie <init> 0 name servlet 2- more | 7 cells instead of 5 or 6"
            })
    void aBadRowIsRefusedWithItsLine(String row, String reason) {
        List<String> lines = List.of("# a comment", "", "a/Good <init> 0 name servlet", row);
        assertThatThrownBy(() -> SinkTable.parse(lines))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("sinks.txt, line 4: " + reason);
    }

    @Test
    void commentsAndBlankLinesAreSkipped() {
        SinkTable table = SinkTable.parse(List.of("# servlt", " ", "a/Cookie <init>,create 0 name servlet 2-"));
        assertThat(table.find("create", "a/Cookie"::equals))
                .containsExactly(new Sink(
                        "a/Cookie", "create", Sink.ArgumentRole.NAME, 0, Sink.Family.SERVLET, 2, Integer.MAX_VALUE));
    }

    @Test
    void theTableItselfIsRead() {
        assertThat(SinkTable.load().find("<init>", "jakarta/servlet/http/Cookie"::equals))
                .hasSize(1);
    }
}
