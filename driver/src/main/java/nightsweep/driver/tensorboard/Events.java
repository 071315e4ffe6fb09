package nightsweep.driver.tensorboard;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.outcome.WeightHistogram;

/** The events of one file, in order. */
final class Events {
    private static final String FORMAT = "brain.Event:2";
    private static final String HPARAMS = "hparams";
    private static final int SESSION_START = 1;

    private final Records records = new Records();

    /** @param seconds since 1970, of the first event */
    Events(double seconds) {
        records.add(new Message().real(1, seconds).text(3, FORMAT).bytes());
    }

    /** Says that steps at and after {@code step}, if a file before this one had any, are told anew. */
    Events sessionStart(double seconds, long step) {
        records.add(event(seconds, step)
                .nested(7, new Message().whole(1, SESSION_START))
                .bytes());
        return this;
    }

    /** A figure; those that are not finite are shown as such. */
    Events scalar(double seconds, long step, String tag, double value) {
        Message one = new Message().text(1, tag).single(2, (float) value);
        records.add(event(seconds, step).nested(5, new Message().nested(1, one)).bytes());
        return this;
    }

    /** How values are spread. */
    Events histogram(double seconds, long step, String tag, WeightHistogram histogram) {
        List<Double> limits = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        for (int part = 0; part < histogram.counts().size(); part++) {
            limits.add(histogram.limit(part));
            counts.add((double) histogram.counts().get(part));
        }
        Message spread = new Message()
                .real(1, histogram.least())
                .real(2, histogram.greatest())
                .real(3, (double) histogram.count())
                .real(4, histogram.sum())
                .real(5, histogram.squares())
                .reals(6, limits)
                .reals(7, counts);
        Message one = new Message().text(1, tag).nested(5, spread);
        records.add(event(seconds, step).nested(5, new Message().nested(1, one)).bytes());
        return this;
    }

    /** Something that is said to the HParams plugin. */
    Events hparams(double seconds, String tag, Message data) {
        Message plugin = new Message().text(1, HPARAMS).nested(2, data);
        Message one = new Message().text(1, tag).nested(9, new Message().nested(1, plugin));
        records.add(event(seconds, 0).nested(5, new Message().nested(1, one)).bytes());
        return this;
    }

    byte[] bytes() {
        return records.bytes();
    }

    private static Message event(double seconds, long step) {
        return new Message().real(1, seconds).whole(2, step);
    }
}
