package nightsweep.driver.application;

import java.util.Arrays;
import java.util.List;
import nightsweep.experiments.sweep.Trial;

/** The trials whose folders a report makes, besides those that stand. */
public sealed interface TrialChoice {
    /** The best ones, and the first that were not completed. */
    TrialChoice USUAL = new Usual();

    /** From what people give: {@code all}, or ids and numbers with commas between them. */
    static TrialChoice of(String given) {
        return given.equals("all")
                ? new All()
                : new Named(Arrays.stream(given.split(",")).map(String::strip).toList());
    }

    /** Whether a trial was asked for. */
    boolean names(Trial trial);

    /** Nothing was asked for. */
    record Usual() implements TrialChoice {
        @Override
        public boolean names(Trial trial) {
            return false;
        }
    }

    /** Every trial that ended. */
    record All() implements TrialChoice {
        @Override
        public boolean names(Trial trial) {
            return true;
        }
    }

    /**
     * Some trials.
     *
     * @param names their ids or numbers
     */
    record Named(List<String> names) implements TrialChoice {
        public Named {
            names = List.copyOf(names);
        }

        @Override
        public boolean names(Trial trial) {
            return names.stream().anyMatch(name -> is(name, trial));
        }

        /** The names that none of these trials has. */
        public List<String> unknown(List<Trial> trials) {
            return names.stream()
                    .filter(name -> trials.stream().noneMatch(trial -> is(name, trial)))
                    .toList();
        }

        private static boolean is(String name, Trial trial) {
            return name.equals(trial.id().text()) || name.equals(Integer.toString(trial.number()));
        }
    }
}
