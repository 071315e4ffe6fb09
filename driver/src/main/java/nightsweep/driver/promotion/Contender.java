package nightsweep.driver.promotion;

import java.util.List;
import nightsweep.experiments.sweep.Trial;

/** A configuration on its way: its trials, one a repeat, go together, and the mean of their figures is compared. */
final class Contender {
    private final List<Trial> trials;
    private final RungFigures figures;

    Contender(List<Trial> trials, RungFigures figures) {
        this.trials = List.copyOf(trials);
        this.figures = figures;
    }

    /** The first repeat, which stands for all in what is written. */
    Trial first() {
        return trials.get(0);
    }

    /** The trials that are to be trained for a rung. */
    List<Trial> missing(int rung) {
        return trials.stream()
                .filter(trial -> !figures.reached(trial.id(), rung))
                .toList();
    }

    /** What is compared at a rung, once nothing is missing for it: the mean over the repeats, NaN where one came to nothing. */
    double loss(int rung) {
        double sum = 0;
        for (Trial trial : trials) {
            sum += figures.loss(trial.id(), rung);
        }
        return sum / trials.size();
    }
}
