package nightsweep.worker.prediction;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import nightsweep.worker.model.SavedModel;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Answers as Parquet, in the columns of {@link CsvAnswers}: a long, a text, and floats as the network gave them. */
public final class ParquetAnswers implements Answers.Table, Closeable {
    private final List<String> labels;
    private final SimpleGroupFactory rows;
    private final ParquetWriter<Group> writer;

    /** @param out is left open */
    public ParquetAnswers(SavedModel model, OutputStream out, Configuration hadoop) throws IOException {
        labels = model.trained().card().labels();
        MessageType schema = schema(labels);
        rows = new SimpleGroupFactory(schema);
        writer = ExampleParquetWriter.builder(new Output(out))
                .withType(schema)
                .withConf(hadoop)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build();
    }

    private static MessageType schema(List<String> labels) {
        List<String> names = Answers.columns(labels);
        Types.GroupBuilder<MessageType> schema = Types.buildMessage()
                .required(PrimitiveTypeName.INT64)
                .named(names.get(0))
                .required(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(names.get(1));
        for (String name : names.subList(2, names.size())) {
            schema = schema.required(PrimitiveTypeName.FLOAT).named(name);
        }
        return schema.named("answers");
    }

    @Override
    public void take(Answers.Batch answered) throws IOException {
        for (int row = 0; row < answered.predicted().length; row++) {
            int predicted = answered.predicted()[row];
            int scores = row * labels.size();
            Group group = rows.newGroup();
            group.add(0, answered.first() + row);
            group.add(1, labels.get(predicted));
            group.add(2, answered.scores()[scores + predicted]);
            for (int label = 0; label < labels.size(); label++) {
                group.add(3 + label, answered.scores()[scores + label]);
            }
            writer.write(group);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private record Output(OutputStream out) implements OutputFile {
        @Override
        public PositionOutputStream create(long blockSizeHint) {
            return new Counted(out);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return new Counted(out);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    private static final class Counted extends PositionOutputStream {
        private final OutputStream out;
        private long position;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            position++;
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            position += count;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        /** Whoever opened the stream closes it. */
        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
