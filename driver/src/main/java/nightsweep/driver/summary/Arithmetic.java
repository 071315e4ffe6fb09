package nightsweep.driver.summary;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nightsweep.experiments.outcome.Provenance;

/**
 * What computed the trials of a run: the last digits of their figures depend on it. An engine without a library gives the same
 * digits everywhere.
 */
final class Arithmetic {
    private static final String REASON = ": ";

    /** Trials by computer, of each engine: a sweep may need two engines, but not two kinds of one. */
    private final Map<String, Map<String, Integer>> trials = new TreeMap<>();

    /** Takes note of one trial. */
    void add(Provenance provenance) {
        String engine = provenance.engine().split(REASON, 2)[0];
        String revision = "Nightsweep " + provenance.codeRevision();
        String computer = provenance.blas().isEmpty()
                ? engine + ", " + revision
                : String.join(", ", engine, provenance.blas(), provenance.jvm(), revision);
        trials.computeIfAbsent(engine.split(" ", 2)[0], name -> new TreeMap<>()).merge(computer, 1, Integer::sum);
    }

    /** A warning where an engine computed in several ways; empty where each computed in one. */
    Optional<String> note() {
        String several = trials.values().stream()
                .filter(computers -> computers.size() > 1)
                .flatMap(computers -> computers.entrySet().stream())
                .map(computer -> computer.getValue() + " by " + computer.getKey())
                .collect(Collectors.joining("; "));
        return several.isEmpty()
                ? Optional.empty()
                : Optional.of("Not all trials were computed alike, so their last digits cannot be compared: " + several
                        + ".");
    }
}
