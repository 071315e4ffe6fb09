package nightsweep.worker.dataset.rows;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.TableColumns;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.ExampleSource;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.Origins;
import nightsweep.worker.dataset.source.Outline;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;

/** Examples of the sweep file itself, their classes in alphabetical order; all of them train, and all of them test. */
public record RowsSource(DataSource.Rows rows) implements ExampleSource {
    private static final int MOST_CLASSES = 256;

    @Override
    public Outline outline() throws DataException {
        return read().outline();
    }

    @Override
    public Decoded read() throws DataException {
        List<String> classes = rows.labels().stream().distinct().sorted().toList();
        if (classes.size() > MOST_CLASSES) {
            throw new DataException("rows have " + classes.size() + " classes, but at most " + MOST_CLASSES
                    + " can be told apart. Is the class at the end of each row?");
        }
        int width = rows.features().get(0).size();
        double[] values = new double[rows.features().size() * width];
        byte[] labels = new byte[rows.labels().size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) classes.indexOf(rows.labels().get(i));
            for (int column = 0; column < width; column++) {
                values[i * width + column] = rows.features().get(i).get(column);
            }
        }
        Selection all = new Stored(features(values), labels, width, new Origins.Numbers()).all();
        return new Decoded(
                classes,
                List.of(width),
                all,
                all,
                Optional.of(new TableColumns(List.of(), "", width)),
                Optional.empty());
    }

    /** In single precision where that keeps every digit. */
    private static Features features(double[] values) {
        float[] floats = new float[values.length];
        boolean same = true;
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
            same &= floats[i] == values[i];
        }
        return same ? new Features.Floats(floats) : new Features.Doubles(values);
    }
}
