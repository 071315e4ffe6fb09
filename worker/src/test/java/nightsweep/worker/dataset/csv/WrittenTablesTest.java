package nightsweep.worker.dataset.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DataSource.Header;
import nightsweep.experiments.dataset.Preparing;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.experiments.dataset.TargetKind;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.Features;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How rows are written, found out or said, and tables that are folders of files. */
class WrittenTablesTest {
    private static final String FOUND = TableForm.Text.FOUND;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"';',1;'';a", "^,1^''^a", "'#',1#''#a"})
    void takesTheSeparatorThatIsSaid(String separator, String row) throws Exception {
        String mark = separator.replace("'", "");
        write("t", "x,y" + mark + "q" + mark + "kind\n" + row.replace("''", "2") + "\n3" + mark + "4" + mark + "b\n");

        Decoded decoded =
                source("t", new TableForm.Text(mark, "\"", "none", "utf-8")).read();

        assertThat(values(decoded)).containsExactly(1, 2, 3, 4);
        assertThat(notes("t", new TableForm.Text(mark, "\"", "none", "utf-8")))
                .anyMatch(note -> note.contains("as separator says"));
    }

    @Test
    void takesSeveralBlanksForOne() throws Exception {
        write("t", " x   y kind\n 1.5   2 a\n3  \t 4 b\n");

        assertThat(values(source("t", new TableForm.Text(" ", "\"", FOUND, "utf-8"))
                        .read()))
                .containsExactly(1.5f, 2, 3, 4);
    }

    @Test
    void understandsTheFirstLineThatSpreadsheetsWrite() throws Exception {
        write("t", "sep=;\nx;kind\n1,5;a\n2,5;b\nx;b\n");

        assertThatThrownBy(() -> source("t", TableForm.USUAL).read())
                .hasMessageContaining("line 5, column \"x\": \"x\" is not a finite number");

        write("t", "\"sep=;\"\r\nx;kind\r\n1,5;a\r\n2,5;b\r\n");
        assertThat(values(source("t", TableForm.USUAL).read())).containsExactly(1.5f, 2.5f);
        assertThat(notes("t", TableForm.USUAL))
                .contains("In " + path("t") + " cells are apart by semicolons, as its first line says.");
    }

    @Test
    void refusesASeparatorThatTheFirstLineContradicts() throws Exception {
        write("t", "sep=;\nx;kind\n1;a\n2;b\n");

        assertThatThrownBy(() -> source("t", new TableForm.Text(",", "\"", FOUND, "utf-8"))
                        .read())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("its first line says that cells are apart by semicolons, but separator that they"
                        + " are by commas");
    }

    @Test
    void takesQuotesThatAreSaid() throws Exception {
        write("t", "'x, of all',kind\n1,'a,b'\n2,c\"\n");

        Decoded decoded =
                source("t", new TableForm.Text(FOUND, "'", FOUND, "utf-8")).read();

        assertThat(decoded.labels()).containsExactly("a,b", "c\"");
    }

    @Test
    void takesNoQuotesWhereThereAreNone() throws Exception {
        write("t", "size,kind\n1,\"a\n2,b\"\"\n");

        assertThat(source("t", new TableForm.Text(FOUND, "none", FOUND, "utf-8"))
                        .read()
                        .labels())
                .containsExactly("\"a", "b\"\"");
    }

    @Test
    void passesOverCommentsThatAreSaidAndCountsThem() throws Exception {
        write("t", "% one\nx,kind\n1,a\n% two, of\n% three\n2,b\n% four\n");
        TableForm.Text form = new TableForm.Text(FOUND, "\"", "%", "utf-8");

        assertThat(values(source("t", form).read())).containsExactly(1, 2);
        assertThat(notes("t", form))
                .contains("In " + path("t") + " 4 lines are passed over that begin with %, as comment says.");
    }

    @Test
    void takesMarkedLinesForRowsWhereNoneIsAComment() throws Exception {
        write("t", "#x,kind\n1,a\n2,b\n");

        assertThat(values(source("t", new TableForm.Text(FOUND, "\"", "none", "utf-8"))
                        .read()))
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource({"windows-1252,€", "utf-16le,ж", "utf-16,ж", "iso-8859-1,ä"})
    void readsTheEncodingThatIsSaid(String encoding, String letter) throws Exception {
        Files.write(folder.resolve("t"), ("x,kind\n1," + letter + "\n2,b\n").getBytes(Charset.forName(encoding)));

        assertThat(source("t", new TableForm.Text(FOUND, "\"", FOUND, encoding))
                        .read()
                        .labels())
                .contains(letter);
    }

    @Test
    void refusesAnEncodingThatTheTextContradicts() throws Exception {
        write("t", "\uFEFFx,kind\n1,a\n2,b\n");
        assertThatThrownBy(() -> source("t", new TableForm.Text(FOUND, "\"", FOUND, "windows-1252"))
                        .read())
                .hasMessageContaining("it begins with the mark of UTF-8, but encoding says windows-1252");

        Files.write(folder.resolve("t"), "x,kind\n1,ä\n2,b\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> source("t", new TableForm.Text(FOUND, "\"", FOUND, "us-ascii"))
                        .read())
                .hasMessageContaining("it is not us-ascii text, as encoding says");
    }

    @Test
    void readsTheFilesOfAFolderInTheOrderOfTheirNames() throws Exception {
        Files.createDirectory(folder.resolve("t"));
        write("t/part-2", "x,kind\n3,a\n4,b\n");
        write("t/part-1", "x,kind\n1,a\n2,b\n");
        write("t/part-3", "");
        write("t/_SUCCESS", "");
        write("t/.part-1.crc", "crc");

        Decoded decoded = source("t", TableForm.USUAL).read();

        assertThat(values(decoded)).containsExactly(1, 2, 3, 4);
        assertThat(decoded.train().stored().origins().of(2)).isEqualTo("part-2:2");
        assertThat(notes("t", TableForm.USUAL))
                .contains(
                        path("t")
                                + " is a folder of 3 files, read in the order of their names, beside which 2 hidden ones are"
                                + " passed over: .part-1.crc, _SUCCESS.",
                        "In " + path("t") + " 1 file has no row.");
    }

    @Test
    void namesTheFileWhereSomethingIsWrong() throws Exception {
        Files.createDirectory(folder.resolve("t"));
        write("t/a", "x,kind\n1,a\n2,b\n");
        write("t/b", "x,kind\n1,a\nseven,b\n1,2,3\n");

        assertThatThrownBy(() -> source("t", TableForm.USUAL).read())
                .hasMessageContaining("from b, line 3 on")
                .hasMessageContaining("b, line 3, column \"x\": \"seven\" is not a finite number")
                .hasMessageContaining("b, line 4 has 3 cells, but the first line has 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"kind,x", "x,kind,z", "X,kind", "1,a"})
    void refusesFilesOfAnotherHeading(String heading) throws Exception {
        Files.createDirectory(folder.resolve("t"));
        write("t/a", "x,kind\n1,a\n2,b\n");
        write("t/b", heading + "\n1,a\n");

        assertThatThrownBy(() -> source("t", TableForm.USUAL).read())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("/t/b: its first line names the columns " + heading.replace(",", ", ")
                        + ", but the first file of the folder x, kind: files of one table have the same heading");
    }

    @Test
    void refusesFoldersThatAreNoTable() throws Exception {
        Files.createDirectories(folder.resolve("t/deep"));
        assertThatThrownBy(() -> source("t", TableForm.USUAL).read())
                .hasMessageContaining("it is a folder in which \"deep\" is a folder too");
        Files.delete(folder.resolve("t/deep"));
        write("t/_SUCCESS", "");
        assertThatThrownBy(() -> source("t", TableForm.USUAL).read())
                .hasMessageContaining("it is a folder without files but for hidden ones: _SUCCESS");
    }

    private List<String> notes(String table, TableForm.Text form) throws DataException {
        return source(table, form).outline().notes();
    }

    private static float[] values(Decoded decoded) {
        return ((Features.Floats) decoded.train().stored().features()).values();
    }

    /** Trained on and tested on, so that all rows are read, in their order. */
    private nightsweep.worker.dataset.csv.CsvSource source(String table, TableForm.Text form) {
        return new nightsweep.worker.dataset.csv.CsvSource(
                new Configuration(),
                new DataSource.Csv(
                        path(table), path(table), Header.PRESENT, "kind", 0, Preparing.USUAL, TargetKind.CLASS, form),
                1);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
