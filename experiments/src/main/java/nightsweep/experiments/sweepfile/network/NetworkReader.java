package nightsweep.experiments.sweepfile.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.Checks;
import nightsweep.experiments.Named;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Hyperparameter;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.network.TargetEncoding;
import nightsweep.experiments.network.Window;
import nightsweep.experiments.yaml.Choice;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/**
 * Reads the list of layers.
 *
 * @param weights where the weights of a layer start that says nothing of them
 * @param biases where the biases of a layer start that says nothing of them
 * @param inputs what comes into the first layer, where the file tells
 */
public record NetworkReader(Problems problems, Initial weights, Initial biases, Optional<Shape> inputs) {
    private static final double USUAL_DECAY = 0.9;
    private static final double USUAL_EPSILON = 1e-5;
    private static final List<String> LAYERS = List.of(
            "dense",
            "convolution",
            "max-pooling",
            "average-pooling",
            "batch-normalization",
            "flatten",
            "dropout",
            "output");
    private static final List<Window.Padding> PADDINGS = List.of(Window.Padding.values());
    private static final List<ActivationName> ACTIVATIONS = List.of(ActivationName.values());
    private static final List<LossName> LOSSES = List.of(LossName.values());

    public NetworkSpec read(Tree tree) {
        List<LayerSpec> layers = new ArrayList<>();
        int complaints = problems.complaints();
        if (tree instanceof Tree.Sequence sequence) {
            Optional<Shape> shape = inputs;
            for (Tree item : sequence.items()) {
                Optional<LayerSpec> layer = layer(item);
                layer.ifPresent(layers::add);
                Optional<Shape> before = shape;
                shape = layer.flatMap(read -> new InitialFit(problems).check(item, read, before));
            }
        } else if (!(tree instanceof Tree.Unknown)) {
            problems.add(tree.place(), "network must be a list of layers, but got " + tree.found() + ".");
        }
        // A layer that could not be read may well have been the missing one.
        return problems.complaints() > complaints || tree instanceof Tree.Unknown
                ? standIn()
                : Section.empty(problems, tree.place()).build(standIn(), () -> new NetworkSpec(layers));
    }

    private NetworkSpec standIn() {
        Activation activation = Activation.of(ActivationName.SOFTMAX);
        return new NetworkSpec(List.of(new LayerSpec.Output(1, activation, LossName.CROSS_ENTROPY, weights, biases)));
    }

    private Optional<LayerSpec> layer(Tree tree) {
        return Choice.of(problems, "a layer", tree, LAYERS).flatMap(choice -> {
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
                case "convolution" -> convolution(section);
                case "max-pooling" -> pooling(LayerSpec.Pooling.Kind.MAX, section);
                case "average-pooling" -> pooling(LayerSpec.Pooling.Kind.AVERAGE, section);
                case "batch-normalization" -> batchNormalization(section);
                case "flatten" -> new LayerSpec.Flatten();
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
                whole(section, "units"),
                section.find("activation").map(this::activation).orElseGet(() -> Activation.of(ActivationName.RELU)),
                section.number("dropout", 0, Checks::fraction),
                weights(section),
                biases(section));
    }

    private LayerSpec convolution(Section section) {
        return new LayerSpec.Convolution(
                whole(section, "filters"),
                new Window(
                        whole(section, "size"), section.wholeNumber("stride", 1, Checks::positive), padding(section)),
                section.find("activation").map(this::activation).orElseGet(() -> Activation.of(ActivationName.RELU)),
                weights(section),
                biases(section));
    }

    private static LayerSpec pooling(LayerSpec.Pooling.Kind kind, Section section) {
        int size = whole(section, "size");
        return new LayerSpec.Pooling(
                kind, new Window(size, section.wholeNumber("stride", size, Checks::positive), padding(section)));
    }

    private static LayerSpec batchNormalization(Section section) {
        return new LayerSpec.BatchNormalization(
                section.number("decay", USUAL_DECAY, Checks::fraction),
                section.number("epsilon", USUAL_EPSILON, Checks::positive));
    }

    private static Window.Padding padding(Section section) {
        return section.find("padding")
                .flatMap(tree -> Values.named(
                        section.problems(),
                        "padding",
                        tree.place(),
                        Values.text(section.problems(), "padding", tree, Window.Padding.VALID.label()),
                        PADDINGS))
                .orElse(Window.Padding.VALID);
    }

    private LayerSpec output(Section section) {
        int units = whole(section, "units");
        LossName loss = loss(section);
        Activation activation =
                section.find("activation").map(this::activation).orElseGet(() -> Activation.of(loss.usualActivation()));
        Initial initialWeights = weights(section);
        Initial initialBiases = biases(section);
        LayerSpec.Output usual = new LayerSpec.Output(units, activation, loss, initialWeights, initialBiases);
        return section.find("targets")
                .map(tree -> targets(tree, usual.encoding()))
                .map(encoding -> section.build(
                        usual,
                        () -> new LayerSpec.Output(units, activation, loss, initialWeights, initialBiases, encoding)))
                .orElse(usual);
    }

    private TargetEncoding targets(Tree tree, TargetEncoding usual) {
        Section section = Section.of(problems, "targets", tree);
        TargetEncoding targets = section.build(
                usual,
                () -> new TargetEncoding(
                        section.number("low", usual.low(), Checks::finite),
                        section.number("high", usual.high(), Checks::finite)));
        section.done();
        return targets;
    }

    private static int whole(Section section, String key) {
        return Values.wholeNumber(section.problems(), key, section.required(key), 1, Checks::positive);
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
        return Choice.of(problems, "activation", tree, Named.labels(ACTIVATIONS))
                .flatMap(choice -> choice.named(problems, "activation", ACTIVATIONS)
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
