package nightsweep.driver.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private record Row(long rank, String name, double score, double change) {}

    private static Table table(Row... rows) {
        return Table.of(
                "t",
                "Title",
                List.of(
                        new Field<>(Column.number("rank"), row -> Cell.count(row.rank())),
                        new Field<>(Column.text("name"), row -> Cell.text(row.name())),
                        new Field<>(Column.number("test-accuracy"), row -> Cell.score(row.score())),
                        new Field<Row>(Column.difference("change"), row -> Cell.score(row.change()))),
                List.of(rows),
                List.of("A note under it."));
    }

    @Test
    void alignsColumns() {
        Table table = table(
                new Row(1, "sigmoid", 0.96984, 0.001),
                new Row(12345, "relu", 12.5, -0.25),
                new Row(3, "", 0, Double.NaN));

        assertThat(TextTable.of(table, 80, List.of())).isEqualTo("""
                Title
                                    test
                 rank  name     accuracy   change
                -----  -------  --------  -------
                    1  sigmoid    0.9698  +0.0010
                12345  relu      12.5000  -0.2500
                    3             0.0000
                A note under it.
                """);
    }

    @Test
    void measuresCharactersAsATerminalShowsThem() {
        Table table = table(
                new Row(1, "ürü", 1, 0),
                new Row(2, "数字", 1, 0),
                new Row(3, "e\u0301te", 1, 0),
                new Row(4, "ارقام", 1, 0));

        assertThat(TextTable.of(table.without(List.of("change")), 80, List.of()))
                .contains("""
                   1  ürü      1.0000
                   2  数字     1.0000
                   3  e\u0301te      1.0000
                   4  ارقام    1.0000
                """);
    }

    @Test
    void keepsToOneLineARow() {
        Table table = table(new Row(1, "a\nb\u001b[31m", 1, 0));

        assertThat(TextTable.of(table, 80, List.of()))
                .contains("   1  a b [31m ")
                .doesNotContain("\u001b");
    }

    @Test
    void leavesOutExpendableColumnsThenCutsWords() {
        Table table = table(new Row(1, "a name that is rather long", 0.5, 0.25));

        String text = TextTable.of(table, 34, List.of(List.of("change"), List.of("rank")));

        assertThat(text).isEqualTo("""
                Title
                                              test
                name                      accuracy
                ------------------------  --------
                a name that is rather...    0.5000
                A note under it.
                """);
    }

    @Test
    void foldsNotes() {
        Table table = table(new Row(1, "relu", 0.5, 0.25)).noted(List.of("one two three four five six seven"));

        assertThat(TextTable.of(table, 20, List.of())).endsWith("one two three four\nfive six seven\n");
    }

    @Test
    void saysWhereThereAreNoRows() {
        assertThat(TextTable.of(table(), 80, List.of())).isEqualTo("Title\n(none)\nA note under it.\n");
    }
}
