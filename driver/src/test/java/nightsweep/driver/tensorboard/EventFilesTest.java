package nightsweep.driver.tensorboard;

import static nightsweep.driver.tensorboard.EventReader.fields;
import static nightsweep.driver.tensorboard.EventReader.nested;
import static nightsweep.driver.tensorboard.EventReader.text;
import static nightsweep.driver.tensorboard.EventReader.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.LayerMetrics;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.outcome.WeightHistogram;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventFilesTest {
    private Sweep sweep;
    private Trial trial;

    @BeforeEach
    void declare() throws Exception {
        sweep = SweepFile.parse("""
                name: events
                dataset: {name: xor, train: 50, test: 50}
                network:
                  - dense: {units: $units}
                  - output: {units: 1, loss: binary-cross-entropy}
                training: {epochs: 2, optimizer: $optimizer}
                grid: {units: [3, 5], optimizer: [sgd, adam]}
                """, "events.yaml");
        trial = sweep.trials().get(1);
    }

    private TrialOutcome failed() {
        return new TrialOutcome.Failed(
                trial.id(),
                FailureReason.TIMED_OUT,
                "It took too long.",
                "",
                List.of(
                        new EpochMetrics(1, 0.75, 0.5, Double.NaN, Double.NaN),
                        new EpochMetrics(2, 0.5, 0.625, 0.25, 0.875)),
                new Provenance("1", 7, 8, "sum", "fused", "jvm", "os", "cpu", "blas", "d", "s", "h"),
                new Timing("node", 1_700_000_000_000L, 900, 50, 10_000, 5));
    }

    @Test
    void beginsWithTheFormatAndTheStartOfASession() {
        List<byte[]> records = EventReader.records(EventFiles.of(trial, failed()));

        assertThat(text(fields(records.get(0)), 3)).isEqualTo("brain.Event:2");
        assertThat(nested(fields(records.get(1)), 7).get(1)).containsExactly(1L);
        assertThat(fields(records.get(1)).get(1)).containsExactly(1.7e9);
    }

    @Test
    void tellsEachFigureThatWasMeasured() {
        List<String> scalars = new ArrayList<>();
        for (byte[] record : EventReader.records(EventFiles.of(trial, failed()))) {
            Map<Integer, List<Object>> event = fields(record);
            if (event.containsKey(5) && nested(nested(event, 5), 1).containsKey(2)) {
                Map<Integer, List<Object>> value = nested(nested(event, 5), 1);
                scalars.add(values(event, 2).get(0) + " " + text(value, 1) + " "
                        + values(value, 2).get(0));
            }
        }

        assertThat(scalars)
                .containsExactly(
                        "1 train/loss 0.75",
                        "1 train/accuracy 0.5",
                        "2 train/loss 0.5",
                        "2 train/accuracy 0.625",
                        "2 validation/loss 0.25",
                        "2 validation/accuracy 0.875");
    }

    @Test
    void tellsHowWeightsAreSpread() {
        WeightHistogram weights = WeightHistogram.of(new float[] {-1, 0.5f, 0.5f, 2});
        LayerMetrics layer = new LayerMetrics("dense 1", 1, 2, 3, 0, weights);
        TrialOutcome outcome = new TrialOutcome.Failed(
                trial.id(),
                FailureReason.TIMED_OUT,
                "It took too long.",
                "",
                List.of(new EpochMetrics(1, 0.75, 0.5, Double.NaN, Double.NaN, List.of(layer))),
                failed().provenance(),
                failed().timing());

        List<Map<Integer, List<Object>>> spreads = new ArrayList<>();
        for (byte[] record : EventReader.records(EventFiles.of(trial, outcome))) {
            Map<Integer, List<Object>> event = fields(record);
            if (event.containsKey(5) && nested(nested(event, 5), 1).containsKey(5)) {
                assertThat(values(event, 2)).containsExactly(1L);
                assertThat(text(nested(nested(event, 5), 1), 1)).isEqualTo("weights/dense 1");
                spreads.add(nested(nested(nested(event, 5), 1), 5));
            }
        }
        assertThat(spreads).hasSize(1);
        Map<Integer, List<Object>> spread = spreads.get(0);
        assertThat(List.of(1, 2, 3, 4, 5))
                .map(field -> values(spread, field).get(0))
                .containsExactly(-1.0, 2.0, 4.0, 2.0, 5.5);
        double[] limits = doubles((byte[]) values(spread, 6).get(0));
        double[] counts = doubles((byte[]) values(spread, 7).get(0));
        assertThat(limits).hasSameSizeAs(counts).isSorted().endsWith(2);
        assertThat(Arrays.stream(counts).sum()).isEqualTo(4);
        assertThat(counts[0]).isEqualTo(1);
        assertThat(counts[15]).isEqualTo(2);
        assertThat(limits[14]).isEqualTo(0.5);
    }

    private static double[] doubles(byte[] packed) {
        double[] doubles = new double[packed.length / Double.BYTES];
        ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(doubles);
        return doubles;
    }

    @Test
    void tellsTheHyperparametersPluginTheValuesAndTheEnd() {
        List<Map<Integer, List<Object>>> data = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (byte[] record : EventReader.records(EventFiles.of(trial, failed()))) {
            Map<Integer, List<Object>> event = fields(record);
            if (event.containsKey(5) && nested(nested(event, 5), 1).containsKey(9)) {
                Map<Integer, List<Object>> value = nested(nested(event, 5), 1);
                Map<Integer, List<Object>> plugin = nested(nested(value, 9), 1);
                assertThat(text(plugin, 1)).isEqualTo("hparams");
                tags.add(text(value, 1));
                data.add(nested(plugin, 2));
            }
        }

        assertThat(tags).containsExactly("_hparams_/session_start_info", "_hparams_/session_end_info");
        Map<Integer, List<Object>> start = nested(data.get(0), 3);
        assertThat(values(start, 1).stream().map(entry -> {
                    Map<Integer, List<Object>> pair = fields((byte[]) entry);
                    return text(pair, 1) + "=" + text(nested(pair, 2), 3);
                }))
                .containsExactly("units=3", "optimizer=adam");
        assertThat(nested(data.get(1), 4).get(1)).containsExactly(2L);
        assertThat(nested(data.get(1), 4).get(2)).containsExactly(1.7e9 + 10);
    }

    @Test
    void namesTheAxesOfTheSweep() {
        List<byte[]> records = EventReader.records(EventFiles.of(sweep));

        Map<Integer, List<Object>> value = nested(nested(fields(records.get(1)), 5), 1);
        assertThat(text(value, 1)).isEqualTo("_hparams_/experiment");
        Map<Integer, List<Object>> experiment = nested(nested(nested(nested(value, 9), 1), 2), 2);
        assertThat(values(experiment, 4).stream().map(axis -> text(fields((byte[]) axis), 1)))
                .containsExactly("units", "optimizer");
    }

    @Test
    void isNotReadWithASingleByteChanged() {
        byte[] file = EventFiles.of(trial, failed());
        file[file.length / 2] ^= 1;

        assertThatThrownBy(() -> EventReader.records(file)).isInstanceOf(RuntimeException.class);
    }
}
