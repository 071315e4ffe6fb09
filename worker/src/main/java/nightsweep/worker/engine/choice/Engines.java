package nightsweep.worker.engine.choice;

import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.dl4j.Dl4jEngine;
import nightsweep.worker.engine.doubles.DoubleEngine;
import nightsweep.worker.engine.fused.FusedEngine;

/**
 * The engines that there are.
 *
 * @param reference what a network is trained with that the fast engine cannot train
 * @param fast what other networks are trained with
 * @param exact what trains in double precision
 */
public record Engines(Engine reference, Engine fast, Engine exact) {

    /** The product's own. */
    public static Engines standard() {
        return new Engines(new Dl4jEngine(), FusedEngine.best(), new DoubleEngine());
    }

    /** The same engine for everything. */
    public static Engines only(Engine engine) {
        return new Engines(engine, engine, engine);
    }

    /** The engine for a network: what the sweep asks for, which may object, or else the fast one unless it objects. */
    public EngineSelection select(NetworkSpec network, TrainingSpec training) {
        return switch (training.engine()) {
            case DL4J -> new EngineSelection(reference, "");
            case DOUBLE -> new EngineSelection(exact, "");
            case FUSED -> new EngineSelection(fast, "");
            case AUTO ->
                fast.objection(network, training)
                        .map(reason -> new EngineSelection(reference, reason))
                        .orElseGet(() -> new EngineSelection(fast, ""));
        };
    }
}
