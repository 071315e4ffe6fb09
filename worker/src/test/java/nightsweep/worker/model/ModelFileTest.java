package nightsweep.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightsweep.experiments.json.OutcomeFile;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.EarlierTrial;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.worker.TrialRunner;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.evaluation.Tested;
import nightsweep.worker.provenance.Origin;
import nightsweep.worker.training.EpochListener;
import nightsweep.worker.training.checkpoint.Checkpoints;
import org.apache.hadoop.conf.Configuration;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {
    private static final String SWEEP = """
            name: digits
            dataset: {name: digits, train: 300, test: 200, scaling: standardize}
            network:
              - $first
              - dense: {units: 20, activation: $activation, dropout: 0.2}
              - output: {units: $units, loss: cross-entropy}
            training: {epochs: 3, batch-size: 16, optimizer: adam, learning-rate: 0.01, engine: $engine}
            grid:
              first:
                dense: []
                images:
                  - convolution: {filters: 4, size: 5, stride: 2}
                  - max-pooling: {size: 2}
              activation: [relu, tanh]
              engine: [fused, dl4j]
              units: [10, 12]
            exclude: [{units: 12, activation: tanh}]
            """;

    private static final Engines ENGINES = Engines.standard();

    static Stream<Trial> trials() throws Exception {
        return SweepFile.parse(SWEEP, "sweep.yaml").trials().stream();
    }

    @ParameterizedTest
    @MethodSource("trials")
    void givesTheSameFiguresToTheLastDigit(Trial planned) throws Exception {
        Sweep sweep = SweepFile.parse(SWEEP, "sweep.yaml");
        Trial trial = sweep.trials().get(planned.number() - 1);
        Dataset dataset = new DatasetLoader(new Configuration(), Optional.empty())
                .load(trial.configuration().dataset(), sweep.seed());
        TrialRunner.Attempt attempt = new TrialRunner(ENGINES, Origin.here("none"), InstantSource.system())
                .attempt(trial, sweep.seed(), dataset, EpochListener.NONE, Checkpoints.NONE);
        TrialOutcome.Completed outcome = (TrialOutcome.Completed) attempt.outcome();
        Trained kept = Trained.read(attempt.trained().orElseThrow().bytes());

        byte[] zip = ModelFile.write(new SavedModel(trial, sweep.seed(), kept, SWEEP, OutcomeFile.write(outcome)));
        SavedModel read = ModelFile.read(zip, "model.zip");
        Tested tested = new Examination(read, ENGINES).test(dataset);

        assertThat(tested.withOutputs(true)).isEqualTo(outcome.test());
        assertThat(read.trial()).isEqualTo(trial);
        assertThat(OutcomeFile.read(read.outcomeText(), "outcome.json")).isEqualTo(outcome);
        assertThat(read.trained()).usingRecursiveComparison().isEqualTo(kept);
        assertThat(ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(zip))
                        .numParams())
                .isEqualTo(outcome.parameters());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "no zip at all"})
    void refusesWhatIsNoModel(String text) {
        byte[] bytes = Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 40);

        assertThatThrownBy(() -> ModelFile.read(bytes, "x.zip"))
                .isInstanceOf(ModelException.class)
                .hasMessage("Cannot read model x.zip: it has no nightsweep/sweep.yaml: Nightsweep did not write it.");
    }

    private static final String EARLIER = """
            name: before
            dataset: {name: xor}
            network:
              - dense: {units: 2, activation: $hidden}
              - output: {units: 1, loss: binary-cross-entropy}
            training: {optimizer: adam}
            grid: {hidden: [relu, hard-sigmoid]}
            """;

    /** Where two layers' parameters are what an earlier version trained, under the id that it gave the trial. */
    private static byte[] modelOfBefore(Sweep sweep, Trial declared) throws Exception {
        EarlierTrial earlier =
                EarlierTrial.of(declared.configuration(), 0, sweep.seed()).orElseThrow();
        ModelCard card = new ModelCard(
                earlier.id(),
                declared.number(),
                List.of("0", "1"),
                List.of(2),
                List.of(1.0),
                List.of(0.0),
                Optional.empty());
        List<LayerParameters> parameters = List.of(
                new LayerParameters(2, 2, new float[] {1, 2, 3, 4}, new float[2]),
                new LayerParameters(2, 1, new float[] {5, 6}, new float[1]));
        // Deeplearning4j writes one of these two activations alone; the sweep says which it was.
        Trial written = sweep.trials().get(0);
        return ModelFile.write(new SavedModel(written, sweep.seed(), new Trained(card, parameters), EARLIER, "{}"));
    }

    @Test
    void readsModelsThatWereTrainedUnderEarlierFormulas() throws Exception {
        Sweep sweep = SweepFile.parse(EARLIER, "sweep.yaml");

        SavedModel read = ModelFile.read(modelOfBefore(sweep, sweep.trials().get(0)), "model.zip");

        assertThat(read.trial()).isEqualTo(sweep.trials().get(0));
        assertThat(read.trained().parameters().get(1).weights()).containsExactly(5, 6);
    }

    @Test
    void refusesModelsWhoseActivationIsAnotherFunctionNow() throws Exception {
        Sweep sweep = SweepFile.parse(EARLIER, "sweep.yaml");
        byte[] model = modelOfBefore(sweep, sweep.trials().get(1));

        assertThatThrownBy(() -> ModelFile.read(model, "x.zip"))
                .isInstanceOf(ModelException.class)
                .hasMessage("Cannot read model x.zip: an earlier version of Nightsweep wrote it, in which hard-sigmoid,"
                        + " adam was another formula. Use that version for it.");
    }
}
