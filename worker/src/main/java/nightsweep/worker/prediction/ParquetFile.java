package nightsweep.worker.prediction;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.file.DataPath;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** An open Parquet file, whose groups of rows are read whole, one at a time. */
final class ParquetFile implements Closeable {
    private static final String MAGIC = "PAR1";

    private final DataFile file;
    private final ParquetFileReader reader;

    private ParquetFile(DataFile file, ParquetFileReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /** Whether a file says so in its first bytes. */
    static boolean is(DataFile file) throws IOException, DataException {
        try (FSDataInputStream in = file.raw()) {
            return new String(in.readNBytes(MAGIC.length()), StandardCharsets.US_ASCII).equals(MAGIC);
        }
    }

    /**
     * Opens a file.
     *
     * @throws DataException if there is none, or it is no Parquet
     */
    static ParquetFile open(DataFile file) throws IOException, DataException {
        // Said here, where the file's own words for it can be: Parquet wants plain exceptions.
        file.raw().close();
        try {
            return new ParquetFile(file, ParquetFileReader.open(new Input(file)));
        } catch (RuntimeException e) {
            throw broken(file, e);
        }
    }

    /** Parquet tells of bytes that are none by unchecked exceptions of many kinds. */
    private static DataException broken(DataFile file, RuntimeException e) {
        return file.fault("it is no whole Parquet file (" + e.getMessage() + ")");
    }

    /**
     * Its columns, in order.
     *
     * @throws DataException if one is nested, or of a type that is no number, truth or text
     */
    List<ParquetColumn> columns() throws DataException {
        List<ParquetColumn> columns = new ArrayList<>();
        for (Type type : meta().getSchema().getFields()) {
            columns.add(ParquetColumn.of(type, file));
        }
        return columns;
    }

    /** How many rows each of its groups has. */
    List<Long> rows() {
        return reader.getRowGroups().stream().map(BlockMetaData::getRowCount).toList();
    }

    /** How many bytes each of its groups has, uncompressed. */
    List<Long> bytes() {
        return reader.getRowGroups().stream()
                .map(BlockMetaData::getTotalByteSize)
                .toList();
    }

    /** A reader of each column, at the first row of a group. */
    List<ColumnReader> group(int number) throws IOException, DataException {
        try {
            PageReadStore pages = reader.readRowGroup(number);
            MessageType schema = meta().getSchema();
            ColumnReadStoreImpl store = new ColumnReadStoreImpl(
                    pages, new GroupRecordConverter(schema).getRootConverter(), schema, meta().getCreatedBy());
            return schema.getColumns().stream().map(store::getColumnReader).toList();
        } catch (RuntimeException e) {
            throw broken(file, e);
        }
    }

    private FileMetaData meta() {
        return reader.getFileMetaData();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private record Input(DataFile file) implements InputFile {
        @Override
        public long getLength() throws IOException {
            Path path = DataPath.of(file.location(), file.hadoop());
            return path.getFileSystem(file.hadoop()).getFileStatus(path).getLen();
        }

        @Override
        public SeekableInputStream newStream() throws IOException {
            try {
                return HadoopStreams.wrap(file.raw());
            } catch (DataException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }
}
