package nightsweep.driver.run.models;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.driver.application.Listener;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.json.BestModel;
import nightsweep.driver.json.SweepSummary;
import nightsweep.driver.run.outcomes.KeptOutcomes;
import nightsweep.driver.run.outcomes.ReadAhead;
import nightsweep.driver.summary.SummaryBuilder;
import nightsweep.experiments.json.OutcomeFileException;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import org.apache.hadoop.fs.Path;

/** Finds the best trials of a run in what its trials left. */
public final class BestModels {
    private BestModels() {}

    public static List<BestModel> of(RunDirectory directory, Listener listener)
            throws IOException, RunDirectoryException {
        Sweep sweep = directory.sweep();
        SummaryBuilder builder = new SummaryBuilder(sweep);
        ReadAhead.Reader<Trial, Optional<TrialOutcome>> reader =
                KeptOutcomes.reader(directory, sweep, builder.trials(), listener);
        ReadAhead.each(builder.trials(), reader, (trial, outcome) -> outcome.ifPresent(builder::add));
        SweepSummary summary = builder.build().brief();
        List<BestModel> models = new ArrayList<>();
        for (int i = 0; i < summary.bestTrials().size(); i++) {
            SweepSummary.BestTrial best = summary.bestTrials().get(i);
            models.add(new BestModel(
                    best,
                    summary.bestConfigurations().get(i),
                    summary.objective().title(),
                    summary.measuredOn(),
                    completed(directory, best).test(),
                    shown(directory, directory.folders().of(best.id())),
                    sound(directory, best, listener)));
        }
        return models;
    }

    /** Where its saved model is; empty where there is none, or a damaged one, of which the user is warned. */
    private static Optional<String> sound(RunDirectory directory, SweepSummary.BestTrial best, Listener listener)
            throws IOException {
        Optional<Path> model = directory.folders().model(best.id());
        Optional<String> fault = model.isEmpty() ? Optional.empty() : MissingModels.fault(directory, best.id());
        fault.ifPresent(what -> listener.warn(what + " The command that made the run makes it again."));
        return fault.isPresent() ? Optional.empty() : model.map(path -> shown(directory, path));
    }

    private static TrialOutcome.Completed completed(RunDirectory directory, SweepSummary.BestTrial best)
            throws IOException {
        try {
            return (TrialOutcome.Completed)
                    directory.trials().outcome(best.id()).orElseThrow();
        } catch (OutcomeFileException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String shown(RunDirectory directory, Path path) {
        return directory.local().isPresent() ? path.toUri().getPath() : path.toString();
    }
}
