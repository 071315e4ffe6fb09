package nightsweep.driver.summary.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Configurations whose every figure of every repeat is the same: one computation under several names. */
public final class IdenticalConfigurations {
    private static final int MOST_GROUPS = 10;
    private static final int MOST_NAMED = 10;

    private IdenticalConfigurations() {}

    /** Numbers of configurations, each group in ascending order; only completed configurations count. */
    public static List<List<Integer>> of(Endings endings) {
        Map<List<Fingerprint>, List<Integer>> groups = new LinkedHashMap<>();
        for (ConfigurationEndings configuration : endings.configurations()) {
            if (configuration.count(Status.COMPLETED) == configuration.trials().size()) {
                groups.computeIfAbsent(fingerprints(configuration), key -> new ArrayList<>())
                        .add(configuration.configuration().number());
            }
        }
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    private static List<Fingerprint> fingerprints(ConfigurationEndings configuration) {
        return configuration.trials().stream()
                .flatMap(trial -> trial.ending().figures().stream())
                .map(Figures::fingerprint)
                .toList();
    }

    /** A sentence for each group, and one for those that would be too many. */
    public static List<String> notes(Endings endings) {
        List<List<Integer>> groups = of(endings);
        List<String> notes = new ArrayList<>(groups.stream()
                .limit(MOST_GROUPS)
                .map(IdenticalConfigurations::note)
                .toList());
        if (groups.size() > MOST_GROUPS) {
            notes.add("There are " + (groups.size() - MOST_GROUPS) + " more such groups of configurations.");
        }
        return notes;
    }

    private static String note(List<Integer> group) {
        int named = Math.min(group.size() - 1, MOST_NAMED);
        String numbers = group.subList(0, named).stream().map(String::valueOf).collect(Collectors.joining(", "));
        int others = group.size() - named;
        String rest = others == 1 ? String.valueOf(group.get(named)) : others + " others";
        return "Configurations " + numbers + " and " + rest
                + " are the same computation: identical to the last digit in every figure.";
    }
}
