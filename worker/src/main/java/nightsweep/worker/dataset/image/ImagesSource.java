package nightsweep.worker.dataset.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.ImageSize;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.image.ImageFolder.Content;
import nightsweep.worker.dataset.image.ImageFolder.ImageClass;
import nightsweep.worker.dataset.random.RandomNumbers;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.ExampleSource;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.Origins;
import nightsweep.worker.dataset.source.Outline;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;
import nightsweep.worker.dataset.split.Draw;
import nightsweep.worker.dataset.split.Quotas;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Folders of pictures, class by class in the order of names and within a class by file name. Whether a picture can be read
 * is seen only when it is.
 *
 * @param seed decides which pictures are kept for testing where one folder serves for both
 */
public record ImagesSource(Configuration hadoop, DataSource.Images images, long seed) implements ExampleSource {
    /** Draws of other purposes have numbers of their own. */
    private static final int TEST_SHARE = 0;

    private static final int MOST_CLASSES = 256;
    private static final int MOST_NAMED = 20;

    @Override
    public Outline outline() throws DataException {
        Content content = trainContent();
        List<ImageClass> train = content.classes();
        List<DataRemark> remarks = new ArrayList<>();
        content.remark(images.train()).ifPresent(remarks::add);
        int[] counts = train.stream().mapToInt(one -> one.files().size()).toArray();
        List<String> names = train.stream().map(ImageClass::name).toList();
        if (!images.test().isEmpty()) {
            int[] test = new int[counts.length];
            Content tested = testContent(train);
            if (tested.equals(content)) {
                remarks.add(new DataRemark(
                        Doubt.TESTED_ON_TRAINING,
                        "The pictures of " + images.test() + " are those of " + images.train()
                                + ", so figures on them say nothing of new ones: name another folder, or leave test out, so"
                                + " that a share of the pictures is kept for testing."));
            }
            tested.remark(images.test()).ifPresent(remarks::add);
            tested.classes()
                    .forEach(
                            one -> test[names.indexOf(one.name())] = one.files().size());
            return new Outline(names, shape(), counts, test, remarks);
        }
        int[] kept = Quotas.kept(counts, images.testShare(), "testing");
        int[] left =
                IntStream.range(0, counts.length).map(i -> counts[i] - kept[i]).toArray();
        return new Outline(names, shape(), left, kept, remarks);
    }

    @Override
    public Decoded read() throws DataException {
        List<ImageClass> classes = trainContent().classes();
        List<String> names = classes.stream().map(ImageClass::name).toList();
        if (!images.test().isEmpty()) {
            List<ImageClass> test = testContent(classes).classes();
            return new Decoded(
                    names, shape(), examples(images.train(), classes, names), examples(images.test(), test, names));
        }
        Selection all = examples(images.train(), classes, names);
        int[] quotas = Quotas.kept(all.counts(names.size()), images.testShare(), "testing");
        Draw draw = Draw.of(all, quotas, RandomNumbers.of(seed, TEST_SHARE));
        return new Decoded(names, shape(), draw.left(), draw.drawn());
    }

    /**
     * Every picture of the folder to train on, of one class or more.
     *
     * @param told hears which files are passed over
     * @throws DataException where the folder cannot be read
     */
    public Decoded all(Consumer<String> told) throws DataException {
        ImageFolder folder = new ImageFolder(hadoop, images.train());
        Content content = folder.content();
        content.remark(images.train()).ifPresent(remark -> told.accept(remark.message()));
        List<String> names = content.classes().stream().map(ImageClass::name).toList();
        if (names.size() > MOST_CLASSES) {
            throw folder.fault("it has " + names.size() + " folders, but there may be " + MOST_CLASSES + " classes");
        }
        Selection all = examples(images.train(), content.classes(), names);
        return new Decoded(names, shape(), all, all);
    }

    private List<Integer> shape() {
        ImageSize size = images.size();
        return images.colours().channels() == 1
                ? List.of(size.height(), size.width())
                : List.of(images.colours().channels(), size.height(), size.width());
    }

    private Content trainContent() throws DataException {
        ImageFolder folder = new ImageFolder(hadoop, images.train());
        Content content = folder.content();
        List<ImageClass> classes = content.classes();
        if (classes.size() < 2 || classes.size() > MOST_CLASSES) {
            throw folder.fault("it has " + classes.size() + (classes.size() == 1 ? " folder" : " folders")
                    + ", but there must be 2 to " + MOST_CLASSES + " classes");
        }
        return content;
    }

    private Content testContent(List<ImageClass> train) throws DataException {
        ImageFolder folder = new ImageFolder(hadoop, images.test());
        Content content = folder.content();
        List<ImageClass> classes = content.classes();
        List<String> known = train.stream().map(ImageClass::name).toList();
        List<String> unknown = classes.stream()
                .map(ImageClass::name)
                .filter(name -> !known.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw folder.fault(String.join(", ", unknown) + (unknown.size() == 1 ? " is no class" : " are no classes")
                    + " of " + images.train() + ", which are " + String.join(", ", known));
        }
        return content;
    }

    private Selection examples(String folder, List<ImageClass> classes, List<String> names) throws DataException {
        List<Path> files = classes.stream().flatMap(one -> one.files().stream()).toList();
        int width = shape().stream().reduce(1, (a, b) -> a * b);
        if ((long) files.size() * width > Integer.MAX_VALUE - 8) {
            throw new ImageFolder(hadoop, folder)
                    .fault(files.size() + " pictures of " + width + " values are more than can be kept. Make size"
                            + " smaller");
        }
        byte[] labels = new byte[files.size()];
        int at = 0;
        for (ImageClass one : classes) {
            Arrays.fill(labels, at, at + one.files().size(), (byte) names.indexOf(one.name()));
            at += one.files().size();
        }
        List<String> called = classes.stream()
                .flatMap(one -> one.files().stream().map(file -> one.name() + "/" + file.getName()))
                .toList();
        return new Stored(new Features.Bytes(values(folder, files, width)), labels, width, new Origins.Pictures(called))
                .all();
    }

    /** All pictures one after another, however many threads decode them; those that cannot be read are told together. */
    private byte[] values(String folder, List<Path> files, int width) throws DataException {
        byte[] values = new byte[files.size() * width];
        @Nullable String[] faults = new @Nullable String[files.size()];
        IntStream.range(0, files.size()).parallel().forEach(i -> {
            try {
                DataFile file = new DataFile(hadoop, files.get(i).toString());
                byte[] planes = new ImageFile(file).planes(images.size(), images.colours());
                System.arraycopy(planes, 0, values, i * width, width);
            } catch (DataException e) {
                faults[i] = e.getMessage();
            }
        });
        List<String> found = Arrays.stream(faults).filter(Objects::nonNull).toList();
        if (!found.isEmpty()) {
            String more = found.size() > MOST_NAMED ? "\n  and " + (found.size() - MOST_NAMED) + " more." : "";
            throw new ImageFolder(hadoop, folder)
                    .fault(found.size() + " of " + files.size()
                            + " pictures cannot be read. Remove or replace them:\n  "
                            + String.join("\n  ", found.subList(0, Math.min(found.size(), MOST_NAMED)))
                            + more);
        }
        return values;
    }
}
