package nightsweep.driver.run.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import nightsweep.driver.application.SaveModels;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadingNetworksTest {
    /** Trials 1 and 2 are of the first configuration, 3 and 4 of the second, 5 and 6 of the third. */
    private static final String TEXT = """
            name: leading
            dataset: {name: xor, train: 100, test: 100}
            network:
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 1, batch-size: 10, optimizer: sgd, learning-rate: $rate}
            grid:
              rate: [0.1, 0.01, 0.001]
            repeats: 2
            """;

    @TempDir
    private Path folder;

    private Sweep sweep;
    private RunDirectory run;

    @BeforeEach
    void begin() throws Exception {
        sweep = SweepFile.parse(TEXT, "leading.yaml");
        run = RunDirectory.at(folder.toUri().toString(), new Configuration());
        for (Trial trial : sweep.trials()) {
            run.trials().keepTrained(trial.id(), new byte[] {1});
        }
    }

    @Test
    void keepsTheBestRepeatOfTheBestConfiguration() throws Exception {
        assertThat(left(SaveModels.BEST, 0.5, 0.9, 0.8, 0.81, 0.99, 0.1)).containsExactly(4);
    }

    @Test
    void keepsTheBestRepeatOfAConfigurationThatIsNotComplete() throws Exception {
        assertThat(left(SaveModels.BEST, 0.5, 0.9, 0.8, Double.NaN, 0.1, 0.2)).containsExactly(2, 3, 4);
    }

    @Test
    void keepsAllThatAreEqual() throws Exception {
        assertThat(left(SaveModels.BEST, 0.9, 0.9, 0.9, 0.9, 0.1, 0.1)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void keepsAllOrNoneWhereThatIsWanted() throws Exception {
        assertThat(left(SaveModels.ALL, 0.5, 0.9, 0.8, 0.8, 0.1, 0.1)).hasSize(6);
        assertThat(left(SaveModels.NONE, 0.5, 0.9, 0.8, 0.8, 0.1, 0.1)).isEmpty();
    }

    /** The numbers of trials whose networks are left after all have ended with these objectives. */
    private List<Integer> left(SaveModels wanted, double... objectives) throws Exception {
        assertThat(objectives).hasSameSizeAs(sweep.trials());
        try (LeadingNetworks networks = new LeadingNetworks(run, sweep, wanted)) {
            IntStream.range(0, objectives.length)
                    .forEach(i -> networks.ended(sweep.trials().get(i), objectives[i]));
        }
        List<String> kept = List.copyOf(run.trials().trained());
        return sweep.trials().stream()
                .filter(trial -> kept.contains(trial.id().text()))
                .map(Trial::number)
                .toList();
    }
}
