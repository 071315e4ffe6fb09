package nightsweep.driver.run.reporting;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.RunEnd;
import nightsweep.driver.application.TrialChoice;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.json.SummaryFile;
import nightsweep.driver.promotion.DecisionFile;
import nightsweep.driver.report.ReportBuilder;
import nightsweep.driver.report.RunFacts;
import nightsweep.driver.report.trial.TrialFiles;
import nightsweep.driver.run.outcomes.ArchivedFiles;
import nightsweep.driver.run.outcomes.KeptOutcomes;
import nightsweep.driver.run.outcomes.KeptPredictions;
import nightsweep.driver.run.outcomes.ReadAhead;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.SummaryBuilder;
import nightsweep.driver.table.CsvTable;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;

/** Makes the tables and the page of a run from the outcomes in its directory. */
public final class RunTables {
    /** The page's file. */
    static final String PAGE = "report.html";

    private RunTables() {}

    /** An outcome, and what is kept of it in memory. */
    private record Read(TrialOutcome outcome, SummaryBuilder.Kept kept) {}

    /** Writes every table and the page of the run, and what people read of its trials, in place of those before. */
    public static Summary write(
            RunDirectory directory, Sweep sweep, TrialChoice wanted, InstantSource clock, Listener listener)
            throws IOException, RunDirectoryException {
        SummaryBuilder builder = builder(directory, sweep);
        ReportBuilder report = new ReportBuilder(sweep);
        ShownTrials shown = new ShownTrials(sweep);
        List<Trial> trials = builder.trials();
        ReadAhead.Reader<Trial, Optional<TrialOutcome>> reader =
                KeptOutcomes.reader(directory, sweep, trials, listener);
        ReadAhead.each(
                trials,
                trial -> reader.read(trial).map(outcome -> new Read(outcome, builder.kept(trial, outcome))),
                (trial, outcome) -> outcome.ifPresent(one -> {
                    builder.add(one.kept());
                    report.add(trial, one.outcome());
                    shown.add(trial, one.outcome());
                }));
        Summary summary = builder.build(
                KeptOutcomes.of(builder.best(), reader), new KeptPredictions(directory.trials(), listener));
        RunFacts facts = new RunFacts(directory.label(), directory.sweepText(), clock.instant());
        TrialFiles files = new ArchivedFiles(directory.trials(), listener);
        List<AtOnce.Work> texts = new ArrayList<>();
        for (Table table : summary.tables()) {
            texts.add(() -> directory.write(table.name() + ".csv", out -> CsvTable.write(table, out)));
        }
        texts.add(() -> directory.write(PAGE, report.build(summary, facts, files)::write));
        AtOnce.each(texts);
        directory.write("summary.json", SummaryFile.text(summary.brief()));
        new ReadableFiles(directory, sweep, trials, listener).write(shown, wanted, summary, reader);
        return summary;
    }

    /** The same summary, of which nothing is written. */
    public static Summary read(RunDirectory directory, Sweep sweep, Listener listener)
            throws IOException, RunDirectoryException {
        SummaryBuilder builder = builder(directory, sweep);
        ReadAhead.Reader<Trial, Optional<TrialOutcome>> reader =
                KeptOutcomes.reader(directory, sweep, builder.trials(), listener);
        ReadAhead.each(
                builder.trials(),
                trial -> reader.read(trial).map(outcome -> builder.kept(trial, outcome)),
                (trial, outcome) -> outcome.ifPresent(builder::add));
        return builder.build(
                KeptOutcomes.of(builder.best(), reader), new KeptPredictions(directory.trials(), listener));
    }

    private static SummaryBuilder builder(RunDirectory directory, Sweep sweep)
            throws IOException, RunDirectoryException {
        SummaryBuilder builder = new SummaryBuilder(sweep);
        if (sweep.stopping().isPresent()) {
            builder.control(new DecisionFile(directory).control());
        }
        return builder;
    }

    public static RunEnd end(Summary summary) {
        return RunEnd.of(summary.totals().planned(), summary.totals().failed());
    }
}
