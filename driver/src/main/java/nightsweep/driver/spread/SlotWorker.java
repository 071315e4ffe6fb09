package nightsweep.driver.spread;

import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.engine.BatchScore;
import nightsweep.worker.engine.dl4j.Replica;
import nightsweep.worker.training.Minibatches;
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.api.WorkerConfiguration;
import org.deeplearning4j.spark.api.worker.NetBroadcastTuple;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingWorker;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * dl4j-spark's worker, whose network has the formulas of this product's engine, and which takes the minibatches of its slot
 * and no others: whichever process it runs in, and in whichever order.
 */
final class SlotWorker extends ParameterAveragingTrainingWorker {
    private final Broadcast<NetBroadcastTuple> state;
    private final Broadcast<SharedTraining> training;

    SlotWorker(
            Broadcast<NetBroadcastTuple> state, Broadcast<SharedTraining> training, WorkerConfiguration configuration) {
        super(state, true, configuration, null, null, null);
        this.state = state;
        this.training = training;
    }

    /** Takes a slot's steps of a round. */
    SlotResult steps(Round round, int slot) {
        Dataset dataset = training.value().dataset();
        long began = System.nanoTime();
        try (Replica replica = new Replica(training.value().trial(), dataset)) {
            NetBroadcastTuple from = state.value();
            replica.goOn(from.getParameters(), from.getUpdaterState());
            Minibatches minibatches = new Minibatches(training.value().trial(), dataset);
            MultiLayerNetwork network = replica.network();
            double lossSum = 0;
            int correct = 0;
            int examples = 0;
            for (int step = 0; step < round.steps(slot); step++) {
                long number = round.minibatch(slot, step);
                Minibatches.Minibatch batch = minibatches.at(number);
                processMinibatch(replica.next(batch, number, round.iteration() + step, round.epoch()), network, false);
                BatchScore score = replica.stepped(round.iteration() + step);
                lossSum += score.lossSum();
                correct += score.correct();
                examples += batch.to() - batch.from();
            }
            INDArray optimizer = network.getUpdater().getStateViewArray();
            return new SlotResult(
                    network.params().dup(),
                    optimizer == null ? null : optimizer.dup(),
                    lossSum,
                    correct,
                    examples,
                    (System.nanoTime() - began) / 1_000_000);
        }
    }
}
