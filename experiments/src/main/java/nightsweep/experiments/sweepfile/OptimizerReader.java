package nightsweep.experiments.sweepfile;

import java.util.List;
import nightsweep.experiments.Checks;
import nightsweep.experiments.training.OptimizerName;
import nightsweep.experiments.training.OptimizerSpec;
import nightsweep.experiments.yaml.Choice;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads an optimizer: {@code adam}, <code>{adam: {beta1: 0.8}}</code>. */
final class OptimizerReader {
    private static final List<OptimizerName> ALL = List.of(OptimizerName.values());

    private OptimizerReader() {}

    static OptimizerSpec read(Problems problems, Tree tree) {
        return Choice.of(problems, "optimizer", tree)
                .flatMap(choice -> Values.named(problems, "optimizer", choice.place(), choice.name(), ALL)
                        .map(name -> {
                            Section section = choice.section(problems);
                            OptimizerSpec optimizer = optimizer(section, name.defaults());
                            section.done();
                            return optimizer;
                        }))
                .orElse(OptimizerName.SGD.defaults());
    }

    private static OptimizerSpec optimizer(Section section, OptimizerSpec defaults) {
        if (defaults instanceof OptimizerSpec.Sgd) {
            return defaults;
        } else if (defaults instanceof OptimizerSpec.Momentum d) {
            return new OptimizerSpec.Momentum(fraction(section, "momentum", d.momentum()), rate(section, d.rate()));
        } else if (defaults instanceof OptimizerSpec.Nesterov d) {
            return new OptimizerSpec.Nesterov(fraction(section, "momentum", d.momentum()), rate(section, d.rate()));
        } else if (defaults instanceof OptimizerSpec.AdaGrad d) {
            return new OptimizerSpec.AdaGrad(epsilon(section, d.epsilon()));
        } else if (defaults instanceof OptimizerSpec.AdaDelta d) {
            return new OptimizerSpec.AdaDelta(fraction(section, "rho", d.rho()), epsilon(section, d.epsilon()));
        } else if (defaults instanceof OptimizerSpec.RmsProp d) {
            return new OptimizerSpec.RmsProp(fraction(section, "decay", d.decay()), epsilon(section, d.epsilon()));
        }
        return ofMoments(section, defaults);
    }

    private static OptimizerSpec ofMoments(Section section, OptimizerSpec defaults) {
        if (defaults instanceof OptimizerSpec.Adam d) {
            Epsilons epsilons = Epsilons.read(section, d.epsilon());
            return new OptimizerSpec.Adam(
                    beta1(section, d.beta1()), beta2(section, d.beta2()), epsilons.after(), epsilons.before());
        } else if (defaults instanceof OptimizerSpec.AdamW d) {
            Epsilons epsilons = Epsilons.read(section, d.epsilon());
            return new OptimizerSpec.AdamW(
                    beta1(section, d.beta1()),
                    beta2(section, d.beta2()),
                    epsilons.after(),
                    epsilons.before(),
                    section.number("weight-decay", d.weightDecay(), Checks::notNegative));
        } else if (defaults instanceof OptimizerSpec.AdaMax d) {
            return new OptimizerSpec.AdaMax(
                    beta1(section, d.beta1()), beta2(section, d.beta2()), epsilon(section, d.epsilon()));
        } else if (defaults instanceof OptimizerSpec.Nadam d) {
            return new OptimizerSpec.Nadam(
                    beta1(section, d.beta1()),
                    beta2(section, d.beta2()),
                    epsilon(section, d.epsilon()),
                    section.number("momentum-decay", d.momentumDecay(), Checks::notNegative));
        } else if (defaults instanceof OptimizerSpec.AmsGrad d) {
            Epsilons epsilons = Epsilons.read(section, d.epsilon());
            return new OptimizerSpec.AmsGrad(
                    beta1(section, d.beta1()), beta2(section, d.beta2()), epsilons.after(), epsilons.before());
        } else if (defaults instanceof OptimizerSpec.AdaBelief d) {
            return new OptimizerSpec.AdaBelief(
                    beta1(section, d.beta1()), beta2(section, d.beta2()), epsilon(section, d.epsilon()));
        }
        throw new AssertionError(defaults);
    }

    private static double fraction(Section section, String key, double otherwise) {
        return section.number(key, otherwise, Checks::fraction);
    }

    private static OptimizerSpec.RateUse rate(Section section, OptimizerSpec.RateUse otherwise) {
        return section.choice("rate", List.of(OptimizerSpec.RateUse.values()), otherwise);
    }

    private static double beta1(Section section, double otherwise) {
        return fraction(section, "beta1", otherwise);
    }

    private static double beta2(Section section, double otherwise) {
        return fraction(section, "beta2", otherwise);
    }

    private static double epsilon(Section section, double otherwise) {
        return section.number("epsilon", otherwise, Checks::positive);
    }

    /** What keeps Adam's divisor from zero, after the correction of its bias or before it: one of the two is 0. */
    private record Epsilons(double after, double before) {
        static Epsilons read(Section section, double otherwise) {
            if (!section.has("epsilon-hat")) {
                return new Epsilons(epsilon(section, otherwise), 0);
            }
            if (section.has("epsilon")) {
                section.problems()
                        .add(
                                section.required("epsilon").place(),
                                "epsilon is added after the correction of bias, epsilon-hat before it. Keep one of the two.");
            }
            return new Epsilons(0, section.number("epsilon-hat", otherwise, Checks::positive));
        }
    }
}
