package nightsweep.driver.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Table TABLE = Table.of(
            "squares",
            "Squares",
            List.of(
                    new Field<Integer>(Column.number("number"), i -> Cell.count(i)),
                    new Field<Integer>(Column.text("word"), i -> Cell.text(i == 2 ? "" : "w" + i)),
                    new Field<Integer>(Column.number("square"), i -> Cell.score(i * i))),
            List.of(1, 2, 3),
            List.of("A note."));

    @Test
    void hasOneRowAnItem() {
        assertThat(CsvTable.text(TABLE)).isEqualTo("number,word,square\n1,w1,1.0\n2,,4.0\n3,w3,9.0\n");
    }

    @Test
    void rejectsARowOfAnotherLength() {
        assertThatThrownBy(() -> new Table(
                        "t",
                        "T",
                        List.of(Column.text("a"), Column.text("b")),
                        List.of(List.of(Cell.count(1))),
                        List.of()))
                .hasMessage("Each row of a table of 2 columns has as many cells, but got [Count[count=1]].");
    }

    @Test
    void rejectsColumnsOfTheSameName() {
        assertThatThrownBy(
                        () -> new Table("t", "T", List.of(Column.text("a"), Column.number("a")), List.of(), List.of()))
                .hasMessage("The columns of a table have different names, but got [a, a].");
    }

    @Test
    void rejectsAScoreThatIsNoNumber() {
        assertThatThrownBy(() -> new Cell.Score(Double.NaN)).hasMessageContaining("a missing cell stands for none");
        assertThat(Cell.score(Double.NaN)).isEqualTo(Cell.missing());
    }

    @Test
    void choosesColumns() {
        assertThat(CsvTable.text(TABLE.only(List.of("square", "no-such", "number"))))
                .startsWith("square,number\n1.0,1\n");
        assertThat(CsvTable.text(TABLE.without(List.of("word", "no-such")))).startsWith("number,square\n1,1.0\n");
    }

    @Test
    void choosesRows() {
        Table named = TABLE.where("word", cell -> cell instanceof Cell.Text);

        assertThat(CsvTable.text(named)).isEqualTo("number,word,square\n1,w1,1.0\n3,w3,9.0\n");
        assertThatThrownBy(() -> TABLE.where("no-such", cell -> true))
                .hasMessage("Table squares has no column no-such.");
    }

    @Test
    void saysHowManyRowsThereAreMore() {
        assertThat(TABLE.first(3)).isEqualTo(TABLE);
        assertThat(TABLE.first(1).rows()).hasSize(1);
        assertThat(TABLE.first(1).notes()).containsExactly("2 more in squares.csv.", "A note.");
    }
}
