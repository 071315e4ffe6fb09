package nightsweep.experiments.sweep.text;

import java.util.List;
import java.util.Locale;
import nightsweep.experiments.Named;
import nightsweep.experiments.sweep.ConfigurationText;
import nightsweep.experiments.training.Augmentation;
import nightsweep.experiments.training.ClassWeights;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.EarlyStopping;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.LearningRate.Schedule;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.Hyperparameters;
import nightsweep.experiments.training.optimizer.OptimizerSpec;

/** The training of a configuration as text, as {@link ConfigurationText} is. */
public final class TrainingText {
    private TrainingText() {}

    public static String of(TrainingSpec training) {
        Augmentation augmentation = training.augmentation();
        return new RecordText("TrainingSpec")
                .and("epochs", training.epochs())
                .and("batchSize", training.batchSize())
                .and("order", training.order() == TrainingSpec.Order.SHUFFLED ? "SHUFFLED" : "AS_STORED")
                .and("lastBatch", training.lastBatch())
                .and("optimizer", optimizer(training.optimizer()))
                .and("learningRate", rate(training.learningRate()))
                .and("penalty", penalty(training.penalty()))
                .and("clipping", clipping(training.clipping()))
                .and("engine", training.engine())
                .unless(training.epochSteps() == 0, "epochSteps", Integer.toString(training.epochSteps()))
                .unless(augmentation.equals(Augmentation.NONE), "augmentation", augmentation(augmentation))
                .unless(!training.stopping().active(), "stopping", stopping(training.stopping()))
                .unless(
                        !training.aim().weighted(),
                        "classWeights",
                        weights(training.aim().weights()))
                .unless(
                        training.aim().smoothing() == 0,
                        "labelSmoothing",
                        Double.toString(training.aim().smoothing()))
                .end();
    }

    private static String optimizer(OptimizerSpec optimizer) {
        RecordText text = new RecordText(optimizer.getClass().getSimpleName());
        optimizer.with(new Written(text));
        return text.end();
    }

    /** Writes hyperparameters down, each under its name in sweep files as Java would write it. */
    private record Written(RecordText text) implements Hyperparameters {
        private static String field(String label) {
            StringBuilder field = new StringBuilder();
            for (String word : label.split("-", -1)) {
                field.append(
                        field.length() == 0 ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
            return field.toString();
        }

        @Override
        public double number(String label, double usual, Range range) {
            text.and(field(label), usual);
            return usual;
        }

        @Override
        public <N extends Named> N choice(String label, List<N> all, N usual) {
            text.and(field(label), usual);
            return usual;
        }

        @Override
        public Either either(String label, String otherLabel, Either usual, Range range, String objection) {
            text.and(field(label), usual.one()).and(field(otherLabel), usual.other());
            return usual;
        }
    }

    private static String rate(LearningRate rate) {
        return new RecordText("LearningRate")
                .and("initial", rate.initial())
                .and("schedule", schedule(rate.schedule()))
                .and("unit", rate.unit())
                .and("warmUp", rate.warmUp())
                .end();
    }

    private static String schedule(Schedule schedule) {
        if (schedule instanceof Schedule.Constant) {
            return "Constant[]";
        } else if (schedule instanceof Schedule.Step step) {
            return new RecordText("Step")
                    .and("factor", step.factor())
                    .and("every", step.every())
                    .end();
        } else if (schedule instanceof Schedule.Exponential exponential) {
            return new RecordText("Exponential")
                    .and("factor", exponential.factor())
                    .end();
        } else if (schedule instanceof Schedule.Inverse inverse) {
            return new RecordText("Inverse")
                    .and("gamma", inverse.gamma())
                    .and("power", inverse.power())
                    .end();
        } else if (schedule instanceof Schedule.Polynomial polynomial) {
            return new RecordText("Polynomial")
                    .and("power", polynomial.power())
                    .and("over", polynomial.over())
                    .end();
        } else if (schedule instanceof Schedule.Sigmoid sigmoid) {
            return new RecordText("Sigmoid")
                    .and("gamma", sigmoid.gamma())
                    .and("middle", sigmoid.middle())
                    .end();
        } else if (schedule instanceof Schedule.Cosine cosine) {
            return new RecordText("Cosine").and("over", cosine.over()).end();
        } else if (schedule instanceof Schedule.Pieces pieces) {
            return new RecordText("Pieces")
                    .and("rates", pieces.rates().toString())
                    .end();
        }
        throw new AssertionError(schedule);
    }

    private static String penalty(Penalty penalty) {
        return new RecordText("Penalty")
                .and("l1", penalty.l1())
                .and("l2", penalty.l2())
                .and("weightDecay", penalty.weightDecay())
                .unless(penalty.penalised() == Penalty.Reach.WEIGHTS, "penalised", RecordText.word(penalty.penalised()))
                .end();
    }

    private static String clipping(Clipping clipping) {
        return new RecordText("Clipping")
                .and("kind", clipping.kind())
                .and("limit", clipping.limit())
                .end();
    }

    private static String stopping(EarlyStopping stopping) {
        return new RecordText("EarlyStopping")
                .and("patience", stopping.patience())
                .and("minChange", stopping.minChange())
                .and("on", RecordText.word(stopping.on()))
                .end();
    }

    private static String weights(ClassWeights weights) {
        if (weights instanceof ClassWeights.Given given) {
            return new RecordText("Given")
                    .and("byName", given.byName().toString())
                    .end();
        } else if (weights instanceof ClassWeights.Balanced) {
            return "Balanced[]";
        }
        throw new AssertionError(weights);
    }

    private static String augmentation(Augmentation augmentation) {
        return new RecordText("Augmentation")
                .and("shift", augmentation.shift())
                .and("rotate", augmentation.rotate())
                .and("zoom", augmentation.zoom())
                .and("shear", augmentation.shear())
                .and("flip", augmentation.flip())
                .end();
    }
}
