package nightsweep.worker.dataset.preparing;

import java.util.IdentityHashMap;
import java.util.List;
import nightsweep.experiments.dataset.FittedColumn;
import nightsweep.experiments.dataset.Preparation;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;
import nightsweep.worker.dataset.source.TableSchema;

/** Rows of a table on their way to a network, as training examples fitted it. Used by one thread. */
public final class RowPreparing {
    private static final int MOST_VALUES = Integer.MAX_VALUE - 8;
    private static final double MOST_OF_HEAP = 0.8;

    private final TableSchema schema;
    private final Preparation preparation;
    private final IdentityHashMap<Stored, Stored> prepared = new IdentityHashMap<>();

    private RowPreparing(TableSchema schema, Preparation preparation) {
        this.schema = schema;
        this.preparation = preparation;
    }

    /**
     * Fits a table's rows.
     *
     * @param train raw rows: the only ones that anything is measured on
     */
    public static RowPreparing fittedOn(TableSchema schema, Selection train) {
        return new RowPreparing(schema, PreparationFit.of(schema, train));
    }

    public Preparation preparation() {
        return preparation;
    }

    /**
     * The same rows as a network takes them before they are scaled.
     *
     * @throws DataException if they are more than memory can hold
     */
    public Selection of(Selection raw) throws DataException {
        Stored known = prepared.get(raw.stored());
        if (known == null) {
            known = expanded(raw.stored());
            prepared.put(raw.stored(), known);
        }
        return new Selection(known, raw.rows());
    }

    private Stored expanded(Stored raw) throws DataException {
        int rows = raw.labels().length;
        int width = preparation.width();
        boolean exact = raw.features() instanceof Features.Doubles;
        long values = (long) rows * width;
        if (values > MOST_VALUES
                || values * (exact ? Double.BYTES : Float.BYTES)
                        > MOST_OF_HEAP * Runtime.getRuntime().maxMemory()) {
            throw new DataException("Cannot prepare the table: its " + rows + " rows become " + width
                    + " numbers each, which is more than memory can hold. Say a smaller most-values, or leave out"
                    + " categories of many values.");
        }
        double[] doubles = new double[exact ? (int) values : 0];
        float[] floats = new float[exact ? 0 : (int) values];
        double[] row = new double[width];
        List<FittedColumn> columns = preparation.columns();
        int[][] places = places();
        for (int i = 0; i < rows; i++) {
            int at = 0;
            for (int column = 0; column < columns.size(); column++) {
                double value = raw.features().exactAt(i * raw.width() + column);
                Cell.put(columns.get(column), value, places[column], row, at);
                at += columns.get(column).width();
            }
            for (int k = 0; k < width; k++) {
                if (exact) {
                    doubles[i * width + k] = row[k];
                } else {
                    floats[i * width + k] = (float) row[k];
                }
            }
        }
        Features features = exact ? new Features.Doubles(doubles) : new Features.Floats(floats);
        return new Stored(features, raw.labels(), width, raw.origins(), raw.numbers());
    }

    /** Of each category, where the 1 of each of its values is; -1 for nowhere. */
    private int[][] places() {
        int[][] places = new int[preparation.columns().size()][];
        for (int at = 0; at < places.length; at++) {
            places[at] = preparation.columns().get(at) instanceof FittedColumn.Category category
                    ? schema.columns().get(at).values().stream()
                            .mapToInt(value -> place(category, value))
                            .toArray()
                    : new int[0];
        }
        return places;
    }

    private static int place(FittedColumn.Category category, String value) {
        int place = category.values().indexOf(value);
        return place < 0 ? category.unknownPlace() : place;
    }
}
