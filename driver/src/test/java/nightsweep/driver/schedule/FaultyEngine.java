package nightsweep.driver.schedule;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.BatchScore;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;

/** An engine that falls ill in the step after its first epoch, as the units of a network's first layer say. */
final class FaultyEngine implements Engine {
    static final int SLEEPS = 101;
    static final int SPINS = 102;
    static final int THROWS = 103;
    static final int FILLS_THE_HEAP = 104;
    static final int DIVERGES = 105;
    /** Not even by {@link Thread#stop} is it ended, as if it were in native code. */
    static final int WITHSTANDS = 106;
    /** It takes six seconds for two epochs of ten steps, and is well. */
    static final int DAWDLES = 107;

    private static final int CHUNK = 64 << 20;

    private final Engine healthy;

    FaultyEngine(Engine healthy) {
        this.healthy = healthy;
    }

    @Override
    public String name() {
        return healthy.name();
    }

    @Override
    public String linearAlgebra() {
        return healthy.linearAlgebra();
    }

    @Override
    public Optional<String> objection(NetworkSpec network, TrainingSpec training) {
        return healthy.objection(network, training);
    }

    @Override
    public Learner learner(Trial trial, Dataset dataset) {
        LayerSpec first = trial.configuration().network().layers().get(0);
        return new FaultyLearner(
                healthy.learner(trial, dataset), first.outputs(dataset.input()).values());
    }

    private record FaultyLearner(Learner healthy, int illness) implements Learner {

        @Override
        public BatchScore train(ExampleSet examples, int[] order, int from, int to, long step, int epoch) {
            BatchScore score = healthy.train(examples, order, from, to, step, epoch);
            return epoch == 0 ? score : ill(score);
        }

        @Override
        public BatchScore test(
                ExampleSet examples, int[] order, int from, int to, int[] predictions, float[] outputs, TestMode mode) {
            return healthy.test(examples, order, from, to, predictions, outputs, mode);
        }

        @Override
        public List<LayerParameters> gradients(ExampleSet examples, int[] order, int from, int to) {
            return healthy.gradients(examples, order, from, to);
        }

        @Override
        public void start(List<LayerParameters> layers) {
            healthy.start(layers);
        }

        @Override
        public List<LayerParameters> parameters() {
            return healthy.parameters();
        }

        @Override
        public List<FloatBuffer> state() {
            return healthy.state();
        }

        @Override
        public void close() {
            healthy.close();
        }

        private BatchScore ill(BatchScore score) {
            return switch (illness) {
                case SLEEPS -> sleep();
                case SPINS -> spin();
                case THROWS -> throw new IllegalStateException("The learner broke.");
                case FILLS_THE_HEAP -> fillTheHeap();
                case DIVERGES -> new BatchScore(Double.NaN, 0);
                case WITHSTANDS -> withstand();
                case DAWDLES -> dawdle(score);
                default -> score;
            };
        }

        /** For ever, however often it is interrupted. */
        private static BatchScore sleep() {
            CountDownLatch never = new CountDownLatch(1);
            while (true) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    continue;
                }
                throw new AssertionError("Nobody counts down.");
            }
        }

        private static BatchScore withstand() {
            while (true) {
                try {
                    sleep();
                } catch (ThreadDeath e) {
                    Thread.onSpinWait();
                }
            }
        }

        private static BatchScore dawdle(BatchScore score) {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return score;
        }

        private static BatchScore spin() {
            double x = 1;
            while (x > 0) {
                x = x * 1.000001 % 7 + 1;
            }
            return new BatchScore(x, 0);
        }

        private static BatchScore fillTheHeap() {
            Object[] hoard = {};
            while (true) {
                hoard = new Object[] {hoard, new byte[CHUNK]};
            }
        }
    }
}
