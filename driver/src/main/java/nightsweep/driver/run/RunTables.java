package nightsweep.driver.run;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import nightsweep.driver.cli.Console;
import nightsweep.driver.cli.ExitCode;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.report.ReportBuilder;
import nightsweep.driver.report.RunFacts;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.SummaryBuilder;
import nightsweep.driver.table.CsvTable;
import nightsweep.driver.table.Table;
import nightsweep.driver.tensorboard.EventFiles;
import nightsweep.experiments.format.SummaryFile;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;

/** Makes the tables and the page of a run from the outcomes in its directory. */
final class RunTables {
    /** The page's file. */
    static final String PAGE = "report.html";

    private RunTables() {}

    /** Writes every table and the page of the run, and the tables of each trial, in place of those before. */
    static Summary write(RunDirectory directory, Sweep sweep, InstantSource clock, Console console)
            throws IOException, RunDirectoryException {
        SummaryBuilder builder = new SummaryBuilder(sweep);
        ReportBuilder report = new ReportBuilder(sweep);
        ReadAhead.Reader<Trial, Optional<TrialOutcome>> reader = KeptOutcomes.reader(directory, console);
        ReadAhead.each(
                sweep.trials(),
                trial -> {
                    Optional<TrialOutcome> outcome = reader.read(trial);
                    if (outcome.isPresent()) {
                        TrialTables.write(directory.trials(), trial, outcome.get());
                        directory.write(
                                "tensorboard/" + trial.id().text() + "/" + EventFiles.NAME,
                                EventFiles.of(trial, outcome.get()));
                    }
                    return outcome;
                },
                (trial, outcome) -> outcome.ifPresent(one -> {
                    builder.add(one);
                    report.add(trial, one);
                }));
        Summary summary = builder.build(
                KeptOutcomes.of(builder.best(), reader), new KeptPredictions(directory.trials(), console));
        for (Table table : summary.tables()) {
            directory.write(table.name() + ".csv", out -> CsvTable.write(table, out));
        }
        directory.write("tensorboard/" + EventFiles.NAME, EventFiles.of(sweep));
        directory.write("summary.json", SummaryFile.text(summary.brief()));
        RunFacts facts = new RunFacts(directory.label(), directory.sweepText(), clock.instant());
        directory.write(PAGE, report.build(summary, facts, directory.trials()::text)::write);
        return summary;
    }

    static ExitCode exitCode(Summary summary) {
        return ExitCode.of(summary.totals().planned(), summary.totals().failed());
    }
}
