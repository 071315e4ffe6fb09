package nightsweep.driver.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;

/**
 * Takes outcomes one by one and keeps of each only what the page shows beyond the tables: of thousands of trials the
 * curves and confusions of some. Not safe for use by several threads.
 */
public final class ReportBuilder {
    private static final int MOST_VERDICTS = 3_000;

    private final Sweep sweep;
    private final KeptDetails kept;
    private final List<VerdictData> verdicts = new ArrayList<>();
    private final EnvironmentTally environment = new EnvironmentTally();

    /** Nothing has ended yet. */
    public ReportBuilder(Sweep sweep) {
        this.sweep = sweep;
        ToDoubleFunction<TrialOutcome> objective = Summary.objective(sweep);
        this.kept = new KeptDetails(sweep.objective().goal(), objective);
    }

    /** Adds how a trial of the sweep ended, each trial once. */
    public ReportBuilder add(Trial trial, TrialOutcome outcome) {
        kept.add(trial, outcome);
        if (verdicts.size() < MOST_VERDICTS) {
            VerdictData.of(trial, outcome).ifPresent(verdicts::add);
        }
        environment.add(outcome);
        return this;
    }

    /**
     * The page.
     *
     * @param summary of the same outcomes
     * @param files of the trials
     * @throws IOException where a file cannot be read
     */
    public Report build(Summary summary, RunFacts facts, TrialFiles files) throws IOException {
        List<Table> tables = summary.tables();
        return new Report(
                Page.RUN,
                new PageData(
                        RunData.of(sweep, summary, facts),
                        summary.totals(),
                        Headline.of(summary),
                        AxisData.of(sweep, TableData.named("results", tables)),
                        TableData.of(tables),
                        ClassF1.of(tables),
                        kept.all(files),
                        verdicts.stream()
                                .sorted(Comparator.comparingInt(VerdictData::trial))
                                .toList(),
                        environment.facts(),
                        environment.effort(),
                        summary.notes()));
    }
}
