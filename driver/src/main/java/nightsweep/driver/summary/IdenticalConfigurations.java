package nightsweep.driver.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Configurations whose every figure of every repeat is the same: one computation under several names. */
final class IdenticalConfigurations {
    private IdenticalConfigurations() {}

    /** Numbers of configurations, each group in ascending order; only completed configurations count. */
    static List<List<Integer>> of(Endings endings) {
        Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
        for (ConfigurationEndings configuration : endings.configurations()) {
            if (configuration.count(Status.COMPLETED) == configuration.trials().size()) {
                groups.computeIfAbsent(fingerprints(configuration), key -> new ArrayList<>())
                        .add(configuration.configuration().number());
            }
        }
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    private static List<String> fingerprints(ConfigurationEndings configuration) {
        return configuration.trials().stream()
                .flatMap(trial -> trial.ending().figures().stream())
                .map(Figures::fingerprint)
                .toList();
    }

    /** A sentence for each group. */
    static List<String> notes(Endings endings) {
        return of(endings).stream().map(IdenticalConfigurations::note).toList();
    }

    private static String note(List<Integer> group) {
        int last = group.size() - 1;
        String numbers = group.subList(0, last).stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "Configurations " + numbers + " and " + group.get(last)
                + " are the same computation: identical to the last digit in every figure.";
    }
}
