package nightsweep.driver.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nightsweep.experiments.format.SweepFile;
import nightsweep.experiments.format.SweepFileException;
import nightsweep.experiments.sweep.Sweep;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void refusesAnotherSweep() throws Exception {
        String other = SWEEP.replace("name: small", "name: other").replace("xor", "circle");
        at(folder).claim(SWEEP, sweep(SWEEP));

        assertThatThrownBy(() -> at(folder).claim(other, sweep(other)))
                .isInstanceOf(RunDirectoryException.class)
                .hasMessage("Cannot run sweep other in " + folder + ": it holds another sweep, small, and 2 of its 2 "
                        + "trials are not in this one. Name another folder with --out.");
        assertThat(at(folder).sweepText()).isEqualTo(SWEEP);
    }

    @Test
    void namesAnotherSeed() throws Exception {
        String other = SWEEP.replace("seed: 7", "seed: 8");
        at(folder).claim(SWEEP, sweep(SWEEP));

        assertThatThrownBy(() -> at(folder).claim(other, sweep(other)))
                .hasMessageContaining("it holds this sweep with seed 7 rather than 8");
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
