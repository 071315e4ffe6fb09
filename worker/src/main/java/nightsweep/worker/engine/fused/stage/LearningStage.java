package nightsweep.worker.engine.fused.stage;

import nightsweep.worker.engine.LayerParameters;

/** A stage with numbers of its own, which change while it trains. */
public sealed interface LearningStage extends Stage permits NormalizationStage, WeightedStage {

    /** Where they stand in the arrays of parameters. */
    Place place();

    /** Makes the gradients that {@link #settle} has not made; zero for what is past the last of them, since norms count that. */
    void gradient(int examples);

    /** Moves weights by their gradient times {@code rate} at once, and makes the gradients of everything else. */
    void descend(int examples, float rate);

    void start(LayerParameters initial);

    LayerParameters parameters();

    /** What the last pass back left, laid out as {@link #parameters}. */
    LayerParameters gradients();
}
