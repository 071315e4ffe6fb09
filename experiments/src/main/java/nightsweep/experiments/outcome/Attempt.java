package nightsweep.experiments.outcome;

import java.io.Serializable;
import nightsweep.experiments.Checks;

/**
 * One try at running a trial, which is over.
 *
 * @param number from 1
 * @param host the machine's name; empty where it never reached one
 * @param executor what the cluster calls the process that it ran in; empty where it never reached one
 * @param startedMillis since 1970
 * @param ending how it ended, in one line
 */
public record Attempt(int number, String host, String executor, long startedMillis, String ending)
        implements Serializable {
    private static final int LONGEST_ENDING = 300;

    public Attempt {
        Checks.positive("number", number);
        String line = ending.lines().findFirst().orElse("").strip();
        ending = line.length() <= LONGEST_ENDING ? line : line.substring(0, LONGEST_ENDING - 1) + "…";
    }
}
