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

/** Four IDX files. Classes are numbered up to the greatest label of the training examples. */
public record IdxSource(DataFile trainFeatures, DataFile trainLabels, DataFile testFeatures, DataFile testLabels)
        implements ExampleSource {

    @Override
    public Outline outline() throws DataException {
        IdxHeader train = new IdxFile(trainFeatures).featuresHeader();
        IdxHeader test = new IdxFile(testFeatures).featuresHeader();
        checkSame(train, test);
        byte[] labels = labels(trainLabels, train, trainFeatures);
        int[] counts = new int[classes(labels)];
        for (byte label : labels) {
            counts[label & 0xff]++;
        }
        return new Outline(Interleaved.planarShape(train.shape()), counts, test.examples());
    }

    @Override
    public Decoded read() throws DataException {
        IdxHeader header = new IdxFile(trainFeatures).featuresHeader();
        checkSame(header, new IdxFile(testFeatures).featuresHeader());
        byte[] labels = labels(trainLabels, header, trainFeatures);
        int classes = classes(labels);
        Selection train = examples(trainFeatures, labels);
        byte[] unseen = labels(testLabels, new IdxFile(testFeatures).featuresHeader(), testFeatures);
        checkKnown(unseen, classes);
        Selection test = examples(testFeatures, unseen);
        return new Decoded(
                IntStream.range(0, classes).mapToObj(Integer::toString).toList(),
                Interleaved.planarShape(header.shape()),
                train,
                test);
    }

    private static Selection examples(DataFile file, byte[] labels) throws DataException {
        IdxFile.Contents contents = new IdxFile(file).features();
        List<Integer> shape = contents.header().shape();
        if (Interleaved.is(shape)) {
            Interleaved.toPlanes(shape, contents.values());
        }
        return new Stored(contents.values(), labels, contents.header().width()).all();
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

    private void checkSame(IdxHeader train, IdxHeader test) throws DataException {
        if (!train.shape().equals(test.shape()) || train.type() != test.type()) {
            throw testFeatures.fault(
                    "its examples are of shape " + test.shape() + " (" + test.type() + "), but those of "
                            + trainFeatures.location() + " of " + train.shape() + " (" + train.type() + ")");
        }
    }

    private void checkKnown(byte[] labels, int classes) throws DataException {
        for (int i = 0; i < labels.length; i++) {
            if ((labels[i] & 0xff) >= classes) {
                throw testLabels.fault("label " + (labels[i] & 0xff) + " of example " + i
                        + " (from 0) is no class of the training labels, which go from 0 to " + (classes - 1));
            }
        }
    }
}
