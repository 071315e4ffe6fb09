package nightsweep.driver.journal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import nightsweep.experiments.search.Proposal;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.sweep.Learning;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.experiments.sweepfile.Difference;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;

/**
 * Whether a sweep may go on in a run directory: every trial that was planned there must still be planned, or planned
 * with more epochs.
 */
final class Continuation {
    private static final String EPOCHS = "training.epochs";

    /** What can change without changing what a trial is. */
    private static final List<String> OF_NO_MATTER =
            List.of("name", "description", "data-folder", "objective", "published", "intended");

    private final String runDirectory;
    private final List<Point> proposed;

    /** @param proposals of a search that learns, which were made there */
    Continuation(String runDirectory, List<Proposal> proposals) {
        this.runDirectory = runDirectory;
        this.proposed = proposals.stream().map(Proposal::point).toList();
    }

    void check(String textBefore, String textNow, Sweep now) throws RunDirectoryException {
        if (textBefore.equals(textNow)) {
            return;
        }
        Sweep before = parse(textBefore);
        Set<TrialId> planned = ids(goingOn(now));
        long gone = gone(before, planned);
        if (gone == 0) {
            return;
        }
        List<Difference> differences = differences(textBefore, textNow);
        if (goneWithEpochs(textBefore, differences, planned) == 0) {
            return;
        }
        String told = differences.isEmpty()
                ? "\n  another version of Nightsweep planned them"
                : differences.stream().map(one -> "\n  " + one).collect(Collectors.joining());
        throw new RunDirectoryException("Cannot run sweep " + now.name() + " in " + runDirectory + ": it holds "
                + held(before, now) + ", and " + gone + " of its "
                + before.trials().size()
                + " trials are not in this one." + told
                + "\nValues, repeats and epochs can be added; for anything else, name another folder with --out.");
    }

    private static String held(Sweep before, Sweep now) {
        return before.name().equals(now.name()) ? "another version of this sweep" : "another sweep, " + before.name();
    }

    /** With what was proposed, as far as it goes on with it: all that lies in its space, and no more than it asks for. */
    private Sweep goingOn(Sweep now) {
        if (proposed.isEmpty() || now.learning().isEmpty()) {
            return now;
        }
        Learning learning = now.learning().get();
        List<Point> still = proposed.stream()
                .limit(learning.settings().trials())
                .filter(point -> lies(point, learning))
                .toList();
        return still.isEmpty() ? now : now.proposing(still);
    }

    private static boolean lies(Point point, Learning learning) {
        try {
            return learning.space().read(point.values()).equals(point);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Set<TrialId> ids(Sweep sweep) {
        return sweep.trials().stream().map(Trial::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static long gone(Sweep before, Set<TrialId> planned) {
        return before.trials().stream()
                .filter(trial -> !planned.contains(trial.id()))
                .count();
    }

    private static List<Difference> differences(String before, String now) throws RunDirectoryException {
        try {
            return SweepFile.differences(before, now, "sweep.yaml").stream()
                    .filter(one -> OF_NO_MATTER.stream()
                            .noneMatch(key -> one.key().equals(key) || one.key().startsWith(key + ".")))
                    .toList();
        } catch (SweepFileException e) {
            throw new RunDirectoryException(String.valueOf(e.getMessage()), e);
        }
    }

    /** How many trials of before are gone even if they had been planned with as many epochs as now. */
    private long goneWithEpochs(String before, List<Difference> differences, Set<TrialId> planned) {
        Optional<Difference> epochs =
                differences.stream().filter(one -> one.key().equals(EPOCHS)).findFirst();
        OptionalInt first = epochs.map(one -> number(one.before())).orElse(OptionalInt.empty());
        OptionalInt second = epochs.map(one -> number(one.now())).orElse(OptionalInt.empty());
        if (first.isEmpty() || second.isEmpty() || second.getAsInt() <= first.getAsInt()) {
            return Long.MAX_VALUE;
        }
        try {
            String longer = SweepFile.withSettings(before, List.of(EPOCHS + "=" + second.getAsInt()), "sweep.yaml");
            return gone(goingOn(SweepFile.parse(longer, "sweep.yaml")), planned);
        } catch (SweepFileException e) {
            return Long.MAX_VALUE;
        }
    }

    private static OptionalInt number(String text) {
        return text.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private Sweep parse(String text) throws RunDirectoryException {
        try {
            return goingOn(SweepFile.parse(text, runDirectory + "/sweep.yaml"));
        } catch (SweepFileException e) {
            throw new RunDirectoryException(
                    "Cannot go on in " + runDirectory + ": its sweep.yaml is damaged. " + e.getMessage(), e);
        }
    }
}
