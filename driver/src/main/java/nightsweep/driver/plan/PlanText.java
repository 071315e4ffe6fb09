package nightsweep.driver.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nightsweep.driver.table.TextTable;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.review.Severity;
import nightsweep.experiments.sweep.Finalists;
import nightsweep.experiments.sweep.Searched;
import nightsweep.experiments.sweep.Sweep;

/** A plan in words, for people to read before they pay for it. */
public final class PlanText {
    private static final int MOST_GROUPS = 20;

    private PlanText() {}

    /**
     * The whole plan, each line ending in a line feed.
     *
     * @param slots trials trained at the same time; empty where only the cluster knows
     * @param width characters a line, where that can be kept
     */
    public static String of(Plan plan, OptionalInt slots, int width) {
        StringBuilder text = new StringBuilder();
        heading(plan).forEach(line -> text.append(line).append('\n'));
        text.append('\n')
                .append(TextTable.of(
                        PlanTable.configurations(plan), width, List.of(List.of("parameters"), List.of("network"))))
                .append('\n');
        append(text, "Invalid, and not trained:", SharedFinding.of(plan, Severity.INVALID));
        append(text, "Doubtful, but trained:", SharedFinding.of(plan, Severity.DOUBTFUL));
        List<String> searching = LearningText.of(plan.sweep())
                .map(learning -> learning.doubts(slots))
                .orElse(List.of());
        if (!searching.isEmpty()) {
            text.append("Doubtful in the search:\n");
            searching.forEach(doubt -> text.append("  ").append(doubt).append('\n'));
            text.append('\n');
        }
        append(text, "Intended, and to be learnt from:", SharedFinding.of(plan, Severity.LESSON));
        appendEqual(text, plan);
        if (!plan.intendedForNothing().isEmpty()) {
            text.append("Intended, but nowhere to be found: ")
                    .append(plan.intendedForNothing().stream().map(Doubt::label).collect(Collectors.joining(", ")))
                    .append(".\n\n");
        }
        text.append(time(plan, slots)).append('\n');
        DataColumns.tables(plan, width).forEach(table -> text.append('\n').append(table));
        plan.facts().values().stream()
                .flatMap(facts -> facts.notes().stream())
                .distinct()
                .forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }

    /** How long it takes on this machine from command to end, such as {@code About 2 h 10 min on 2 slots, 4 h 19 min of training in all.} */
    public static String time(Plan plan, OptionalInt slots) {
        double all = plan.estimatedMillis();
        if (slots.isEmpty()) {
            return about(all) + " of training in all, shared by the slots of the cluster.";
        }
        String time = about(plan.wholeMillis(slots.getAsInt()));
        return slots.getAsInt() == 1
                ? time + " on 1 slot."
                : time + " on " + slots.getAsInt() + " slots, " + TimeSpan.text(all) + " of training in all.";
    }

    private static String about(double millis) {
        String time = TimeSpan.text(millis);
        return time.startsWith("under") ? "Under" + time.substring("under".length()) : "About " + time;
    }

    /** Every different network of the sweep, in short. */
    static List<String> networks(Plan plan) {
        return plan.trials().stream().map(PlanTable::sketch).distinct().toList();
    }

    private static List<String> heading(Plan plan) {
        Sweep sweep = plan.sweep();
        List<String> lines = new ArrayList<>();
        Optional<LearningText> learning = LearningText.of(sweep);
        lines.add(learning.map(LearningText::heading)
                .orElseGet(() -> sweep.name() + ": "
                        + counted(sweep.configurations().size(), "configuration") + " x "
                        + repeats(sweep) + " = "
                        + counted(plan.trials().size(), "trial")));
        plan.facts()
                .forEach((dataset, facts) -> lines.add("data       " + data(dataset, facts) + where(plan, dataset)));
        List<String> networks = networks(plan);
        lines.add("network    "
                + (networks.size() == 1
                        ? networks.get(0) + ", " + counted(plan.trials().get(0).parameters(), "parameter")
                        : networks.size() + " different ones"));
        engines(plan).forEach(engine -> lines.add("engine     " + engine));
        lines.add("objective  " + objective(plan));
        learning.ifPresent(how -> {
            lines.add("search     " + how.lines().get(0));
            lines.add("proposals  " + how.lines().get(1));
        });
        sweep.search()
                .filter(search -> learning.isEmpty())
                .ifPresent(search -> lines.add(
                        "search     " + search(search, sweep.configurations().size())));
        stopping(plan).ifPresent(rungs -> lines.add("rungs      " + rungs));
        sweep.finalists().ifPresent(finalists -> lines.add("finalists  " + finalists(finalists)));
        return lines;
    }

    private static String search(Searched search, int tried) {
        String space = search.method() + ": " + counted(tried, "configuration") + " of " + search.space();
        return search.usedUp()
                ? space + "; there are no more"
                        + (tried < search.asked()
                                ? ", and " + String.format(Locale.ROOT, "%,d", search.asked()) + " were asked for"
                                : "")
                : space;
    }

    /** How often the best are trained. */
    private static String finalists(Finalists finalists) {
        return String.format(
                Locale.ROOT,
                "the best %d in %d repeats: %s more%s",
                finalists.count(),
                finalists.repeats(),
                counted((long) finalists.count() * (finalists.repeats() - 1), "trial"),
                finalists.most() == finalists.repeats()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", and up to %,d while they cannot be told apart, in %d repeats at most",
                                (long) finalists.count() * (finalists.most() - 1),
                                finalists.most()));
    }

    /** How many configurations are trained up to where, and what that saves; empty where none is stopped. */
    private static Optional<String> stopping(Plan plan) {
        return plan.rungs().map(rungs -> {
            int begun = plan.compared();
            List<Integer> trials = rungs.trials(begun);
            String table = IntStream.range(0, rungs.rungs())
                    .mapToObj(rung -> (rung == 0 ? counted(trials.get(0), "configuration") : "" + trials.get(rung))
                            + " to epoch " + rungs.epochs().get(rung))
                    .collect(Collectors.joining(", "));
            int repeats = plan.sweep().trialsAtFirst();
            int last = rungs.epochs().get(rungs.rungs() - 1);
            double share = plan.sweep().stopping().orElseThrow().control();
            return String.format(
                    Locale.ROOT,
                    "%s: %,d epochs or a little more, in place of %,d%s",
                    table,
                    repeats * rungs.leastEpochs(begun),
                    (long) repeats * begun * last,
                    share == 0
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    "; and about %,d for the control group",
                                    Math.round(repeats * share * rungs.epochsLeft(begun))));
        });
    }

    /** Each engine that is used, with the reason for it and, where there are several, the configurations that it trains. */
    private static List<String> engines(Plan plan) {
        Map<String, Set<Integer>> numbers = new LinkedHashMap<>();
        for (PlannedTrial planned : plan.trials()) {
            numbers.computeIfAbsent(planned.engine().describe(), engine -> new TreeSet<>())
                    .add(planned.trial().configuration().number());
        }
        int all = plan.sweep().configurations().size();
        return numbers.entrySet().stream()
                .map(entry -> numbers.size() == 1
                        ? entry.getKey()
                        : entry.getKey() + " (" + SharedFinding.where(List.copyOf(entry.getValue()), all) + ")")
                .toList();
    }

    private static String objective(Plan plan) {
        boolean validated = plan.facts().keySet().stream().allMatch(DatasetSpec::validated);
        return plan.sweep().objective().title() + " on "
                + (validated
                        ? "validation examples"
                        : "test examples, as none are kept for validation: the best figure flatters itself");
    }

    private static String data(DatasetSpec dataset, DatasetFacts facts) {
        String shape = facts.shape().stream().map(Object::toString).collect(Collectors.joining("x"));
        return dataset.source().label() + ": "
                + String.format(Locale.ROOT, "%,d to train on, ", facts.trainExamples())
                + (facts.validationExamples() > 0
                        ? String.format(Locale.ROOT, "%,d to validate, ", facts.validationExamples())
                        : "")
                + String.format(Locale.ROOT, "%,d to test on; ", facts.testExamples())
                + shape + (facts.shape().size() == 1 ? " values" : " pixels") + ", "
                + (facts.predictsNumber() ? "a number to predict" : counted(facts.classes(), "classes"));
    }

    /** Which configurations use a data set, where they use several. */
    private static String where(Plan plan, DatasetSpec dataset) {
        if (plan.facts().size() == 1) {
            return "";
        }
        List<Integer> numbers = plan.sweep().configurations().stream()
                .filter(configuration -> configuration.dataset().equals(dataset))
                .map(configuration -> configuration.number())
                .toList();
        return " (" + SharedFinding.where(numbers, plan.sweep().configurations().size()) + ")";
    }

    private static void append(StringBuilder text, String title, List<SharedFinding> findings) {
        if (!findings.isEmpty()) {
            text.append(title).append('\n');
            findings.forEach(shared -> text.append("  ").append(shared).append('\n'));
            text.append('\n');
        }
    }

    private static void appendEqual(StringBuilder text, Plan plan) {
        List<List<Integer>> groups = plan.equal().stream()
                .map(group -> group.stream()
                        .map(planned -> planned.trial().configuration().number())
                        .toList())
                .distinct()
                .toList();
        if (groups.isEmpty()) {
            return;
        }
        text.append("The same computation in other words, trained once (--train-each trains each all the same):\n");
        int all = plan.sweep().configurations().size();
        groups.stream()
                .limit(MOST_GROUPS)
                .forEach(group -> text.append("  ")
                        .append(SharedFinding.where(group, all))
                        .append('\n'));
        if (groups.size() > MOST_GROUPS) {
            text.append("  and ")
                    .append(counted(groups.size() - MOST_GROUPS, "more group"))
                    .append('\n');
        }
        text.append('\n');
    }

    /** How often each configuration is trained, such as {@code 3 repeats x 5 folds}. */
    static String repeats(Sweep sweep) {
        return counted(sweep.finalists().isPresent() ? 1 : sweep.repeats(), "repeat")
                + (sweep.folds() > 1 ? " x " + counted(sweep.folds(), "fold") : "");
    }

    static String counted(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 || noun.endsWith("s") ? "" : "s");
    }
}
