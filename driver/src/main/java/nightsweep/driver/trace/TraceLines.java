package nightsweep.driver.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.sweep.PublishedTrace;
import nightsweep.experiments.sweep.PublishedValues;
import nightsweep.worker.trace.TracedStep;
import nightsweep.worker.trace.TracedValue;

/** A training step beside what was published of it. */
public final class TraceLines {
    private TraceLines() {}

    /** Each number of {@code step}, once for each source that has it and once where none has it. */
    public static List<TraceLine> of(TracedStep step, List<PublishedTrace> published) {
        List<TraceLine> lines = new ArrayList<>();
        for (TracedValue value : step.values()) {
            int before = lines.size();
            for (PublishedTrace trace : published) {
                for (PublishedValues values : trace.values()) {
                    if (speaks(values, step, value)
                            && value.index() < values.values().size()) {
                        values.values()
                                .get(value.index())
                                .ifPresent(number -> lines.add(
                                        new TraceLine(value, Optional.of(number), trace.source(), values.note())));
                    }
                }
            }
            if (lines.size() == before) {
                lines.add(new TraceLine(value, Optional.empty(), "", ""));
            }
        }
        return lines;
    }

    /** Published values of {@code step} that it does not have as many of, each in a sentence. */
    public static List<String> misfits(TracedStep step, List<PublishedTrace> published) {
        List<String> misfits = new ArrayList<>();
        for (PublishedTrace trace : published) {
            for (PublishedValues values : trace.values()) {
                long ours = step.values().stream()
                        .filter(value -> speaks(values, step, value))
                        .count();
                if (values.step() == step.step() && values.values().size() > ours) {
                    misfits.add(trace.source() + " has " + values.values().size() + " "
                            + values.quantity().label() + " of step " + values.step()
                            + (values.quantity().ofLayers() ? " and layer " + values.layer() : "") + ", but there are "
                            + ours + ".");
                }
            }
        }
        return misfits;
    }

    private static boolean speaks(PublishedValues values, TracedStep step, TracedValue value) {
        return values.step() == step.step()
                && values.quantity() == value.quantity()
                && (value.layer() == 0 || values.layer() == value.layer());
    }
}
