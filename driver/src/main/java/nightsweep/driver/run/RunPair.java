package nightsweep.driver.run;

import java.io.IOException;
import java.util.Optional;
import nightsweep.driver.cli.ComparedRuns;
import nightsweep.driver.cli.Console;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.summary.RunComparison;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.SummaryBuilder;
import nightsweep.experiments.format.SweepFile;
import nightsweep.experiments.format.SweepFileException;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;

/** Reads two run directories and compares them; writes to neither. */
final class RunPair {
    private RunPair() {}

    static ComparedRuns compare(RunDirectory first, RunDirectory second, Console console)
            throws IOException, RunDirectoryException {
        RunComparison comparison = RunComparison.of(summary(first, console), summary(second, console));
        try {
            return new ComparedRuns(
                    first.label(),
                    second.label(),
                    SweepFile.differences(first.sweepText(), second.sweepText(), "sweep.yaml"),
                    comparison);
        } catch (SweepFileException e) {
            throw new RunDirectoryException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Summary summary(RunDirectory directory, Console console) throws IOException, RunDirectoryException {
        Sweep sweep = directory.sweep();
        SummaryBuilder builder = new SummaryBuilder(sweep);
        ReadAhead.Reader<Trial, Optional<TrialOutcome>> reader = KeptOutcomes.reader(directory, console);
        ReadAhead.each(sweep.trials(), reader, (trial, outcome) -> outcome.ifPresent(builder::add));
        return builder.build();
    }
}
