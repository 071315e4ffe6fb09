package nightsweep.experiments.sweepfile.training;

import java.util.List;
import nightsweep.experiments.Checks;
import nightsweep.experiments.training.Augmentation;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;

/** Reads {@code augmentation}: {@code none}, or the changes by name. */
final class AugmentationReader {
    private AugmentationReader() {}

    static Augmentation read(Problems problems, Tree tree) {
        problems.inquiry().labels(tree.place().key(), List.of("none"));
        if (tree instanceof Tree.Scalar scalar && scalar.text().equals("none")) {
            return Augmentation.NONE;
        }
        Section section = Section.of(problems, "augmentation", tree);
        double shift = section.number("shift", 0, Checks::notNegative);
        double rotate = section.number("rotate", 0, Checks::notNegative);
        double zoom = section.number("zoom", 0, Checks::notNegative);
        double shear = section.number("shear", 0, Checks::notNegative);
        Augmentation.Flip flip = section.choice("flip", List.of(Augmentation.Flip.values()), Augmentation.Flip.NONE);
        section.done();
        return section.build(Augmentation.NONE, () -> new Augmentation(shift, rotate, zoom, shear, flip));
    }
}
