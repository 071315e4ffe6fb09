package nightsweep.worker.engine.dl4j.function;

import java.util.stream.IntStream;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.worker.engine.Targets;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * A loss of Deeplearning4j that notes figures in passing, so that no second pass is needed for them, and whose gradient is
 * that of the mean over the minibatch, which saves a pass over all gradients. Cross-entropies of softmax and of sigmoid
 * units are computed from pre-activations, where Deeplearning4j clips them: a confident mistake costs what it costs.
 */
public final class TallyingLoss implements ILossFunction {
    private final LossName name;
    private final ILossFunction loss;
    private final Targets targets;
    private final Kind kind;
    private final boolean predictsFromPreActivations;
    /** What Deeplearning4j's sum over units is divided by. */
    private final int divisor;

    private final Tally tally;

    private enum Kind {
        SOFTMAX_CROSS_ENTROPY,
        SIGMOID_CROSS_ENTROPY,
        BINARY_CROSS_ENTROPY,
        OTHER
    }

    public TallyingLoss(LayerSpec.Output output, Targets targets, Tally tally) {
        name = output.loss();
        this.targets = targets;
        kind = kind(name, output.activation().name());
        loss = kind == Kind.SOFTMAX_CROSS_ENTROPY ? new LossMCXENT() : Losses.of(output);
        predictsFromPreActivations = output.activation().name() == ActivationName.SOFTMAX && output.units() > 1;
        divisor = name.meanOfSummed() ? output.units() : 1;
        this.tally = tally;
    }

    private static Kind kind(LossName loss, ActivationName activation) {
        boolean categorical = loss.crossEntropy() || loss == LossName.KL_DIVERGENCE;
        if (categorical && activation == ActivationName.SOFTMAX) {
            return Kind.SOFTMAX_CROSS_ENTROPY;
        }
        if (loss.binaryCrossEntropy()) {
            return activation == ActivationName.SIGMOID ? Kind.SIGMOID_CROSS_ENTROPY : Kind.BINARY_CROSS_ENTROPY;
        }
        return Kind.OTHER;
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activationFn, @Nullable INDArray mask, boolean average) {
        float[] logits = values(preOutput);
        float[] outputs =
                predictsFromPreActivations ? logits : values(activationFn.getActivation(preOutput.dup(), false));
        tally.rank(outputs);
        if (tally.wantsOutputs()) {
            tally.keep(
                    predictsFromPreActivations ? values(activationFn.getActivation(preOutput.dup(), false)) : outputs);
        }
        double sum = sum(labels, preOutput, activationFn, logits, outputs) / divisor;
        tally.loss(sum);
        return average ? sum / preOutput.size(0) : sum;
    }

    private double sum(INDArray labels, INDArray preOutput, IActivation activation, float[] logits, float[] outputs) {
        return switch (kind) {
            case SOFTMAX_CROSS_ENTROPY -> softmaxCrossEntropy(logits);
            case SIGMOID_CROSS_ENTROPY -> sigmoidCrossEntropy(logits);
            case BINARY_CROSS_ENTROPY ->
                binaryCrossEntropy(
                        predictsFromPreActivations
                                ? values(activation.getActivation(preOutput.dup(), false))
                                : outputs);
            case OTHER ->
                tally.wanted().even()
                        ? loss.computeScore(labels, preOutput, activation, null, false) * examples(preOutput)
                        : weighted(labels, preOutput, activation);
        };
    }

    /** Class by class, since Deeplearning4j's losses of single rows are not all divided as their sums are. */
    private double weighted(INDArray labels, INDArray preOutput, IActivation activation) {
        int rows = Math.toIntExact(preOutput.size(0));
        double sum = 0;
        for (int label = 0; label < targets.classes(); label++) {
            int wanted = label;
            int[] ofClass = IntStream.range(0, rows)
                    .filter(row -> tally.label(row) == wanted)
                    .toArray();
            if (ofClass.length > 0) {
                sum += tally.wanted().weight(label)
                        * loss.computeScore(
                                labels.getRows(ofClass), preOutput.getRows(ofClass), activation, null, false);
            }
        }
        return sum;
    }

    /** The F measure is one figure of the whole minibatch. */
    private long examples(INDArray preOutput) {
        return name == LossName.F_MEASURE ? preOutput.size(0) : 1;
    }

    private double softmaxCrossEntropy(float[] logits) {
        int units = targets.units();
        double sum = 0;
        for (int first = 0; first < logits.length; first += units) {
            int row = first / units;
            int label = tally.label(row);
            double most = Double.NEGATIVE_INFINITY;
            for (int unit = 0; unit < units; unit++) {
                most = Math.max(most, logits[first + unit]);
            }
            double total = 0;
            double wanted = 0;
            double share = 0;
            for (int unit = 0; unit < units; unit++) {
                total += StrictMath.exp(logits[first + unit] - most);
                float target = tally.wanted().targets().value(label, unit);
                wanted += target * (logits[first + unit] - most);
                share += target;
            }
            sum += tally.weight(row) * (share * StrictMath.log(total) - wanted);
        }
        return sum;
    }

    private double sigmoidCrossEntropy(float[] logits) {
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            double logit = logits[i];
            double target = targets.value(tally.label(i / targets.units()), i % targets.units());
            sum += tally.weight(i / targets.units())
                    * (Math.max(logit, 0) - logit * target + StrictMath.log1p(StrictMath.exp(-Math.abs(logit))));
        }
        return sum;
    }

    private double binaryCrossEntropy(float[] outputs) {
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            double output = Math.min(Math.max(outputs[i], Losses.CLIP), 1 - Losses.CLIP);
            double target = targets.value(tally.label(i / targets.units()), i % targets.units());
            sum -= tally.weight(i / targets.units())
                    * (target * StrictMath.log(output) + (1 - target) * StrictMath.log(1 - output));
        }
        return sum;
    }

    private static float[] values(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    @Override
    public INDArray computeGradient(
            INDArray labels, INDArray preOutput, IActivation activationFn, @Nullable INDArray mask) {
        INDArray gradient = kind == Kind.SIGMOID_CROSS_ENTROPY
                ? activationFn.getActivation(preOutput.dup(), true).subi(labels)
                : loss.computeGradient(labels, preOutput, activationFn, null);
        if (name == LossName.F_MEASURE) {
            return gradient;
        }
        gradient.divi(preOutput.size(0) * divisor);
        return tally.wanted().even() ? gradient : gradient.muliColumnVector(weights(preOutput.size(0)));
    }

    /** How many times each row counts, {@code (rows, 1)}. */
    private INDArray weights(long rows) {
        float[] weights = new float[Math.toIntExact(rows)];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = (float) tally.weight(row);
        }
        return Nd4j.create(weights, new long[] {rows, 1}, 'c');
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activationFn, @Nullable INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, preOutput, activationFn, mask, average),
                computeGradient(labels, preOutput, activationFn, mask));
    }

    @Override
    public INDArray computeScoreArray(
            INDArray labels, INDArray preOutput, IActivation activationFn, @Nullable INDArray mask) {
        return loss.computeScoreArray(labels, preOutput, activationFn, null).divi(divisor);
    }

    @Override
    public String name() {
        return name.label();
    }
}
