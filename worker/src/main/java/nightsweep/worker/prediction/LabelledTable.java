package nightsweep.worker.prediction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.model.SavedModel;
import org.apache.hadoop.conf.Configuration;

/**
 * The rows of a table as examples of a model, in the model's classes, unscaled.
 *
 * @param remarks what a person should know of how columns go into the model, in sentences
 */
public record LabelledTable(ExampleSet examples, List<String> remarks) {
    private static final double MOST_OF_HEAP = 0.8;

    public LabelledTable {
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads a table.
     *
     * @param label the name of the column of labels, or its number from 1, or from -1 backwards; empty for the model's own
     * @throws DataException if it cannot be read, or does not fit the model
     */
    public static LabelledTable read(Configuration hadoop, String place, SavedModel model, Optional<String> label)
            throws DataException {
        ModelCard card = model.trained().card();
        DataFile file = new DataFile(hadoop, place);
        List<Stretch> whole = Stretch.whole(hadoop, place, model, Labels.compared(label));
        int width = card.shape().stream().reduce(1, Math::multiplyExact);
        try {
            long rows = 0;
            for (Stretch one : whole) {
                rows += one.count(hadoop);
            }
            if (rows == 0) {
                throw file.fault("it has no rows");
            }
            long needed = Math.multiplyExact(rows, width);
            if (needed > Integer.MAX_VALUE - 8
                    || needed * 2 * Double.BYTES
                            > MOST_OF_HEAP * Runtime.getRuntime().maxMemory()) {
                throw file.fault("its " + rows + " rows of " + width
                        + " values are more than memory can hold. With --spread, rows are read part by part");
            }
            double[] values = new double[(int) needed];
            byte[] labels = new byte[(int) rows];
            Gaps gaps = new Gaps();
            long read = Stretch.read(hadoop, whole, width, 0, 0, rows, gaps, (some, theirs, count, first) -> {
                System.arraycopy(some, 0, values, (int) first * width, count * width);
                System.arraycopy(theirs, 0, labels, (int) first, count);
            });
            if (read < rows) {
                throw file.fault("it changed while it was read");
            }
            List<String> remarks = new ArrayList<>(whole.get(0).remarks());
            remarks.addAll(gaps.told(place));
            int[] all = IntStream.range(0, (int) rows).toArray();
            return new LabelledTable(
                    new ExampleSet(model.features(values), width, all, labels, ColumnScale.uniform(1, 0)), remarks);
        } catch (IOException e) {
            throw new DataException("Cannot read " + place + ": " + e.getMessage(), e);
        }
    }
}
