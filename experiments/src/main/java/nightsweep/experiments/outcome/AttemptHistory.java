package nightsweep.experiments.outcome;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The attempts at a trial, the earliest first and numbered from 1.
 *
 * @param attempts empty where nobody kept count
 */
public record AttemptHistory(List<Attempt> attempts) implements Serializable {
    /** Before the first attempt. */
    public static final AttemptHistory NONE = new AttemptHistory(List.of());

    public AttemptHistory {
        attempts = List.copyOf(attempts);
        for (int i = 0; i < attempts.size(); i++) {
            if (attempts.get(i).number() != i + 1) {
                throw new IllegalArgumentException("attempts must be numbered 1, 2, 3, but number "
                        + attempts.get(i).number() + " stands at place " + (i + 1) + ".");
            }
        }
    }

    /** This history and one attempt more. */
    public AttemptHistory and(String host, String executor, long startedMillis, String ending) {
        List<Attempt> more = new ArrayList<>(attempts);
        more.add(new Attempt(attempts.size() + 1, host, executor, startedMillis, ending));
        return new AttemptHistory(more);
    }

    /** This history and then a later one, numbered on. */
    public AttemptHistory and(AttemptHistory later) {
        AttemptHistory all = this;
        for (Attempt one : later.attempts) {
            all = all.and(one.host(), one.executor(), one.startedMillis(), one.ending());
        }
        return all;
    }
}
