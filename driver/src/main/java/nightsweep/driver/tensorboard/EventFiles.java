package nightsweep.driver.tensorboard;

import java.util.List;
import java.util.Map;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.LayerMetrics;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;

/**
 * What TensorBoard reads: a folder a trial with its figures epoch by epoch and its values for the HParams plugin, and beside
 * them a file that tells this plugin of axes and metrics. A trial's file is made from its outcome as a whole, so that a trial
 * that was killed and resumed shows one series.
 */
public final class EventFiles {
    /** A file's name: TensorBoard knows it by the second part. */
    public static final String NAME = "events.out.tfevents.0.nightsweep";

    private static final String TRAIN_LOSS = "train/loss";
    private static final String TRAIN_ACCURACY = "train/accuracy";
    private static final String VALIDATION_LOSS = "validation/loss";
    private static final String VALIDATION_ACCURACY = "validation/accuracy";
    private static final String TEST_LOSS = "test/loss";
    private static final String TEST_ACCURACY = "test/accuracy";
    private static final double MILLIS = 1e3;

    private static final int TEXT_TYPE = 1;
    private static final int ENDED_WELL = 1;
    private static final int FAILED = 2;

    private EventFiles() {}

    /** The file of a sweep, which names its axes and metrics. */
    public static byte[] of(Sweep sweep) {
        Message experiment = new Message().text(6, sweep.name());
        for (Axis axis : sweep.axes()) {
            Message values = new Message();
            axis.values().forEach(value -> values.nested(1, text(value)));
            experiment.nested(
                    4, new Message().text(1, axis.name()).whole(4, TEXT_TYPE).nested(5, values));
        }
        for (String tag : List.of(VALIDATION_ACCURACY, VALIDATION_LOSS, TEST_ACCURACY, TEST_LOSS, TRAIN_LOSS)) {
            experiment.nested(5, new Message().nested(1, new Message().text(2, tag)));
        }
        Message data = new Message().whole(1, 0).nested(2, experiment);
        return new Events(0).hparams(0, "_hparams_/experiment", data).bytes();
    }

    /** The file of a trial. Epochs are steps; their times are evenly spread over the time that the trial took. */
    public static byte[] of(Trial trial, TrialOutcome outcome) {
        Timing timing = outcome.timing();
        double start = timing.startedMillis() / MILLIS;
        double end = start + timing.totalMillis() / MILLIS;
        Events events = new Events(start)
                .sessionStart(start, 0)
                .hparams(start, "_hparams_/session_start_info", start(trial, start));
        int count = outcome.epochs().size();
        for (EpochMetrics epoch : outcome.epochs()) {
            double seconds = start + (end - start) * epoch.epoch() / count;
            scalar(events, seconds, epoch.epoch(), TRAIN_LOSS, epoch.trainLoss());
            scalar(events, seconds, epoch.epoch(), TRAIN_ACCURACY, epoch.trainAccuracy());
            scalar(events, seconds, epoch.epoch(), VALIDATION_LOSS, epoch.validationLoss());
            scalar(events, seconds, epoch.epoch(), VALIDATION_ACCURACY, epoch.validationAccuracy());
            for (LayerMetrics layer : epoch.layers()) {
                if (!layer.weights().missing()) {
                    events.histogram(seconds, epoch.epoch(), "weights/" + layer.layer(), layer.weights());
                }
            }
        }
        if (outcome instanceof TrialOutcome.Completed completed) {
            scalar(events, end, count, TEST_LOSS, completed.test().loss());
            scalar(
                    events,
                    end,
                    count,
                    TEST_ACCURACY,
                    completed.test().confusion().accuracy());
        }
        boolean well = outcome instanceof TrialOutcome.Completed || outcome instanceof TrialOutcome.Stopped;
        int status = well ? ENDED_WELL : FAILED;
        Message ended = new Message().whole(1, status).real(2, end);
        return events.hparams(
                        end,
                        "_hparams_/session_end_info",
                        new Message().whole(1, 0).nested(4, ended))
                .bytes();
    }

    /** Figures that were not measured are left out. */
    private static void scalar(Events events, double seconds, int epoch, String tag, double value) {
        if (!Double.isNaN(value)) {
            events.scalar(seconds, epoch, tag, value);
        }
    }

    private static Message start(Trial trial, double seconds) {
        Message session = new Message();
        for (Map.Entry<String, String> value : trial.configuration().point().entrySet()) {
            session.nested(1, new Message().text(1, value.getKey()).nested(2, text(value.getValue())));
        }
        session.text(4, "configuration " + trial.configuration().number());
        session.real(5, seconds);
        return new Message().whole(1, 0).nested(3, session);
    }

    /** A value of any type, here a text. */
    private static Message text(String value) {
        return new Message().text(3, value);
    }
}
