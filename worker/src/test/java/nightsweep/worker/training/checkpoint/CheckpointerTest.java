package nightsweep.worker.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.LayerMetrics;
import nightsweep.experiments.outcome.WeightHistogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointerTest {
    private static final List<String> LABELS = List.of("a", "b");
    private static final Progress PROGRESS = new Progress(
            List.of(
                    new EpochMetrics(
                            1,
                            0.25,
                            0.5,
                            0.125,
                            0.75,
                            List.of(
                                    new LayerMetrics(
                                            "dense 1", 0.5, 2, 10, 3, WeightHistogram.of(new float[] {1, 2, 2, 5})),
                                    new LayerMetrics("output", Double.NaN, 1, 2, 0))),
                    new EpochMetrics(2, 0.2, 0.6, Double.NaN, Double.NaN)),
            Optional.of(new Evaluation(0.3, ConfusionMatrix.of(LABELS, new long[][] {{4, 1}, {2, 3}}))),
            17,
            12.5,
            100);

    private final Held held = new Held();
    private final FloatBuffer parameters = FloatBuffer.wrap(new float[] {1, -0f, Float.NaN, 1e-40f});
    private final FloatBuffer moments = FloatBuffer.wrap(new float[] {5, 6});

    @Test
    void bringsEverythingBack() {
        checkpointer("here", parameters, moments).keep(PROGRESS);
        FloatBuffer first = FloatBuffer.allocate(4);
        FloatBuffer second = FloatBuffer.allocate(2);

        Progress restored = checkpointer("here", first, second).restore(LABELS);

        assertThat(restored).isEqualTo(PROGRESS);
        assertThat(first.array()).containsExactly(parameters.array());
        assertThat(second.array()).containsExactly(moments.array());
    }

    @Test
    void beginsAnewWithoutACheckpoint() {
        assertThat(checkpointer("here", parameters).restore(LABELS)).isEqualTo(Progress.START);
    }

    @Test
    void beginsAnewWhereAnotherProcessorWouldGiveOtherBits() {
        checkpointer("there", parameters, moments).keep(PROGRESS);

        assertUntouched("here", FloatBuffer.allocate(4), FloatBuffer.allocate(2));
    }

    @Test
    void beginsAnewWhereTheNetworkIsOfAnotherSize() {
        checkpointer("here", parameters, moments).keep(PROGRESS);

        assertUntouched("here", FloatBuffer.allocate(4), FloatBuffer.allocate(3));
        assertUntouched("here", FloatBuffer.allocate(4));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void beginsAnewWhateverWasCutOff(long seed) {
        checkpointer("here", parameters, moments).keep(PROGRESS);
        byte[] whole = held.last().orElseThrow();
        held.keep(Arrays.copyOf(whole, new Random(seed).nextInt(whole.length)));

        assertUntouched("here", FloatBuffer.allocate(4), FloatBuffer.allocate(2));
    }

    @Test
    void keepsNothingInATrialUnderASecond() {
        InstantSource[] now = {InstantSource.fixed(Instant.EPOCH)};
        Checkpointer checkpointer = new Checkpointer(held, "here", List.of(parameters), () -> now[0].instant());

        now[0] = InstantSource.fixed(Instant.ofEpochMilli(999));
        checkpointer.epochEnded(() -> PROGRESS);
        assertThat(held.last()).isEmpty();

        now[0] = InstantSource.fixed(Instant.ofEpochMilli(1_000));
        checkpointer.epochEnded(() -> PROGRESS);
        assertThat(held.last()).isPresent();
    }

    private void assertUntouched(String origin, FloatBuffer... state) {
        assertThat(checkpointer(origin, state).restore(LABELS)).isEqualTo(Progress.START);
        for (FloatBuffer part : state) {
            assertThat(part.array()).containsOnly(0);
        }
    }

    private Checkpointer checkpointer(String origin, FloatBuffer... state) {
        return new Checkpointer(held, origin, List.of(state), InstantSource.fixed(Instant.EPOCH));
    }

    /** Checkpoints in memory. */
    private static final class Held implements Checkpoints {
        private Optional<byte[]> last = Optional.empty();

        @Override
        public Optional<byte[]> last() {
            return last;
        }

        @Override
        public void keep(byte[] checkpoint) {
            last = Optional.of(checkpoint);
        }
    }
}
