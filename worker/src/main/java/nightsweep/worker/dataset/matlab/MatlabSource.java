package nightsweep.worker.dataset.matlab;

import java.util.List;
import java.util.TreeSet;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.ImageSize;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.image.Bilinear;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.ExampleSource;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.Origins;
import nightsweep.worker.dataset.source.Outline;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;

/**
 * The first pictures of a MATLAB 5 file to train on, those after them to test on, all brought to one size. Classes are the
 * labels of the training pictures, rising. Bytes stay as they are, and what is true in a logical picture becomes 255.
 */
public record MatlabSource(DataFile file, DataSource.Matlab matlab) implements ExampleSource {
    private static final int MOST_CLASSES = 256;
    private static final int GREATEST_BYTE = 255;

    @Override
    public Outline outline() throws DataException {
        MatlabFile.Variables variables = variables();
        List<Integer> classes = classes(variables.labels());
        return new Outline(
                classes.stream().map(String::valueOf).toList(),
                shape(),
                counts(labels(variables.labels(), classes, 0, matlab.train()), classes.size()),
                counts(labels(variables.labels(), classes, matlab.train(), matlab.test()), classes.size()),
                List.of());
    }

    private static int[] counts(byte[] labels, int classes) {
        int[] counts = new int[classes];
        for (byte label : labels) {
            counts[label & 0xff]++;
        }
        return counts;
    }

    @Override
    public Decoded read() throws DataException {
        MatlabFile.Variables variables = variables();
        List<Integer> classes = classes(variables.labels());
        return new Decoded(
                classes.stream().map(String::valueOf).toList(),
                shape(),
                examples(variables, classes, 0, matlab.train()),
                examples(variables, classes, matlab.train(), matlab.test()));
    }

    /**
     * Every picture of the file, of one class or more.
     *
     * @throws DataException where the file cannot be read
     */
    public Decoded all() throws DataException {
        MatlabFile.Variables variables = new MatlabFile(file, matlab.images(), matlab.labels()).read();
        int count = variables.images().getNumElements();
        TreeSet<Integer> classes = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            classes.add(label(variables.labels(), i));
        }
        if (count == 0 || classes.size() > MOST_CLASSES) {
            throw file.fault("it has " + count + " pictures of " + classes.size() + " classes, but there may be "
                    + MOST_CLASSES + " classes");
        }
        List<Integer> rising = List.copyOf(classes);
        Selection all = examples(variables, rising, 0, count);
        return new Decoded(rising.stream().map(String::valueOf).toList(), shape(), all, all);
    }

    private List<Integer> shape() {
        return List.of(matlab.size().height(), matlab.size().width());
    }

    private MatlabFile.Variables variables() throws DataException {
        MatlabFile.Variables variables = new MatlabFile(file, matlab.images(), matlab.labels()).read();
        long wanted = (long) matlab.train() + matlab.test();
        if (wanted > variables.images().getNumElements()) {
            throw file.fault("it has " + variables.images().getNumElements() + " pictures, but " + matlab.train()
                    + " to train on and " + matlab.test() + " to test on are " + wanted);
        }
        return variables;
    }

    private List<Integer> classes(Matrix labels) throws DataException {
        TreeSet<Integer> classes = new TreeSet<>();
        for (int i = 0; i < matlab.train(); i++) {
            classes.add(label(labels, i));
        }
        if (classes.size() < 2 || classes.size() > MOST_CLASSES) {
            throw file.fault(matlab.labels() + " has " + classes.size()
                    + " different values among the training pictures, but there must be 2 to " + MOST_CLASSES
                    + " classes");
        }
        return List.copyOf(classes);
    }

    private int label(Matrix labels, int picture) throws DataException {
        double value = labels.getDouble(picture);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw file.fault(matlab.labels() + " must be whole numbers, but that of picture " + picture
                    + " (from 0) is " + value);
        }
        return (int) value;
    }

    private byte[] labels(Matrix labels, List<Integer> classes, int from, int count) throws DataException {
        byte[] numbers = new byte[count];
        for (int i = 0; i < count; i++) {
            int label = label(labels, from + i);
            int number = classes.indexOf(label);
            if (number < 0) {
                throw file.fault("label " + label + " of picture " + (from + i)
                        + " (from 0) is no class of the training pictures, which are " + classes);
            }
            numbers[i] = (byte) number;
        }
        return numbers;
    }

    private Selection examples(MatlabFile.Variables variables, List<Integer> classes, int from, int count)
            throws DataException {
        ImageSize size = matlab.size();
        int width = size.width() * size.height();
        byte[] labels = labels(variables.labels(), classes, from, count);
        if ((long) count * width > Integer.MAX_VALUE - 8) {
            throw file.fault(count + " pictures of " + width + " pixels are more than one array can hold");
        }
        byte[] values = new byte[count * width];
        for (int i = 0; i < count; i++) {
            System.arraycopy(picture(variables.images(), from + i), 0, values, i * width, width);
        }
        return new Stored(new Features.Bytes(values), labels, width, new Origins.Numbers()).all();
    }

    private byte[] picture(Cell images, int place) throws DataException {
        Array array = images.get(place);
        if (!(array instanceof Matrix pixels)
                || pixels.getNumDimensions() != 2
                || pixels.getNumElements() == 0
                || !(pixels.isLogical() || pixels.getType() == MatlabType.UInt8)) {
            throw file.fault("picture " + place + " (from 0) must be a uint8 or a logical matrix, but it is "
                    + MatlabFile.kind(array));
        }
        int height = pixels.getNumRows();
        int width = pixels.getNumCols();
        byte[] plane = new byte[height * width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int value = pixels.getInt(row, column);
                plane[row * width + column] = (byte) (pixels.isLogical() && value != 0 ? GREATEST_BYTE : value);
            }
        }
        return new Bilinear(width, height, matlab.size()).of(plane);
    }
}
