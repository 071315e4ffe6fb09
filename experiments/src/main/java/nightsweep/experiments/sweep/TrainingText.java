package nightsweep.experiments.sweep;

import nightsweep.experiments.training.Augmentation;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.LearningRate.Schedule;
import nightsweep.experiments.training.OptimizerSpec;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;

/** The training of a configuration as text, as {@link ConfigurationText} is. */
final class TrainingText {
    private TrainingText() {}

    static String of(TrainingSpec training) {
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
                .end();
    }

    private static String optimizer(OptimizerSpec optimizer) {
        if (optimizer instanceof OptimizerSpec.Sgd) {
            return "Sgd[]";
        } else if (optimizer instanceof OptimizerSpec.Momentum spec) {
            return new RecordText("Momentum")
                    .and("momentum", spec.momentum())
                    .and("rate", spec.rate())
                    .end();
        } else if (optimizer instanceof OptimizerSpec.Nesterov spec) {
            return new RecordText("Nesterov")
                    .and("momentum", spec.momentum())
                    .and("rate", spec.rate())
                    .end();
        } else if (optimizer instanceof OptimizerSpec.AdaGrad spec) {
            return new RecordText("AdaGrad").and("epsilon", spec.epsilon()).end();
        } else if (optimizer instanceof OptimizerSpec.AdaDelta spec) {
            return new RecordText("AdaDelta")
                    .and("rho", spec.rho())
                    .and("epsilon", spec.epsilon())
                    .end();
        } else if (optimizer instanceof OptimizerSpec.RmsProp spec) {
            return new RecordText("RmsProp")
                    .and("decay", spec.decay())
                    .and("epsilon", spec.epsilon())
                    .end();
        } else if (optimizer instanceof OptimizerSpec.Adam spec) {
            return moments("Adam", spec.beta1(), spec.beta2(), spec.epsilon())
                    .and("epsilonHat", spec.epsilonHat())
                    .end();
        } else if (optimizer instanceof OptimizerSpec.AdamW spec) {
            return moments("AdamW", spec.beta1(), spec.beta2(), spec.epsilon())
                    .and("epsilonHat", spec.epsilonHat())
                    .and("weightDecay", spec.weightDecay())
                    .end();
        } else if (optimizer instanceof OptimizerSpec.AdaMax spec) {
            return moments("AdaMax", spec.beta1(), spec.beta2(), spec.epsilon()).end();
        } else if (optimizer instanceof OptimizerSpec.Nadam spec) {
            return moments("Nadam", spec.beta1(), spec.beta2(), spec.epsilon())
                    .and("momentumDecay", spec.momentumDecay())
                    .end();
        } else if (optimizer instanceof OptimizerSpec.AmsGrad spec) {
            return moments("AmsGrad", spec.beta1(), spec.beta2(), spec.epsilon())
                    .and("epsilonHat", spec.epsilonHat())
                    .end();
        } else if (optimizer instanceof OptimizerSpec.AdaBelief spec) {
            return moments("AdaBelief", spec.beta1(), spec.beta2(), spec.epsilon())
                    .end();
        }
        throw new AssertionError(optimizer);
    }

    private static RecordText moments(String name, double beta1, double beta2, double epsilon) {
        return new RecordText(name).and("beta1", beta1).and("beta2", beta2).and("epsilon", epsilon);
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
