package nightsweep.benchmark.training;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import nightsweep.experiments.sweep.RandomStream;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.training.ExampleOrder;

/** Training steps, one after another, each timed. Processor time of the calling thread: what others take is left out. */
final class Steps {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Learner learner;
    private final Dataset dataset;
    private final int batch;
    private final int stepsPerEpoch;
    private final ExampleOrder orders;
    private int[] order = {};
    private long step;

    Steps(Learner learner, Trial trial, Dataset dataset) {
        TrainingSpec training = trial.configuration().training();
        int examples = dataset.train().size();
        this.learner = learner;
        this.dataset = dataset;
        batch = training.batchSize();
        stepsPerEpoch = training.stepsPerEpoch(examples);
        orders = new ExampleOrder(training.order(), examples, trial.seed(RandomStream.ORDER));
    }

    /** Takes steps up to but not including {@code last}, and forgets their times. */
    void until(long last) {
        while (step < last) {
            next();
        }
    }

    /** The median milliseconds of the next {@code count} steps. */
    double medianMillis(int count) {
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            next();
            nanos[i] = THREADS.getCurrentThreadCpuTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[count / 2] / 1e6;
    }

    /** Steps a second over about {@code millis} of the clock. */
    double perSecond(long millis) {
        long start = System.nanoTime();
        long first = step;
        while (System.nanoTime() - start < millis * 1_000_000) {
            next();
        }
        return (step - first) * 1e9 / (System.nanoTime() - start);
    }

    private void next() {
        int epoch = Math.toIntExact(step / stepsPerEpoch);
        int place = (int) (step % stepsPerEpoch);
        if (place == 0) {
            order = orders.of(epoch);
        }
        learner.train(dataset.train(), order, place * batch, (place + 1) * batch, step, epoch);
        step++;
    }
}
