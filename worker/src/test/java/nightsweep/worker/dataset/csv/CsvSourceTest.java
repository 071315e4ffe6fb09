package nightsweep.worker.dataset.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DataSource.Header;
import nightsweep.worker.dataset.DataException;
import nightsweep.worker.dataset.Features;
import nightsweep.worker.dataset.idx.IdxBytes;
import nightsweep.worker.dataset.source.Decoded;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSourceTest {
    @TempDir
    private Path folder;

    @Test
    void readsATableWithHeader() throws DataException {
        write("train", "length,kind,width\n1.5,b,2\n-3e2,a,.5\n\"7\", b ,8\n");
        write("test", "length,kind,width\n9,a,10\n");

        Decoded decoded = source(Header.PRESENT, "kind").read();

        assertThat(decoded.labels()).containsExactly("a", "b");
        assertThat(decoded.shape()).containsExactly(2);
        assertThat(values(decoded)).containsExactly(1.5f, 2, -300, .5f, 7, 8);
        assertThat(decoded.train().stored().labels()).containsExactly(1, 0, 1);
        assertThat(decoded.test().stored().labels()).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, -1, -3})
    void findsTheLabelColumnByNumber(int number) throws DataException {
        write("train", "10,20,30\n40,50,60\n");
        write("test", "10,20,30\n");

        Decoded decoded = source(Header.ABSENT, String.valueOf(number)).read();

        boolean first = number == 1 || number == -3;
        assertThat(decoded.labels()).isEqualTo(first ? List.of("10", "40") : List.of("30", "60"));
        assertThat(values(decoded)).isEqualTo(first ? new float[] {20, 30, 50, 60} : new float[] {10, 20, 40, 50});
    }

    @Test
    void takesAHeaderThatIsANumberForAName() throws DataException {
        write("train", "2,1\nx,3\ny,4\n");
        write("test", "2,1\nx,3\n");

        Decoded decoded = source(Header.PRESENT, "2").read();

        assertThat(decoded.labels()).containsExactly("x", "y");
    }

    @Test
    void sortsWholeNumbersAsNumbers() throws DataException {
        write("train", "10,0\n9,0\n-1,0\n");
        write("test", "9,0\n");

        assertThat(source(Header.ABSENT, "1").read().labels()).containsExactly("-1", "9", "10");
    }

    @Test
    void sortsOtherLabelsAsText() throws DataException {
        write("train", "10,0\n9,0\nnine,0\n");
        write("test", "9,0\n");

        assertThat(source(Header.ABSENT, "1").read().labels()).containsExactly("10", "9", "nine");
    }

    @Test
    void readsMarksLineEndsAndBlankLinesOfOtherSystems() throws DataException {
        write("train", "\uFEFFkind,size\r\na,1\r\nb,2\r\n\r\n   \r\n\r\n");
        write("test", "kind,size\na,3");

        Decoded decoded = source(Header.PRESENT, "kind").read();

        assertThat(values(decoded)).containsExactly(1, 2);
        assertThat(decoded.test().size()).isEqualTo(1);
    }

    @Test
    void readsGzippedTables() throws DataException {
        IdxBytes.write(folder.resolve("train"), IdxBytes.gzip("a,1\nb,2\n".getBytes(StandardCharsets.UTF_8)));
        write("test", "a,1\n");

        assertThat(values(source(Header.ABSENT, "1").read())).containsExactly(1, 2);
    }

    @Test
    void keepsAShareForTestingByClass() throws DataException {
        write("train", "a,1\n".repeat(20) + "b,2\n".repeat(10) + "c,3\n");

        Decoded decoded = alone(0.2).read();

        assertThat(decoded.test().counts(3)).containsExactly(4, 2, 0);
        assertThat(decoded.train().counts(3)).containsExactly(16, 8, 1);
        assertThat(decoded.train().stored()).isSameAs(decoded.test().stored());
        assertThat(alone(0.2).outline().trainCounts()).containsExactly(16, 8, 1);
    }

    @Test
    void rejectsAShareThatLeavesAClassWithout() {
        write("train", "a,1\nb,2\nb,3\n");

        assertRejected(alone(0.9), "Cannot keep a share of 0.9 for testing: of 3 examples that is 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1;2", "0x1p3", "1f", "1d", "NaN", "Infinity", "-Infinity", "1e39", "1,000"})
    void rejectsCellsThatAreNoNumbers(String cell) {
        write("train", "size,kind,\"petal length\"\n1,a,2\n\n1,b,\"" + cell + "\"\n");

        assertRejected(
                source(Header.PRESENT, "kind"),
                "line 4, column \"petal length\": \"" + cell + "\" is not a finite number.");
    }

    @Test
    void asksForAHeaderWhereTheFirstRowIsWords() {
        write("train", "size,kind\n1,a\n");

        assertRejected(
                source(Header.ABSENT, "2"),
                "line 1, column 1: \"size\" is not a finite number. Has the table a header?");
    }

    @Test
    void rejectsEmptyCells() {
        write("train", "1,a,2\n1,b,\n");

        assertRejected(source(Header.ABSENT, "2"), "line 2, column 3 is empty.");
    }

    @Test
    void countsALastLineWithoutEnd() {
        write("train", "1,a,2\n1,b,x");

        assertRejected(source(Header.ABSENT, "2"), "line 2, column 3: \"x\" is not a finite number.");
    }

    @Test
    void rejectsEmptyLabels() {
        write("train", "1,a\n1, \n");

        assertRejected(source(Header.ABSENT, "2"), "line 2, column 2: the label is empty.");
    }

    @Test
    void rejectsRowsOfOtherLength() {
        write("train", "1,a\n1,2,b\n");

        assertRejected(source(Header.ABSENT, "2"), "line 2 has 3 cells, but the first line has 2.");
    }

    @Test
    void rejectsUnknownLabelColumns() {
        write("train", "size,kind\n1,a\n");

        assertRejected(source(Header.PRESENT, "species"), "it has no column \"species\"; its columns are size, kind.");
        assertRejected(source(Header.ABSENT, "species"), "columns are numbered from 1 to 2, or from -1 backwards.");
        assertRejected(source(Header.ABSENT, "0"), "it has no column 0; ");
        assertRejected(source(Header.ABSENT, "3"), "it has no column 3; ");
        assertRejected(source(Header.ABSENT, "-3"), "it has no column -3; ");
    }

    @Test
    void rejectsLabelColumnsOfSeveral() {
        write("train", "kind,kind\n1,a\n");

        assertRejected(
                source(Header.PRESENT, "kind"), "it has several columns \"kind\"; name the label column by number.");
    }

    @Test
    void rejectsTablesWithoutNumbers() {
        write("train", "a\nb\n");

        assertRejected(source(Header.ABSENT, "1"), "it has one column, but");
    }

    @Test
    void rejectsEmptyTables() {
        write("train", "\n\n");

        assertRejected(source(Header.ABSENT, "1"), "it is empty.");
    }

    @Test
    void rejectsHeadersAlone() {
        write("train", "size,kind\n");

        assertRejected(source(Header.PRESENT, "kind"), "it has a header but no rows.");
    }

    @Test
    void rejectsOneClass() {
        write("train", "1,a\n2,a\n");

        assertRejected(source(Header.ABSENT, "2"), "every label is \"a\", but there must be two classes or more.");
    }

    @Test
    void rejectsMoreClassesThanFitAByte() throws DataException {
        write("train", rows(256));
        write("test", "0,0\n");
        assertThat(source(Header.ABSENT, "1").read().labels()).hasSize(256);

        write("train", rows(257));

        assertRejected(
                source(Header.ABSENT, "1"),
                "line 257, column 1: \"256\" is label number 257, but there may be 256. Is it the label column?");
    }

    @Test
    void rejectsTestLabelsThatTrainingHasNot() {
        write("train", "1,a\n2,b\n");
        write("test", "1,a\n2,c\n");

        assertRejected(
                source(Header.ABSENT, "2"),
                "line 2: label \"c\" is no class of the training table, whose classes are a, b.");
    }

    @Test
    void rejectsTestTablesOfOtherColumns() {
        write("train", "size,kind\n1,a\n2,b\n");
        write("test", "length,kind\n1,a\n");

        assertRejected(source(Header.PRESENT, "kind"), "column \"length\" instead of column \"size\".");
    }

    @Test
    void rejectsUnclosedQuotes() {
        write("train", "1,a\n2,\"b\n");

        assertRejected(source(Header.ABSENT, "2"), "EOF");
    }

    @Test
    void rejectsOtherEncodings() {
        IdxBytes.write(folder.resolve("train"), "1,ä\n2,b\n".getBytes(StandardCharsets.ISO_8859_1));

        assertRejected(source(Header.ABSENT, "2"), "it is not UTF-8 text.");
    }

    private void assertRejected(CsvSource source, String message) {
        assertThatThrownBy(source::read)
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("Cannot ")
                .hasMessageContaining(message);
    }

    private static String rows(int classes) {
        return IntStream.range(0, classes).mapToObj(i -> i + ",0\n").collect(Collectors.joining());
    }

    private static float[] values(Decoded decoded) {
        return ((Features.Floats) decoded.train().stored().features()).values();
    }

    private CsvSource source(Header header, String labelColumn) {
        return new CsvSource(
                new Configuration(), new DataSource.Csv(path("train"), path("test"), header, labelColumn, 0), 1);
    }

    private CsvSource alone(double testShare) {
        return new CsvSource(
                new Configuration(), new DataSource.Csv(path("train"), "", Header.ABSENT, "1", testShare), 1);
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
