package nightsweep.driver.run.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.driver.summary.tables.ClassificationReport;
import nightsweep.driver.summary.tables.ConfusionTable;
import nightsweep.driver.summary.tables.NumberText;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.CsvTable;
import nightsweep.driver.table.Field;
import nightsweep.driver.table.Table;
import nightsweep.experiments.diagnosis.Diagnosis;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.LayerMetrics;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.evaluation.TableFile;
import nightsweep.worker.store.TrialArchive;

/**
 * What people read of one trial: the verdict on it, its curves, its layers, and how its classes were confused, made from its
 * outcome, and what its archive holds.
 */
final class TrialTables {
    private TrialTables() {}

    /** The files of a trial's folder. */
    public static List<TableFile> of(Trial trial, TrialOutcome outcome, Optional<TrialArchive> archive) {
        List<TableFile> files = new ArrayList<>();
        Optional<Diagnosis> diagnosis = Diagnosis.of(trial, outcome);
        if (diagnosis.isPresent()) {
            files.add(new TableFile("verdict.txt", diagnosis.get().text() + "\n"));
        }
        files.add(new TableFile("epochs.csv", CsvTable.text(epochs(outcome))));
        files.add(new TableFile("layers.csv", CsvTable.text(layers(outcome))));
        if (outcome instanceof TrialOutcome.Completed completed) {
            report(completed.test(), files);
        }
        if (outcome instanceof TrialOutcome.Failed failed) {
            files.add(new TableFile("error.txt", failed.report()));
        }
        archive.ifPresent(one -> files.addAll(one.files()));
        return files;
    }

    private static void report(Evaluation test, List<TableFile> files) {
        if (test.ofNumber()) {
            files.add(new TableFile("report.txt", NumberText.of(test.numbers())));
            return;
        }
        ConfusionMatrix confusion = test.confusion();
        files.add(new TableFile("report.txt", ClassificationReport.text(confusion)));
        files.add(new TableFile("confusion.csv", CsvTable.text(ConfusionTable.of(confusion))));
    }

    private static Table epochs(TrialOutcome outcome) {
        boolean accuracies = outcome.epochs().stream().anyMatch(epoch -> !Double.isNaN(epoch.trainAccuracy()));
        List<Field<EpochMetrics>> fields = new ArrayList<>();
        fields.add(new Field<>(Column.number("epoch"), epoch -> Cell.count(epoch.epoch())));
        fields.add(new Field<>(Column.number("train-loss"), epoch -> Cell.score(epoch.trainLoss())));
        if (accuracies || outcome.epochs().isEmpty()) {
            fields.add(new Field<>(Column.number("train-accuracy"), epoch -> Cell.score(epoch.trainAccuracy())));
        }
        fields.add(new Field<>(Column.number("validation-loss"), epoch -> Cell.score(epoch.validationLoss())));
        if (accuracies || outcome.epochs().isEmpty()) {
            fields.add(
                    new Field<>(Column.number("validation-accuracy"), epoch -> Cell.score(epoch.validationAccuracy())));
        }
        return Table.of("epochs", "Epochs", fields, outcome.epochs(), List.of());
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
