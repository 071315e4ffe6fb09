package nightsweep.driver.run.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import nightsweep.driver.json.SweepSummary;
import nightsweep.driver.report.trial.KeptDetails;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.ranking.Merit;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;

/**
 * The trials of which files are made for people unless more are asked for, as many as the page shows: folders of the best
 * that it shows in full, event files of the best whose curves it shows, and both of the first that were not completed. So a
 * run of any size has a few thousand files for people at most.
 */
final class ShownTrials {
    private final BiFunction<Trial, TrialOutcome.Completed, Merit> merit;
    private final Comparator<Scored> bestFirst;
    private final PriorityQueue<Scored> best;
    private final List<TrialId> others = new ArrayList<>();
    private int ended;

    private record Scored(TrialId id, Merit merit) {}

    ShownTrials(Sweep sweep) {
        this.merit = Summary.merit(sweep);
        this.bestFirst = Comparator.comparing(
                Scored::merit, Merit.bestFirst(sweep.objective().goal()));
        this.best = new PriorityQueue<>(bestFirst.reversed());
    }

    /** Adds how a trial ended, in the order of the plan. */
    void add(Trial trial, TrialOutcome outcome) {
        ended++;
        if (!(outcome instanceof TrialOutcome.Completed completed)) {
            if (others.size() < KeptDetails.MOST_NOT_COMPLETED) {
                others.add(outcome.id());
            }
            return;
        }
        best.add(new Scored(outcome.id(), merit.apply(trial, completed)));
        if (best.size() > KeptDetails.MOST_IN_CURVES) {
            best.remove();
        }
    }

    /** How many trials ended. */
    int ended() {
        return ended;
    }

    /** Those that have a folder, with those that stand for the best configurations. */
    Set<TrialId> withFolder(Summary summary) {
        Set<TrialId> shown = new LinkedHashSet<>(others);
        bestFirst().limit(KeptDetails.MOST_IN_FULL).forEach(shown::add);
        summary.brief().bestTrials().stream().map(SweepSummary.BestTrial::id).forEach(shown::add);
        return shown;
    }

    /** Those that have an event file. */
    Set<TrialId> withEvents() {
        Set<TrialId> shown = new LinkedHashSet<>(others);
        bestFirst().forEach(shown::add);
        return shown;
    }

    private Stream<TrialId> bestFirst() {
        return best.stream().sorted(bestFirst).map(Scored::id);
    }
}
