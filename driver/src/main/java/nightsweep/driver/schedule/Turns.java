package nightsweep.driver.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightsweep.driver.schedule.TrialReport.Aftermath;
import nightsweep.experiments.sweep.Trial;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Which trial has the next turn, and what becomes of one that came back. It knows neither a cluster nor the time, and
 * holds no more than what is under way. Used by one thread.
 */
public final class Turns {
    private static final Logger LOG = LogManager.getLogger(Turns.class);

    private final Agenda agenda;
    private final int maxAttempts;
    private final Deque<Turn> again = new ArrayDeque<>();
    private final Set<String> halting = new HashSet<>();
    private int underWay;

    Turns(Agenda agenda, int maxAttempts) {
        this.agenda = agenda;
        this.maxAttempts = maxAttempts;
    }

    /**
     * The next turns, which are under way from now on; none where none waits. A trial that was lost comes first, by itself.
     *
     * @param most 1 or more
     */
    List<Turn> next(int most) {
        if (!again.isEmpty()) {
            underWay++;
            return List.of(again.remove());
        }
        List<Turn> next = new ArrayList<>();
        boolean more = true;
        while (more && next.size() < most) {
            Optional<Agenda.Due> due = agenda.next();
            due.ifPresent(one -> next.add(Turn.first(one)));
            more = due.isPresent();
        }
        underWay += next.size();
        return next;
    }

    /** How many turns have been given and not come back. */
    int underWay() {
        return underWay;
    }

    /** Takes a turn back; empty where its trial has another. */
    Optional<FanOut.Ended> back(Ending ending) {
        underWay--;
        if (ending instanceof Ending.Reported reported) {
            if (reported.report().aftermath() == Aftermath.HALTING_PROCESS) {
                halting.add(reported.report().executor());
            }
            return Optional.of(new FanOut.Ended.Reported(ending.turn().trial(), reported.report()));
        }
        if (ending instanceof Ending.Lost lost) {
            return lost(lost);
        }
        throw new AssertionError(ending);
    }

    private Optional<FanOut.Ended> lost(Ending.Lost lost) {
        Trial trial = lost.turn().trial();
        Place where = lost.where();
        Turn.Blame blame = halting.contains(where.executor()) ? Turn.Blame.NONE : lost.blame();
        Turn next = lost.turn().lost(where, lost.why(), blame);
        LOG.warn(
                "Trial {} was lost with executor {} on {}: {}", trial.id(), where.executor(), where.host(), lost.why());
        if (next.losses() < maxAttempts) {
            again.add(next);
            return Optional.empty();
        }
        return Optional.of(new FanOut.Ended.Lost(trial, next.epochs(), next.history()));
    }
}
