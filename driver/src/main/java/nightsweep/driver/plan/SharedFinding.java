package nightsweep.driver.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nightsweep.experiments.review.Finding;
import nightsweep.experiments.review.Severity;

/**
 * A finding and all the configurations that it is about, so that it is told once.
 *
 * @param configurations their numbers, rising
 * @param where the same in words, such as {@code configurations 1-3, 7}
 */
public record SharedFinding(Finding finding, List<Integer> configurations, String where) {
    public SharedFinding {
        configurations = List.copyOf(configurations);
    }

    /** The findings of one severity, in the order in which configurations first meet them. */
    public static List<SharedFinding> of(Plan plan, Severity severity) {
        Map<Finding, TreeSet<Integer>> numbers = new LinkedHashMap<>();
        for (PlannedTrial planned : plan.trials()) {
            planned.findings().stream()
                    .filter(finding -> finding.severity() == severity)
                    .forEach(finding -> numbers.computeIfAbsent(finding, f -> new TreeSet<>())
                            .add(planned.trial().configuration().number()));
        }
        int all = plan.sweep().configurations().size();
        return numbers.entrySet().stream()
                .map(entry -> of(entry.getKey(), List.copyOf(entry.getValue()), all))
                .toList();
    }

    /** In one line, such as {@code configurations 1-3, 7 (softmax-over-one-unit): Softmax over one unit is always 1, ...} */
    @Override
    public String toString() {
        String name = finding.doubt().map(doubt -> " (" + doubt.label() + ")").orElse("");
        return where + name + ": " + finding.message();
    }

    private static SharedFinding of(Finding finding, List<Integer> numbers, int all) {
        return new SharedFinding(finding, numbers, where(numbers, all));
    }

    /** Such as {@code configurations 1-3, 7}. */
    static String where(List<Integer> numbers, int all) {
        if (numbers.size() == all) {
            return all == 1 ? "the only configuration" : "all configurations";
        }
        return (numbers.size() == 1 ? "configuration " : "configurations ") + ranges(numbers);
    }

    private static String ranges(List<Integer> numbers) {
        List<String> ranges = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= numbers.size(); i++) {
            if (i == numbers.size() || numbers.get(i) != numbers.get(i - 1) + 1) {
                int first = numbers.get(from);
                int last = numbers.get(i - 1);
                ranges.add(first == last ? "" + first : first + (last == first + 1 ? ", " : "-") + last);
                from = i;
            }
        }
        return String.join(", ", ranges);
    }
}
