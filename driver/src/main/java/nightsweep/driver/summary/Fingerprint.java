package nightsweep.driver.summary;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.TrialOutcome;

/** A hash of every figure of a completed trial, to the last bit: its curves, its losses and its confusions. */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }

    static String of(TrialOutcome.Completed outcome) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(outcome.parameters());
        fingerprint.add(outcome.epochs().size());
        outcome.epochs().forEach(fingerprint::add);
        fingerprint.add(outcome.validation().stream().toList());
        fingerprint.add(List.of(outcome.test()));
        fingerprint.add(outcome.testWithDropout().stream().toList());
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void add(EpochMetrics epoch) {
        add(epoch.trainLoss());
        add(epoch.trainAccuracy());
        add(epoch.validationLoss());
        add(epoch.validationAccuracy());
    }

    private void add(List<Evaluation> evaluations) {
        add(evaluations.size());
        for (Evaluation evaluation : evaluations) {
            add(evaluation.loss());
            evaluation.confusion().counts().forEach(row -> row.forEach(this::add));
        }
    }

    private void add(double figure) {
        add(Double.doubleToLongBits(figure));
    }

    private void add(long bits) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bits).flip());
    }
}
