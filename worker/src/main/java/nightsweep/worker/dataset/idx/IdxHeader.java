package nightsweep.worker.dataset.idx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;

/**
 * The beginning of an IDX file: two zero bytes, the type of a value, the number of dimensions, then the size of each in
 * four bytes, the most significant first.
 *
 * @param sizes of the dimensions, each 1 or more, their product within an int; the first counts examples
 */
record IdxHeader(IdxType type, List<Integer> sizes) {
    private static final int MOST_VALUES = Integer.MAX_VALUE - 8;
    private static final int MOST_DIMENSIONS = 4;

    IdxHeader {
        sizes = List.copyOf(sizes);
    }

    int examples() {
        return sizes.get(0);
    }

    /** The shape of one example; empty where an example is one value. */
    List<Integer> shape() {
        return sizes.subList(1, sizes.size());
    }

    /** Values an example. */
    int width() {
        return shape().stream().reduce(1, (a, b) -> a * b);
    }

    /** Bytes of the whole file. */
    long fileBytes() {
        return 4 + 4L * sizes.size() + (long) examples() * width() * type.bytes();
    }

    /**
     * Reads the header of {@code file} from {@code in}.
     *
     * @throws DataException where it is none
     */
    static IdxHeader read(InputStream in, DataFile file) throws IOException, DataException {
        byte[] magic = words(in, 1, file);
        Optional<IdxType> type = IdxType.of(magic[2]);
        int dimensions = magic[3];
        if (magic[0] != 0 || magic[1] != 0 || type.isEmpty() || dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            throw file.fault(String.format(
                    Locale.ROOT,
                    "an IDX file begins with 00 00, then 08 for unsigned bytes or 0d for floats, then 01 to 04 for its"
                            + " dimensions, but this one with %02x %02x %02x %02x%s",
                    magic[0],
                    magic[1],
                    magic[2],
                    magic[3],
                    file.looksLike().map(what -> ": it is " + what).orElse("")));
        }
        ByteBuffer words = ByteBuffer.wrap(words(in, dimensions, file));
        List<Long> sizes = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            sizes.add(Integer.toUnsignedLong(words.getInt()));
        }
        check(sizes, file);
        return new IdxHeader(type.get(), sizes.stream().map(Long::intValue).toList());
    }

    private static byte[] words(InputStream in, int words, DataFile file) throws IOException, DataException {
        byte[] bytes = in.readNBytes(4 * words);
        if (bytes.length < 4 * words) {
            throw file.fault("it ends within its header");
        }
        return bytes;
    }

    private static void check(List<Long> sizes, DataFile file) throws DataException {
        String text = sizes.stream().map(String::valueOf).collect(Collectors.joining(" x "));
        long values = 1;
        for (long size : sizes) {
            if (size == 0) {
                throw file.fault("its header promises " + text + " values, which is none");
            }
            if (size > MOST_VALUES / values) {
                throw file.fault(
                        "its header promises " + text + " values, but at most " + MOST_VALUES + " can be read");
            }
            values *= size;
        }
    }
}
