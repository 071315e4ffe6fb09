package nightsweep.worker.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.dataset.FittedColumn;
import nightsweep.experiments.dataset.NumberForm;
import nightsweep.experiments.dataset.Preparation;
import nightsweep.experiments.dataset.TableColumns;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.experiments.outcome.ModelInputs;
import nightsweep.experiments.outcome.ModelInputs.Values;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreparedCellsTest {
    private static final List<FittedColumn> COLUMNS = List.of(
            new FittedColumn.Quantity("age", 1, NumberForm.PLAIN, 29.5, true),
            new FittedColumn.Flag("alone", 2, 0.25, false),
            new FittedColumn.Category("port", 3, List.of("C", "S"), true, true));
    private static final ModelCard NAMED =
            card(COLUMNS, new TableColumns(List.of("age", "alone", "port"), "survived", 4));
    private static final ModelCard UNNAMED = card(COLUMNS, new TableColumns(List.of(), "", 4));

    private static ModelCard card(List<FittedColumn> columns, TableColumns table) {
        Preparation preparation = new Preparation(columns, 5, List.of("name"), List.of("?", "na"));
        return new ModelCard(
                new TrialId("t-0123456789ab"),
                1,
                List.of("no", "yes"),
                List.of(preparation.width()),
                List.of(1.0),
                List.of(0.0),
                Optional.of(new ModelInputs(Values.SINGLE, Optional.of(table), Optional.of(preparation))));
    }

    private static double[] read(ModelCard card, String first, String line) throws DataException {
        DataFile file = new DataFile(new Configuration(), "x.csv");
        double[] values = new double[7];
        ExampleColumns.of(card, first, file, Labels.passedOver()).read(line, values, 0, new Gaps(), DataException::new);
        return values;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "age,alone,port/30,yes,S",
                "port,age,alone/S,30,TRUE",
                "survived,name,port,age,alone/no,Doe,S,30,1",
            })
    void takesColumnsByName(String heading, String line) throws DataException {
        assertThat(read(NAMED, heading, line)).containsExactly(30, 0, 1, 0, 1, 0, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "NA,no,C/29.5 1 0 1 0 0 0",
                "-,?,Q/29.5 1 .25 0 0 1 0",
                "7,n,/7 0 0 0 0 0 1",
            })
    void fillsHolesAndJoinsUnknownValues(String line, String expected) throws DataException {
        double[] numbers = List.of(expected.split(" ")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();

        assertThat(read(NAMED, "age,alone,port", line)).isEqualTo(numbers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "Doe,30,yes,S,no",
                "Doe,30,yes,S",
                "30,yes,S",
            })
    void takesColumnsAsTheyStoodWithAndWithoutLabelAndUnusedOnes(String line) throws DataException {
        assertThat(read(UNNAMED, line, line)).containsExactly(30, 0, 1, 0, 1, 0, 0);
    }

    @Test
    void tellsOfHolesAndUnseenValuesByColumn() throws DataException {
        DataFile file = new DataFile(new Configuration(), "x.csv");
        ExampleColumns columns = ExampleColumns.of(NAMED, "age,alone,port", file, Labels.passedOver());
        Gaps gaps = new Gaps();
        for (String line : List.of("NA,no,C", "-,?,Q", "7,n,", "8,y,R", "9,y,S")) {
            columns.read(line, new double[7], 0, gaps, DataException::new);
        }

        assertThat(gaps.told("x.csv"))
                .containsExactly(
                        "In x.csv, missing cells are filled as in training: 2 in \"age\", 1 in \"alone\".",
                        "In x.csv, values stand that no training example had, and are taken for none of the known:"
                                + " 2 in \"port\" such as \"Q\".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {"age^alone^port/30^yes^S", "age;alone;port/30;yes;S", "age,alone,port/30,yes,'S'"})
    void takesCellsApartAsTheTrainingTableDid(String heading, String line) throws DataException {
        DataFile file = new DataFile(new Configuration(), "x.csv");
        Writing writing = new Writing("^", "'", "%", false, "utf-8");
        double[] values = new double[7];

        ExampleColumns.of(NAMED, heading, file, Labels.passedOver(), writing, Optional.empty())
                .read(line, values, 0, new Gaps(), DataException::new);

        assertThat(values).containsExactly(30, 0, 1, 0, 1, 0, 0);
    }

    @Test
    void findsTheSeparatorByTheCellsThatTheModelKnows() throws DataException {
        ModelCard comma = card(
                List.of(
                        new FittedColumn.Quantity("1", 0, NumberForm.DECIMAL_COMMA, 0, false),
                        new FittedColumn.Quantity("2", 1, NumberForm.DECIMAL_COMMA, 0, false)),
                new TableColumns(List.of(), "", 4));

        assertThat(read(comma, "1,5;2,5;0;0", "1,5;2,5;0;0")).startsWith(1.5, 2.5);
    }

    @Test
    void readsNumbersAsTheTrainingTableWroteThem() throws DataException {
        ModelCard comma = card(
                List.of(new FittedColumn.Quantity("age", 0, NumberForm.DECIMAL_COMMA, 0, false)),
                new TableColumns(List.of("age"), "kind", 1));

        assertThat(read(comma, "age;kind", "1.234,5;no")[0]).isEqualTo(1234.5);
        assertThatThrownBy(() -> read(comma, "age;kind", "3.25;no"))
                .hasMessageContaining("In the training table commas stood before decimals");
    }

    @Test
    void tellsARowOfCategoriesFromAHeading() throws DataException {
        ModelCard letters = card(COLUMNS.subList(2, 3), new TableColumns(List.of(), "", 0));
        DataFile file = new DataFile(new Configuration(), "x.csv");

        assertThat(ExampleColumns.of(letters, "S", file, Labels.passedOver()).heading())
                .isFalse();
        assertThat(ExampleColumns.of(letters, "port", file, Labels.passedOver()).heading())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "age,alone/1,no/its columns do not fit the model; \"port\" is missing. The model takes \"age\", \"alone\", \"port\".",
                "age,alone,port,extra/1,no,S,2/\"extra\" is too much.",
                "age,alone,port/x,no,S/its column \"age\": \"x\" is not a finite number",
                "age,alone,port/1,maybe,S/its column \"alone\": \"maybe\" is neither yes nor no",
            })
    void refusesByName(String heading, String line, String message) {
        assertThatThrownBy(() -> read(NAMED, heading, line)).hasMessageContaining(message);
    }
}
