package nightsweep.worker.dataset.preparing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.ColumnUse;
import nightsweep.experiments.dataset.Fill;
import nightsweep.experiments.dataset.FittedColumn;
import nightsweep.experiments.dataset.Preparation;
import nightsweep.experiments.dataset.Preparing;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.RawColumn;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.TableSchema;

/** What training examples make of a schema, and no others. */
final class PreparationFit {
    private final TableSchema schema;
    private final Selection train;

    private PreparationFit(TableSchema schema, Selection train) {
        this.schema = schema;
        this.train = train;
    }

    static Preparation of(TableSchema schema, Selection train) {
        return new PreparationFit(schema, train).fitted();
    }

    private Preparation fitted() {
        List<FittedColumn> columns = new ArrayList<>();
        for (int at = 0; at < schema.columns().size(); at++) {
            RawColumn column = schema.columns().get(at);
            columns.add(column.use() == ColumnUse.CATEGORY ? category(column, at) : number(column, at));
        }
        return new Preparation(columns, schema.cells(), schema.unused(), schema.missing());
    }

    private FittedColumn number(RawColumn column, int at) {
        double[] present =
                Arrays.stream(cells(at)).filter(value -> !Double.isNaN(value)).toArray();
        double fill = column.use() == ColumnUse.FLAG ? fillOfFlag(present) : fill(present);
        boolean flagged = schema.how().missingFlags() == Preparing.MissingFlags.ADDED && present.length < train.size();
        return column.use() == ColumnUse.FLAG
                ? new FittedColumn.Flag(column.name(), column.place(), fill, flagged)
                : new FittedColumn.Quantity(column.name(), column.place(), column.form(), column.sign(), fill, flagged);
    }

    /** A constant that is neither yes nor no is meant for numbers. */
    private double fillOfFlag(double[] present) {
        return schema.how().fill() instanceof Fill.Constant constant && constant.value() != 0 && constant.value() != 1
                ? mean(present)
                : fill(present);
    }

    private double fill(double[] present) {
        if (schema.how().fill() instanceof Fill.Constant constant) {
            return constant.value();
        }
        return schema.how().fill() instanceof Fill.Median && present.length > 0 ? median(present) : mean(present);
    }

    /** 0 where there is nothing to take a mean of. */
    private static double mean(double[] present) {
        if (present.length == 0) {
            return 0;
        }
        double sum = 0;
        for (double value : present) {
            sum += value;
        }
        return sum / present.length;
    }

    private static double median(double[] present) {
        Arrays.sort(present);
        int middle = present.length / 2;
        return present.length % 2 == 1 ? present[middle] : (present[middle - 1] + present[middle]) / 2;
    }

    private FittedColumn category(RawColumn column, int at) {
        int[] counts = new int[column.values().size()];
        boolean missing = false;
        for (double value : cells(at)) {
            missing |= Double.isNaN(value);
            if (value >= 0) {
                counts[(int) value]++;
            }
        }
        List<Integer> frequent = IntStream.range(0, counts.length)
                .filter(value -> counts[value] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(value -> -counts[value])
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        boolean other = frequent.size() > schema.how().mostValues();
        List<String> values = (other ? frequent.subList(0, schema.how().mostValues()) : frequent)
                .stream().sorted().map(column.values()::get).toList();
        return new FittedColumn.Category(column.name(), column.place(), values, other, missing);
    }

    /** Those of the training examples, in their order. */
    private double[] cells(int at) {
        Features features = train.stored().features();
        int width = train.stored().width();
        return Arrays.stream(train.rows())
                .mapToDouble(row -> features.exactAt(row * width + at))
                .toArray();
    }
}
