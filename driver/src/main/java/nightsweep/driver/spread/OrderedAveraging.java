package nightsweep.driver.spread;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.api.Repartition;
import org.deeplearning4j.spark.api.WorkerConfiguration;
import org.deeplearning4j.spark.api.worker.NetBroadcastTuple;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingResult;
import org.deeplearning4j.spark.impl.paramavg.aggregator.ParameterAveragingAggregationTuple;
import org.deeplearning4j.spark.impl.paramavg.aggregator.ParameterAveragingElementAddFunction;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * dl4j-spark's averaging of parameters, the same whatever slot is done first: its own sums up what arrives in the order in
 * which it arrives, and floating-point sums of three depend on that; here slots are summed up by their number.
 */
final class OrderedAveraging extends ParameterAveragingTrainingMaster {
    private final Broadcast<SharedTraining> training;
    private @Nullable INDArray optimizerState;
    private List<SlotResult> results = List.of();

    OrderedAveraging(Broadcast<SharedTraining> training, int slots, int batchSize, int averagedEvery) {
        super(new Builder(slots, 1)
                .batchSizePerWorker(batchSize)
                .averagingFrequency(averagedEvery)
                .repartionData(Repartition.Never)
                .rddTrainingApproach(RDDTrainingApproach.Direct));
        this.training = training;
    }

    /** Has the slots take the steps of a round, and gives {@code network} the average of what they learned. */
    List<SlotResult> carryOut(Round round, SparkDl4jMultiLayer network) {
        JavaSparkContext spark = network.getSparkContext();
        MultiLayerNetwork whole = network.getNetwork();
        // Only what changes: the worker makes the network itself.
        Broadcast<NetBroadcastTuple> state =
                spark.broadcast(new NetBroadcastTuple(null, null, whole.params(), optimizerState));
        SlotWorker worker = new SlotWorker(
                state,
                training,
                new WorkerConfiguration(
                        false, rddDataSetNumExamples, batchSizePerWorker, averagingFrequency, 0, false));
        List<Integer> slots = IntStream.range(0, round.slots()).boxed().toList();
        JavaRDD<ParameterAveragingTrainingResult> made =
                spark.parallelize(slots, slots.size()).map(slot -> worker.steps(round, slot));
        processResults(network, null, made, Math.toIntExact(round.first()), round.minibatches());
        state.destroy();
        return results;
    }

    /** Sums results up in the order of the slots with dl4j-spark's own function, and divides by their number. */
    @Override
    protected void processResults(
            SparkDl4jMultiLayer network,
            @Nullable SparkComputationGraph graph,
            JavaRDD<ParameterAveragingTrainingResult> made,
            int round,
            int rounds) {
        List<ParameterAveragingTrainingResult> inOrder = made.collect();
        results = inOrder.stream().map(SlotResult.class::cast).toList();
        ParameterAveragingElementAddFunction add = new ParameterAveragingElementAddFunction();
        ParameterAveragingAggregationTuple sum = null;
        try {
            for (ParameterAveragingTrainingResult one : inOrder) {
                sum = add.call(sum, one);
            }
        } catch (Exception e) {
            throw new IllegalStateException("Results do not fit each other.", e);
        }
        if (sum == null) {
            throw new IllegalStateException("A round has at least one slot.");
        }
        network.getNetwork().setParameters(sum.getParametersSum().divi(sum.getAggregationsCount()));
        optimizerState = sum.getUpdaterStateSum() == null
                ? null
                : sum.getUpdaterStateSum().divi(sum.getAggregationsCount());
    }
}
