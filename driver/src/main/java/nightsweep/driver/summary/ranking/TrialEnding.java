package nightsweep.driver.summary.ranking;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Trial;

/** A planned trial and where it stands. */
public record TrialEnding(Trial trial, Ending ending) {

    public Status status() {
        return ending.status();
    }

    public Configuration configuration() {
        return trial.configuration();
    }

    /** Its last finished epoch's figure; NaN where none was finished. */
    public double lastEpoch(ToDoubleFunction<EpochMetrics> figure) {
        return ending.lastEpoch().stream().mapToDouble(figure).findFirst().orElse(Double.NaN);
    }

    /** Weights and biases; empty unless completed. */
    public OptionalLong parameters() {
        return ending.figures().stream().mapToLong(Figures::parameters).findFirst();
    }

    /** The names of the classes in its test; empty unless completed. */
    public List<String> labels() {
        return ending.figures().map(figures -> figures.classes().labels()).orElse(List.of());
    }

    /** The F1 of a class in its test by its place; NaN where there is no such class. */
    public double f1(int place) {
        return ending.figures()
                .filter(figures -> place < figures.classes().labels().size())
                .map(figures -> figures.classes().scores(place).f1())
                .orElse(Double.NaN);
    }

    /** Its test; {@link Measured#NOTHING} unless completed, as are the next two. */
    public Measured test() {
        return ending.figures().map(Figures::test).orElse(Measured.NOTHING);
    }

    public Measured validation() {
        return ending.figures().map(Figures::validation).orElse(Measured.NOTHING);
    }

    public Measured withDropout() {
        return ending.figures().map(Figures::withDropout).orElse(Measured.NOTHING);
    }
}
