package nightsweep.worker.dataset.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DataSource.Header;
import nightsweep.worker.dataset.source.DataException;
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
            far.append(i * 37 % 30).append("152921504606846977,").append(i % 2).append('\n');
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
                    assertThat(remark.message()).contains("/test is in ", "/train too");
                });

        write("test", "u,v,kind\n" + rows + "0.1,0.3,a\n");
        assertThat(source(Header.PRESENT, "kind").outline().remarks()).isEmpty();
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
