package nightsweep.worker.engine.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.StringJoiner;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.training.EngineChoice;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.dl4j.Dl4jEngine;
import nightsweep.worker.engine.doubles.DoubleEngine;
import nightsweep.worker.engine.fused.FusedEngine;

/**
 * The engines that there are.
 *
 * @param all one or more, of different names; a single one trains everything
 */
public record Engines(List<Engine> all) {
    public Engines {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("There is no engine.");
        }
        all = all.stream()
                .sorted(Comparator.comparingInt(Engine::rank).reversed())
                .toList();
    }

    /** The product's own, and what else is on the class path. */
    public static Engines standard() {
        return standard(Engine.class.getClassLoader());
    }

    /** The product's own, and what else {@code loader} finds. */
    static Engines standard(ClassLoader loader) {
        List<Engine> all = new ArrayList<>(List.of(FusedEngine.best(), new Dl4jEngine(), new DoubleEngine()));
        ServiceLoader.load(Engine.class, loader).forEach(all::add);
        return new Engines(all);
    }

    /** The same engine for everything. */
    public static Engines only(Engine engine) {
        return new Engines(List.of(engine));
    }

    /** The engine of that name. */
    public Engine named(String name) {
        return all.stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no engine " + name + ", but "
                        + String.join(", ", all.stream().map(Engine::name).toList()) + "."));
    }

    /**
     * The engine for a network: what the sweep asks for, which may object, or else the one of the highest rank that does not
     * object; the last where all do.
     */
    public EngineSelection select(NetworkSpec network, TrainingSpec training) {
        if (training.engine() != EngineChoice.AUTO) {
            return new EngineSelection(
                    all.size() == 1 ? all.get(0) : named(training.engine().label()), "");
        }
        StringJoiner objections = new StringJoiner(" ");
        List<Engine> usual = all.stream()
                .filter(engine -> all.size() == 1
                        || engine.precision() == training.engine().precision())
                .toList();
        for (Engine engine : usual) {
            Optional<String> objection = engine.objection(network, training);
            boolean last = engine == usual.get(usual.size() - 1);
            if (objection.isPresent() && (!last || usual.size() == 1)) {
                objections.add(objection.get());
            }
            if (objection.isEmpty() || last) {
                return new EngineSelection(engine, objections.toString());
            }
        }
        throw new IllegalStateException(
                "No engine computes in " + training.engine().precision().label() + " precision.");
    }
}
