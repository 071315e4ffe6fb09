package nightsweep.worker.dataset.idx;

import java.util.List;
import java.util.stream.IntStream;
import nightsweep.worker.dataset.DataException;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.ExampleSource;
import nightsweep.worker.dataset.source.Outline;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;

/** Four IDX files. Classes are numbered from 0 to the greatest label of the training examples. */
public record IdxSource(DataFile trainFeatures, DataFile trainLabels, DataFile testFeatures, DataFile testLabels)
        implements ExampleSource {

    /** What is read before any feature: enough to find whatever does not fit. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Frame(IdxHeader header, byte[] train, byte[] test, int classes) {
        List<Integer> shape() {
            return Interleaved.planarShape(header.shape());
        }
    }

    @Override
    public Outline outline() throws DataException {
        Frame frame = frame();
        int[] counts = new int[frame.classes];
        for (byte label : frame.train) {
            counts[label & 0xff]++;
        }
        return new Outline(frame.shape(), counts, frame.test.length);
    }

    @Override
    public Decoded read() throws DataException {
        Frame frame = frame();
        return new Decoded(
                IntStream.range(0, frame.classes).mapToObj(Integer::toString).toList(),
                frame.shape(),
                examples(trainFeatures, frame.train),
                examples(testFeatures, frame.test));
    }

    private Frame frame() throws DataException {
        IdxHeader train = new IdxFile(trainFeatures).featuresHeader();
        IdxHeader test = new IdxFile(testFeatures).featuresHeader();
        if (!train.shape().equals(test.shape()) || train.type() != test.type()) {
            throw testFeatures.fault("its examples are " + kind(test) + ", but those of " + trainFeatures.location()
                    + " are " + kind(train));
        }
        byte[] labels = labels(trainLabels, train, trainFeatures);
        Frame frame = new Frame(train, labels, labels(testLabels, test, testFeatures), classes(labels));
        checkKnown(frame);
        return frame;
    }

    private static String kind(IdxHeader header) {
        return header.type().plural() + " of shape " + header.shape();
    }

    private static byte[] labels(DataFile file, IdxHeader features, DataFile featuresFile) throws DataException {
        byte[] labels = new IdxFile(file).labels();
        if (labels.length != features.examples()) {
            throw file.fault("it has " + labels.length + " labels, but " + featuresFile.location() + " has "
                    + features.examples() + " examples");
        }
        return labels;
    }

    private int classes(byte[] labels) throws DataException {
        int greatest = 0;
        for (byte label : labels) {
            greatest = Math.max(greatest, label & 0xff);
        }
        if (greatest == 0) {
            throw trainLabels.fault("every label is 0, but there must be two classes or more");
        }
        return greatest + 1;
    }

    private void checkKnown(Frame frame) throws DataException {
        for (int i = 0; i < frame.test.length; i++) {
            int label = frame.test[i] & 0xff;
            if (label >= frame.classes) {
                throw testLabels.fault("label " + label + " of example " + i + " (from 0) is no class of "
                        + trainLabels.location() + ", whose classes go from 0 to " + (frame.classes - 1));
            }
        }
    }

    private static Selection examples(DataFile file, byte[] labels) throws DataException {
        IdxFile.Contents contents = new IdxFile(file).features();
        List<Integer> shape = contents.header().shape();
        if (Interleaved.is(shape)) {
            Interleaved.toPlanes(shape, contents.values());
        }
        if (contents.header().examples() != labels.length) {
            throw file.fault("it changed while it was read");
        }
        return new Stored(contents.values(), labels, contents.header().width()).all();
    }
}
