package nightsweep.worker.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
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

class ExampleColumnsTest {
    private static final ModelCard NAMED = card(
            Optional.of(new ModelInputs(
                    Values.DOUBLE, Optional.of(new TableColumns(List.of("height", "2", "weight"), "kind", 1)))),
            3);
    private static final ModelCard UNNAMED =
            card(Optional.of(new ModelInputs(Values.SINGLE, Optional.of(new TableColumns(List.of(), "", 0)))), 3);
    private static final ModelCard EARLIER = card(Optional.empty(), 3);
    private static final ModelCard PIXELS = card(Optional.of(new ModelInputs(Values.BYTES, Optional.empty())), 3);

    private static ModelCard card(Optional<ModelInputs> inputs, int width) {
        return new ModelCard(
                new TrialId("t-0123456789ab"),
                1,
                List.of("cat", "dog"),
                List.of(width),
                List.of(1.0),
                List.of(0.0),
                inputs);
    }

    private static DataFile file() {
        return new DataFile(new Configuration(), "x.csv");
    }

    private static double[] read(ModelCard card, String first, String line) throws DataException {
        double[] values = new double[4];
        ExampleColumns.of(card, first, file(), Labels.passedOver())
                .read(line, values, 1, new Gaps(), DataException::new);
        return values;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "height,2,weight/1,2,3",
                "weight,height,2/3,1,2",
                " weight , \"height\" ,2 / 3 ,1, \"2\"",
                "kind,weight,height,2/cow,3,1,2",
                "weight,kind,2,height/3,,2,1",
                "weight;height;2/3;1;2",
                "weight|kind|2|height/3|dog|2|1",
                "height,2,weight,/1,2,3,",
                "height,2,weight,/1,2,3",
                "\uFEFFweight,height,2/3,1,2",
                "9,8,7/1,2,3",
                "9,dog,8,7/1,cat,2,3"
            })
    void findsColumnsByTheirNamesElseByTheirPlaces(String first, String line) throws DataException {
        assertThat(read(NAMED, first, line)).containsExactly(0, 1, 2, 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "height,2,mass/its columns do not fit the model; \"weight\" is missing; \"mass\" is too much. The model takes \"height\", \"2\", \"weight\".",
                "height,2,weight,id,colour/its columns do not fit the model; \"id\", \"colour\" are too much. The model takes",
                "a,b,c/its columns do not fit the model; \"height\", \"2\", \"weight\" are missing; \"a\", \"b\", \"c\" are too much.",
                "height,2/its columns do not fit the model; \"weight\" is missing.",
                "height,2,weight,height/it has several columns \"height\": give each column a name of its own.",
                "# made by hand/first line begins with #",
                "1,2/its lines have 2 values, but the model takes 3: \"height\", \"2\", \"weight\".",
                "1,2,3,4,5/its lines have 5 values, but the model takes 3"
            })
    void refusesColumnsThatDoNotFit(String first, String told) {
        assertThatThrownBy(() -> ExampleColumns.of(NAMED, first, file(), Labels.passedOver()))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("Cannot read x.csv: ")
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "height,2,weight/1,2/it has 2 values, but the model takes 3",
                "height,2,weight/1,2,3,4/it has 4 values",
                "height,2,weight,kind/1,2,3/it has 3 values, but the first line has 4",
                "height,2,weight/1,x,3/its column 2: \"x\" is not a finite number",
                "height,2,weight/1,,3/its column 2 is empty",
                "height,2,weight/1,NaN,3/stands for a missing one",
                "height,2,weight/1,1e39,3/is not a finite number in single precision",
                "9,dog,8,7/1,5.5,2,3/its column 2 is taken for the label, but \"5.5\" is none of the model's classes, cat, dog",
                "height,2,weight/1,\"2,3/a quotation mark is opened and never closed, or followed by text"
            })
    void refusesLinesThatAreNoExamples(String first, String line, String told) {
        assertThatThrownBy(() -> read(NAMED, first, line))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(told);
    }

    @Test
    void keepsEveryDigit() throws DataException {
        assertThat(read(NAMED, "height,2,weight", "1700000001.25,2,3")).containsExactly(0, 1700000001.25, 2, 3);
    }

    @Test
    void passesOverNamesThatTheModelDoesNotKnow() throws DataException {
        for (ModelCard card : List.of(UNNAMED, EARLIER, PIXELS)) {
            ExampleColumns columns = ExampleColumns.of(card, "a,b,c", file(), Labels.passedOver());

            assertThat(columns.heading()).isTrue();
            assertThat(columns.remarks())
                    .singleElement()
                    .asString()
                    .startsWith("The model does not know the names of its columns")
                    .endsWith("the first line of x.csv is passed over, and columns are taken as they stand.");
            assertThat(ExampleColumns.of(card, "1,2,3", file(), Labels.passedOver())
                            .heading())
                    .isFalse();
            assertThat(ExampleColumns.of(card, "a1,2000,3000", file(), Labels.passedOver())
                            .heading())
                    .isTrue();
        }
    }

    @Test
    void passesOverALabelWhereTheTrainingTableHadIt() throws DataException {
        assertThat(read(UNNAMED, "dog,1,2,3", "cat,1,2,3")).containsExactly(0, 1, 2, 3);
        assertThat(ExampleColumns.of(UNNAMED, "dog,1,2,3", file(), Labels.passedOver())
                        .remarks())
                .singleElement()
                .asString()
                .startsWith("Column 1 of x.csv is taken for the label");
        assertThatThrownBy(() -> ExampleColumns.of(EARLIER, "dog,1,2,3", file(), Labels.passedOver()))
                .hasMessage("Cannot read x.csv: its lines have 4 values, but the model takes 3.");
    }

    @Test
    void saysWhatIsPassedOverOrMoved() throws DataException {
        assertThat(ExampleColumns.of(NAMED, "kind,height,2,weight", file(), Labels.passedOver())
                        .remarks())
                .containsExactly("Column \"kind\" of x.csv is the label: it is passed over.");
        assertThat(ExampleColumns.of(NAMED, "weight,height,2", file(), Labels.passedOver())
                        .remarks())
                .containsExactly("The columns of x.csv are in another order than the model's: they go by their names.");
        assertThat(ExampleColumns.of(NAMED, "1,2,3", file(), Labels.passedOver())
                        .remarks())
                .containsExactly("The first line of x.csv does not name its columns: they are taken for \"height\","
                        + " \"2\", \"weight\", in this order.");
        assertThat(ExampleColumns.of(NAMED, "height,2,weight", file(), Labels.passedOver())
                        .remarks())
                .isEmpty();
    }

    @Test
    void speaksOfColumnsWhereThereAreNoLines() throws DataException {
        assertThat(ExampleColumns.named(UNNAMED, List.of("a", "b", "c"), file(), Labels.passedOver())
                        .remarks())
                .containsExactly(
                        "The model does not know the names of its columns: those of x.csv are taken in their order.");
        assertThatThrownBy(() -> ExampleColumns.named(UNNAMED, List.of("a", "b"), file(), Labels.passedOver()))
                .hasMessage("Cannot read x.csv: it has 2 columns, but the model takes 3.");
        assertThatThrownBy(() -> ExampleColumns.named(
                        UNNAMED, List.of("a", "b", "c", "d"), file(), Labels.compared(Optional.of("kind"))))
                .hasMessage("Cannot read x.csv: it has no column \"kind\"; its columns are a, b, c, d.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "weight,height,2/weight,height,2/true",
                "weight,height,2/\uFEFFweight, \"height\",2/true",
                "weight,height,2/3,1,2/false",
                "weight,height,2,kind/3,1,2,dog/false",
                "3,1,2/4,5,6/false"
            })
    void knowsTheHeadingOfFurtherFilesOfATable(String first, String further, boolean heading) throws DataException {
        ExampleColumns columns = ExampleColumns.of(NAMED, first, file(), Labels.passedOver());

        assertThat(columns.isHeadingToo(first, further, NAMED, file())).isEqualTo(heading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {"weight,height,2/height,2,weight", "weight,height,2/a,b,c", "1,2,3/height,2,weight"})
    void refusesOtherHeadingsOfFurtherFiles(String first, String further) throws DataException {
        ExampleColumns columns = ExampleColumns.of(NAMED, first, file(), Labels.passedOver());

        assertThatThrownBy(() -> columns.isHeadingToo(first, further, NAMED, file()))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("Cannot read x.csv: its first line is " + further.replace(",", ", "))
                .hasMessageEndingWith(
                        "but that of the first file in the folder is " + first + ": they are to be the same.");
    }

    @ParameterizedTest
    @CsvSource({"0.5", "256", "-1"})
    void refusesPixelsThatAreNone(String value) {
        assertThatThrownBy(() -> read(PIXELS, "1,2,3", "1,2," + value))
                .hasMessage("\"" + value + "\" is no whole number of 0 to 255, as the model's pixels are");
    }
}
