package nightsweep.worker.engine.fused.pass;

import java.nio.FloatBuffer;
import nightsweep.experiments.network.loss.ExampleLoss;

/** The outputs and targets of one example, in double precision; used again for each. */
public final class Row {
    private final ExampleLoss loss;
    private final double[] outputs;
    private final double[] targets;
    private final double[] gradient;

    Row(ExampleLoss loss, int units) {
        this.loss = loss;
        outputs = new double[units];
        targets = new double[units];
        gradient = new double[units];
    }

    /** Takes the outputs from {@code start} on, and the targets of {@code label}. */
    void read(FloatBuffer from, int start, OutputPass pass, int label) {
        for (int unit = 0; unit < outputs.length; unit++) {
            outputs[unit] = from.get(start + unit);
            targets[unit] = pass.target(label, unit);
        }
    }

    double output(int unit) {
        return outputs[unit];
    }

    double loss() {
        return loss.value(outputs, targets);
    }

    /** The loss's derivatives by the outputs; overwritten by the next row's. */
    double[] gradient() {
        loss.gradient(outputs, targets, gradient);
        return gradient;
    }
}
