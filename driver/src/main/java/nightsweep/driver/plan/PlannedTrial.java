package nightsweep.driver.plan;

import java.util.List;
import java.util.OptionalInt;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.review.Finding;
import nightsweep.experiments.review.Severity;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.engine.choice.EngineSelection;

/**
 * A trial and what is known of it before it is trained.
 *
 * @param engine what trains it, and why not another
 * @param findings what is wrong with its configuration, the invalid first
 * @param parameters weights and biases
 * @param steps training steps, 0 where there is nothing to train on
 * @param estimatedMillis of one slot, training and evaluation; see {@link StepCost}; 0 where nothing is to be trained
 * @param sameAs number of the first trial in the plan that is the same computation, and is trained for both; empty for that
 *     one itself
 */
public record PlannedTrial(
        Trial trial,
        DatasetFacts facts,
        EngineSelection engine,
        List<Finding> findings,
        long parameters,
        long steps,
        double estimatedMillis,
        OptionalInt sameAs) {
    public PlannedTrial {
        findings = List.copyOf(findings);
    }

    static PlannedTrial of(Trial trial, DatasetFacts facts, EngineSelection engine, List<Finding> findings) {
        boolean valid = findings.stream().noneMatch(finding -> finding.severity() == Severity.INVALID);
        return new PlannedTrial(
                trial,
                facts,
                engine,
                findings,
                trial.configuration().network().parameters(facts.input()),
                StepCost.steps(trial.configuration(), facts),
                valid ? new StepCost(engine.engine().cost()).trialMillis(trial.configuration(), facts) : 0,
                OptionalInt.empty());
    }

    /** The same, not trained since {@code first} is the same computation. */
    PlannedTrial sameAs(Trial first) {
        return new PlannedTrial(trial, facts, engine, findings, parameters, steps, 0, OptionalInt.of(first.number()));
    }

    /** Whether it can be trained at all. */
    public boolean valid() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.INVALID);
    }

    /** Why it cannot be trained, in a sentence or more; empty where it can. */
    public String objections() {
        return String.join(
                " ",
                findings.stream()
                        .filter(finding -> finding.severity() == Severity.INVALID)
                        .map(Finding::message)
                        .toList());
    }
}
