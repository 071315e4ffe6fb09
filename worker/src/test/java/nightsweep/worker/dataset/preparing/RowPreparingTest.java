package nightsweep.worker.dataset.preparing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightsweep.experiments.dataset.ColumnUse;
import nightsweep.experiments.dataset.Fill;
import nightsweep.experiments.dataset.FittedColumn;
import nightsweep.experiments.dataset.NumberForm;
import nightsweep.experiments.dataset.Preparing;
import nightsweep.experiments.dataset.Preparing.MissingFlags;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.RawColumn;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;
import nightsweep.worker.dataset.source.TableSchema;
import org.junit.jupiter.api.Test;

/** Numbers are those of scikit-learn's SimpleImputer and OneHotEncoder, by their definitions. */
class RowPreparingTest {
    private static final double NONE = Double.NaN;

    private static Preparing how(Fill fill, MissingFlags flags, int mostValues) {
        return new Preparing(List.of(), List.of(), fill, flags, mostValues);
    }

    private static TableSchema schema(Preparing how, RawColumn... columns) {
        return new TableSchema(List.of(columns), columns.length + 1, List.of(), List.of(), how);
    }

    private static RawColumn number() {
        return new RawColumn("size", "column \"size\"", 0, ColumnUse.NUMBER, NumberForm.PLAIN, List.of(), 1, false);
    }

    private static RawColumn flag() {
        return new RawColumn("member", "column \"member\"", 0, ColumnUse.FLAG, NumberForm.PLAIN, List.of(), 1, false);
    }

    private static RawColumn category(String... values) {
        return new RawColumn(
                "kind", "column \"kind\"", 0, ColumnUse.CATEGORY, NumberForm.PLAIN, List.of(values), 0, false);
    }

    private static Stored column(double... values) {
        return new Stored(new Features.Doubles(values), new byte[values.length], 1);
    }

    private static double[] prepared(RowPreparing preparing, Selection rows) throws DataException {
        return ((Features.Doubles) preparing.of(rows).stored().features()).values();
    }

    @Test
    void fillsWithTheMeanOfTheTrainingExamplesAlone() throws DataException {
        Stored rows = column(1, NONE, 2, 6, 1000);
        Selection train = new Selection(rows, new int[] {0, 1, 2, 3});

        RowPreparing preparing = RowPreparing.fittedOn(schema(Preparing.USUAL, number()), train);

        assertThat(prepared(preparing, rows.all())).containsExactly(1, 3, 2, 6, 1000);
    }

    @Test
    void fillsWithTheMedian() throws DataException {
        Stored odd = column(9, 1, NONE, 2);
        Stored even = column(9, 1, NONE, 2, 4);
        TableSchema schema = schema(how(new Fill.Median(), MissingFlags.NONE, 9), number());

        assertThat(prepared(RowPreparing.fittedOn(schema, odd.all()), odd.all()))
                .containsExactly(9, 1, 2, 2);
        assertThat(prepared(RowPreparing.fittedOn(schema, even.all()), even.all()))
                .containsExactly(9, 1, 3, 2, 4);
    }

    @Test
    void fillsWithAConstantAndFlagsWhatWasMissing() throws DataException {
        Stored rows = column(5, NONE);
        TableSchema schema = schema(how(new Fill.Constant(-1), MissingFlags.ADDED, 9), number());

        RowPreparing preparing = RowPreparing.fittedOn(schema, rows.all());

        assertThat(preparing.preparation().width()).isEqualTo(2);
        assertThat(prepared(preparing, rows.all())).containsExactly(5, 0, -1, 1);
    }

    @Test
    void takesTheMeanForAYesOrNoWhereTheConstantIsNeither() throws DataException {
        Stored rows = column(1, NONE, 0, 1, 1);

        assertThat(filled(new Fill.Constant(7), rows)).containsExactly(1, 0.75, 0, 1, 1);
        assertThat(filled(new Fill.Constant(0), rows)).containsExactly(1, 0, 0, 1, 1);
    }

    private static double[] filled(Fill fill, Stored rows) throws DataException {
        TableSchema schema = schema(how(fill, MissingFlags.NONE, 9), flag());
        return prepared(RowPreparing.fittedOn(schema, rows.all()), rows.all());
    }

    @Test
    void flagsNothingWhereNoTrainingExampleMissesANumber() throws DataException {
        Stored rows = column(4, 6, NONE);
        Selection train = new Selection(rows, new int[] {0, 1});

        RowPreparing preparing =
                RowPreparing.fittedOn(schema(how(new Fill.Mean(), MissingFlags.ADDED, 9), number()), train);

        assertThat(prepared(preparing, rows.all())).containsExactly(4, 6, 5);
    }

    @Test
    void fillsAColumnThatTrainingExamplesHaveNoNumberOfWithZero() throws DataException {
        Stored rows = column(NONE, NONE, 7);

        RowPreparing preparing =
                RowPreparing.fittedOn(schema(Preparing.USUAL, number()), new Selection(rows, new int[] {0, 1}));

        assertThat(prepared(preparing, rows.all())).containsExactly(0, 0, 7);
    }

    @Test
    void givesEachValueAColumnAndUnknownOnesNone() throws DataException {
        Stored rows = column(0, 2, 0, 1, RawColumn.UNKNOWN, NONE);
        Selection train = new Selection(rows, new int[] {0, 1, 2});

        RowPreparing preparing = RowPreparing.fittedOn(schema(Preparing.USUAL, category("a", "b", "c")), train);

        assertThat(preparing.preparation().columns())
                .containsExactly(new FittedColumn.Category("kind", 0, List.of("a", "c"), false, false));
        assertThat(prepared(preparing, rows.all())).containsExactly(1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void joinsTheRarestValuesBeyondTheLimit() throws DataException {
        Stored rows = column(3, 3, 1, 0, 2, 2, NONE, RawColumn.UNKNOWN);
        Selection train = new Selection(rows, new int[] {0, 1, 2, 3, 4, 5, 6});

        RowPreparing preparing = RowPreparing.fittedOn(
                schema(how(new Fill.Mean(), MissingFlags.NONE, 3), category("a", "b", "c", "d")), train);

        // Of a and b, which are equally rare, the first stays.
        assertThat(preparing.preparation().columns())
                .containsExactly(new FittedColumn.Category("kind", 0, List.of("a", "c", "d"), true, true));
        assertThat(prepared(preparing, new Selection(rows, new int[] {0})))
                .startsWith(0, 0, 1, 0, 0)
                .endsWith(0, 0, 0, 0, 1, 0, 0, 0, 1, 0);
    }

    @Test
    void keepsFlagsAsTheyAreAndFillsThemToo() throws DataException {
        Stored rows = column(1, 0, 0, 0, NONE);
        RawColumn flag =
                new RawColumn("wet", "column \"wet\"", 0, ColumnUse.FLAG, NumberForm.PLAIN, List.of(), 1, false);

        RowPreparing preparing = RowPreparing.fittedOn(schema(Preparing.USUAL, flag), rows.all());

        assertThat(prepared(preparing, rows.all())).containsExactly(1, 0, 0, 0, 0.25);
    }
}
