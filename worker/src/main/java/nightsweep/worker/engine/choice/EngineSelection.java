package nightsweep.worker.engine.choice;

import nightsweep.worker.engine.Engine;

/**
 * The engine that trains a network.
 *
 * @param reason why the fastest does not, in a sentence; empty where it does, or where the sweep names the engine
 */
public record EngineSelection(Engine engine, String reason) {

    /** The engine's name and, where there is one, the reason: for plans and provenance. */
    public String describe() {
        return reason.isEmpty() ? engine.name() : engine.name() + ": " + reason;
    }
}
