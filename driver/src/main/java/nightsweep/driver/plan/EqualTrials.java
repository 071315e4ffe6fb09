package nightsweep.driver.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.sweep.Computation;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Trial;

/** Finds trials that are the same computation, with the same random numbers, on the same engine. */
final class EqualTrials {
    private EqualTrials() {}

    private record Work(Computation computation, String engine) {}

    /**
     * The same trials, each that is not the first of its computation with the first that is.
     *
     * @param trials all of a sweep, so many of each configuration
     */
    static List<PlannedTrial> among(List<PlannedTrial> trials, int each) {
        Map<Integer, Integer> firsts = firsts(trials);
        List<PlannedTrial> found = new ArrayList<>(trials.size());
        for (PlannedTrial planned : trials) {
            Trial trial = planned.trial();
            Integer equal = firsts.get(trial.configuration().number());
            if (equal == null) {
                found.add(planned);
            } else {
                Trial first = trials.get((equal - 1) * each + trial.place()).trial();
                found.add(first.id().equals(trial.id()) ? planned : planned.sameAs(first));
            }
        }
        return found;
    }

    /** Of each configuration that is not the first of its computation that one, by number. */
    private static Map<Integer, Integer> firsts(List<PlannedTrial> trials) {
        Map<Work, Integer> works = new LinkedHashMap<>();
        Map<Integer, Integer> firsts = new LinkedHashMap<>();
        for (PlannedTrial planned : trials) {
            if (planned.trial().place() == 0 && planned.valid()) {
                Configuration one = planned.trial().configuration();
                Integer first = works.putIfAbsent(
                        new Work(
                                Computation.of(one, planned.facts()),
                                planned.engine().engine().name()),
                        one.number());
                if (first != null) {
                    firsts.put(one.number(), first);
                }
            }
        }
        return firsts;
    }

    /** @param trials each piece of work once */
    static List<List<PlannedTrial>> groups(List<PlannedTrial> trials) {
        Map<Integer, List<PlannedTrial>> groups = new LinkedHashMap<>();
        for (PlannedTrial planned : trials) {
            planned.sameAs().ifPresent(first -> groups.put(first, new ArrayList<>()));
        }
        for (PlannedTrial planned : trials) {
            List<PlannedTrial> group =
                    groups.get(planned.sameAs().orElse(planned.trial().number()));
            if (group != null) {
                group.add(planned);
            }
        }
        return List.copyOf(groups.values());
    }
}
