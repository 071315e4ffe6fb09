package nightsweep.worker.dataset.unlabelled;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.DataSource.Colours;
import nightsweep.experiments.dataset.ImageSize;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.outcome.ModelInputs;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.ShapeFit;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.idx.IdxExamples;
import nightsweep.worker.dataset.image.ImageFile;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Features;

/**
 * Reads examples for a network that takes examples of {@code shape}: (columns), (height, width) or (channels, height,
 * width). They come unscaled, all of class 0.
 */
public record UnlabelledFiles(List<Integer> shape) {
    private static final int MAGIC_BYTES = 4;

    public UnlabelledFiles {
        shape = List.copyOf(shape);
    }

    /** What a file is, as its first bytes tell. */
    public enum Kind {
        /** PNG or JPEG. */
        PICTURE,
        IDX,
        /** MATLAB 5 or later. */
        MATLAB,
        /** Anything else. */
        TEXT;

        /**
         * The kind of {@code file}, decompressed where it is gzipped.
         *
         * @throws DataException if it cannot be read
         */
        public static Kind of(DataFile file) throws DataException {
            byte[] magic = file.read(in -> in.readNBytes(MAGIC_BYTES));
            if (magic.length < MAGIC_BYTES) {
                return TEXT;
            }
            boolean png = (magic[0] & 0xff) == 0x89 && magic[1] == 'P' && magic[2] == 'N' && magic[3] == 'G';
            boolean jpeg = (magic[0] & 0xff) == 0xff && (magic[1] & 0xff) == 0xd8;
            if (png || jpeg) {
                return PICTURE;
            }
            if (new String(magic, StandardCharsets.US_ASCII).equals("MATL")) {
                return MATLAB;
            }
            return magic[0] == 0 && magic[1] == 0 ? IDX : TEXT;
        }
    }

    /**
     * The examples of an IDX file of features, in its order. A row of values may stand for a picture of as many, and that is
     * told.
     *
     * @param values what the network was trained on, where that is known
     * @throws DataException if it cannot be read, or has examples of another number of values
     */
    public ExampleSet idx(DataFile file, Optional<ModelInputs.Values> values, Consumer<String> remarks)
            throws DataException {
        IdxExamples examples = IdxExamples.read(file);
        try {
            ShapeFit.of(examples.shape(), shape)
                    .ifPresent(told -> remarks.accept("Of " + file.location() + ", " + told));
            ExampleSet set = set(examples.features(), Shape.of(shape).values());
            values.ifPresent(wanted -> ShapeFit.check(set.values(), wanted));
            return set;
        } catch (IllegalArgumentException e) {
            throw file.fault(String.valueOf(e.getMessage()));
        }
    }

    /**
     * One example a picture, brought to the network's size and colours as data sets of pictures are.
     *
     * @throws DataException if one cannot be read, or the network takes no pictures
     */
    public ExampleSet pictures(List<DataFile> files) throws DataException {
        if (!(Shape.of(shape) instanceof Shape.Planes planes) || (planes.channels() != 1 && planes.channels() != 3)) {
            throw files.get(0).fault("it is a picture, but the model takes examples of shape " + shape);
        }
        ImageSize size = new ImageSize(planes.width(), planes.height());
        Colours colours = planes.channels() == 1 ? Colours.GREY : Colours.RGB;
        byte[] values = new byte[Math.multiplyExact(files.size(), planes.values())];
        for (int i = 0; i < files.size(); i++) {
            byte[] one = new ImageFile(files.get(i)).planes(size, colours);
            System.arraycopy(one, 0, values, i * planes.values(), one.length);
        }
        return set(new Features.Bytes(values), planes.values());
    }

    private static ExampleSet set(Features features, int width) {
        int count = features.length() / width;
        int[] rows = IntStream.range(0, count).toArray();
        return new ExampleSet(features, width, rows, new byte[count], ColumnScale.uniform(1, 0));
    }
}
