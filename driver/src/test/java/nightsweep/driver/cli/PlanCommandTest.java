package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
    }

    @Test
    void plansAFile() {
        assertThat(desk.execute("plan", "planes.yaml")).isZero();

        assertThat(desk.out())
                .startsWith("""
                        planes: 3 configurations x 1 repeat = 3 trials
                        data       xor: 200 to train on, 100 to test on; 2 values, 2 classes
                        """)
                .contains("""
                        Invalid, and not trained:
                          configuration 3: cross-entropy compares one output unit a class, but the output layer has 1 unit for 2 classes: give it 2 units, or use binary-cross-entropy.

                        Doubtful, but trained:
                          configuration 2 (hidden-softmax): A hidden softmax layer lets""")
                .endsWith("About 8 s on 8 slots, under 1 s of training in all.\n");
        assertThat(desk.err()).isEmpty();
        assertThat(desk.runs.requests).isEmpty();
    }

    @Test
    void endsBadlyWhereNothingCanBeTrained() {
        assertThat(desk.execute("plan", "planes.yaml", "--set", "only=[{loss: cross-entropy}]"))
                .isEqualTo(3);

        assertThat(desk.err()).isEqualTo("nightsweep: No configuration of the sweep can be trained.\n");
        assertThat(desk.out()).contains("Invalid, and not trained:");
    }

    @Test
    void plansASweepOfTheCatalog() {
        assertThat(desk.execute("plan", "quickstart", "--master", "local[3]")).isZero();

        assertThat(desk.out()).startsWith("quickstart: 9 configurations").contains(" on 3 slots, ");
    }

    @Test
    void takesNoFolderForASweepOfTheCatalog() throws IOException {
        Files.createDirectory(folder.resolve("quickstart"));

        assertThat(desk.execute("plan", "quickstart")).isZero();
        assertThat(desk.execute("plan", ".")).isEqualTo(3);
        assertThat(desk.err()).startsWith("nightsweep: There is no sweep ., neither as a file nor in the catalog. ");
    }

    @Test
    void plansAFileByItsUri() {
        assertThat(desk.execute("plan", folder.resolve("planes.yaml").toUri().toString()))
                .isZero();

        assertThat(desk.out()).startsWith("planes: 3 configurations");
    }

    @Test
    void plansTheWholeGridWithOtherSettings() {
        assertThat(desk.execute("plan", "planes.yaml", "--full", "--set", "repeats=2", "--set", "dataset.train=40"))
                .isZero();

        assertThat(desk.out()).startsWith("""
                        planes: 4 configurations x 2 repeats = 8 trials
                        data       xor: 40 to train on, 100 to test on; 2 values, 2 classes
                        """);
    }

    @Test
    void suggestsASweepForAnUnknownOne() {
        assertThat(desk.execute("plan", "quikstart")).isEqualTo(3);

        assertThat(desk.err())
                .isEqualTo("nightsweep: There is no sweep quikstart, neither as a file nor in the catalog. "
                        + "Maybe \"quickstart\"? See nightsweep catalog.\n");
    }

    @Test
    void listsWhatThereIsForASweepLikeNone() {
        assertThat(desk.execute("run", "nothing/of/the/kind.yaml")).isEqualTo(3);

        assertThat(desk.err())
                .startsWith(
                        "nightsweep: There is no sweep nothing/of/the/kind.yaml, neither as a file nor in the catalog. "
                                + "There are: ")
                .contains("quickstart");
        assertThat(desk.runs.requests).isEmpty();
    }

    @Test
    void tellsWhyASweepCannotBeRead() throws IOException {
        Files.writeString(
                folder.resolve("bad.yaml"),
                Desk.SWEEP.replace("epochs: 2", "epoch: 2").replace("units: 4", "units: -4"));
        Files.write(folder.resolve("latin.yaml"), "name: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(desk.execute("plan", "bad.yaml")).isEqualTo(3);
        assertThat(desk.err())
                .startsWith("nightsweep: Cannot read sweep bad.yaml:\n  ")
                .contains("Maybe \"epochs\"?")
                .contains("units must be positive");
        assertThat(desk.execute("plan", "latin.yaml")).isEqualTo(3);
        assertThat(desk.err()).endsWith("nightsweep: Cannot read sweep latin.yaml: it is not text in UTF-8.\n");
        assertThat(desk.execute("plan", "file:///no/such.yaml")).isEqualTo(3);
        assertThat(desk.err()).endsWith("nightsweep: There is no sweep file file:///no/such.yaml.\n");
        assertThat(desk.execute("plan", "gopher://old/such.yaml")).isEqualTo(3);
        assertThat(desk.err())
                .contains(
                        "nightsweep: Cannot read sweep gopher://old/such.yaml: Cannot use gopher://old: Hadoop knows no"
                                + " file system of this kind here.");
    }

    @Test
    void tellsWhatIsWrongWithASetting() {
        assertThat(desk.execute("plan", "planes.yaml", "--set", "training.epochs"))
                .isEqualTo(3);

        assertThat(desk.err()).contains("Cannot read sweep planes.yaml:").contains("training.epochs=2");
    }
}
