package nightsweep.driver.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nightsweep.driver.summary.ClassificationReport;
import nightsweep.driver.summary.ConfusionTable;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.CsvTable;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.experiments.diagnosis.Diagnosis;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.LayerMetrics;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.store.TrialStore;

/** What stands in the folder of one trial: the verdict on it, its curves, its layers, and how its classes were confused. */
final class TrialTables {
    private TrialTables() {}

    static void write(TrialStore trials, Trial trial, TrialOutcome outcome) throws IOException {
        Optional<Diagnosis> diagnosis = Diagnosis.of(trial, outcome);
        if (diagnosis.isPresent()) {
            trials.write(outcome.id(), "verdict.txt", diagnosis.get().text() + "\n");
        }
        trials.write(outcome.id(), "epochs.csv", CsvTable.text(epochs(outcome)));
        trials.write(outcome.id(), "layers.csv", CsvTable.text(layers(outcome)));
        if (outcome instanceof TrialOutcome.Completed completed) {
            trials.write(
                    outcome.id(),
                    "report.txt",
                    ClassificationReport.text(completed.test().confusion()));
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

    /** A layer after an epoch. */
    private record LayerThen(int epoch, LayerMetrics layer) {}

    private static Table layers(TrialOutcome outcome) {
        return Table.of(
                "layers",
                "Layers",
                List.of(
                        new Field<LayerThen>(Column.number("epoch"), then -> Cell.count(then.epoch())),
                        new Field<LayerThen>(
                                Column.text("layer"),
                                then -> Cell.text(then.layer().layer())),
                        new Field<LayerThen>(
                                Column.number("gradient-norm"),
                                then -> Cell.score(then.layer().gradientNorm())),
                        new Field<LayerThen>(
                                Column.number("weight-norm"),
                                then -> Cell.score(then.layer().weightNorm())),
                        new Field<LayerThen>(
                                Column.number("units"),
                                then -> Cell.count(then.layer().units())),
                        new Field<LayerThen>(
                                Column.number("dead-units"),
                                then -> Cell.count(then.layer().deadUnits()))),
                outcome.epochs().stream()
                        .flatMap(epoch -> epoch.layers().stream().map(layer -> new LayerThen(epoch.epoch(), layer)))
                        .toList(),
                List.of());
    }
}
