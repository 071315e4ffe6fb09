package nightsweep.worker.prediction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.NumberTarget;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.source.Origins;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;
import nightsweep.worker.engine.BatchScore;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.Learner.TestMode;
import nightsweep.worker.engine.Targets;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.model.SavedModel;

/** A saved model ready for any number of examples. Used by one thread; holds native memory until closed. */
final class ModelAtWork implements AutoCloseable {
    private final SavedModel model;
    private final int width;
    private final Targets targets;
    private final Learner learner;

    ModelAtWork(SavedModel model, Engines engines) {
        this.model = model;
        Trial trial = model.trial();
        List<Integer> shape = model.trained().card().shape();
        width = shape.stream().reduce(1, Math::multiplyExact);
        targets = Targets.of(trial.configuration().network().output(), labels().size());
        ExampleSet one = examples(new double[width], new byte[1], 1);
        Dataset like = new Dataset(
                "examples",
                labels(),
                shape,
                one,
                Optional.empty(),
                one,
                "",
                Optional.empty(),
                Optional.empty(),
                number());
        learner = engines.select(
                        trial.configuration().network(), trial.configuration().training())
                .engine()
                .learner(trial, like);
        learner.start(model.trained().parameters());
    }

    List<String> labels() {
        return model.trained().card().labels();
    }

    /** What is predicted where that is a number; empty where there are classes. */
    Optional<NumberTarget> number() {
        return model.trained().card().target();
    }

    /** Values that an example has. */
    int width() {
        return width;
    }

    Targets targets() {
        return targets;
    }

    /**
     * Some examples, unscaled.
     *
     * @param values row by row; may be longer
     * @param labels the class of each; may be longer
     */
    ExampleSet examples(double[] values, byte[] labels, int count) {
        int[] rows = IntStream.range(0, count).toArray();
        Stored stored = new Stored(
                model.features(Arrays.copyOf(values, count * width)),
                Arrays.copyOf(labels, count),
                width,
                new Origins.Nowhere(),
                new double[number().isPresent() ? count : 0]);
        return new ExampleSet(new Selection(stored, rows), ColumnScale.uniform(1, 0));
    }

    /** Runs the examples {@code [from, to)}, under any scaling, through the network; arrays as {@link Learner#test} has them. */
    BatchScore test(ExampleSet examples, int from, int to, int[] predictions, float[] outputs) {
        int[] order = IntStream.range(0, to).toArray();
        return learner.test(
                examples.under(model.trained().scale()),
                order,
                from,
                to,
                predictions,
                outputs,
                TestMode.WITHOUT_DROPOUT);
    }

    @Override
    public void close() {
        learner.close();
    }
}
