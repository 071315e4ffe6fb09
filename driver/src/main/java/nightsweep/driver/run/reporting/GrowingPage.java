package nightsweep.driver.run.reporting;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import nightsweep.driver.application.Listener;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.report.Pace;
import nightsweep.driver.report.Report;
import nightsweep.driver.report.ReportBuilder;
import nightsweep.driver.report.RunFacts;
import nightsweep.driver.run.outcomes.ArchivedFiles;
import nightsweep.driver.run.outcomes.KeptOutcomes;
import nightsweep.driver.run.outcomes.ReadAhead;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.SummaryBuilder;
import nightsweep.driver.summary.comparison.TestPredictions;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;

/** The page of a run that goes on: outcomes are read once each, and the page is made as often as is wanted. */
final class GrowingPage {
    private final RunDirectory directory;
    private final String sweepText;
    private final Listener listener;
    private final SummaryBuilder summary;
    private final ReportBuilder report;

    GrowingPage(RunDirectory directory, Sweep sweep, String sweepText, Listener listener) {
        this.directory = directory;
        this.sweepText = sweepText;
        this.listener = listener;
        this.summary = new SummaryBuilder(sweep);
        this.report = new ReportBuilder(sweep);
    }

    /** Takes note of what a search has proposed by now. */
    void proposed(Sweep now) {
        summary.proposed(now);
        report.proposed(now);
    }

    /** Takes an outcome up, the only one of its trial. */
    void add(Trial trial, TrialOutcome outcome) {
        summary.add(outcome);
        report.add(trial, outcome);
    }

    /** The page as of now. */
    Report make(Instant now, Optional<Pace> pace, RunFacts.Renewal renewal) throws IOException {
        ReadAhead.Reader<Trial, Optional<TrialOutcome>> reader = KeptOutcomes.ended(directory, listener);
        Summary built = summary.build(KeptOutcomes.of(summary.best(), reader), TestPredictions.none());
        RunFacts facts = new RunFacts(directory.label(), sweepText, now, pace, renewal);
        return report.build(built, facts, new ArchivedFiles(directory.trials(), listener));
    }
}
