package nightsweep.driver.run;

import java.io.IOException;
import java.util.List;
import nightsweep.driver.summary.ConfusionTable;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.CsvTable;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.worker.store.TrialStore;

/** The tables in the folder of one trial: its curves, and how its classes were confused. */
final class TrialTables {
    private TrialTables() {}

    static void write(TrialStore trials, TrialOutcome outcome) throws IOException {
        trials.write(outcome.id(), "epochs.csv", CsvTable.text(epochs(outcome)));
        if (outcome instanceof TrialOutcome.Completed completed) {
            trials.write(
                    outcome.id(),
                    "confusion.csv",
                    CsvTable.text(ConfusionTable.of(completed.test().confusion())));
        }
        if (outcome instanceof TrialOutcome.Failed failed) {
            trials.explain(failed);
        }
    }

    private static Table epochs(TrialOutcome outcome) {
        return Table.of(
                "epochs",
                "Epochs",
                List.of(
                        new Field<EpochMetrics>(Column.number("epoch"), epoch -> Cell.count(epoch.epoch())),
                        new Field<EpochMetrics>(Column.number("train-loss"), epoch -> Cell.score(epoch.trainLoss())),
                        new Field<EpochMetrics>(
                                Column.number("train-accuracy"), epoch -> Cell.score(epoch.trainAccuracy())),
                        new Field<EpochMetrics>(
                                Column.number("validation-loss"), epoch -> Cell.score(epoch.validationLoss())),
                        new Field<EpochMetrics>(
                                Column.number("validation-accuracy"), epoch -> Cell.score(epoch.validationAccuracy()))),
                outcome.epochs(),
                List.of());
    }
}
