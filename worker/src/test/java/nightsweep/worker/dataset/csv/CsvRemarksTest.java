package nightsweep.worker.dataset.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DataSource.Header;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Selection;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is doubted of tables. */
class CsvRemarksTest {
    @TempDir
    private Path folder;

    @Test
    void doubtsColumnsThatMarkTheClassesOneByOne() throws DataException {
        StringBuilder table = new StringBuilder("is a,is b,size,kind\n");
        for (int i = 0; i < 30; i++) {
            table.append(i % 3 == 0 ? 1 : 0)
                    .append(i % 3 == 1 ? ",5," : ",2,")
                    .append(i * 7 % 11)
                    .append(List.of(",a\n", ",b\n", ",c\n").get(i % 3));
        }
        write("train", table.toString());

        assertThat(remarks("kind")).singleElement().satisfies(remark -> {
            assertThat(remark.doubt()).isEqualTo(Doubt.LEAKED_LABEL);
            assertThat(remark.message())
                    .startsWith("column \"is a\" and column \"is b\" together say the same as the label in every row");
        });

        write("train", table.toString().replace("\n1,2,", "\n0,2,"));

        assertThat(remarks("kind")).noneMatch(remark -> remark.doubt() == Doubt.LEAKED_LABEL);
    }

    @Test
    void doubtsColumnsThatGiveTheClassAway() throws DataException {
        assertDoubted(",size,kind", i -> i + "," + i % 7, Doubt.ROW_NUMBERS, "column 1 counts the rows");
        assertDoubted("day,size,kind", i -> i + 5 + "," + i % 7, Doubt.ROW_NUMBERS, "column \"day\" counts the rows");
        assertDoubted(
                "n,size,kind",
                i -> 90 - i + "," + i % 7,
                Doubt.ROW_NUMBERS,
                "column \"n\" falls from each row to the next");
        assertDoubted(
                "time,size,kind",
                i -> i + (i < 9 ? 0 : 1_000) + "," + i % 7,
                Doubt.ROW_NUMBERS,
                "column \"time\" rises from each row to the next");
        assertDoubted(
                "patient,size,kind",
                i -> i * 7 % 30 + 1 + "," + i % 7,
                Doubt.ROW_NUMBERS,
                "column \"patient\" numbers the rows, in some order");
        assertDoubted(
                "customerId,size,kind",
                i -> i * 7919 % 101 + "," + i % 7,
                Doubt.ROW_NUMBERS,
                "column \"customerId\" looks like an id");
        assertDoubted(
                "customer_id,size,kind",
                i -> i * 7919 % 101 + "," + i % 7,
                Doubt.ROW_NUMBERS,
                "column \"customer_id\" looks like an id");
        assertDoubted(",size,kind", i -> i * 7919 % 101 + "," + i % 7, Doubt.ROW_NUMBERS, "column 1 looks like an id");
        assertDoubted(
                "code,size,kind",
                i -> 5 - i % 2 + "," + i % 7,
                Doubt.LEAKED_LABEL,
                "column \"code\" says the same as the label");
    }

    @Test
    void doubtsNumbersThatDoublePrecisionRounds() throws DataException {
        String[] near = {"1152921504606846977", "1152921504606846979", "1152921504606846999"};
        assertDoubted(
                "code,size,kind",
                i -> near[i % 3] + "," + i % 7,
                Doubt.ROUNDED_NUMBERS,
                "The numbers of column \"code\" have more digits than double precision keeps");
        assertThat(remarks("kind").get(0).message()).contains("rounded by up to ");

        StringBuilder far = new StringBuilder("code,kind\n");
        for (int i = 0; i < 30; i++) {
            far.append(1 + i * 37 % 30)
                    .append("152921504606846977,")
                    .append(i % 2)
                    .append('\n');
        }
        write("train", far.toString());
        assertThat(remarks("kind")).isEmpty();
    }

    @Test
    void doubtsATableInWhichNothingVaries() throws DataException {
        assertDoubted("a,b,kind", i -> "5,7.5", Doubt.CONSTANT_COLUMNS, "No column has different numbers");
    }

    @Test
    void doubtsAHeaderThatLooksLikeARow() throws DataException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            rows.append(i * i % 17)
                    .append(',')
                    .append(i % 3 / 4.0)
                    .append(',')
                    .append(i % 2)
                    .append('\n');
        }

        write("train", "2.5,7,1\n" + rows);
        assertThat(remarks("3"))
                .singleElement()
                .satisfies(remark -> assertThat(remark.doubt()).isEqualTo(Doubt.VALUES_AS_NAMES));

        write("train", "0,1,2\n" + rows);
        assertThat(remarks("2")).isEmpty();
        write("train", "u,1,1x\n" + rows);
        assertThat(remarks("1x")).isEmpty();
    }

    @Test
    void doubtsATestThatIsTrainedOn() throws DataException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            rows.append(i * i % 17)
                    .append(',')
                    .append(i % 3 / 4.0)
                    .append(',')
                    .append("ab".charAt(i % 2))
                    .append('\n');
        }
        write("train", "u,v,kind\n" + rows + "0.1,0.2,a\n");
        write("test", "u,v,kind\n" + rows);
        assertThat(source(Header.PRESENT, "kind").outline().remarks())
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.doubt()).isEqualTo(Doubt.TESTED_ON_TRAINING);
                    assertThat(remark.message())
                            .startsWith(
                                    "All 20 test rows also stand in the training part, so figures say nothing of new");
                });

        write("test", "u,v,kind\n" + rows + "0.1,0.3,a\n");
        assertThat(source(Header.PRESENT, "kind").outline().remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.message())
                        .startsWith("20 of 21 test rows also stand in the training part, so figures on them say little")
                        .contains("take them out of " + path("test")));
    }

    @Test
    void countsRowsThatAreRepeatedAcrossTheSplit() throws DataException {
        StringBuilder table = new StringBuilder("u,v,kind\n");
        for (int i = 0; i < 400; i++) {
            table.append(i * 7 % 400)
                    .append(".5,")
                    .append(i % 3 == 0 ? "-0" : "0")
                    .append(i % 2 == 0 ? ",a\n" : ",b\n");
        }
        write("train", table.toString());
        assertThat(alone(Header.PRESENT, "kind").outline().remarks()).isEmpty();
        assertThat(alone(Header.PRESENT, "kind").outline().notes()).isEmpty();

        String twice = table + table.toString().replace("u,v,kind\n", "").replace(",-0,", ",0,");
        write("train", twice);
        CsvSource source = alone(Header.PRESENT, "kind");
        Set<Integer> training = values(source.read().train());
        long repeats = Arrays.stream(source.read().test().rows())
                .filter(row -> training.contains(row % 400))
                .count();
        assertThat(repeats).isBetween(100L, 159L);
        assertThat(source.outline().remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.doubt()).isEqualTo(Doubt.TESTED_ON_TRAINING);
            assertThat(remark.message())
                    .isEqualTo(repeats
                            + " of 160 test rows also stand in the training part, so figures on them say little of"
                            + " new examples: take repeated rows out of the table, unless new examples repeat old ones as"
                            + " well.");
        });
    }

    /** Which row of the first 400 each is, or repeats. */
    private static Set<Integer> values(Selection selection) {
        return Arrays.stream(selection.rows()).mapToObj(row -> row % 400).collect(Collectors.toSet());
    }

    @Test
    void tellsOfFewRepeatsWithoutDoubtingThem() throws DataException {
        StringBuilder rows = new StringBuilder("u,v,kind\n");
        for (int i = 0; i < 60; i++) {
            rows.append(i * 7 % 60).append(".5,").append(i % 7).append(i % 2 == 0 ? ",a\n" : ",b\n");
        }
        write("train", rows.toString());
        write("test", rows.toString().replace(".5,", ".25,") + "0.5,0,b\n");

        assertThat(source(Header.PRESENT, "kind").outline().remarks()).isEmpty();
        assertThat(source(Header.PRESENT, "kind").outline().notes())
                .containsExactly("1 of 61 test rows also stands in the training part.");
    }

    @Test
    void doubtsColumnsThatTellTheClassByThemselves() throws DataException {
        write("train", threeClasses(i -> (i % 3 + 1) % 3 * 10 + i * 7 % 30 / 4.0));
        assertThat(remarks("kind")).singleElement().satisfies(remark -> {
            assertThat(remark.doubt()).isEqualTo(Doubt.LEAKED_LABEL);
            assertThat(remark.message())
                    .isEqualTo(
                            "column \"score\" alone tells the class of all 90 rows: each class has a range of its numbers"
                                    + " to itself. Is it known before the class is? If not, leave it out of the table; if so, a"
                                    + " rule on it alone does as well as a network.");
        });

        write("train", threeClasses(i -> i % 9 + 0.5));
        assertThat(remarks("kind"))
                .singleElement()
                .satisfies(remark -> assertThat(remark.message())
                        .startsWith(
                                "column \"score\" alone tells the class of all 90 rows: each of its 9 numbers stands"
                                        + " beside one class only. Is it known"));
    }

    @Test
    void doubtsNoColumnThatTellsOneClassOrAlmostAll() throws DataException {
        // As petals of iris do: one class alone is far from the others.
        write("train", threeClasses(i -> i % 3 == 0 ? 0.2 : 5 + i * 37 % 89 / 4.0));
        assertThat(remarks("kind")).isEmpty();

        write("train", threeClasses(i -> i == 50 ? 0.5 : i % 9 + 0.5));
        assertThat(remarks("kind")).isEmpty();

        // Every number once: what is said by a table of any labels.
        write("train", threeClasses(i -> i * 37 % 90 + 0.5));
        assertThat(remarks("kind")).isEmpty();
    }

    @Test
    void doubtsNoColumnThatMayTellTheClassByChance() throws DataException {
        StringBuilder table = new StringBuilder("score,kind\n");
        for (int i = 0; i < 12; i++) {
            table.append(i % 2 * 10 + i / 4.0).append(i % 2 == 0 ? ",a\n" : ",b\n");
        }
        write("train", table.toString());

        assertThat(remarks("kind")).isEmpty();
    }

    private static String threeClasses(IntToDoubleFunction score) {
        StringBuilder table = new StringBuilder("score,size,kind\n");
        for (int i = 0; i < 90; i++) {
            table.append(score.applyAsDouble(i))
                    .append(',')
                    .append(i * 31 % 89 / 8.0)
                    .append(List.of(",a\n", ",b\n", ",c\n").get(i % 3));
        }
        return table.toString();
    }

    @Test
    void doubtsLabelsThatLookLikeAQuantity() throws DataException {
        StringBuilder table = new StringBuilder("size,price\n");
        for (int i = 0; i < 40; i++) {
            table.append(i * i % 17).append(',').append(i % 13 / 4.0).append('\n');
        }
        write("train", table.toString());

        assertThat(remarks("price")).extracting(DataRemark::doubt).containsExactly(Doubt.QUANTITY_AS_CLASSES);
    }

    @Test
    void doubtsNothingOfAnOrdinaryTable() throws DataException {
        StringBuilder table = new StringBuilder("idea,size,kind\n");
        for (int i = 0; i < 40; i++) {
            table.append(i * i % 17)
                    .append(',')
                    .append(i % 7 / 4.0)
                    .append(',')
                    .append(i % 11)
                    .append('\n');
        }
        write("train", table.toString());

        assertThat(remarks("kind")).isEmpty();
    }

    private void assertDoubted(String header, IntFunction<String> features, Doubt doubt, String message)
            throws DataException {
        StringBuilder table = new StringBuilder(header).append('\n');
        for (int i = 0; i < 30; i++) {
            table.append(features.apply(i))
                    .append(',')
                    .append(i % 2 == 0 ? "a" : "b")
                    .append('\n');
        }
        write("train", table.toString());

        assertThat(remarks("kind")).singleElement().satisfies(remark -> {
            assertThat(remark.doubt()).isEqualTo(doubt);
            assertThat(remark.message()).startsWith(message);
        });
    }

    private List<DataRemark> remarks(String label) throws DataException {
        return alone(Header.PRESENT, label).outline().remarks();
    }

    private CsvSource source(Header header, String labelColumn) {
        return new CsvSource(
                new Configuration(), new DataSource.Csv(path("train"), path("test"), header, labelColumn, 0), 1);
    }

    private CsvSource alone(Header header, String label) {
        return new CsvSource(new Configuration(), new DataSource.Csv(path("train"), "", header, label, 0.2), 1);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
