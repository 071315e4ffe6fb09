package nightsweep.worker.model;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.dataset.NumberTarget;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.Targets;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.evaluation.Evaluator;
import nightsweep.worker.evaluation.Tested;

/**
 * A saved model put to work by the engine that trained it, so that figures are the same to the last digit where the
 * processor is.
 */
public record Examination(SavedModel model, Engines engines) {

    /**
     * Measures the model on the test examples of {@code dataset}, which it sees under its own scaling.
     *
     * @throws ModelException if they have another shape or other classes
     * @throws InterruptedException if the thread is interrupted
     */
    public Tested test(Dataset dataset) throws ModelException, InterruptedException {
        List<String> labels = model.trained().card().labels();
        Optional<NumberTarget> number = model.trained().card().target();
        if (dataset.number().isPresent() != number.isPresent()) {
            throw new ModelException("Cannot evaluate on " + dataset.name() + ": "
                    + (number.isPresent()
                            ? "the model predicts a number, but the data have classes."
                            : "the model tells classes apart, but the data have a number to predict."));
        }
        if (!dataset.labels().equals(labels)) {
            throw new ModelException("Cannot evaluate on " + dataset.name() + ": its classes are " + dataset.labels()
                    + ", but the model's are " + labels + ".");
        }
        return test(dataset, dataset.test());
    }

    /**
     * Measures the model on examples, which it sees under its own scaling.
     *
     * @param name what they are called in messages
     * @param examples in the model's classes, under any scaling
     * @throws ModelException if they have another shape
     * @throws InterruptedException if the thread is interrupted
     */
    public Tested test(String name, ExampleSet examples) throws ModelException, InterruptedException {
        ModelCard card = model.trained().card();
        return test(new Dataset(name, card.labels(), card.shape(), examples, Optional.empty(), examples, ""), examples);
    }

    /**
     * What the model takes examples for.
     *
     * @param dataset that they are of
     * @param examples under any scaling
     * @throws ModelException if they have another shape
     * @throws InterruptedException if the thread is interrupted
     */
    public Tested test(Dataset dataset, ExampleSet examples) throws ModelException, InterruptedException {
        List<Integer> shape = model.trained().card().shape();
        int width = shape.stream().reduce(1, (a, b) -> a * b);
        if (examples.width() != width) {
            throw new ModelException("Cannot use the model on " + dataset.name() + ": its examples have "
                    + examples.width() + " values, but the model takes " + width + ".");
        }
        Trial trial = model.trial();
        Engine engine = engines.select(
                        trial.configuration().network(), trial.configuration().training())
                .engine();
        try (Learner learner = engine.learner(trial, dataset)) {
            learner.start(model.trained().parameters());
            Optional<NumberTarget> number = model.trained().card().target();
            ExampleSet seen = examples.under(model.trained().scale());
            return new Evaluator(model.trained().card().labels(), number)
                    .test(
                            learner,
                            number.map(seen::towards).orElse(seen),
                            Targets.of(trial.configuration().network().output(), dataset.classes()));
        }
    }
}
