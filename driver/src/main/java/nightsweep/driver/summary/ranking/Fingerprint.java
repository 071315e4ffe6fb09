package nightsweep.driver.summary.ranking;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.TrialOutcome;

/**
 * A hash of every figure of a completed trial, to the last bit: its curves, its losses and its confusions. Two trials have
 * the same exactly where all these are the same. The components are a SHA-256, eight bytes each.
 */
public record Fingerprint(long first, long second, long third, long fourth) {

    static Fingerprint of(TrialOutcome.Completed outcome) {
        Digest digest = new Digest();
        digest.add(outcome.parameters());
        digest.add(outcome.epochs().size());
        outcome.epochs().forEach(digest::add);
        digest.add(outcome.validation().stream().toList());
        digest.add(List.of(outcome.test()));
        digest.add(outcome.testWithDropout().stream().toList());
        ByteBuffer hash = ByteBuffer.wrap(digest.sha.digest());
        return new Fingerprint(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    }

    /** A hash that figures are added to. */
    private static final class Digest {
        private final MessageDigest sha;

        Digest() {
            try {
                sha = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("Every Java platform has SHA-256.", e);
            }
        }

        void add(EpochMetrics epoch) {
            add(epoch.trainLoss());
            add(epoch.trainAccuracy());
            add(epoch.validationLoss());
            add(epoch.validationAccuracy());
        }

        void add(List<Evaluation> evaluations) {
            add(evaluations.size());
            for (Evaluation evaluation : evaluations) {
                add(evaluation.loss());
                evaluation.confusion().counts().forEach(row -> row.forEach(this::add));
                if (evaluation.ofNumber()) {
                    add(evaluation.numbers().rootMeanSquaredError());
                    add(evaluation.numbers().meanAbsoluteError());
                    add(evaluation.numbers().medianAbsoluteError());
                    add(evaluation.numbers().explainedVariance());
                }
            }
        }

        void add(double figure) {
            add(Double.doubleToLongBits(figure));
        }

        void add(long bits) {
            sha.update(ByteBuffer.allocate(Long.BYTES).putLong(bits).flip());
        }
    }
}
