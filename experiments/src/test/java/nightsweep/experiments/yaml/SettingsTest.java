package nightsweep.experiments.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import nightsweep.experiments.catalog.Catalog;
import nightsweep.experiments.sweepfile.SweepFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
    private static final String TEXT = """
            # A comment.
            name: x # another
            dataset: mnist
            network:
              - dense:
                  units: 3
              - output: {units: 10, loss: cross-entropy}

            training:
              epochs: 3   # few
              optimizer: adam
              learning-rate: 0.1

            # The grid.
            grid:
              a:
                - 1
                - 2 # two

              b: [3,
                  4]
            """;

    private static String with(String... settings) throws SweepFileException {
        return SweepFile.withSettings(TEXT, List.of(settings), "x.yaml");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments("training.epochs=2", "  epochs: 3   # few", "  epochs: 2   # few"),
                arguments("name = y", "name: x #", "name: y #"),
                arguments("grid.a=[5, 6]", "    - 1\n    - 2 #", "    [5, 6] #"),
                arguments("grid.a.0=9", "- 1\n", "- 9\n"),
                arguments("grid.b=7", "[3,\n      4]", "7"),
                arguments("grid.b.1=7", "4]", "7]"),
                arguments("network.0.dense.units=64", "units: 3\n", "units: 64\n"),
                arguments("network.0.dense.dropout=0.5", "units: 3\n", "units: 3\n      dropout: 0.5\n"),
                arguments("network.1.output.activation=tanh", "cross-entropy}", "cross-entropy, activation: tanh}"),
                arguments("dataset.validation=0.1", "dataset: mnist", "dataset: {name: mnist, validation: 0.1}"),
                arguments("training.learning-rate.warm-up=2", "0.1\n", "{initial: 0.1, warm-up: 2}\n"),
                arguments("training.optimizer.adam.beta1=0.8", "adam\n", "{adam: {beta1: 0.8}}\n"),
                arguments("training.clip.value=1", "0.1\n", "0.1\n  clip: {value: 1}\n"),
                arguments("repeats=3", "4]\n", "4]\nrepeats: 3\n"),
                arguments("name=\"a: b\"", "name: x", "name: \"a: b\""));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changesOnlyWhatItMeans(String setting, String before, String after) throws SweepFileException {
        assertThat(TEXT).containsOnlyOnce(before);

        assertThat(with(setting)).isEqualTo(TEXT.replace(before, after));
    }

    @Test
    void leavesTheTextAloneWithoutSettings() throws SweepFileException {
        assertThat(SweepFile.withSettings("not: [yaml", List.of(), "x.yaml")).isEqualTo("not: [yaml");
    }

    @Test
    void appliesSettingsInOrder() throws SweepFileException {
        assertThat(with("seed=1", "seed=2", "training.clip=none", "training.clip={value: 3}"))
                .contains("\nseed: 2\n", "  clip: {value: 3}\n")
                .doesNotContain("seed: 1", "none");
    }

    @Test
    void fillsAnEmptyFlowMapping() throws SweepFileException {
        assertThat(SweepFile.withSettings("training: {}\n", List.of("training.epochs=1"), "x.yaml"))
                .isEqualTo("training: {epochs: 1}\n");
        assertThat(SweepFile.withSettings("training:\n", List.of("training.epochs=1"), "x.yaml"))
                .isEqualTo("training: {epochs: 1}\n");
    }

    @Test
    void countsCharactersBeyondTheBasicPlaneOnce() throws SweepFileException {
        assertThat(SweepFile.withSettings("description: 😀\nseed: 1\n", List.of("seed=2"), "x.yaml"))
                .isEqualTo("description: 😀\nseed: 2\n");
    }

    @Test
    void refusesWhatItCannotPutInAndTellsAll() {
        assertThatExceptionOfType(SweepFileException.class)
                .isThrownBy(() -> with(
                        "epochs",
                        "=3",
                        "a..b=3",
                        "training.epochs=[",
                        "training.epochs=",
                        "training.epochs.x=1",
                        "network.2.dense.units=1",
                        "network.first=1"))
                .withMessage("""
                        Cannot read sweep x.yaml:
                          --set =3: a setting is a path, = and a value, such as training.epochs=2.
                          --set a..b=3: a setting is a path, = and a value, such as training.epochs=2.
                          --set epochs: a setting is a path, = and a value, such as training.epochs=2.
                          --set network.2.dense.units=1: network is a list of 2: its items are numbered from 0, but got "2".
                          --set network.first=1: network is a list of 2: its items are numbered from 0, but got "first".
                          --set training.epochs.x=1: training.epochs is "3" and has no keys. Set all of it.
                          --set training.epochs=: it is empty.
                          --set training.epochs=[: it is not YAML: expected the node content, but found '<stream end>'.""");
    }

    @Test
    void refusesToChangeOneOfTwoThatShareAnAnchor() {
        String text = "a: &x {b: 1}\nc: *x\n";

        assertThatExceptionOfType(SweepFileException.class)
                .isThrownBy(() -> SweepFile.withSettings(text, List.of("c.b=2"), "x.yaml"))
                .withMessageContaining("--set c.b=2: it cannot be put into this file, for its anchors or its layout."
                        + " Change the file instead.");
    }

    @Test
    void tellsWhatIsWrongWithTheFile() {
        assertThatExceptionOfType(SweepFileException.class)
                .isThrownBy(() -> SweepFile.withSettings("a: 1\na: 2\n", List.of("a=3"), "x.yaml"))
                .withMessage("Cannot read sweep x.yaml:\n  line 2, a: \"a\" was already given in line 1.");
    }

    @Test
    void opensTheWholeGrid() throws SweepFileException {
        String published =
                Catalog.find("mnist-activation-loss-optimizer").orElseThrow().text();

        String full = SweepFile.fullGrid(published, "x.yaml");

        assertThat(SweepFile.parse(published, "x.yaml").configurations()).hasSize(10);
        assertThat(SweepFile.parse(full, "x.yaml").configurations()).hasSize(18);
        assertThat(SweepFile.fullGrid(full, "x.yaml")).isEqualTo(full);
        assertThat(SweepFile.fullGrid(TEXT, "x.yaml")).isEqualTo(TEXT);
    }
}
