package nightsweep.experiments.sweep;

import nightsweep.experiments.Checks;

/** Which trials go no further than others let them. */
public sealed interface StoppingSpec {
    /** Which share of the stopped is trained to the end all the same, drawn by seed; from 0 to 1. */
    double control();

    /**
     * At {@code first}, and each time {@code keptOneIn} times later, one in so many goes on.
     *
     * @param first an epoch, from 1
     */
    record Rungs(int first, int keptOneIn, double control) implements StoppingSpec {
        public Rungs {
            Checks.positive("first", first);
            if (keptOneIn < 2) {
                throw new IllegalArgumentException("keep must be 1/2 or less, but got 1/" + keptOneIn + ".");
            }
        }
    }

    /** The best {@code keep} go on after an epoch, once all are there. */
    record BestAfter(int epoch, int keep, double control) implements StoppingSpec {
        public BestAfter {
            Checks.positive("after", epoch);
            Checks.positive("keep", keep);
        }
    }
}
