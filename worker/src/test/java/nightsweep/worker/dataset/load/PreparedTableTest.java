package nightsweep.worker.dataset.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.ColumnFacts;
import nightsweep.experiments.dataset.ColumnRule;
import nightsweep.experiments.dataset.ColumnUse;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Fill;
import nightsweep.experiments.dataset.FittedColumn;
import nightsweep.experiments.dataset.NumberForm;
import nightsweep.experiments.dataset.Preparing;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedTableTest {
    private static final Scaling BY_COLUMN = new Scaling.Measured(Scaling.Over.COLUMN);
    private static final String PASSENGERS = """
            name,age,alone,port,zip,survived
            Braund,22,no,S,01234,0
            Cumings,38,no,C,56789,1
            Heikkinen,,yes,S,01234,1
            Futrelle,35,no,S,56789,1
            Allen,NA,yes,?,01234,0
            Moran,25,yes,Q,56789,0
            """;

    @TempDir
    private Path folder;

    private final DatasetLoader loader = new DatasetLoader(new Configuration(), Optional.empty());

    private String write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DatasetSpec spec(String train, String test, Preparing preparing, Scaling scaling) {
        return new DatasetSpec(
                new DataSource.Csv(
                        write("train.csv", train),
                        write("test.csv", test),
                        DataSource.Header.PRESENT,
                        "survived",
                        0,
                        preparing),
                scaling,
                0,
                0,
                0);
    }

    private static Preparing rules(ColumnRule... rules) {
        Preparing usual = Preparing.USUAL;
        return new Preparing(List.of(rules), usual.missing(), usual.fill(), usual.missingFlags(), usual.mostValues());
    }

    private static double[][] rows(ExampleSet examples) {
        double[][] rows = new double[examples.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = examples.exact(i);
        }
        return rows;
    }

    @Test
    void findsNumbersCategoriesAndFlagsAndScalesNumbersAlone() throws DataException {
        Preparing how = rules(new ColumnRule("name", ColumnUse.IGNORED), new ColumnRule("zip", ColumnUse.CATEGORY));
        String test = "survived,zip,port,alone,age,name\n1,01234,X,yes,30,Doe\n0,99,S,no,?,Roe\n";

        Dataset dataset = loader.load(spec(PASSENGERS, test, how, BY_COLUMN), 42);

        assertThat(dataset.preparation().orElseThrow().columns())
                .containsExactly(
                        new FittedColumn.Quantity("age", 1, NumberForm.PLAIN, 30, false),
                        new FittedColumn.Flag("alone", 2, 0.5, false),
                        new FittedColumn.Category("port", 3, List.of("C", "Q", "S"), false, true),
                        new FittedColumn.Category("zip", 4, List.of("01234", "56789"), false, false));
        assertThat(dataset.shape()).containsExactly(8);
        // StandardScaler of 22, 38, 30, 35, 30, 25: mean 30, deviation 5.446712 of the population.
        double[][] train = rows(dataset.train());
        assertThat(train[0]).containsExactly(new double[] {-8 / 5.446712, 0, 0, 0, 1, 0, 1, 0}, within(1e-6));
        assertThat(train[2]).containsExactly(new double[] {0, 1, 0, 0, 1, 0, 1, 0}, within(1e-6));
        assertThat(train[4]).containsExactly(new double[] {0, 1, 0, 0, 0, 1, 1, 0}, within(1e-6));
        double[][] tested = rows(dataset.test());
        assertThat(tested[0]).containsExactly(new double[] {0, 1, 0, 0, 0, 0, 1, 0}, within(1e-6));
        assertThat(tested[1]).containsExactly(new double[] {0, 0, 0, 0, 1, 0, 0, 0}, within(1e-6));
        assertThat(dataset.test().label(0)).isEqualTo(1);
    }

    @Test
    void plansWithTheWidthThatIsTrainedOn() throws DataException {
        StringBuilder table = new StringBuilder("port,survived\n");
        for (int row = 0; row < 60; row++) {
            table.append("harbour").append(row % 29).append(',').append(row % 2).append('\n');
        }
        DataSource source = new DataSource.Csv(
                write("train.csv", table.toString()), "", DataSource.Header.PRESENT, "survived", 0.3);
        DatasetSpec spec = new DatasetSpec(source, BY_COLUMN, 0.2, 0, 0);

        for (long seed = 0; seed < 20; seed++) {
            DatasetFacts facts = loader.facts(spec, seed);
            assertThat(loader.load(spec, seed).shape()).isEqualTo(facts.shape());
            assertThat(facts.width()).isLessThan(29);
        }
    }

    @Test
    void leavesOutNamesAndColumnsWithoutAValueAndSaysSo() throws DataException {
        StringBuilder table = new StringBuilder("name,note,age,survived\n");
        for (int row = 0; row < 20; row++) {
            table.append("person ")
                    .append((char) ('a' + row))
                    .append(",,")
                    .append(row)
                    .append(',')
                    .append(row % 2)
                    .append('\n');
        }
        DatasetSpec spec = spec(table.toString(), table.toString(), Preparing.USUAL, BY_COLUMN);

        assertThat(loader.facts(spec).notes())
                .anyMatch(note -> note.endsWith(
                        "column \"name\" has 20 different texts in 20 rows, as names and ids have: it is left out, unless"
                                + " columns says what it is."))
                .anyMatch(note -> note.endsWith(
                        "column \"note\" has no value in any row: it is left out, unless columns says what it is."));
        assertThat(loader.load(spec, 1).shape()).containsExactly(1);
    }

    @Test
    void tellsWhatEachColumnIs() throws DataException {
        DatasetFacts facts =
                loader.facts(spec(PASSENGERS, PASSENGERS, rules(new ColumnRule("name", ColumnUse.IGNORED)), BY_COLUMN));

        assertThat(facts.columns())
                .containsExactly(
                        new ColumnFacts("age", "number", 2, "4", "22 to 38", ""),
                        new ColumnFacts("alone", "flag", 0, "2", "", ""),
                        new ColumnFacts("port", "category", 1, "3", "C, Q, S", ""),
                        new ColumnFacts("zip", "number", 0, "2", "1234 to 56789", "codes?"),
                        new ColumnFacts("survived", "label", 0, "2", "0, 1", ""),
                        new ColumnFacts("name", "ignored", 0, "", "", ""));
        assertThat(facts.remarks()).extracting(DataRemark::doubt).contains(Doubt.NUMBERS_AS_CODES);
    }

    @Test
    void doubtsWhatIsMostlyMissingAndWhatHasManyValues() throws DataException {
        Preparing few = new Preparing(List.of(), List.of(), new Fill.Mean(), Preparing.MissingFlags.NONE, 2);
        String table = "port,age,survived\nC,,a\nS,,b\nQ,3,a\nQ,,b\n";

        DatasetFacts facts = loader.facts(spec(table, table, few, BY_COLUMN));

        assertThat(facts.remarks()).extracting(DataRemark::doubt).contains(Doubt.MOSTLY_MISSING, Doubt.MANY_VALUES);
        assertThat(facts.shape()).containsExactly(4);
    }

    @Test
    void readsTablesOfPlainNumbersAsBefore() throws DataException {
        String table = "size,weight,survived\n1.5,2,a\n-3e2,.5,b\n7,8,a\n";

        Dataset dataset = loader.load(spec(table, table, Preparing.USUAL, BY_COLUMN), 42);

        assertThat(dataset.preparation()).isEmpty();
        assertThat(dataset.checksum()).isEqualTo("2a75b8f89719f4552a391fc0f7d319d9b2e5d65527e1618882c0b8316ed93b2a");
    }

    @Test
    void tellsTablesOfOtherCategoriesApart() throws DataException {
        String table = "kind,survived\nred,a\nblue,b\nred,a\n";

        String checksum =
                loader.load(spec(table, table, Preparing.USUAL, BY_COLUMN), 1).checksum();
        String other = table.replace("red", "rot");

        assertThat(loader.load(spec(other, other, Preparing.USUAL, BY_COLUMN), 1)
                        .checksum())
                .isNotEqualTo(checksum);
    }

    @Test
    void refusesColumnsThatAreNotThere() {
        for (String columns : List.of("ago", "a*x", "7", "7-9")) {
            DatasetSpec spec =
                    spec(PASSENGERS, PASSENGERS, rules(new ColumnRule(columns, ColumnUse.IGNORED)), BY_COLUMN);

            assertThatThrownBy(() -> loader.load(spec, 1))
                    .hasMessageContaining("columns or split names \"" + columns
                            + "\", but it has no such column; its columns are name, age, alone, port, zip, survived.");
        }
        DatasetSpec spec =
                spec(PASSENGERS, PASSENGERS, rules(new ColumnRule("survived", ColumnUse.CATEGORY)), BY_COLUMN);
        assertThatThrownBy(() -> loader.load(spec, 1))
                .hasMessageContaining("columns says that \"survived\" is category, but it is the label.");
    }

    @Test
    void takesColumnsByPatternsAndRangesANameFirst() throws DataException {
        Preparing how = rules(
                new ColumnRule("a*", ColumnUse.IGNORED),
                new ColumnRule("4-5", ColumnUse.IGNORED),
                new ColumnRule("age", ColumnUse.NUMBER),
                new ColumnRule("1", ColumnUse.IGNORED));

        Dataset dataset = loader.load(spec(PASSENGERS, PASSENGERS, how, BY_COLUMN), 1);

        assertThat(dataset.columns().orElseThrow().names()).containsExactly("age");
    }

    @Test
    void takesWhatIsSaidForMissing() throws DataException {
        Preparing how = new Preparing(List.of(), List.of("-999"), new Fill.Median(), Preparing.MissingFlags.NONE, 100);
        String table = "size,word,survived\n1,NA,a\n-999,x,b\n3,NA,a\n5,x,b\n";

        Dataset dataset = loader.load(spec(table, table, how, new Scaling.None()), 1);

        assertThat(rows(dataset.train())[1]).containsExactly(3, 0, 1);
    }

    @Test
    void doubtsNamesThatAreReadAsARow() throws DataException {
        String rows = "red,big,a\nblue,small,b\n".repeat(10);
        for (String first : List.of("colour,size,kind\n", "")) {
            DataSource source =
                    new DataSource.Csv(write("train.csv", first + rows), "", DataSource.Header.ABSENT, "3", 0.3);

            assertThat(loader.facts(new DatasetSpec(source, BY_COLUMN, 0, 0, 0)).remarks().stream()
                            .anyMatch(remark -> remark.doubt() == Doubt.NAMES_AS_VALUES))
                    .isEqualTo(!first.isEmpty());
        }
    }

    @Test
    void readsDecimalsAsIsSaid() throws DataException {
        String table = "size;survived\n1,5;a\n2.345;b\n";
        Preparing how = new Preparing(
                List.of(), List.of(), new Fill.Mean(), Preparing.MissingFlags.NONE, 100, Preparing.Decimals.COMMA);

        Dataset dataset = loader.load(spec(table, table, how, new Scaling.None()), 1);

        assertThat(rows(dataset.train())[0]).containsExactly(new double[] {1.5}, within(1e-6));
        assertThat(rows(dataset.train())[1]).containsExactly(2345);
        assertThat(dataset.preparation().orElseThrow().columns())
                .containsExactly(
                        new FittedColumn.Quantity("size", 0, NumberForm.DECIMAL_COMMA_AND_POINT, 1173.25, false));
    }

    @Test
    void refusesColumnsOfWordsAndNumbersAndDates() {
        String table = "when,mixed,survived\n2020-01-05,1,a\n2020-02-06,x,b\n";

        assertThatThrownBy(() -> loader.load(spec(table, table, Preparing.USUAL, BY_COLUMN), 1))
                .hasMessageContaining(
                        "line 2, column \"when\": \"2020-01-05\" is a date, and no number: say under columns"
                                + " that it is ignored, or a category")
                .hasMessageContaining("line 3, column \"mixed\": \"x\" is not a finite number: say under columns");
    }

    @Test
    void refusesAFlagThatIsNeitherYesNorNo() {
        DatasetSpec spec = spec(PASSENGERS, PASSENGERS, rules(new ColumnRule("port", ColumnUse.FLAG)), BY_COLUMN);

        assertThatThrownBy(() -> loader.load(spec, 1))
                .hasMessageContaining("line 2, column \"port\": \"S\" is neither yes nor no, true nor false, 1 nor 0");
    }
}
