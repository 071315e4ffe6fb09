package nightsweep.worker.training;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Stream;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.training.EarlyStopping;

/** The learner's state after its best epoch, where training may end early. Used by one thread. */
public final class BestState {
    private final EarlyStopping stopping;
    private final List<FloatBuffer> state;
    private final List<FloatBuffer> best;

    /** @param state the learner's memory, read and overwritten */
    public BestState(EarlyStopping stopping, List<FloatBuffer> state) {
        this.stopping = stopping;
        this.state = state;
        this.best = stopping.active()
                ? state.stream()
                        .map(part -> FloatBuffer.allocate(part.capacity()))
                        .toList()
                : List.of();
    }

    /** All that a checkpoint has to keep: the learner's memory, and its best. */
    public List<FloatBuffer> kept() {
        return Stream.concat(state.stream(), best.stream()).toList();
    }

    /** Takes the learner's state where the last of the epochs is the best. */
    void look(List<EpochMetrics> epochs) {
        if (stopping.active() && stopping.best(figures(epochs)) == epochs.size() - 1) {
            copy(state, best);
        }
    }

    /** Whether training ends after these epochs. */
    boolean over(List<EpochMetrics> epochs) {
        return stopping.active() && stopping.over(figures(epochs));
    }

    /** Puts the learner back to where it was best. */
    void restore() {
        if (stopping.active()) {
            copy(best, state);
        }
    }

    private double[] figures(List<EpochMetrics> epochs) {
        return epochs.stream()
                .mapToDouble(
                        stopping.on() == EarlyStopping.On.LOSS
                                ? EpochMetrics::validationLoss
                                : EpochMetrics::validationAccuracy)
                .toArray();
    }

    private static void copy(List<FloatBuffer> from, List<FloatBuffer> to) {
        for (int i = 0; i < from.size(); i++) {
            to.get(i).duplicate().clear().put(from.get(i).duplicate().clear());
        }
    }
}
