package nightsweep.driver.spread;

import java.util.List;
import nightsweep.driver.schedule.ClusterException;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.worker.dataset.KnownExamples;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.model.SavedModel;
import nightsweep.worker.prediction.Figures;
import nightsweep.worker.prediction.Labels;
import org.apache.hadoop.conf.Configuration;

/**
 * How well a model does on a labelled table of any number of examples, measured by all slots of a cluster: the same figures as
 * in one go, to the last digit on the same kind of processor, since batches are the same and their losses are added in order.
 */
public final class SpreadEvaluation {
    private final Configuration hadoop;
    private final long partBytes;

    public SpreadEvaluation(Configuration hadoop) {
        this(hadoop, SpreadTables.USUAL_PART_BYTES);
    }

    SpreadEvaluation(Configuration hadoop, long partBytes) {
        this.hadoop = hadoop;
        this.partBytes = partBytes;
    }

    /**
     * What was measured.
     *
     * @param recognized of each set of known examples, how many there were
     * @param remarks what a person should know of how columns went into the model, in sentences
     */
    public record Measured(Evaluation evaluation, List<Long> recognized, int parts, List<String> remarks) {
        public Measured {
            recognized = List.copyOf(recognized);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Measures a model on every example of a table.
     *
     * @param model the file's bytes
     * @param file CSV, Parquet, or a folder of such files
     * @param known sets of examples of which those are counted that the table has too
     * @throws DataException if it cannot be read, or holds something else than labelled examples of the model's
     * @throws ClusterException if the cluster cannot be reached, or gives up
     */
    public Measured measure(byte[] model, String file, Labels labels, List<KnownExamples> known, String master)
            throws DataException, ClusterException {
        SavedModel saved = new ShippedModel(model).model();
        ModelCard card = saved.trained().card();
        SpreadTables tables = new SpreadTables(hadoop, List.of(file), partBytes, saved, labels);
        List<KnownExamples> shipped = List.copyOf(known);
        SpreadTables.Done<Figures.Sums> done =
                tables.each(model, master, "nightsweep evaluate", (part, here, reach) -> {
                    try (Figures figures = new Figures(here.model(), Engines.standard(), shipped)) {
                        part.read(reach, figures.width(), figures);
                        return figures.sums();
                    }
                });
        Figures.Sums sums = Figures.Sums.of(done.parts());
        return new Measured(
                sums.evaluation(card.labels()),
                sums.recognizedOfEach(),
                done.parts().size(),
                done.remarks());
    }
}
