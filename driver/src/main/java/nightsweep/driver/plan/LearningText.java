package nightsweep.driver.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import nightsweep.experiments.search.Search;
import nightsweep.experiments.sweep.Learning;
import nightsweep.experiments.sweep.Searched;
import nightsweep.experiments.sweep.Sweep;

/** A search that learns in words: what it will do, and what speaks against it. */
final class LearningText {
    private final Sweep sweep;
    private final Searched searched;
    private final Learning learning;

    private LearningText(Sweep sweep, Searched searched, Learning learning) {
        this.sweep = sweep;
        this.searched = searched;
        this.learning = learning;
    }

    static Optional<LearningText> of(Sweep sweep) {
        return sweep.search()
                .flatMap(searched -> searched.learning().map(learning -> new LearningText(sweep, searched, learning)));
    }

    /** What a plan begins with. */
    String heading() {
        int trials = learning.settings().trials();
        int known = sweep.configurations().size();
        return String.format(
                Locale.ROOT,
                "%s: %s to be proposed x %s = %s; %s",
                sweep.name(),
                PlanText.counted(trials, "configuration"),
                PlanText.repeats(sweep),
                PlanText.counted((long) trials * sweep.trialsAtFirst(), "trial"),
                known >= trials ? "all need no results" : "these are the first, which need no results");
    }

    /** How it proposes. */
    List<String> lines() {
        Search.Settings settings = learning.settings();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %s of %s%s",
                learning.method().described(learning.space()),
                PlanText.counted(settings.trials(), "configuration"),
                searched.space(),
                searched.usedUp()
                        ? String.format(Locale.ROOT, "; there are no more, and %,d were asked for", searched.asked())
                        : ""));
        String first = settings.start().isEmpty()
                ? ""
                : PlanText.counted(settings.start().size(), "configuration") + " to start with, ";
        lines.add(first
                + (learning.drawn() >= settings.trials()
                        ? "all drawn"
                        : "drawn up to the " + ordinal(learning.drawn()) + " at least, then from a model")
                + "; each sees the results up to "
                + (settings.window() == 1 ? "the one" : "that " + settings.window()) + " before it (window)"
                + epochs());
        return lines;
    }

    private String epochs() {
        List<Integer> epochs = sweep.configurations().stream()
                .map(one -> one.training().epochs())
                .distinct()
                .toList();
        return epochs.size() > 1 || sweep.stopping().isPresent()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; %,d epochs in all",
                        (long) learning.settings().trials() * sweep.trialsAtFirst() * epochs.get(0));
    }

    /** What speaks against it, in sentences. */
    List<String> doubts(OptionalInt slots) {
        Search.Settings settings = learning.settings();
        List<String> doubts = new ArrayList<>();
        if (2 * learning.drawn() > settings.trials()) {
            doubts.add(String.format(
                    Locale.ROOT,
                    "%d of %d proposals are drawn, as a model sees none of the %d before it and needs %d results: ask for more"
                            + " trials or take a smaller window.",
                    learning.drawn(),
                    settings.trials(),
                    settings.window() - 1,
                    learning.drawn() - settings.window() + 1));
        }
        if (slots.isPresent() && 2L * slots.getAsInt() > (long) settings.window() * sweep.trialsAtFirst()) {
            doubts.add(String.format(
                    Locale.ROOT,
                    "%d slots are many for a window of %d with %s each: slots will wait for results. A window of %d keeps them"
                            + " at work, and its proposals know less.",
                    slots.getAsInt(),
                    settings.window(),
                    PlanText.counted(sweep.trialsAtFirst(), "trial"),
                    (2 * slots.getAsInt() + sweep.trialsAtFirst() - 1) / sweep.trialsAtFirst()));
        }
        return doubts;
    }

    private static String ordinal(int number) {
        int last = number % 100 / 10 == 1 ? 0 : number % 10;
        return number + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
    }
}
