package nightsweep.worker.engine.dl4j.function;

import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.loss.ExampleLoss;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** A loss that Deeplearning4j lacks, example by example by its formula; without masks. */
final class FormulaLoss implements ILossFunction {
    private final String name;
    private final ExampleLoss loss;

    FormulaLoss(LossName name) {
        this.name = name.label();
        loss = name.ofOneExample();
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activationFn, @Nullable INDArray mask, boolean average) {
        double sum = computeScoreArray(labels, preOutput, activationFn, mask)
                .sumNumber()
                .doubleValue();
        return average ? sum / labels.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(
            INDArray labels, INDArray preOutput, IActivation activationFn, @Nullable INDArray mask) {
        INDArray outputs = activationFn.getActivation(preOutput.dup(), true);
        float[] values = new float[Math.toIntExact(labels.size(0))];
        for (int row = 0; row < values.length; row++) {
            values[row] = (float) loss.value(row(outputs, row), row(labels, row));
        }
        return Nd4j.create(values, new long[] {values.length, 1}, 'c');
    }

    @Override
    public INDArray computeGradient(
            INDArray labels, INDArray preOutput, IActivation activationFn, @Nullable INDArray mask) {
        INDArray outputs = activationFn.getActivation(preOutput.dup(), true);
        int units = Math.toIntExact(labels.size(1));
        float[] slopes = new float[Math.toIntExact(labels.length())];
        double[] ofRow = new double[units];
        for (int row = 0; row < labels.size(0); row++) {
            loss.gradient(row(outputs, row), row(labels, row), ofRow);
            for (int unit = 0; unit < units; unit++) {
                slopes[row * units + unit] = (float) ofRow[unit];
            }
        }
        INDArray gradient = Nd4j.create(slopes, labels.shape(), 'c');
        return activationFn.backprop(preOutput.dup(), gradient).getFirst();
    }

    private static double[] row(INDArray rows, long row) {
        return rows.getRow(row).toDoubleVector();
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activationFn, @Nullable INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, preOutput, activationFn, mask, average),
                computeGradient(labels, preOutput, activationFn, mask));
    }

    @Override
    public String name() {
        return name;
    }
}
