package nightsweep.experiments.outcome;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.sweep.TrialId;

/** How a trial ended. */
public sealed interface TrialOutcome {

    TrialId id();

    /** One entry for each epoch that was finished, in order. */
    List<EpochMetrics> epochs();

    Provenance provenance();

    Timing timing();

    /** The same outcome with other wall-clock facts. */
    TrialOutcome with(Timing other);

    /** The same outcome of another trial, with wall-clock facts of its own. */
    TrialOutcome copied(TrialId other, Timing facts);

    /** In which way. */
    TrialEnd end();

    /** {@link #end} in a word, for tables. */
    default String label() {
        return end().label();
    }

    /** How it ended, in a word or two: of failed trials the reason. */
    default String ending() {
        return label();
    }

    /**
     * Trained to the last epoch.
     *
     * @param parameters weights and biases
     * @param optimizerBytes what the optimizer remembers between steps, in single precision
     * @param validation empty where no examples were kept for it
     * @param testWithDropout where the sweep asked for it
     */
    record Completed(
            TrialId id,
            long parameters,
            long optimizerBytes,
            List<EpochMetrics> epochs,
            Optional<Evaluation> validation,
            Evaluation test,
            Optional<Evaluation> testWithDropout,
            Provenance provenance,
            Timing timing)
            implements TrialOutcome {
        public Completed {
            epochs = List.copyOf(epochs);
            if (epochs.isEmpty()) {
                throw new IllegalArgumentException("A completed trial has at least one epoch.");
            }
        }

        /** Of which only the tests' figures are known. */
        public Completed(
                TrialId id,
                long parameters,
                List<EpochMetrics> epochs,
                Optional<Evaluation> validation,
                Evaluation test,
                Optional<Evaluation> testWithDropout,
                Provenance provenance,
                Timing timing) {
            this(id, parameters, 0, epochs, validation, test, testWithDropout, provenance, timing);
        }

        /** The last epoch. */
        public EpochMetrics lastEpoch() {
            return epochs.get(epochs.size() - 1);
        }

        @Override
        public Completed with(Timing other) {
            return copied(id, other);
        }

        @Override
        public Completed copied(TrialId other, Timing facts) {
            return new Completed(
                    other, parameters, optimizerBytes, epochs, validation, test, testWithDropout, provenance, facts);
        }

        @Override
        public TrialEnd end() {
            return TrialEnd.COMPLETED;
        }
    }

    /**
     * Trained well up to an epoch, but others went on in its place: it is in no mean, and ranked apart. While a search lasts it
     * may still go on, and end otherwise.
     *
     * @param epoch after which it stopped, from 1
     * @param planned how many epochs it would have had
     * @param epochs as many as {@code epoch} says
     */
    record Stopped(TrialId id, int epoch, int planned, List<EpochMetrics> epochs, Provenance provenance, Timing timing)
            implements TrialOutcome {
        public Stopped {
            epochs = List.copyOf(epochs);
            if (epochs.size() != epoch || epoch >= planned) {
                throw new IllegalArgumentException("A trial that stopped at epoch " + epoch + " of " + planned
                        + " cannot have finished " + epochs.size() + ".");
            }
        }

        /** Where it stopped. */
        public EpochMetrics lastEpoch() {
            return epochs.get(epochs.size() - 1);
        }

        @Override
        public Stopped with(Timing other) {
            return copied(id, other);
        }

        @Override
        public Stopped copied(TrialId other, Timing facts) {
            return new Stopped(other, epoch, planned, epochs, provenance, facts);
        }

        @Override
        public TrialEnd end() {
            return TrialEnd.STOPPED;
        }

        @Override
        public String ending() {
            return "stopped at epoch " + epoch + " of " + planned;
        }
    }

    /**
     * Its loss became infinite or not a number; it is never ranked.
     *
     * @param epoch in which, from 1
     * @param step in which, from 1 over the whole training
     * @param lossBefore the mean loss of the epoch's examples before that step; NaN where there were none
     */
    record Diverged(
            TrialId id,
            int epoch,
            long step,
            double lossBefore,
            List<EpochMetrics> epochs,
            Provenance provenance,
            Timing timing)
            implements TrialOutcome {
        public Diverged {
            epochs = List.copyOf(epochs);
        }

        /** Of which nobody knows what the loss was before. */
        public Diverged(
                TrialId id, int epoch, long step, List<EpochMetrics> epochs, Provenance provenance, Timing timing) {
            this(id, epoch, step, Double.NaN, epochs, provenance, timing);
        }

        @Override
        public Diverged with(Timing other) {
            return copied(id, other);
        }

        @Override
        public Diverged copied(TrialId other, Timing facts) {
            return new Diverged(other, epoch, step, lossBefore, epochs, provenance, facts);
        }

        @Override
        public TrialEnd end() {
            return TrialEnd.DIVERGED;
        }
    }

    /**
     * It could not be trained or tested.
     *
     * @param message what happened and, where it is known, what to do
     * @param stackTrace of internal errors, else empty
     */
    record Failed(
            TrialId id,
            FailureReason reason,
            String message,
            String stackTrace,
            List<EpochMetrics> epochs,
            Provenance provenance,
            Timing timing)
            implements TrialOutcome {
        public Failed {
            epochs = List.copyOf(epochs);
        }

        @Override
        public Failed with(Timing other) {
            return copied(id, other);
        }

        @Override
        public Failed copied(TrialId other, Timing facts) {
            return new Failed(other, reason, message, stackTrace, epochs, provenance, facts);
        }

        @Override
        public TrialEnd end() {
            return TrialEnd.FAILED;
        }

        @Override
        public String ending() {
            return reason.label();
        }

        /** The same failure of a trial of which more epochs are known. */
        public Failed withEpochs(List<EpochMetrics> known) {
            return new Failed(id, reason, message, stackTrace, known, provenance, timing);
        }

        /** Everything that is known of it, in lines. */
        public String report() {
            return reason.label() + ": " + message.stripTrailing() + "\n" + stackTrace;
        }
    }
}
