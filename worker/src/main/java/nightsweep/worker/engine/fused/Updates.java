package nightsweep.worker.engine.fused;

import java.util.List;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.kernel.Slabs;
import nightsweep.worker.engine.fused.kernel.UpdatePass;
import nightsweep.worker.engine.fused.kernel.UpdateTerms;

/** The optimizer of one network: how all of its parameters move in a step. */
final class Updates {
    /** DL4J divides a gradient that is zero by this. */
    private static final double LEAST_NORM = 1e-5;

    /** Decaying weights need thousands of steps to come near denormal numbers. */
    private static final int STEPS_BETWEEN = 1_000;

    private final Kernels kernels;
    private final Slabs slabs;
    private final UpdatePass pass;
    private final Clipping clipping;
    private final UpdateTerms weightTerms;
    private final UpdateTerms biasTerms;
    private final boolean plainDescent;

    Updates(TrainingSpec training, Slabs slabs, Kernels kernels) {
        this.kernels = kernels;
        this.slabs = slabs;
        OptimizerName optimizer = training.optimizer().name();
        pass = kernels.update(optimizer);
        clipping = training.clipping();
        weightTerms = UpdateTerms.weights(training);
        biasTerms = UpdateTerms.biases(training);
        plainDescent =
                optimizer == OptimizerName.SGD && !weightTerms.penalised() && clipping.kind() == Clipping.Kind.NONE;
    }

    /** Whether weights move by their gradients times {@link #rate} and nothing else. */
    boolean plainDescent() {
        return plainDescent;
    }

    /** The step's learning rate, as it is for plain descent. */
    float rate() {
        return weightTerms.rate();
    }

    /** Turns to a step, counted from 0 as epochs are. */
    void at(long step, int epoch) {
        weightTerms.at(step, epoch);
        biasTerms.at(step, epoch);
        if (weightTerms.penalised() && step % STEPS_BETWEEN == STEPS_BETWEEN - 1) {
            kernels.putOut(slabs.parameters(), 0, slabs.parameters().length());
        }
    }

    /** Moves every layer's biases, and its weights unless they have {@linkplain LearningStage#descend descended}. */
    void move(List<LearningStage.Place> places) {
        if (clipping.kind() == Clipping.Kind.GLOBAL_NORM) {
            clipAll(places);
        }
        for (int i = 0; i < places.size(); i++) {
            LearningStage.Place place = places.get(i);
            if (!plainDescent) {
                clip(place);
                move(place.weights(), place.biases(), weightTerms);
            }
            if (place.biased()) {
                move(place.biases(), place.end(), biasTerms);
            }
        }
    }

    private void move(int from, int to, UpdateTerms terms) {
        if (terms.penalised()) {
            pass.movePenalised(slabs, from, to, terms);
        } else {
            pass.move(slabs, from, to, terms);
        }
    }

    private void clipAll(List<LearningStage.Place> places) {
        double squares = 0;
        for (int i = 0; i < places.size(); i++) {
            squares += kernels.squares(
                    slabs.gradients(), places.get(i).weights(), places.get(i).end());
        }
        float factor = (float) clipping.globalFactor(Math.sqrt(squares));
        weightTerms.factor(factor);
        biasTerms.factor(factor);
    }

    private void clip(LearningStage.Place place) {
        switch (clipping.kind()) {
            case NONE, VALUE, GLOBAL_NORM -> {}
            case LAYER_NORM, UNIT_LAYER_NORM -> {
                float factor = factor(place.weights(), place.end());
                weightTerms.factor(factor);
                biasTerms.factor(factor);
            }
            case PARAMETER_NORM, UNIT_PARAMETER_NORM -> {
                weightTerms.factor(factor(place.weights(), place.biases()));
                biasTerms.factor(factor(place.biases(), place.end()));
            }
        }
    }

    private float factor(int from, int to) {
        double norm = Math.sqrt(kernels.squares(slabs.gradients(), from, to));
        boolean unit = clipping.kind() == Clipping.Kind.UNIT_LAYER_NORM
                || clipping.kind() == Clipping.Kind.UNIT_PARAMETER_NORM;
        if (unit) {
            return (float) (1 / (norm == 0 ? LEAST_NORM : norm));
        }
        return norm > clipping.limit() ? (float) (clipping.limit() / norm) : 1;
    }
}
