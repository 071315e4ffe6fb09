package nightsweep.driver.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nightsweep.driver.bundle.BundleWriter;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunDirectoryTest {
    private static final String SWEEP = """
            name: small
            dataset: xor
            network:
              - output: {units: 1, loss: binary-cross-entropy}
            training: {epochs: $epochs, batch-size: 10, optimizer: sgd}
            grid: {epochs: [1, 2]}
            repeats: 1
            seed: 7
            """;

    private static final String FIXED_EPOCHS = """
            name: small
            description: old
            dataset: {name: xor, train: 50, test: 50}
            network:
              - output: {units: 1, loss: squared-error}
            training: {epochs: 2, batch-size: 10, optimizer: sgd, learning-rate: $rate}
            grid: {rate: [0.1]}
            repeats: 2
            seed: 7
            """;

    @TempDir
    private Path folder;

    @Test
    void beginsInANewFolder() throws Exception {
        RunDirectory run = at(folder.resolve("new/run"));

        run.claim(SWEEP, sweep(SWEEP));

        assertThat(run.sweepText()).isEqualTo(SWEEP);
        assertThat(run.sweep()).isEqualTo(sweep(SWEEP));
    }

    @Test
    void readsABundleAndDoesNotWriteToIt() throws Exception {
        Path file = folder.resolve("run.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            BundleWriter writer = new BundleWriter(out, "small");
            writer.add("sweep.yaml", SWEEP.getBytes(StandardCharsets.UTF_8));
            writer.finish(List.of());
        }
        RunDirectory run = at(file);

        assertThat(run.sweep()).isEqualTo(sweep(SWEEP));
        assertThat(run.label()).isEqualTo(file.toString());
        assertThat(run.atWork()).isEmpty();
        String refused = file + " is a bundle, which is only read. Unpack it and name the folder: unzip " + file
                + " makes the folder small.";
        assertThatThrownBy(() -> run.claim(SWEEP, sweep(SWEEP)))
                .isInstanceOf(RunDirectoryException.class)
                .hasMessage(refused);
        assertThatThrownBy(() -> run.lease(told -> {})).hasMessage(refused);
    }

    @Test
    void refusesAFileThatIsNoBundle() throws IOException {
        Path file = Files.writeString(folder.resolve("small.yaml"), SWEEP);

        assertThatThrownBy(() -> at(file))
                .isInstanceOf(RunDirectoryException.class)
                .hasMessageStartingWith("Cannot read " + file + " as a run: it is a file, and no bundle");
    }

    @Test
    void goesOnWithTheSameSweep() throws Exception {
        at(folder).claim(SWEEP, sweep(SWEEP));

        at(folder).claim(SWEEP, sweep(SWEEP));

        assertThat(at(folder).sweepText()).isEqualTo(SWEEP);
    }

    @Test
    void goesOnWithMoreValuesAndRepeats() throws Exception {
        String more = SWEEP.replace("[1, 2]", "[1, 2, 3]").replace("repeats: 1", "repeats: 2");
        at(folder).claim(SWEEP, sweep(SWEEP));

        at(folder).claim(more, sweep(more));

        assertThat(at(folder).sweepText()).isEqualTo(more);
    }

    @Test
    void refusesTheLayoutOfEarlierVersions() throws Exception {
        at(folder).claim(SWEEP, sweep(SWEEP));
        Path trial = Files.createDirectories(folder.resolve("trials/t-0123456789ab"));
        Files.writeString(trial.resolve("epochs.csv"), "");
        assertThat(at(folder).sweepText()).isEqualTo(SWEEP);
        Files.writeString(trial.resolve("outcome.json"), "{}");

        assertThatThrownBy(() -> at(folder).check(SWEEP, sweep(SWEEP)))
                .isInstanceOf(RunDirectoryException.class)
                .hasMessageContaining("an earlier version of Nightsweep wrote it")
                .hasMessageContaining("--out");
        assertThatThrownBy(() -> at(folder).sweep()).hasMessageContaining("an earlier version of Nightsweep wrote it");
    }

    @Test
    void refusesAnotherSweep() throws Exception {
        String other = SWEEP.replace("name: small", "name: other").replace("xor", "circle");
        at(folder).claim(SWEEP, sweep(SWEEP));

        assertThatThrownBy(() -> at(folder).claim(other, sweep(other)))
                .isInstanceOf(RunDirectoryException.class)
                .hasMessage(
                        "Cannot run sweep other in " + folder + ": it holds another sweep, small, and 2 of its 2 "
                                + "trials are not in this one.\n  dataset: xor before, circle now\n"
                                + "Values, repeats and epochs can be added; for anything else, name another folder with --out.");
        assertThat(at(folder).sweepText()).isEqualTo(SWEEP);
    }

    @Test
    void namesAnotherSeed() throws Exception {
        String other = SWEEP.replace("seed: 7", "seed: 8");
        at(folder).claim(SWEEP, sweep(SWEEP));

        assertThatThrownBy(() -> at(folder).claim(other, sweep(other)))
                .hasMessageContaining(
                        "it holds another version of this sweep, and 2 of its 2 trials are not in this one.")
                .hasMessageContaining("\n  seed: 7 before, 8 now\n");
    }

    @Test
    void goesOnWithMoreEpochs() throws Exception {
        String before = FIXED_EPOCHS;
        String more = before.replace("epochs: 2", "epochs: 3").replace("[0.1]", "[0.1, 0.2]");
        at(folder).claim(before, sweep(before));

        at(folder).claim(more, sweep(more));

        assertThat(at(folder).sweepText()).isEqualTo(more);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epochs: 2 | epochs: 1 | training.epochs: 2 before, 1 now",
                "epochs: 2, batch-size: 10 | epochs: 3, batch-size: 20 | training.batch-size: 10 before, 20 now",
                "[0.1] | [0.2] | grid.rate: [0.1] before, [0.2] now",
                "repeats: 2 | repeats: 1 | repeats: 2 before, 1 now",
                "seed: 7 | seed: 8 | seed: 7 before, 8 now",
                "units: 1 | units: 2 | network.0.output.units: 1 before, 2 now",
                "optimizer: sgd | optimizer: adam | training.optimizer: sgd before, adam now",
                "train: 50 | train: 60 | dataset.train: 50 before, 60 now"
            })
    void namesWhatDiffers(String part, String change, String told) throws Exception {
        String before = FIXED_EPOCHS;
        String now = before.replace(part, change).replace("description: old", "description: new");
        at(folder).claim(before, sweep(before));

        assertThatThrownBy(() -> at(folder).claim(now, sweep(now)))
                .isInstanceOf(RunDirectoryException.class)
                .hasMessageContaining("\n  " + told)
                .hasMessageNotContaining("description");
        assertThat(at(folder).sweepText()).isEqualTo(before);
    }

    @Test
    void refusesAFolderOfOtherThings() throws Exception {
        Files.writeString(folder.resolve("thesis.tex"), "\\begin{document}");

        assertThatThrownBy(() -> at(folder).claim(SWEEP, sweep(SWEEP)))
                .hasMessage("Cannot use " + folder + " as a run directory: it holds files, but no run. "
                        + "Name an empty or a new folder with --out.");
        assertThat(folder.toFile().list()).containsExactly("thesis.tex");
    }

    @Test
    void refusesAPlaceThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> at(file.resolve("run")).claim(SWEEP, sweep(SWEEP)))
                .isInstanceOf(RunDirectoryException.class)
                .hasMessageContaining("Cannot write to " + file.resolve("run"))
                .hasMessageContaining("a part of its path is a file, not a folder.");
    }

    @Test
    void saysThatThereIsNoRun() {
        assertThatThrownBy(() -> at(folder).sweep())
                .hasMessage("There is no run at " + folder + ": it has no sweep.yaml.");
    }

    @Test
    void saysThatItsSweepIsDamaged() throws Exception {
        Files.writeString(folder.resolve("sweep.yaml"), "name: [");

        assertThatThrownBy(() -> at(folder).claim(SWEEP, sweep(SWEEP)))
                .hasMessageContaining("its sweep.yaml is damaged");
    }

    private static RunDirectory at(Path place) throws RunDirectoryException {
        return RunDirectory.at(place.toUri().toString(), new Configuration());
    }

    private static Sweep sweep(String text) throws SweepFileException {
        return SweepFile.parse(text, "small.yaml");
    }
}
