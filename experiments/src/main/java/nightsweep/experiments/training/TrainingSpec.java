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

    /** Training that minimises the mean loss of the examples. */
    public TrainingSpec(
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
            EarlyStopping stopping) {
        this(
                epochs,
                batchSize,
                order,
                lastBatch,
                optimizer,
                learningRate,
                penalty,
                clipping,
                engine,
                epochSteps,
                augmentation,
                stopping,
                Aim.PLAIN);
    }

    /** Training whose epochs show every example once, as it is. */
    public TrainingSpec(
            int epochs,
            int batchSize,
            Order order,
            LastBatch lastBatch,
            OptimizerSpec optimizer,
            LearningRate learningRate,
            Penalty penalty,
            Clipping clipping,
            EngineChoice engine) {
        this(
                epochs,
                batchSize,
                order,
                lastBatch,
                optimizer,
                learningRate,
                penalty,
                clipping,
                engine,
                0,
                Augmentation.NONE,
                EarlyStopping.NONE);
    }

    /** Training with the fastest engine that can train the network. */
    public TrainingSpec(
            int epochs,
            int batchSize,
            Order order,
            LastBatch lastBatch,
            OptimizerSpec optimizer,
            LearningRate learningRate,
            Penalty penalty,
            Clipping clipping) {
        this(epochs, batchSize, order, lastBatch, optimizer, learningRate, penalty, clipping, EngineChoice.AUTO);
    }

    /** The same with another engine. */
    public TrainingSpec with(EngineChoice other) {
        return new TrainingSpec(
                epochs,
                batchSize,
                order,
                lastBatch,
                optimizer,
                learningRate,
                penalty,
                clipping,
                other,
                epochSteps,
                augmentation,
                stopping,
                aim);
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
        return new TrainingSpec(
                epochs,
                batchSize,
                order,
                lastBatch,
                optimizer,
                other,
                penalty,
                clipping,
                engine,
                epochSteps,
                augmentation,
                stopping,
                aim);
    }

    /** The same with another aim. */
    public TrainingSpec towards(Aim other) {
        return new TrainingSpec(
                epochs,
                batchSize,
                order,
                lastBatch,
                optimizer,
                learningRate,
                penalty,
                clipping,
                engine,
                epochSteps,
                augmentation,
                stopping,
                other);
    }

    /** The same for just another number of epochs. */
    public TrainingSpec lasting(int otherEpochs) {
        return new TrainingSpec(
                otherEpochs,
                batchSize,
                order,
                lastBatch,
                optimizer,
                learningRate,
                penalty,
                clipping,
                engine,
                epochSteps,
                augmentation,
                EarlyStopping.NONE,
                aim);
    }
}
