package nightsweep.driver.run;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import nightsweep.driver.cli.Console;
import nightsweep.driver.cli.ExitCode;
import nightsweep.driver.cli.TrialChoice;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.report.ReportBuilder;
import nightsweep.driver.report.RunFacts;
import nightsweep.driver.report.TrialFiles;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.SummaryBuilder;
import nightsweep.driver.table.CsvTable;
import nightsweep.driver.table.Table;
import nightsweep.experiments.format.SummaryFile;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;

/** Makes the tables and the page of a run from the outcomes in its directory. */
final class RunTables {
    /** The page's file. */
    static final String PAGE = "report.html";

    private RunTables() {}

    /** Writes every table and the page of the run, and what people read of its trials, in place of those before. */
    static Summary write(RunDirectory directory, Sweep sweep, TrialChoice wanted, InstantSource clock, Console console)
            throws IOException, RunDirectoryException {
        SummaryBuilder builder = new SummaryBuilder(sweep);
        ReportBuilder report = new ReportBuilder(sweep);
        ShownTrials shown = new ShownTrials(sweep);
        ReadAhead.Reader<Trial, Optional<TrialOutcome>> reader = KeptOutcomes.reader(directory, sweep, console);
        ReadAhead.each(
                sweep.trials(),
                reader,
                (trial, outcome) -> outcome.ifPresent(one -> {
                    builder.add(one);
                    report.add(trial, one);
                    shown.add(trial, one);
                }));
        Summary summary = builder.build(
                KeptOutcomes.of(builder.best(), reader), new KeptPredictions(directory.trials(), console));
        for (Table table : summary.tables()) {
            directory.write(table.name() + ".csv", out -> CsvTable.write(table, out));
        }
        directory.write("summary.json", SummaryFile.text(summary.brief()));
        RunFacts facts = new RunFacts(directory.label(), directory.sweepText(), clock.instant());
        TrialFiles files = new ArchivedFiles(directory.trials(), console);
        directory.write(PAGE, report.build(summary, facts, files)::write);
        new ReadableFiles(directory, sweep, console).write(shown, wanted, summary);
        return summary;
    }

    static ExitCode exitCode(Summary summary) {
        return ExitCode.of(summary.totals().planned(), summary.totals().failed());
    }
}
