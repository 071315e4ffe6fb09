package nightsweep.worker.dataset.convert;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;
import nightsweep.worker.storage.Durability;
import nightsweep.worker.storage.WholeFiles;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Writes examples whose values are bytes into a folder, under names by which sweeps find them. */
public record Conversion(Configuration hadoop, String folder, FileKind kind) {
    private static final int UNSIGNED_BYTES = 0x08;

    /**
     * Writes training and test examples.
     *
     * @return the names of the files
     * @throws DataException where some of them are there already, or cannot be written
     */
    public List<String> write(Decoded decoded) throws DataException {
        try {
            Path home = new Path(folder);
            Map<String, byte[]> files = kind == FileKind.IDX ? idx(decoded) : csv(decoded);
            checkAbsent(home, List.copyOf(files.keySet()));
            WholeFiles whole = new WholeFiles(home, hadoop);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                whole.write(new Path(home, file.getKey()), file.getValue(), Durability.ON_DISK);
            }
            return List.copyOf(files.keySet());
        } catch (IOException | IllegalArgumentException e) {
            throw new DataException("Cannot write to " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    private void checkAbsent(Path home, List<String> names) throws IOException, DataException {
        FileSystem files = home.getFileSystem(hadoop);
        List<String> there = new ArrayList<>();
        for (String name : names) {
            if (files.exists(new Path(home, name))) {
                there.add(name);
            }
        }
        if (!there.isEmpty()) {
            throw new DataException("Cannot write to " + folder + ": it has " + String.join(", ", there)
                    + " already. Remove them, or name another folder.");
        }
    }

    private static Map<String, byte[]> idx(Decoded decoded) throws IOException {
        String images = "-images-idx" + (decoded.shape().size() + 1) + "-ubyte.gz";
        Map<String, byte[]> files = new LinkedHashMap<>();
        put(files, "train", images, decoded.train(), decoded.shape());
        put(files, "t10k", images, decoded.test(), decoded.shape());
        return files;
    }

    private static void put(
            Map<String, byte[]> files, String part, String images, Selection examples, List<Integer> shape)
            throws IOException {
        byte[] labels = new byte[examples.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) examples.label(i);
        }
        files.put(part + images, gzipped(shape, labels.length, values(examples)));
        files.put(part + "-labels-idx1-ubyte.gz", gzipped(List.of(), labels.length, labels));
    }

    private static byte[] gzipped(List<Integer> shape, int examples, byte[] values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(UNSIGNED_BYTES << 8 | shape.size() + 1);
            out.writeInt(examples);
            for (int size : shape) {
                out.writeInt(size);
            }
            out.write(values);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> csv(Decoded decoded) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("train.csv", table(decoded.labels(), decoded.train()));
        files.put("test.csv", table(decoded.labels(), decoded.test()));
        return files;
    }

    private static byte[] table(List<String> labels, Selection examples) {
        StringBuilder text = new StringBuilder();
        byte[] values = values(examples);
        int width = examples.stored().width();
        for (int i = 0; i < examples.size(); i++) {
            text.append(quoted(labels.get(examples.label(i))));
            for (int column = 0; column < width; column++) {
                text.append(',').append(values[i * width + column] & 0xff);
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String label) {
        return label.matches("[^,\"\r\n]*") ? label : '"' + label.replace("\"", "\"\"") + '"';
    }

    /** {@code (examples, width)}. */
    private static byte[] values(Selection examples) {
        Stored stored = examples.stored();
        if (!(stored.features() instanceof Features.Bytes bytes)) {
            throw new IllegalArgumentException("only pictures of bytes can be converted");
        }
        int width = stored.width();
        byte[] values = new byte[examples.size() * width];
        for (int i = 0; i < examples.size(); i++) {
            System.arraycopy(bytes.values(), examples.rows()[i] * width, values, i * width, width);
        }
        return values;
    }
}
