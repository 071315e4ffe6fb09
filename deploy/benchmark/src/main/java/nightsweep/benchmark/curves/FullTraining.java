package nightsweep.benchmark.curves;

import java.util.Optional;

/** The first so many settings, each trained to the end. */
final class FullTraining implements Strategy {
    private final int settings;
    private final int epochs;
    private int begun;

    FullTraining(int settings, int epochs) {
        this.settings = settings;
        this.epochs = epochs;
    }

    @Override
    public Optional<Job> next() {
        return begun < settings ? Optional.of(new Job(begun++, 0, epochs)) : Optional.empty();
    }

    @Override
    public void ended(Job job, double loss) {}
}
