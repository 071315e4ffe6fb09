package nightsweep.experiments.sweepfile.training;

import java.util.List;
import nightsweep.experiments.Checks;
import nightsweep.experiments.Named;
import nightsweep.experiments.training.Aim;
import nightsweep.experiments.training.Augmentation;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.EarlyStopping;
import nightsweep.experiments.training.EngineChoice;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.AdamW;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import nightsweep.experiments.yaml.Choice;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads {@code training}; its defaults stand here, but for those of optimizers. */
public final class TrainingReader {
    private static final int EPOCHS = 10;
    private static final int BATCH_SIZE = 32;
    private static final OptimizerName OPTIMIZER = OptimizerName.ADAM;

    private TrainingReader() {}

    public static TrainingSpec read(Problems problems, Tree tree) {
        Section section = Section.of(problems, "training", tree);
        int epochs = section.wholeNumber("epochs", EPOCHS, Checks::positive);
        int batchSize = section.wholeNumber("batch-size", BATCH_SIZE, Checks::positive);
        TrainingSpec.Order order = section.choice("shuffle", Shuffle.ALL, Shuffle.TRUE).order;
        TrainingSpec.LastBatch lastBatch =
                section.choice("last-batch", List.of(TrainingSpec.LastBatch.values()), TrainingSpec.LastBatch.KEEP);
        OptimizerSpec optimizer = section.find("optimizer")
                .map(written -> OptimizerReader.read(problems, written))
                .orElse(OPTIMIZER.defaults());
        double usualRate = optimizer.name().usualLearningRate();
        LearningRate learningRate = section.find("learning-rate")
                .map(new LearningRateReader(problems, usualRate, epochs)::read)
                .orElse(LearningRate.constant(usualRate));
        double l1 = section.number("l1", 0, Checks::notNegative);
        double l2 = section.number("l2", 0, Checks::notNegative);
        double weightDecay = section.number("weight-decay", 0, Checks::notNegative);
        if (section.has("weight-decay") && optimizer instanceof AdamW adamW) {
            optimizer = decaying(section, adamW, weightDecay);
            weightDecay = 0;
        }
        Penalty penalty = penalty(section, optimizer, l1, l2, weightDecay);
        Clipping clipping =
                section.find("clip").map(clip -> clipping(problems, clip)).orElse(Clipping.NONE);
        int epochSteps = section.wholeNumber("steps-per-epoch", 0, Checks::positive);
        Augmentation augmentation = section.find("augmentation")
                .map(written -> AugmentationReader.read(problems, written))
                .orElse(Augmentation.NONE);
        EarlyStopping stopping = section.find("early-stopping")
                .map(written -> stopping(problems, written))
                .orElse(EarlyStopping.NONE);
        Aim aim = AimReader.read(section);
        EngineChoice engine = engine(section);
        // Read with the network, whose layers they are for.
        section.find("weights");
        section.find("biases");
        section.done();
        return TrainingSpec.builder(epochs, batchSize, optimizer, learningRate)
                .order(order)
                .lastBatch(lastBatch)
                .penalty(penalty)
                .clipping(clipping)
                .engine(engine)
                .epochSteps(epochSteps)
                .augmentation(augmentation)
                .stopping(stopping)
                .aim(aim)
                .build();
    }

    /** A patience alone, or a mapping with it. */
    private static EarlyStopping stopping(Problems problems, Tree tree) {
        if (!(tree instanceof Tree.Mapping)) {
            return new EarlyStopping(
                    Values.wholeNumber(problems, "early-stopping", tree, 1, Checks::positive),
                    0,
                    EarlyStopping.On.LOSS);
        }
        Section section = Section.of(problems, "early-stopping", tree);
        int patience = Values.wholeNumber(problems, "patience", section.required("patience"), 1, Checks::positive);
        double minChange = section.number("min-change", 0, Checks::notNegative);
        EarlyStopping.On on = section.choice("on", List.of(EarlyStopping.On.values()), EarlyStopping.On.LOSS);
        section.done();
        return new EarlyStopping(patience, minChange, on);
    }

    /** One engine computes in double precision, and nothing else. */
    private static EngineChoice engine(Section section) {
        EngineChoice engine = section.choice("engine", List.of(EngineChoice.values()), EngineChoice.AUTO);
        EngineChoice.Precision precision =
                section.choice("precision", List.of(EngineChoice.Precision.values()), engine.precision());
        if (precision == engine.precision()) {
            return engine;
        }
        if (engine != EngineChoice.AUTO) {
            section.problems()
                    .add(
                            section.required("precision").place(),
                            "the engine " + engine.label() + " computes in "
                                    + engine.precision().label() + " precision. Keep one of the two.");
        }
        return EngineChoice.DOUBLE;
    }

    /** AdamW has a weight decay of its own, which this one sets: nobody means to decay twice. */
    private static OptimizerSpec decaying(Section section, AdamW adamW, double weightDecay) {
        boolean setTwice = section.find("optimizer")
                .filter(tree -> tree instanceof Tree.Mapping)
                .flatMap(tree ->
                        Choice.of(section.problems(), "optimizer", tree, Named.labels(List.of(OptimizerName.values()))))
                .filter(choice -> choice.section(section.problems()).has("weight-decay"))
                .isPresent();
        if (setTwice) {
            section.problems()
                    .add(
                            section.required("weight-decay").place(),
                            "weight-decay is also given in adamw. Keep one of the two.");
        }
        return new AdamW(adamW.beta1(), adamW.beta2(), adamW.epsilon(), adamW.epsilonHat(), weightDecay);
    }

    private static Penalty penalty(Section section, OptimizerSpec optimizer, double l1, double l2, double weightDecay) {
        Penalty.Reach reach = section.choice("penalised", List.of(Penalty.Reach.values()), Penalty.Reach.ALL);
        boolean costly = l1 > 0 || l2 > 0 || weightDecay > 0 || optimizer.weightDecay() > 0;
        return costly ? new Penalty(l1, l2, weightDecay, reach) : Penalty.NONE;
    }

    private static Clipping clipping(Problems problems, Tree tree) {
        return Choice.of(problems, "clip", tree, Named.labels(List.of(Clipping.Kind.values())))
                .flatMap(choice -> choice.named(problems, "clip", List.of(Clipping.Kind.values()))
                        .map(kind -> clipping(problems, kind, choice)))
                .orElse(Clipping.NONE);
    }

    private static Clipping clipping(Problems problems, Clipping.Kind kind, Choice choice) {
        String name = kind.label();
        boolean limited = kind.limited();
        if (limited && choice.arguments().isEmpty()) {
            problems.add(choice.place(), name + " needs a limit, such as {" + name + ": 1}.");
        } else if (!limited && choice.arguments().isPresent()) {
            problems.add(choice.place(), name + " takes no limit.");
        }
        double limit = choice.arguments()
                .filter(argument -> limited)
                .map(argument -> Values.number(problems, name, argument, 1, Checks::positive))
                .orElse(1.0);
        return new Clipping(kind, limit);
    }

    /** Whether examples are drawn anew each epoch, as it is written. */
    private enum Shuffle implements Named {
        TRUE("true", TrainingSpec.Order.SHUFFLED),
        FALSE("false", TrainingSpec.Order.AS_STORED);

        private static final List<Shuffle> ALL = List.of(values());

        private final String label;
        private final TrainingSpec.Order order;

        Shuffle(String label, TrainingSpec.Order order) {
            this.label = label;
            this.order = order;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
