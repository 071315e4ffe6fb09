package nightsweep.experiments.review;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.training.EarlyStopping;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.TrainingSpec.LastBatch;

/** Whether there is enough to train on, to compare on and to test on. */
final class ExamplesReview {
    private ExamplesReview() {}

    static List<Finding> of(DatasetSpec dataset, TrainingSpec training, DatasetFacts facts) {
        List<Finding> findings = new ArrayList<>();
        if (facts.classes() == 1) {
            findings.add(Finding.invalid("The examples are all of one class, so there is nothing to tell apart: "
                    + "use data with two classes or more."));
        }
        if (facts.trainExamples() == 0) {
            findings.add(Finding.invalid(
                    "There are no training examples: use more data, or a smaller share for validation or testing."));
        }
        if (facts.testExamples() == 0) {
            findings.add(Finding.invalid("There are no test examples, so nothing can be reported: "
                    + "name a test file, or set a larger test-share or test-limit."));
        }
        if (dataset.validated() && facts.validationExamples() == 0) {
            findings.add(Finding.invalid("A validation share of " + dataset.validation()
                    + " leaves no validation examples to compare trials on: set a larger share, or 0 for none."));
        }
        if (training.stopping().active() && facts.validationExamples() == 0) {
            findings.add(
                    Finding.invalid("early-stopping looks at validation examples, and none are kept: say which share,"
                            + " such as dataset.validation: 0.2."));
        }
        if (training.stopping().active()
                && facts.predictsNumber()
                && training.stopping().on() == EarlyStopping.On.ACCURACY) {
            findings.add(Finding.invalid(
                    "early-stopping looks at the accuracy, which a predicted number has none of: say on: loss."));
        }
        if (facts.trainExamples() > 0 && training.batchSize() > facts.trainExamples()) {
            findings.add(largeBatch(training, facts));
        }
        return findings;
    }

    private static Finding largeBatch(TrainingSpec training, DatasetFacts facts) {
        String excess = "A batch of " + training.batchSize() + " is more than the " + facts.trainExamples()
                + " training examples, so ";
        return training.lastBatch() == LastBatch.DROP
                ? Finding.invalid(excess
                        + "with last batches dropped no step is ever taken: lower batch-size, or keep last batches.")
                : Finding.doubtful(
                        Doubt.LARGE_BATCH, excess + "an epoch is a single step on all of them: lower batch-size.");
    }
}
