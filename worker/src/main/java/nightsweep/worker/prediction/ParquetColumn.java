package nightsweep.worker.prediction;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * A column of a Parquet file that has one value in each row.
 *
 * @param scale of decimals, the digits behind their point; else 0
 */
record ParquetColumn(String name, Kind kind, int scale) implements Serializable {
    /** What a value is, and how it is stored. */
    enum Kind {
        TRUTH,
        INT,
        UNSIGNED_INT,
        LONG,
        UNSIGNED_LONG,
        FLOAT,
        DOUBLE,
        INT_DECIMAL,
        LONG_DECIMAL,
        BYTES_DECIMAL,
        TEXT
    }

    /**
     * A column of a file.
     *
     * @throws DataException if its values are neither numbers, truths nor texts
     */
    static ParquetColumn of(Type type, DataFile file) throws DataException {
        if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
            throw file.fault("its column \"" + type.getName()
                    + "\" is nested, but a row is to have one value in each: write its parts as columns of their own");
        }
        PrimitiveType primitive = type.asPrimitiveType();
        LogicalTypeAnnotation meaning = primitive.getLogicalTypeAnnotation();
        PrimitiveTypeName stored = primitive.getPrimitiveTypeName();
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            return new ParquetColumn(type.getName(), decimal(stored), decimal.getScale());
        }
        boolean whole = meaning instanceof IntLogicalTypeAnnotation;
        boolean unsigned = meaning instanceof IntLogicalTypeAnnotation number && !number.isSigned();
        boolean text = meaning instanceof StringLogicalTypeAnnotation || meaning instanceof EnumLogicalTypeAnnotation;
        if ((meaning == null || whole) && stored == PrimitiveTypeName.INT32) {
            return new ParquetColumn(type.getName(), unsigned ? Kind.UNSIGNED_INT : Kind.INT, 0);
        }
        if ((meaning == null || whole) && stored == PrimitiveTypeName.INT64) {
            return new ParquetColumn(type.getName(), unsigned ? Kind.UNSIGNED_LONG : Kind.LONG, 0);
        }
        if (stored == PrimitiveTypeName.BINARY && (meaning == null || text)) {
            return new ParquetColumn(type.getName(), Kind.TEXT, 0);
        }
        if (meaning == null && stored == PrimitiveTypeName.BOOLEAN) {
            return new ParquetColumn(type.getName(), Kind.TRUTH, 0);
        }
        if (meaning == null && stored == PrimitiveTypeName.FLOAT) {
            return new ParquetColumn(type.getName(), Kind.FLOAT, 0);
        }
        if (meaning == null && stored == PrimitiveTypeName.DOUBLE) {
            return new ParquetColumn(type.getName(), Kind.DOUBLE, 0);
        }
        throw file.fault("its column \"" + type.getName() + "\" is of type " + (meaning == null ? stored : meaning)
                + ", which is neither numbers, truths nor texts: write it as numbers, or leave it out");
    }

    private static Kind decimal(PrimitiveTypeName stored) {
        return switch (stored) {
            case INT32 -> Kind.INT_DECIMAL;
            case INT64 -> Kind.LONG_DECIMAL;
            default -> Kind.BYTES_DECIMAL;
        };
    }

    /** The number that a reader is at: truths are 1 and 0. Not for texts. */
    double number(ColumnReader at) {
        return switch (kind) {
            case TRUTH -> at.getBoolean() ? 1 : 0;
            case INT -> at.getInteger();
            case LONG -> at.getLong();
            case FLOAT -> at.getFloat();
            case DOUBLE -> at.getDouble();
            case UNSIGNED_INT, UNSIGNED_LONG, INT_DECIMAL, LONG_DECIMAL, BYTES_DECIMAL ->
                exact(at).doubleValue();
            case TEXT -> throw new IllegalStateException("Column " + name + " is text.");
        };
    }

    /** The value that a reader is at as a name of a class: whole numbers without a point. */
    String text(ColumnReader at) {
        return switch (kind) {
            case TRUTH -> String.valueOf(at.getBoolean());
            case INT -> String.valueOf(at.getInteger());
            case LONG -> String.valueOf(at.getLong());
            case FLOAT -> text(at.getFloat(), String.valueOf(at.getFloat()));
            case DOUBLE -> text(at.getDouble(), String.valueOf(at.getDouble()));
            case UNSIGNED_INT, UNSIGNED_LONG, INT_DECIMAL, LONG_DECIMAL, BYTES_DECIMAL -> plain(exact(at));
            case TEXT -> at.getBinary().toStringUsingUTF8().strip();
        };
    }

    private static String text(double value, String digits) {
        return Double.isFinite(value) && value == Math.rint(value) ? plain(new BigDecimal(value)) : digits;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private BigDecimal exact(ColumnReader at) {
        return switch (kind) {
            case UNSIGNED_INT -> new BigDecimal(Integer.toUnsignedLong(at.getInteger()));
            case UNSIGNED_LONG -> new BigDecimal(Long.toUnsignedString(at.getLong()));
            case INT_DECIMAL -> BigDecimal.valueOf(at.getInteger(), scale);
            case LONG_DECIMAL -> BigDecimal.valueOf(at.getLong(), scale);
            default -> new BigDecimal(new BigInteger(at.getBinary().getBytes()), scale);
        };
    }
}
