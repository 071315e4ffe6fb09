package nightsweep.worker.prediction;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.DataException;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.Features;
import nightsweep.worker.dataset.file.DataFile;
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
        try {
            ExampleColumns columns;
            int rows = 0;
            try (ExampleFile lines = ExampleFile.open(hadoop, place, 0)) {
                String first = lines.next().orElseThrow(() -> file.fault("it is empty"));
                columns = ExampleColumns.labelled(card, first, file, label);
                rows = columns.heading() ? 0 : 1;
                while (lines.next().isPresent()) {
                    rows++;
                }
            }
            if (rows == 0) {
                throw file.fault("it has a header but no rows");
            }
            return read(hadoop, place, model, columns, rows);
        } catch (IOException e) {
            throw new DataException("Cannot read " + place + ": " + e.getMessage(), e);
        }
    }

    private static LabelledTable read(
            Configuration hadoop, String place, SavedModel model, ExampleColumns columns, int rows)
            throws IOException, DataException {
        ModelCard card = model.trained().card();
        int width = card.shape().stream().reduce(1, Math::multiplyExact);
        long needed = (long) rows * width;
        if (needed > Integer.MAX_VALUE - 8
                || needed * 2 * Double.BYTES
                        > MOST_OF_HEAP * Runtime.getRuntime().maxMemory()) {
            throw new DataFile(hadoop, place)
                    .fault("its " + rows + " rows of " + width + " values are more than memory can hold");
        }
        double[] values = new double[(int) needed];
        byte[] labels = new byte[rows];
        try (ExampleFile lines = ExampleFile.open(hadoop, place, 0)) {
            if (columns.heading()) {
                lines.next();
            }
            for (int row = 0; row < rows; row++) {
                int example = row;
                String line = lines.next()
                        .orElseThrow(() -> new DataFile(hadoop, place).fault("it changed while it was read"));
                String label = columns.read(line, values, row * width, what -> lines.fault(example, what));
                labels[row] = (byte) card.labels().indexOf(label);
                if (!card.labels().contains(label)) {
                    throw lines.fault(
                            example,
                            "its label \"" + label + "\" is none of the model's classes, "
                                    + String.join(", ", card.labels()));
                }
            }
        }
        int[] all = IntStream.range(0, rows).toArray();
        Features features = model.features(values);
        return new LabelledTable(
                new ExampleSet(features, width, all, labels, ColumnScale.uniform(1, 0)), columns.remarks());
    }
}
