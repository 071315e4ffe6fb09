package nightsweep.experiments.training;

import nightsweep.experiments.Checks;
import nightsweep.experiments.Named;
import nightsweep.experiments.training.optimizer.OptimizerSpec;

/**
 * How a network is trained.
 *
 * @param epochs 1 or more
 * @param batchSize examples a step, 1 or more
 * @param epochSteps steps from one epoch to the next, whatever the number of examples; 0 for as many as show each of them
 *     once
 * @param stopping when training ends before the last epoch
 * @param aim what is minimised
 */
public record TrainingSpec(
        int epochs,
        int batchSize,
        Order order,
        LastBatch lastBatch,
        OptimizerSpec optimizer,
        LearningRate learningRate,
        Penalty penalty,
        Clipping clipping,
        EngineChoice engine,
        int epochSteps,
        Augmentation augmentation,
        EarlyStopping stopping,
        Aim aim) {
    public TrainingSpec {
        Checks.positive("epochs", epochs);
        Checks.positive("batch-size", batchSize);
        Checks.notNegative("steps-per-epoch", epochSteps);
    }

    /**
     * Training with all examples once an epoch, in an order drawn anew, without penalty or clipping, by the fastest engine
     * that can; what is to be otherwise is told the builder.
     */
    public static TrainingBuilder builder(
            int epochs, int batchSize, OptimizerSpec optimizer, LearningRate learningRate) {
        return new TrainingBuilder(epochs, batchSize, optimizer, learningRate);
    }

    /** A builder that makes this training, but for what it is told. */
    public TrainingBuilder builder() {
        return new TrainingBuilder(this);
    }

    /** The same with another engine. */
    public TrainingSpec with(EngineChoice other) {
        return builder().engine(other).build();
    }

    /** In which order examples are seen. */
    public enum Order {
        /** Drawn anew each epoch. */
        SHUFFLED,
        /** As they stand in the data set. */
        AS_STORED
    }

    /** What becomes of a last minibatch that is not full. */
    public enum LastBatch implements Named {
        KEEP("keep"),
        DROP("drop");

        private final String label;

        LastBatch(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /**
     * Steps an epoch.
     *
     * @param examples training examples, 0 or more
     * @return 0 where they make no minibatch
     */
    public int stepsPerEpoch(int examples) {
        int pass = stepsPerPass(examples);
        return pass == 0 || epochSteps == 0 ? pass : epochSteps;
    }

    /**
     * Steps that show every example once.
     *
     * @param examples training examples, 0 or more
     */
    public int stepsPerPass(int examples) {
        return lastBatch == LastBatch.DROP ? examples / batchSize : (examples + batchSize - 1) / batchSize;
    }

    /** The same at another learning rate. */
    public TrainingSpec at(LearningRate other) {
        return builder().learningRate(other).build();
    }

    /** The same with another aim. */
    public TrainingSpec towards(Aim other) {
        return builder().aim(other).build();
    }

    /** The same for just another number of epochs. */
    public TrainingSpec lasting(int otherEpochs) {
        return builder().epochs(otherEpochs).stopping(EarlyStopping.NONE).build();
    }
}
