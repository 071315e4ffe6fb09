package nightsweep.worker.training.choice;

import nightsweep.worker.training.Engine;

/**
 * The engine that trains a network.
 *
 * @param reason why the fastest does not, in a sentence; empty where it does, or where the sweep names the engine
 */
public record EngineSelection(Engine engine, String reason) {

    /** The engine's name and, where there is one, the reason: for plans. */
    public String describe() {
        return because(engine.name());
    }

    /** The same with the passes that this process computes with, on which last digits depend: for provenance. */
    public String provenance() {
        return because(engine.arithmetic());
    }

    private String because(String name) {
        return reason.isEmpty() ? name : name + ": " + reason;
    }
}
