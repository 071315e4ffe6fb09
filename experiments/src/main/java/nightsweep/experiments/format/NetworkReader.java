package nightsweep.experiments.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.Checks;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Hyperparameter;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;

/**
 * Reads the list of layers.
 *
 * @param weights where the weights of a layer start that says nothing of them
 * @param biases where the biases of a layer start that says nothing of them
 */
record NetworkReader(Problems problems, Initial weights, Initial biases) {
    private static final List<String> LAYERS = List.of("dense", "dropout", "output");
    private static final List<ActivationName> ACTIVATIONS = List.of(ActivationName.values());
    private static final List<LossName> LOSSES = List.of(LossName.values());

    NetworkSpec read(Tree tree) {
        List<LayerSpec> layers = new ArrayList<>();
        int before = problems.complaints();
        if (tree instanceof Tree.Sequence sequence) {
            sequence.items().forEach(item -> layer(item).ifPresent(layers::add));
        } else if (!(tree instanceof Tree.Unknown)) {
            problems.add(tree.place(), "network must be a list of layers, but got " + tree.found() + ".");
        }
        // A layer that could not be read may well have been the missing one.
        return problems.complaints() > before || tree instanceof Tree.Unknown
                ? standIn()
                : Section.empty(problems, tree.place()).build(standIn(), () -> new NetworkSpec(layers));
    }

    private NetworkSpec standIn() {
        Activation activation = Activation.of(ActivationName.SOFTMAX);
        return new NetworkSpec(List.of(new LayerSpec.Output(1, activation, LossName.CROSS_ENTROPY, weights, biases)));
    }

    private Optional<LayerSpec> layer(Tree tree) {
        return Choice.of(problems, "a layer", tree).flatMap(choice -> {
            if (choice.name().equals("dropout") && choice.single()) {
                Tree rate = choice.arguments().orElseThrow();
                return Optional.of(
                        new LayerSpec.Dropout(Values.number(problems, "dropout", rate, 0, Checks::fraction)));
            }
            if (!LAYERS.contains(choice.name())) {
                Values.unknown(problems, "layer", choice.place(), choice.name(), LAYERS);
                return Optional.empty();
            }
            Section section = choice.section(problems);
            LayerSpec layer = switch (choice.name()) {
                case "dense" -> dense(section);
                case "dropout" ->
                    new LayerSpec.Dropout(
                            Values.number(problems, "rate", section.required("rate"), 0, Checks::fraction));
                default -> output(section);
            };
            section.done();
            return Optional.of(layer);
        });
    }

    private LayerSpec dense(Section section) {
        return new LayerSpec.Dense(
                units(section),
                section.find("activation").map(this::activation).orElseGet(() -> Activation.of(ActivationName.RELU)),
                section.number("dropout", 0, Checks::fraction),
                weights(section),
                biases(section));
    }

    private LayerSpec output(Section section) {
        int units = units(section);
        LossName loss = loss(section);
        Activation activation =
                section.find("activation").map(this::activation).orElseGet(() -> Activation.of(loss.usualActivation()));
        return new LayerSpec.Output(units, activation, loss, weights(section), biases(section));
    }

    private int units(Section section) {
        return Values.wholeNumber(section.problems(), "units", section.required("units"), 1, Checks::positive);
    }

    private LossName loss(Section section) {
        Tree tree = section.required("loss");
        String label = Values.text(section.problems(), "loss", tree, "");
        return label.isEmpty()
                ? LossName.CROSS_ENTROPY
                : Values.named(section.problems(), "loss", tree.place(), label, LOSSES)
                        .orElse(LossName.CROSS_ENTROPY);
    }

    private Activation activation(Tree tree) {
        return Choice.of(problems, "activation", tree)
                .flatMap(choice -> Values.named(problems, "activation", choice.place(), choice.name(), ACTIVATIONS)
                        .map(name -> {
                            Section section = choice.section(problems);
                            List<Double> values = name.hyperparameters().stream()
                                    .map(h -> hyperparameter(section, h))
                                    .toList();
                            section.done();
                            return new Activation(name, values);
                        }))
                .orElseGet(() -> Activation.of(ActivationName.IDENTITY));
    }

    private static double hyperparameter(Section section, Hyperparameter hyperparameter) {
        return section.number(hyperparameter.label(), hyperparameter.initial(), Checks::finite);
    }

    private Initial weights(Section section) {
        return section.find("weights")
                .map(tree -> InitialReader.weights(problems, tree))
                .orElse(weights);
    }

    private Initial biases(Section section) {
        return section.find("biases")
                .map(tree -> InitialReader.biases(problems, tree))
                .orElse(biases);
    }
}
