package nightsweep.driver.refit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.RefitEpochs;
import nightsweep.driver.application.RefitRequest;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.json.SweepSummary;
import nightsweep.driver.summary.SummaryBuilder;
import nightsweep.experiments.json.OutcomeFileException;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;

/**
 * The configuration of a run that is trained anew.
 *
 * @param first its repeat 0
 * @param completed outcomes of its repeats, one or more
 * @param why it and no other, in a sentence
 * @param measuredOn the examples that configurations were compared on: {@code validation} or {@code test}
 */
record Winner(Trial first, List<TrialOutcome.Completed> completed, String why, String measuredOn) {
    Winner {
        completed = List.copyOf(completed);
    }

    /**
     * The configuration that is asked for, or the best.
     *
     * @throws RunFailure if nothing of it was completed
     */
    public static Winner of(RefitRequest request, RunDirectory directory, Sweep sweep, Listener listener)
            throws IOException, RunFailure {
        SummaryBuilder builder = new SummaryBuilder(sweep);
        Map<Integer, List<TrialOutcome.Completed>> completed = new LinkedHashMap<>();
        int ended = 0;
        for (Trial trial : sweep.trials()) {
            Optional<TrialOutcome> outcome = outcome(directory, trial, listener);
            if (outcome.isPresent()) {
                ended++;
                builder.add(outcome.get());
                if (outcome.get() instanceof TrialOutcome.Completed one) {
                    completed
                            .computeIfAbsent(trial.configuration().number(), number -> new ArrayList<>())
                            .add(one);
                }
            }
        }
        if (ended < sweep.trials().size()) {
            listener.warn((sweep.trials().size() - ended) + " of the run's "
                    + sweep.trials().size() + " trials have not ended: another configuration may come out best.");
        }
        SweepSummary summary = builder.build().brief();
        List<SweepSummary.BestConfiguration> best = summary.bestConfigurations();
        int number = request.configuration().isPresent()
                ? request.configuration().get()
                : best.stream()
                        .findFirst()
                        .orElseThrow(() -> new RunFailure(
                                RunFailure.Kind.RUN_DIRECTORY,
                                "There is nothing to refit in " + directory.label() + ": no trial has been completed."))
                        .number();
        Trial first = sweep.trials().stream()
                .filter(trial -> trial.configuration().number() == number)
                .findFirst()
                .orElseThrow(() -> new RunFailure(
                        RunFailure.Kind.REQUEST,
                        "There is no configuration " + number + ": the run has 1 to "
                                + sweep.configurations().size() + "."));
        if (!completed.containsKey(number)) {
            throw new RunFailure(
                    RunFailure.Kind.RUN_DIRECTORY,
                    "Configuration " + number + " of " + directory.label() + " has no completed trial to go by.");
        }
        return new Winner(first, completed.get(number), why(request, summary), summary.measuredOn());
    }

    private static String why(RefitRequest request, SweepSummary summary) {
        if (request.configuration().isPresent()) {
            return "as asked for";
        }
        int equals = summary.bestConfigurations().size() - 1;
        return "the best by " + summary.measuredOn() + " "
                + summary.objective().title()
                + (equals == 0 ? "" : "; " + equals + " more are first, of it or of another kind of loss");
    }

    private static Optional<TrialOutcome> outcome(RunDirectory directory, Trial trial, Listener listener)
            throws IOException {
        try {
            return directory.trials().outcome(trial.id());
        } catch (OutcomeFileException e) {
            listener.warn(e.getMessage() + " The trial counts as not run.");
            return Optional.empty();
        }
    }

    /**
     * How many are asked for.
     *
     * @throws RunFailure if the best epoch is asked for and nobody measured it
     */
    int epochs(RefitEpochs wanted, Objective objective) throws RunFailure {
        if (wanted instanceof RefitEpochs.Given given) {
            return given.epochs();
        }
        if (wanted instanceof RefitEpochs.OfSweep) {
            return first.configuration().training().epochs();
        }
        return bestEpoch(objective);
    }

    /** The first of the best, by the mean over repeats. */
    private int bestEpoch(Objective objective) throws RunFailure {
        boolean loss = objective.goal() == Objective.Goal.MINIMIZE;
        Objective.Goal goal = loss ? Objective.Goal.MINIMIZE : Objective.Goal.MAXIMIZE;
        int epochs =
                completed.stream().mapToInt(one -> one.epochs().size()).min().orElseThrow();
        int best = 0;
        double bestMean = Double.NaN;
        for (int epoch = 0; epoch < epochs; epoch++) {
            double sum = 0;
            for (TrialOutcome.Completed one : completed) {
                EpochMetrics metrics = one.epochs().get(epoch);
                sum += loss ? metrics.validationLoss() : metrics.validationAccuracy();
            }
            double mean = sum / completed.size();
            if (goal.better(mean, bestMean)) {
                best = epoch + 1;
                bestMean = mean;
            }
        }
        if (best == 0) {
            throw new RunFailure(
                    RunFailure.Kind.REQUEST,
                    "No epoch can be called the best: the sweep keeps no validation examples. Use --epochs sweep or a"
                            + " number.");
        }
        return best;
    }
}
