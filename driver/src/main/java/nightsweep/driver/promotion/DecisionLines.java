package nightsweep.driver.promotion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightsweep.driver.search.rungs.Decision;
import nightsweep.driver.search.rungs.RungPlan;
import nightsweep.experiments.sweep.TrialId;

/**
 * Decisions as lines of JSON, a product of outcomes: rung by rung, each in the order of its list. A configuration is told by
 * the id of its first trial, since numbers change when values are added.
 */
public final class DecisionLines {
    private static final String CONTROL = "{\"control\":[";

    private DecisionLines() {}

    /** What was compared. */
    interface Losses {
        double of(int rung, int number);
    }

    static List<String> of(
            RungPlan plan, List<Decision> decisions, IntFunction<TrialId> id, Losses losses, List<TrialId> control) {
        List<String> lines = new ArrayList<>();
        for (Decision decision : decisions) {
            String promoted = decision.promoted().stream()
                    .map(number -> String.format(
                            Locale.ROOT,
                            "{\"trial\":\"%s\",\"loss\":%s}",
                            id.apply(number).text(),
                            losses.of(decision.rung(), number)))
                    .collect(Collectors.joining(","));
            lines.add(String.format(
                    Locale.ROOT,
                    "{\"rung\":%d,\"epoch\":%d,\"compared\":%d,\"promoted\":[%s]}",
                    decision.rung() + 1,
                    plan.epochs().get(decision.rung()),
                    decision.prefix(),
                    promoted));
        }
        if (!control.isEmpty()) {
            lines.add(control.stream()
                    .map(one -> "\"" + one.text() + "\"")
                    .collect(Collectors.joining(",", CONTROL, "]}")));
        }
        return lines;
    }

    /** The trials that {@link #of} was told of as the control group. */
    static Set<TrialId> control(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(CONTROL))
                .flatMap(line -> Stream.of(line.substring(CONTROL.length()).split("[^-0-9a-z]+")))
                .filter(id -> !id.isEmpty())
                .map(TrialId::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Whether decisions that were written before are decided again. Those of a rung are, as far as both know them: what was
     * written may lag behind, and an outcome that was damaged is not there yet.
     */
    public static boolean agree(List<String> before, List<String> now) {
        Map<String, List<String>> first = byRung(before);
        Map<String, List<String>> second = byRung(now);
        return first.entrySet().stream().allMatch(rung -> {
            List<String> other = second.getOrDefault(rung.getKey(), List.of());
            int both = Math.min(rung.getValue().size(), other.size());
            return rung.getValue().subList(0, both).equals(other.subList(0, both));
        });
    }

    /** For each line that was written the decision that stands now in its place: as far down the list of its rung. */
    public static List<Optional<String>> again(List<String> written, List<String> now) {
        Map<String, Iterator<String>> left = new LinkedHashMap<>();
        byRung(now).forEach((rung, lines) -> left.put(rung, lines.iterator()));
        return written.stream()
                .map(line -> left.getOrDefault(rung(line), Collections.emptyIterator()))
                .map(lines -> lines.hasNext() ? Optional.of(lines.next()) : Optional.<String>empty())
                .toList();
    }

    private static String rung(String line) {
        return line.substring(0, Math.max(0, line.indexOf(line.startsWith("{\"rung\"") ? ',' : ':')));
    }

    private static Map<String, List<String>> byRung(List<String> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(DecisionLines::rung, LinkedHashMap::new, Collectors.toList()));
    }
}
