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
import nightsweep.worker.dataset.idx.IdxBytes;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.Origins;
import nightsweep.worker.dataset.source.Selection;
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
    void tellsOnWhichLineAnExampleIs() throws DataException {
        write("train", "a,1\n\nb,2\na,3\n\nb,4\na,5\nb,6\n");

        Decoded decoded = alone(0.4).read();

        Selection test = decoded.test();
        Origins origins = test.stored().origins();
        assertThat(origins.column()).isEqualTo("line");
        assertThat(IntStream.range(0, 6).mapToObj(origins::of)).containsExactly(1, 3, 4, 6, 7, 8);
        assertThat(test.stored().labels()).containsExactly(0, 1, 0, 1, 0, 1);
    }

    @Test
    void rejectsAShareThatLeavesAClassWithout() {
        write("train", "a,1\nb,2\nb,3\n");

        assertRejected(alone(0.9), "Cannot keep a share of 0.9 for testing: of 3 examples that is 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1;2", "0x1p3", "1f", "1d", "Infinity", "-Infinity", "1e39", "1,000"})
    void rejectsCellsThatAreNoNumbers(String cell) {
        write("train", "size,kind,\"petal length\"\n1,a,2\n\n1,b,\"" + cell + "\"\n");

        assertRejected(
                source(Header.PRESENT, "kind"),
                "line 4, column \"petal length\": \"" + cell + "\" is not a finite number");
    }

    @Test
    void tellsWhatToDoAboutOtherMinuses() {
        write("train", "size,kind\n\u22121,a\n2,b\n");

        assertRejected(
                source(Header.PRESENT, "kind"),
                "line 2, column \"size\": \"\u22121\" is not a finite number: write its minus as -.");
    }

    @Test
    void asksForAHeaderWhereTheFirstRowIsWords() {
        write("train", "size,kind\n1,a\n");

        assertRejected(
                source(Header.ABSENT, "2"),
                "line 1, column 1: \"size\" is not a finite number. Has the table a header?");
    }

    @Test
    void countsALastLineWithoutEnd() {
        write("train", "1,a,2\n1,b,x");

        assertRejected(source(Header.ABSENT, "2"), "line 2, column 3: \"x\" is not a finite number: say under");
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

    @ParameterizedTest
    @ValueSource(strings = {"kind,kind\n1,a\n", "a,kind,kind,b,b\n1,2,3,4,5\n"})
    void rejectsNamesThatStandTwice(String table) {
        write("train", table);

        assertRejected(source(Header.PRESENT, "kind"), "it has several columns \"kind\"");
    }

    @Test
    void rejectsTablesWithoutNumbers() {
        write("train", "a\nb\n");

        assertRejected(source(Header.ABSENT, "1"), "it has one column where cells are apart by commas, but");
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
                "column 1 has more than 256 different numbers by line 257, so it looks like a quantity: say target: number"
                        + " to predict it, or name the column of classes.");

        write("train", rows(257).replace(",", "x,"));

        assertRejected(
                source(Header.ABSENT, "1"),
                "line 257, column 1: \"256x\" is label number 257, but there may be 256. Is it the label column?");
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
    void takesTestColumnsByTheirNames() throws DataException {
        write("train", "size,weight,kind\n1,10,a\n2,20,b\n");
        write("test", "kind,weight,size\na,30,3\nb,40,4\n");

        Decoded decoded = source(Header.PRESENT, "kind").read();

        assertThat(((Features.Floats) decoded.test().stored().features()).values())
                .containsExactly(3, 30, 4, 40);
        assertThat(decoded.test().stored().labels()).containsExactly(0, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void findsOutWhatCellsAreApartBy(String separator) throws DataException {
        write("train", "size;kind\n1.5;a\n2;b\n".replace(";", separator));
        write("test", "kind;size\nb;3\n".replace(";", separator));

        assertThat(values(source(Header.PRESENT, "kind").read())).containsExactly(1.5f, 2);
    }

    @Test
    void tellsWhatCellsAreApartByWhereThatIsNotUsual() throws DataException {
        write("train", "size;kind\n1;a\n2;b\n");
        write("test", "size,kind\n1,a\n2,b\n");

        assertThat(source(Header.PRESENT, "kind").outline().notes())
                .containsExactly(
                        "In " + path("train") + " cells are apart by semicolons: the separator is the one in its"
                                + " first line, which has no commas.");
    }

    @Test
    void tellsOfColumnsBeforeWhatCellsAreApartBy() throws DataException {
        write("train", "size;kind\n1,5;a\n2,25;b\n");
        write("test", "size;kind\n1,5;a\n");

        assertThat(source(Header.PRESENT, "kind").outline().notes())
                .satisfiesExactly(
                        note -> assertThat(note).contains("has commas before decimals"),
                        note -> assertThat(note).contains("train", "apart by semicolons"),
                        note -> assertThat(note).contains("test", "apart by semicolons"));
    }

    @Test
    void readsATrailingSeparator() throws DataException {
        write("train", "size,kind,\n1,a,\n2,b,\n");
        write("test", "size,kind\n1,a\n");

        assertThat(values(source(Header.PRESENT, "kind").read())).containsExactly(1, 2);
    }

    @Test
    void rejectsAValueAfterATrailingSeparator() {
        write("train", "size,kind,\n1,a,\n2,b,3\n");

        assertRejected(source(Header.PRESENT, "kind"), "line 3 has 3 cells, but the first line has 2.");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        write("train", "size,weight,kind\nx,1,a\n2,\"1,234\",b\n3%,True,\n4,5\n\"1,5\",,a\n6,7,b\n");

        assertRejected(
                source(Header.PRESENT, "kind"),
                String.join(
                        "\n    ",
                        "7 things are wrong with it, from line 2 on:",
                        "line 2, column \"size\": \"x\" is not a finite number: say under columns whether it is a category or"
                                + " ignored, or under missing that this stands for a missing number",
                        "line 3, column \"weight\": \"1,234\" is not a finite number: write it without separators of thousands, and"
                                + " decimals with a point, or say decimals: point, or comma",
                        "line 4, column \"size\": \"3%\" is not a finite number: leave the per cent sign out",
                        "line 4, column \"weight\": \"True\" is not a finite number: write 1 and 0",
                        "line 4, column \"kind\": the label is empty",
                        "line 5 has 2 cells, but the first line has 3",
                        "line 6, column \"size\": \"1,5\" is not a finite number: write decimals with a point, since a comma may"
                                + " as well separate thousands, or say decimals: comma."));
    }

    @Test
    void countsWhatItDoesNotName() {
        write("train", "size,kind\n1,a\n" + "x,a\n".repeat(50));

        assertRejected(source(Header.PRESENT, "kind"), "50 things are wrong with it, from line 3 on:");
        assertRejected(
                source(Header.PRESENT, "kind"),
                "line 5, column \"size\": \"x\" is not a finite number: say under columns whether it is a category or"
                        + " ignored, or under missing that this stands for a missing number; and so 47 more of this column.");

        write("train", "size,kind\n" + "1,a,2\n".repeat(50));

        assertRejected(source(Header.PRESENT, "kind"), "50 things are wrong with it, from line 2 on:");
        assertRejected(source(Header.PRESENT, "kind"), "    and 30 more.");
    }

    @Test
    void tellsOfEveryColumnHoweverManyCellsOfOneAreWrong() {
        write("train", "shape,size,wet,kind\n1,2,3,a\n" + "flat,3%,yes,a\n".repeat(500) + "flat,3%,yes,\n");

        for (String told : List.of(
                "column \"shape\": \"flat\" is not a finite number: say under columns",
                "line 2, column \"size\" is a number without the per cent sign that the others of its column have",
                "column \"wet\": \"yes\" is not a finite number: write 1 and 0; and so 498 more",
                "line 503, column \"kind\": the label is empty")) {
            assertRejected(source(Header.PRESENT, "kind"), told);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,a\n2,\"b\n3,c\n4,d\n", "1,a\n2,\"b"})
    void namesTheLineOfAnUnclosedQuote(String table) {
        write("train", table);

        assertRejected(source(Header.ABSENT, "2"), "line 2: a quotation mark is opened and never closed.");
    }

    @Test
    void namesTheLineOfTextAfterAQuote() {
        write("train", "1,a\n2,b\n3,\"b\"c\n");

        assertRejected(source(Header.ABSENT, "2"), "line 3: a closing quotation mark is followed by text");
    }

    @Test
    void passesOverCommentLinesBeforeTheTableAndSaysSo() throws DataException {
        write("train", "# made by a lab\n# in May\n\nsize,kind\n1,a\n2,b\n");
        write("test", "size,kind\n1,a\n");

        assertThat(values(source(Header.PRESENT, "kind").read())).containsExactly(1, 2);
        assertThat(source(Header.PRESENT, "kind").outline().notes())
                .containsExactly("In " + path("train") + " 2 lines are passed over before the table, as comments.");

        write("train", "# made by a lab\nsize,kind\n1,a\nx,b\n");
        assertRejected(source(Header.PRESENT, "kind"), "line 4, column \"size\": \"x\" is not a finite number");
    }

    @Test
    void takesAMarkForANameWhereItMayBeOne() throws DataException {
        write("train", "#,size,kind\n1,5,a\n2,6,b\n");
        write("test", "#,size,kind\n1,5,a\n");
        assertThat(values(source(Header.PRESENT, "kind").read())).containsExactly(1, 5, 2, 6);

        write("train", "# size,kind\n1,a\n");
        assertRejected(source(Header.PRESENT, "kind"), "its first line begins with #, but must name the columns");
    }

    @Test
    void readsPerCentsAndThousandsWhereThatIsSure() throws DataException {
        write("train", "share,price,size,kind\n3.5%,\"1,234\",0.5,a\n10 %,999,2,b\n");
        write("test", "share,price,size,kind\n7%,\"1,000,000.5\",0.5,a\n");

        Decoded decoded = source(Header.PRESENT, "kind").read();

        assertThat(values(decoded)).containsExactly(3.5f, 1234, .5f, 10, 999, 2);
        assertThat(((Features.Floats) decoded.test().stored().features()).values())
                .containsExactly(7, 1_000_000.5f, .5f);
        assertThat(source(Header.PRESENT, "kind").outline().notes())
                .containsExactly(
                        "In " + path("train") + " column \"share\" is in per cent: the signs are left out.",
                        "In " + path("train") + " column \"price\" has commas between thousands, as decimals stand"
                                + " behind points.");
    }

    @Test
    void readsDecimalCommasWhereThatIsSure() throws DataException {
        write("train", "size;price;kind\n0,5;1,234;a\n2;1.234,5;b\n");
        write("test", "size;price;kind\n3,25;7;a\n");

        Decoded decoded = source(Header.PRESENT, "kind").read();

        assertThat(values(decoded)).containsExactly(.5f, 1.234f, 2, 1234.5f);
        assertThat(((Features.Floats) decoded.test().stored().features()).values())
                .containsExactly(3.25f, 7);
    }

    @Test
    void refusesCommasThatMayStandForEither() {
        write("train", "size;kind\n1,234;a\n2,345;b\n");

        assertRejected(source(Header.PRESENT, "kind"), "line 2, column \"size\": \"1,234\" is not a finite number");

        write("train", "size;price;kind\n1.5;2,5;a\n2;3,5;b\n");

        assertRejected(source(Header.PRESENT, "kind"), "line 2, column \"price\": \"2,5\" is not a finite number");
    }

    @Test
    void rejectsZeroBytes() {
        write("train", "1,a\n2,b\0\n");

        assertRejected(source(Header.ABSENT, "2"), "line 2 has a zero byte, so it is no table.");
    }

    @Test
    void keepsNumbersFarFromZeroApart() throws DataException {
        write("train", "1700000001,0.1,a\n1700000002,0.2,b\n");
        write("test", "1700000003,0.3,a\n");

        Decoded decoded = source(Header.ABSENT, "-1").read();

        assertThat(decoded.train().stored().features())
                .isInstanceOfSatisfying(
                        Features.Doubles.class,
                        features -> assertThat(features.values()).containsExactly(1700000001, 0.1, 1700000002, 0.2));
        assertThat(decoded.test().stored().features()).isInstanceOf(Features.Doubles.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"16777217,a\n16777218,b\n", "1e-50,a\n2e-50,b\n", "-1e9,a\n-1000000001,b\n"})
    void keepsEveryDigitThatTellsRowsApart(String table) throws DataException {
        write("train", table);
        write("test", table);

        assertThat(source(Header.ABSENT, "-1").read().train().stored().features())
                .isInstanceOf(Features.Doubles.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PK\u0003\u0004\u0001\u0001, a ZIP archive",
                "<!DOCTYPE html>, a web page",
                "\n<html>, a web page",
                "[{\"a\": 1}], JSON",
                "PAR1\u0001\u0015, a Parquet file",
                "version https://git-lfs.github.com/spec/v1, a pointer of Git LFS",
                "%PDF-1.4, a PDF document"
            })
    void saysWhatIsNoTable(String startAndWhat) {
        int comma = startAndWhat.lastIndexOf(", ");
        write("train", startAndWhat.substring(0, comma) + "\nx,y\n");

        assertRejected(
                source(Header.PRESENT, "kind"),
                "it must be a table of comma-separated values, but it is " + startAndWhat.substring(comma + 2));
    }

    @Test
    void takesNamesOfColumnsForWhatTheyAre() throws DataException {
        write("train", "PAR1,BMI,GIF89a,kind\n1,2,3,a\n4,5,6,b\n");
        write("test", "PAR1,BMI,GIF89a,kind\n1,2,4,a\n");

        assertThat(source(Header.PRESENT, "kind").read().train().size()).isEqualTo(2);
    }

    @Test
    void refusesAQuantityWhoseEveryValueIsAnother() {
        StringBuilder table = new StringBuilder("size,price\n");
        for (int i = 0; i < 20; i++) {
            table.append(i * i % 17).append(',').append(i / 4.0).append('\n');
        }
        write("train", table.toString());

        assertRejected(
                alone(Header.PRESENT, "price"),
                "column \"price\" has another number in every row, so it looks like a quantity");
    }

    @Test
    void rejectsUnclosedQuotes() {
        write("train", "1,a\n2,\"b\n");

        assertRejected(source(Header.ABSENT, "2"), "line 2: a quotation mark is opened and never closed.");
    }

    @Test
    void rejectsOtherEncodings() {
        IdxBytes.write(folder.resolve("train"), "1,ä\n2,b\n".getBytes(StandardCharsets.ISO_8859_1));

        assertRejected(
                source(Header.ABSENT, "2"),
                "it is not UTF-8 text: save it as UTF-8, if it is text, or say its encoding, such as windows-1252.");
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

    private CsvSource alone(Header header, String label) {
        return new CsvSource(new Configuration(), new DataSource.Csv(path("train"), "", header, label, 0.2), 1);
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
