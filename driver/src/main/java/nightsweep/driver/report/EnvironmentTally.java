package nightsweep.driver.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.TrialOutcome;

/** Counts what trials ran on, which is the same for most. */
final class EnvironmentTally {
    private final Map<String, Map<String, Integer>> facts = new LinkedHashMap<>();
    private long trainMillis;
    private long totalMillis;
    private long steps;

    /** One thing that trials wrote down of where they ran. */
    record Fact(String name, List<Value> values) {}

    /** One of its values, and how many trials have it. */
    record Value(String text, int trials) {}

    /** What all trials together cost. */
    record Effort(long trainMillis, long totalMillis, long steps) {}

    void add(TrialOutcome outcome) {
        Provenance from = outcome.provenance();
        count("Nightsweep", from.codeRevision());
        count("engine", from.engine());
        count("data checksum", from.dataChecksum());
        count("sweep seed", Long.toString(from.sweepSeed()));
        count("host", outcome.timing().host());
        count("processor", from.cpu());
        count("linear algebra", from.blas());
        count("operating system", from.os());
        count("Java", from.jvm());
        count("Deeplearning4j", from.dl4j());
        count("Spark", from.spark());
        count("Hadoop", from.hadoop());
        trainMillis += outcome.timing().trainMillis();
        totalMillis += outcome.timing().totalMillis();
        steps += outcome.timing().steps();
    }

    /** In a fixed order, the values of each as they were met. */
    List<Fact> facts() {
        List<Fact> all = new ArrayList<>();
        facts.forEach((name, values) -> all.add(new Fact(
                name,
                values.entrySet().stream()
                        .map(entry -> new Value(entry.getKey(), entry.getValue()))
                        .toList())));
        return all;
    }

    Effort effort() {
        return new Effort(trainMillis, totalMillis, steps);
    }

    private void count(String name, String value) {
        Map<String, Integer> values = facts.computeIfAbsent(name, key -> new LinkedHashMap<>());
        if (!value.isEmpty()) {
            values.merge(value, 1, Integer::sum);
        }
    }
}
