package nightsweep.experiments.sweepfile.training;

import java.util.List;
import nightsweep.experiments.Named;
import nightsweep.experiments.training.optimizer.Hyperparameters;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import nightsweep.experiments.yaml.Choice;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;

/** Reads an optimizer: {@code adam}, <code>{adam: {beta1: 0.8}}</code>. */
final class OptimizerReader {
    private static final List<OptimizerName> ALL = List.of(OptimizerName.values());

    private OptimizerReader() {}

    static OptimizerSpec read(Problems problems, Tree tree) {
        return Choice.of(problems, "optimizer", tree, Named.labels(ALL))
                .flatMap(choice -> choice.named(problems, "optimizer", ALL).map(name -> {
                    Section section = choice.section(problems);
                    OptimizerSpec optimizer = name.defaults().with(new Told(section));
                    section.done();
                    return optimizer;
                }))
                .orElse(OptimizerName.SGD.defaults());
    }

    /** What a section tells. */
    private record Told(Section section) implements Hyperparameters {
        @Override
        public double number(String label, double usual, Range range) {
            return section.number(label, usual, range::check);
        }

        @Override
        public <N extends Named> N choice(String label, List<N> all, N usual) {
            return section.choice(label, all, usual);
        }

        @Override
        public Either either(String label, String otherLabel, Either usual, Range range, String objection) {
            if (!section.has(otherLabel)) {
                return new Either(number(label, usual.one(), range), 0);
            }
            if (section.has(label)) {
                section.problems().add(section.required(label).place(), objection);
            }
            return new Either(0, number(otherLabel, usual.one(), range));
        }
    }
}
