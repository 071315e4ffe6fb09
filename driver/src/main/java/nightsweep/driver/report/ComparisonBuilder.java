package nightsweep.driver.report;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nightsweep.driver.report.page.Page;
import nightsweep.driver.report.trial.SharedCurves;
import nightsweep.driver.summary.RunComparison;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.Difference;

/**
 * Takes the outcomes of two runs one by one and makes the page that shows them beside each other. Not safe for use by
 * several threads.
 */
public final class ComparisonBuilder {
    private static final int MOST_CURVES = 60;
    private static final int MOST_ROWS = 2_000;

    private final Sweep first;
    private final Sweep second;
    private final List<Configuration> shared;
    private final SharedCurves before;
    private final SharedCurves after;

    /** Nothing has ended yet. */
    public ComparisonBuilder(Sweep first, Sweep second) {
        this.first = first;
        this.second = second;
        Set<Map<String, String>> points = second.configurations().stream()
                .map(Configuration::point)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        this.shared = first.configurations().stream()
                .filter(one -> points.contains(one.point()))
                .limit(MOST_CURVES)
                .toList();
        Set<Map<String, String>> kept =
                shared.stream().map(Configuration::point).collect(Collectors.toCollection(LinkedHashSet::new));
        this.before = new SharedCurves(kept);
        this.after = new SharedCurves(kept);
    }

    /** Adds how a trial of the first run ended. */
    public void addToFirst(Trial trial, TrialOutcome outcome) {
        before.add(trial, outcome);
    }

    /** Adds how a trial of the second run ended. */
    public void addToSecond(Trial trial, TrialOutcome outcome) {
        after.add(trial, outcome);
    }

    /**
     * A run as it stands.
     *
     * @param summary of the same outcomes
     * @param place the run directory, as a person would type it
     */
    public record Side(Summary summary, String place) {}

    /**
     * The page.
     *
     * @param differences of the sweep files, and of data that both call the same
     * @param asOf when the outcomes were read
     */
    public Report build(Side one, Side other, List<Difference> differences, RunComparison comparison, Instant asOf) {
        Table table = comparison.table(MOST_ROWS);
        return new Report(
                Page.COMPARISON,
                new ComparisonData(
                        asOf.toString(),
                        comparison.measure(),
                        comparison.goal().label().toLowerCase(Locale.ROOT),
                        comparison.ends(),
                        comparison.verdict(),
                        ComparedRunData.of(first, one.summary(), one.place()),
                        ComparedRunData.of(second, other.summary(), other.place()),
                        differences,
                        AxisData.of(first, table),
                        Map.of(table.name(), TableData.of(table)),
                        shared.stream()
                                .map(configuration -> new ComparisonData.CurvePair(
                                        configuration.number(),
                                        before.of(configuration.point()),
                                        after.of(configuration.point())))
                                .filter(pair -> !pair.first().isEmpty()
                                        || !pair.second().isEmpty())
                                .toList(),
                        comparison.notes()));
    }
}
