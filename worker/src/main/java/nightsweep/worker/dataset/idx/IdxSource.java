package nightsweep.worker.dataset.idx;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.ExampleSource;
import nightsweep.worker.dataset.source.Origins;
import nightsweep.worker.dataset.source.Outline;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;

/** Four IDX files. Classes are the labels that occur, rising, each called by its number. */
public record IdxSource(DataFile trainFeatures, DataFile trainLabels, DataFile testFeatures, DataFile testLabels)
        implements ExampleSource {

    /**
     * What is read before any feature: enough to find whatever does not fit.
     *
     * @param train the class of each training example, from 0
     * @param test likewise
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Frame(IdxHeader header, List<String> classes, byte[] train, byte[] test) {
        List<Integer> shape() {
            return Interleaved.planarShape(header.shape());
        }

        int[] counts(byte[] labels) {
            int[] counts = new int[classes.size()];
            for (byte label : labels) {
                counts[label & 0xff]++;
            }
            return counts;
        }
    }

    @Override
    public Outline outline() throws DataException {
        Frame frame = frame();
        return new Outline(
                frame.classes, frame.shape(), frame.counts(frame.train), frame.counts(frame.test), remarks());
    }

    private List<DataRemark> remarks() {
        return trainFeatures.equals(testFeatures)
                ? List.of(new DataRemark(
                        Doubt.TESTED_ON_TRAINING,
                        testFeatures.location()
                                + " is both trained and tested on, so figures on it say nothing of new examples."))
                : List.of();
    }

    @Override
    public Decoded read() throws DataException {
        Frame frame = frame();
        return new Decoded(
                frame.classes, frame.shape(), examples(trainFeatures, frame.train), examples(testFeatures, frame.test));
    }

    private Frame frame() throws DataException {
        IdxHeader train = new IdxFile(trainFeatures).featuresHeader();
        IdxHeader test = new IdxFile(testFeatures).featuresHeader();
        if (!train.shape().equals(test.shape()) || train.type() != test.type()) {
            throw testFeatures.fault("its examples are " + kind(test) + ", but those of " + trainFeatures.location()
                    + " are " + kind(train));
        }
        byte[] trained = labels(trainLabels, train, trainFeatures);
        byte[] tested = labels(testLabels, test, testFeatures);
        int[] classes = occurring(trained, tested);
        return new Frame(
                train,
                Arrays.stream(classes).mapToObj(Integer::toString).toList(),
                places(trained, classes),
                places(tested, classes));
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

    private int[] occurring(byte[] trained, byte[] tested) throws DataException {
        boolean[] occurs = new boolean[1 << Byte.SIZE];
        for (byte label : trained) {
            occurs[label & 0xff] = true;
        }
        long learnt = IntStream.range(0, occurs.length).filter(i -> occurs[i]).count();
        if (learnt < 2) {
            throw trainLabels.fault(
                    "every label is " + (trained[0] & 0xff) + ", but there must be two classes or more");
        }
        for (byte label : tested) {
            occurs[label & 0xff] = true;
        }
        return IntStream.range(0, occurs.length).filter(i -> occurs[i]).toArray();
    }

    private static byte[] places(byte[] labels, int[] classes) {
        byte[] places = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            places[i] = (byte) Arrays.binarySearch(classes, labels[i] & 0xff);
        }
        return places;
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
        return new Stored(contents.values(), labels, contents.header().width(), new Origins.Numbers()).all();
    }
}
