package nightsweep.driver.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import nightsweep.driver.report.page.Page;
import nightsweep.driver.report.trial.KeptBorders;
import nightsweep.driver.report.trial.KeptDetails;
import nightsweep.driver.report.trial.LeftOut;
import nightsweep.driver.report.trial.TrialFiles;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.ranking.Merit;
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

    private Sweep sweep;
    private final KeptDetails kept;
    private final List<VerdictData> verdicts = new ArrayList<>();
    private int told;
    private final KeptBorders borders;
    private final EnvironmentTally environment = new EnvironmentTally();

    /** Nothing has ended yet. */
    public ReportBuilder(Sweep sweep) {
        this.sweep = sweep;
        BiFunction<Trial, TrialOutcome.Completed, Merit> merit = Summary.merit(sweep);
        this.kept = new KeptDetails(sweep.objective().goal(), merit);
        this.borders = new KeptBorders(sweep.objective().goal(), merit);
    }

    /** The sweep with what its search has proposed meanwhile. */
    public void proposed(Sweep now) {
        sweep = now;
    }

    /** Adds how a trial of the sweep ended, each trial once. */
    public ReportBuilder add(Trial trial, TrialOutcome outcome) {
        kept.add(trial, outcome);
        borders.add(trial, outcome);
        if (VerdictData.has(outcome)) {
            told++;
            if (verdicts.size() < MOST_VERDICTS) {
                VerdictData.of(trial, outcome).ifPresent(verdicts::add);
            }
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
        KeptDetails.Kept details = kept.all(summary.best(), files);
        KeptBorders.Kept pictures = borders.all(summary.best(), files);
        return new Report(
                facts.renewal() == RunFacts.Renewal.BY_ITSELF ? Page.WATCHED_RUN : Page.RUN,
                new PageData(
                        RunData.of(sweep, summary, facts),
                        summary.totals(),
                        Headline.of(summary),
                        AxisData.of(sweep, TableData.named("results", tables)),
                        TableData.of(tables),
                        ClassF1.of(tables),
                        details.details(),
                        verdicts.stream()
                                .sorted(Comparator.comparingInt(VerdictData::trial))
                                .toList(),
                        pictures.data(),
                        environment.facts(),
                        environment.effort(),
                        summary.notes(),
                        Stream.concat(details.leftOut().stream(), leftOut(tables, pictures).stream())
                                .toList()));
    }

    private List<String> leftOut(List<Table> tables, KeptBorders.Kept pictures) {
        LeftOut left = new LeftOut();
        left.where(
                told > MOST_VERDICTS,
                "What was seen in trials beyond the first %,d of %,d with a verdict: verdict.txt of each, by"
                        + " report --trials.",
                MOST_VERDICTS,
                told);
        left.where(
                pictures.cut(),
                "Decision borders of configurations beyond the best and the first, %,d in all: border.svg of each, by report"
                        + " --trials.",
                pictures.data().pictures().size());
        left.where(
                !pictures.unreadable().isEmpty(),
                "Decision borders of trials %s, whose border.csv or border-points.csv cannot be read.",
                pictures.unreadable());
        int configurations = sweep.configurations().size();
        boolean classes = !sweep.predictsNumber();
        left.where(
                classes && configurations > ClassF1.MOST_CONFIGURATIONS,
                "F1 by class of all but the best %,d of %,d configurations: classes.csv.",
                ClassF1.MOST_CONFIGURATIONS,
                configurations);
        tables.stream()
                .filter(table -> TableData.isShown(table) && table.rows().size() > TableData.MOST_ROWS)
                .forEach(table ->
                        left.where(true, "Rows beyond the first %,d: %s.csv.", TableData.MOST_ROWS, table.name()));
        left.where(
                true,
                (classes ? "Precision, recall and support by class: classes.csv. " : "")
                        + "How long each trial took: timings.csv.");
        return left.sentences();
    }
}
