package nightsweep.experiments.training;

import nightsweep.experiments.training.optimizer.OptimizerSpec;

/** Puts a {@link TrainingSpec} together, part by part. Used by one thread. */
public final class TrainingBuilder {
    private int epochs;
    private int batchSize;
    private TrainingSpec.Order order = TrainingSpec.Order.SHUFFLED;
    private TrainingSpec.LastBatch lastBatch = TrainingSpec.LastBatch.KEEP;
    private OptimizerSpec optimizer;
    private LearningRate learningRate;
    private Penalty penalty = Penalty.NONE;
    private Clipping clipping = Clipping.NONE;
    private EngineChoice engine = EngineChoice.AUTO;
    private int epochSteps;
    private Augmentation augmentation = Augmentation.NONE;
    private EarlyStopping stopping = EarlyStopping.NONE;
    private Aim aim = Aim.PLAIN;

    TrainingBuilder(int epochs, int batchSize, OptimizerSpec optimizer, LearningRate learningRate) {
        this.epochs = epochs;
        this.batchSize = batchSize;
        this.optimizer = optimizer;
        this.learningRate = learningRate;
    }

    TrainingBuilder(TrainingSpec like) {
        this.epochs = like.epochs();
        this.batchSize = like.batchSize();
        this.order = like.order();
        this.lastBatch = like.lastBatch();
        this.optimizer = like.optimizer();
        this.learningRate = like.learningRate();
        this.penalty = like.penalty();
        this.clipping = like.clipping();
        this.engine = like.engine();
        this.epochSteps = like.epochSteps();
        this.augmentation = like.augmentation();
        this.stopping = like.stopping();
        this.aim = like.aim();
    }

    /** How often all examples are seen, 1 or more. */
    public TrainingBuilder epochs(int value) {
        this.epochs = value;
        return this;
    }

    /** Examples a step, 1 or more. */
    public TrainingBuilder batchSize(int value) {
        this.batchSize = value;
        return this;
    }

    /** In which order examples are seen. */
    public TrainingBuilder order(TrainingSpec.Order value) {
        this.order = value;
        return this;
    }

    /** What becomes of a last minibatch that is not full. */
    public TrainingBuilder lastBatch(TrainingSpec.LastBatch value) {
        this.lastBatch = value;
        return this;
    }

    /** What moves the weights. */
    public TrainingBuilder optimizer(OptimizerSpec value) {
        this.optimizer = value;
        return this;
    }

    /** How far, and how that changes. */
    public TrainingBuilder learningRate(LearningRate value) {
        this.learningRate = value;
        return this;
    }

    /** What large weights cost. */
    public TrainingBuilder penalty(Penalty value) {
        this.penalty = value;
        return this;
    }

    /** How long a gradient may be. */
    public TrainingBuilder clipping(Clipping value) {
        this.clipping = value;
        return this;
    }

    /** What trains. */
    public TrainingBuilder engine(EngineChoice value) {
        this.engine = value;
        return this;
    }

    /** Steps from one epoch to the next, 0 for a pass over the examples. */
    public TrainingBuilder epochSteps(int value) {
        this.epochSteps = value;
        return this;
    }

    /** How examples are changed before they are seen. */
    public TrainingBuilder augmentation(Augmentation value) {
        this.augmentation = value;
        return this;
    }

    /** When training ends before the last epoch. */
    public TrainingBuilder stopping(EarlyStopping value) {
        this.stopping = value;
        return this;
    }

    /** What is minimised. */
    public TrainingBuilder aim(Aim value) {
        this.aim = value;
        return this;
    }

    /**
     * The training that was told.
     *
     * @throws IllegalArgumentException where a number is out of its range
     */
    public TrainingSpec build() {
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
                aim);
    }
}
