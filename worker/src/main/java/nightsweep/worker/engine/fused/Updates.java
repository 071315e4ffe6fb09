package nightsweep.worker.engine.fused;

import java.util.List;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.kernel.ParameterArrays;
import nightsweep.worker.engine.fused.kernel.UpdatePass;
import nightsweep.worker.engine.fused.kernel.UpdateTerms;
import nightsweep.worker.engine.fused.stage.LearningStage;
import nightsweep.worker.engine.fused.stage.Place;

/** The optimizer of one network: how all of its parameters move in a step. */
final class Updates {
    /** DL4J divides a gradient that is zero by this. */
    private static final double LEAST_NORM = 1e-5;

    /** Decaying weights need thousands of steps to come near denormal numbers. */
    private static final int STEPS_BETWEEN = 1_000;

    private final Kernels kernels;
    private final ParameterArrays arrays;
    private final UpdatePass pass;
    private final Clipping clipping;
    private final UpdateTerms weightTerms;
    private final UpdateTerms biasTerms;
    private final UpdateTerms freeTerms;
    private final boolean plainDescent;

    Updates(TrainingSpec training, ParameterArrays arrays, Kernels kernels) {
        this.kernels = kernels;
        this.arrays = arrays;
        OptimizerName optimizer = training.optimizer().name();
        pass = kernels.update(optimizer);
        clipping = training.clipping();
        weightTerms = UpdateTerms.weights(training);
        biasTerms = UpdateTerms.biases(training);
        freeTerms = UpdateTerms.free(training);
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
        freeTerms.at(step, epoch);
        if (weightTerms.penalised() && step % STEPS_BETWEEN == STEPS_BETWEEN - 1) {
            kernels.putOut(arrays.parameters(), 0, arrays.parameters().length());
        }
    }

    /** Moves the numbers of every stage, but weights that have {@linkplain LearningStage#descend descended}. */
    void move(List<Place> places) {
        float global = clipping.kind() == Clipping.Kind.GLOBAL_NORM ? globalFactor(places) : 1;
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            float factor = global * layerFactor(place);
            for (int j = 0; j < place.parts().size(); j++) {
                move(place.parts().get(j), factor);
            }
        }
    }

    private void move(Place.Part part, float factor) {
        switch (part.use()) {
            case WEIGHTS -> {
                if (!plainDescent) {
                    move(part, factor, weightTerms);
                }
            }
            case BIASES -> move(part, factor, biasTerms);
            case FREE -> move(part, factor, freeTerms);
            case STILL, KEPT -> {}
        }
    }

    private void move(Place.Part part, float factor, UpdateTerms terms) {
        terms.factor(factor * partFactor(part));
        if (terms.penalised()) {
            pass.movePenalised(arrays, part.from(), part.to(), terms);
        } else {
            pass.move(arrays, part.from(), part.to(), terms);
        }
    }

    private float globalFactor(List<Place> places) {
        double squares = 0;
        for (int i = 0; i < places.size(); i++) {
            squares += kernels.squares(
                    arrays.gradients(), places.get(i).start(), places.get(i).moved());
        }
        return (float) clipping.globalFactor(Math.sqrt(squares));
    }

    private float layerFactor(Place place) {
        return switch (clipping.kind()) {
            case LAYER_NORM, UNIT_LAYER_NORM -> factor(place.start(), place.moved());
            case NONE, VALUE, GLOBAL_NORM, PARAMETER_NORM, UNIT_PARAMETER_NORM -> 1;
        };
    }

    private float partFactor(Place.Part part) {
        return switch (clipping.kind()) {
            case PARAMETER_NORM, UNIT_PARAMETER_NORM -> factor(part.from(), part.to());
            case NONE, VALUE, GLOBAL_NORM, LAYER_NORM, UNIT_LAYER_NORM -> 1;
        };
    }

    private float factor(int from, int to) {
        double norm = Math.sqrt(kernels.squares(arrays.gradients(), from, to));
        boolean unit = clipping.kind() == Clipping.Kind.UNIT_LAYER_NORM
                || clipping.kind() == Clipping.Kind.UNIT_PARAMETER_NORM;
        if (unit) {
            return (float) (1 / (norm == 0 ? LEAST_NORM : norm));
        }
        return norm > clipping.limit() ? (float) (clipping.limit() / norm) : 1;
    }
}
