package nightsweep.driver.run;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import nightsweep.driver.application.ComparedRuns;
import nightsweep.driver.application.Listener;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.report.ComparisonBuilder;
import nightsweep.driver.report.ComparisonBuilder.Side;
import nightsweep.driver.report.Report;
import nightsweep.driver.run.outcomes.ComparedData;
import nightsweep.driver.run.outcomes.KeptOutcomes;
import nightsweep.driver.run.outcomes.ReadAhead;
import nightsweep.driver.summary.RunComparison;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.SummaryBuilder;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.Difference;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;

/** Reads two run directories and compares them; writes to neither. */
final class RunPair {
    private RunPair() {}

    static ComparedRuns compare(RunDirectory first, RunDirectory second, Listener listener)
            throws IOException, RunDirectoryException {
        Sweep before = first.sweep();
        Sweep after = second.sweep();
        ComparisonBuilder page = new ComparisonBuilder(before, after);
        ComparedData data = new ComparedData();
        BiConsumer<Trial, TrialOutcome> ofFirst = page::addToFirst;
        BiConsumer<Trial, TrialOutcome> ofSecond = page::addToSecond;
        Side one = new Side(summary(first, before, ofFirst.andThen(data::addToFirst), listener), first.label());
        Side other = new Side(summary(second, after, ofSecond.andThen(data::addToSecond), listener), second.label());
        List<Difference> differences = data.differences(differences(first, second));
        RunComparison comparison = RunComparison.of(one.summary(), other.summary());
        Report report = page.build(
                one, other, differences, comparison, InstantSource.system().instant());
        return new ComparedRuns(one.place(), other.place(), differences, comparison, report::write);
    }

    private static List<Difference> differences(RunDirectory first, RunDirectory second) throws RunDirectoryException {
        try {
            return SweepFile.differences(first.sweepText(), second.sweepText(), "sweep.yaml");
        } catch (SweepFileException e) {
            throw new RunDirectoryException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Summary summary(
            RunDirectory directory, Sweep sweep, BiConsumer<Trial, TrialOutcome> page, Listener listener)
            throws IOException {
        SummaryBuilder builder = new SummaryBuilder(sweep);
        ReadAhead.Reader<Trial, Optional<TrialOutcome>> reader =
                KeptOutcomes.reader(directory, sweep, builder.trials(), listener);
        ReadAhead.each(
                builder.trials(),
                reader,
                (trial, outcome) -> outcome.ifPresent(known -> {
                    builder.add(known);
                    page.accept(trial, known);
                }));
        return builder.build();
    }
}
