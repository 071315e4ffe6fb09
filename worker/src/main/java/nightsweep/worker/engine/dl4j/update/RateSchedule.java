package nightsweep.worker.engine.dl4j.update;

import nightsweep.experiments.training.LearningRate;
import org.nd4j.linalg.schedule.ISchedule;

/** A learning rate for Deeplearning4j. */
public record RateSchedule(LearningRate rate) implements ISchedule {
    @Override
    public double valueAt(int iteration, int epoch) {
        return rate.at(iteration, epoch);
    }

    @Override
    public RateSchedule clone() {
        return this;
    }
}
