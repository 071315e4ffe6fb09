package nightsweep.experiments.sweep;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.Initial.Scale;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.training.Aim;
import nightsweep.experiments.training.ClassWeights;
import nightsweep.experiments.training.EngineChoice;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.LearningRate.Schedule;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.AdamW;
import nightsweep.experiments.training.optimizer.OptimizerSpec;

/**
 * What a configuration computes, whatever words it is declared in. Configurations of equal computations have, with the same
 * seed on the same engine, curves, predictions and parameters that are equal to the last bit, on every engine. Only what is
 * arithmetically one is taken for one: functions that are equal on paper and rounded differently are not.
 *
 * @param layers without those that change nothing
 */
public record Computation(DatasetSpec dataset, List<Layer> layers, TrainingSpec training, EvaluationSpec evaluation) {
    public Computation {
        layers = List.copyOf(layers);
    }

    /**
     * A layer and what it drops out by.
     *
     * @param place among the declared layers, from which its dropout is drawn; 0 where it drops nothing
     */
    public record Layer(LayerSpec spec, int place) {}

    /**
     * What a configuration computes.
     *
     * @param facts about its data
     */
    public static Computation of(Configuration configuration, DatasetFacts facts) {
        List<Layer> layers = new ArrayList<>();
        List<LayerSpec> declared = configuration.network().layers();
        for (int i = 0; i < declared.size(); i++) {
            LayerSpec layer = declared.get(i);
            if (!(layer instanceof LayerSpec.Dropout && layer.dropout() == 0)) {
                layers.add(new Layer(plain(layer), layer.dropout() == 0 ? 0 : i));
            }
        }
        return new Computation(
                configuration.dataset(),
                layers,
                plain(configuration.training(), facts.trainExamples()),
                configuration.evaluation());
    }

    private static LayerSpec plain(LayerSpec layer) {
        if (layer instanceof LayerSpec.Dense dense) {
            return new LayerSpec.Dense(
                    dense.units(), dense.activation(), dense.dropout(), plain(dense.weights()), plain(dense.biases()));
        } else if (layer instanceof LayerSpec.Convolution convolution) {
            return new LayerSpec.Convolution(
                    convolution.units(),
                    convolution.window(),
                    convolution.activation(),
                    plain(convolution.weights()),
                    plain(convolution.biases()));
        } else if (layer instanceof LayerSpec.Output output) {
            return new LayerSpec.Output(
                    output.units(),
                    output.activation(),
                    plain(output.loss(), output),
                    plain(output.weights()),
                    plain(output.biases()),
                    output.encoding());
        }
        return layer;
    }

    /** Of several names of a function one; over softmax, the divergence from one-hot targets is their cross-entropy. */
    private static LossName plain(LossName loss, LayerSpec.Output output) {
        if (loss.crossEntropy()) {
            return LossName.CROSS_ENTROPY;
        }
        if (loss == LossName.KL_DIVERGENCE && output.activation().name() == ActivationName.SOFTMAX) {
            return LossName.CROSS_ENTROPY;
        }
        return output.units() == 1 ? overOneUnit(loss) : loss;
    }

    /** A mean over one unit is the sum over it. */
    private static LossName overOneUnit(LossName loss) {
        return switch (loss) {
            case SUMMED_BINARY_CROSS_ENTROPY -> LossName.BINARY_CROSS_ENTROPY;
            case SQUARED_ERROR -> LossName.MEAN_SQUARED_ERROR;
            case ABSOLUTE_ERROR -> LossName.MEAN_ABSOLUTE_ERROR;
            case SUMMED_HINGE -> LossName.HINGE;
            case SUMMED_SQUARED_HINGE -> LossName.SQUARED_HINGE;
            case SUMMED_POISSON -> LossName.POISSON;
            default -> loss;
        };
    }

    /** Of several names of a spread one. */
    private static Initial plain(Initial initial) {
        if (!(initial instanceof Initial.Scaled scaled)) {
            return initial;
        }
        return switch (scaled.scale()) {
            case XAVIER_FAN_IN -> new Initial.Scaled(Scale.LECUN);
            case VARIANCE_UNIFORM_FAN_AVERAGE -> new Initial.Scaled(Scale.XAVIER_UNIFORM);
            case VARIANCE_UNIFORM_FAN_IN -> new Initial.Scaled(Scale.LECUN_UNIFORM);
            default -> initial;
        };
    }

    private static TrainingSpec plain(TrainingSpec training, int examples) {
        boolean full = examples % training.batchSize() == 0;
        OptimizerSpec optimizer = training.optimizer();
        Penalty penalty = training.penalty();
        if (optimizer instanceof AdamW own) {
            optimizer = own.adam();
            penalty = new Penalty(
                    penalty.l1(), penalty.l2(), own.weightDecay() + penalty.weightDecay(), penalty.penalised());
        }
        return training.builder()
                .lastBatch(full ? TrainingSpec.LastBatch.KEEP : training.lastBatch())
                .optimizer(optimizer)
                .learningRate(plain(training.learningRate(), training.epochs()))
                .penalty(plain(penalty))
                .engine(EngineChoice.AUTO)
                .epochSteps(training.epochSteps() == training.stepsPerPass(examples) ? 0 : training.epochSteps())
                .aim(plain(training.aim()))
                .build();
    }

    /** Weights that are all 1 are none. */
    private static Aim plain(Aim aim) {
        boolean even = aim.weights() instanceof ClassWeights.Given given
                && given.byName().values().stream().allMatch(weight -> weight == 1);
        return even ? new Aim(ClassWeights.NONE, aim.smoothing()) : aim;
    }

    private static Penalty plain(Penalty penalty) {
        boolean free = penalty.l1() == 0 && penalty.l2() == 0 && penalty.weightDecay() == 0;
        return free ? Penalty.NONE : penalty;
    }

    /** A schedule that never changes the rate is none. */
    private static LearningRate plain(LearningRate rate, int epochs) {
        if (rate.warmUp() > 1) {
            return rate;
        }
        boolean constant = rate.schedule() instanceof Schedule.Constant;
        if (!constant && rate.unit() == LearningRate.Unit.EPOCH) {
            constant = true;
            for (int epoch = 0; epoch < epochs && constant; epoch++) {
                constant = rate.at(0, epoch) == rate.initial();
            }
        }
        return constant ? LearningRate.constant(rate.initial()) : rate;
    }
}
