package nightsweep.experiments.sweepfile.data;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.Checks;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.ImageSize;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads sources of pictures that are brought to one size; their defaults stand here. */
final class PicturesReader {
    private static final ImageSize STAND_IN = new ImageSize(1, 1);

    private PicturesReader() {}

    static DataSource matlab(Section section, DataSource standIn) {
        String file = Values.text(section.problems(), "file", section.required("file"), "unknown");
        String images = section.text("images", "images");
        String labels = section.text("labels", "labels");
        ImageSize size = size(section);
        int train = count(section, "train");
        int test = count(section, "test");
        section.done();
        return section.build(standIn, () -> new DataSource.Matlab(file, images, labels, size, train, test));
    }

    static DataSource images(Section section, DataSource standIn) {
        String train = Values.text(section.problems(), "train", section.required("train"), "unknown");
        String test = section.text("test", "");
        double testShare = DatasetReader.testShare(section);
        ImageSize size = size(section);
        DataSource.Colours colours =
                section.choice("colours", List.of(DataSource.Colours.values()), DataSource.Colours.RGB);
        section.done();
        return section.build(standIn, () -> new DataSource.Images(train, test, testShare, size, colours));
    }

    private static int count(Section section, String key) {
        return Values.wholeNumber(section.problems(), key, section.required(key), 1, Checks::positive);
    }

    private static ImageSize size(Section section) {
        Tree tree = section.required("size");
        String text = Values.text(section.problems(), "size", tree, "1");
        try {
            Optional<ImageSize> size = ImageSize.of(text);
            if (size.isPresent()) {
                return size.get();
            }
            section.problems()
                    .add(
                            tree.place(),
                            "size must be such as 64, or 64x48 for width and height, but got " + tree.found() + ".");
        } catch (IllegalArgumentException e) {
            section.problems().add(tree.place(), Values.message(e));
        }
        return STAND_IN;
    }
}
