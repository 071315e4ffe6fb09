package nightsweep.experiments.sweepfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.EvaluationSpec;
import nightsweep.experiments.sweepfile.data.DatasetReader;
import nightsweep.experiments.sweepfile.data.RowsReader;
import nightsweep.experiments.sweepfile.grid.Grid;
import nightsweep.experiments.sweepfile.network.InitialReader;
import nightsweep.experiments.sweepfile.network.NetworkReader;
import nightsweep.experiments.sweepfile.training.TrainingReader;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.yaml.Place;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Tree;

/** Reads what the points of a grid stand for. */
final class ConfigurationsReader {
    private static final Initial WEIGHTS = new Initial.Scaled(Initial.Scale.XAVIER);
    private static final Initial BIASES = new Initial.Constant(0);
    private static final int PAIRS_TOLD = 5;

    private final Problems problems;
    private final Grid grid;
    private final Part<DatasetSpec> dataset;
    private final Part<NetworkSpec> network;
    private final Part<TrainingSpec> training;
    private final Part<EvaluationSpec> evaluation;

    ConfigurationsReader(Problems problems, Grid grid, Section root) {
        this.problems = problems;
        this.grid = grid;
        Tree trainingTree = root.find("training").orElseGet(() -> unwritten(root, "training"));
        Tree evaluationTree = root.find("evaluation").orElseGet(() -> unwritten(root, "evaluation"));
        Tree datasetTree = root.required("dataset");
        dataset = new Part<>(grid, List.of(datasetTree), trees -> DatasetReader.read(problems, trees.get(0)));
        network = new Part<>(
                grid,
                List.of(root.required("network"), initials(trainingTree), rows(datasetTree)),
                trees -> network(trees.get(0), trees.get(1), trees.get(2)));
        training = new Part<>(grid, List.of(trainingTree), trees -> TrainingReader.read(problems, trees.get(0)));
        evaluation = new Part<>(grid, List.of(evaluationTree), trees -> evaluation(problems, trees.get(0)));
    }

    private static Tree unwritten(Section root, String key) {
        return new Tree.Mapping(new Place(root.place().line(), key), Map.of());
    }

    /** What of {@code training} concerns the network: so a network is not read again for each learning rate. */
    private static Tree initials(Tree training) {
        return only(training, List.of("weights", "biases"));
    }

    /** What of {@code dataset} tells how wide the input is. */
    private static Tree rows(Tree dataset) {
        return only(dataset, List.of("rows"));
    }

    private static Tree only(Tree tree, List<String> keys) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            return tree;
        }
        Map<String, Tree> entries = new LinkedHashMap<>(mapping.entries());
        entries.keySet().retainAll(keys);
        return new Tree.Mapping(tree.place(), entries);
    }

    private NetworkSpec network(Tree layers, Tree initials, Tree dataset) {
        Initial weights = WEIGHTS;
        Initial biases = BIASES;
        if (initials instanceof Tree.Mapping mapping) {
            Tree writtenWeights = mapping.entries().get("weights");
            Tree writtenBiases = mapping.entries().get("biases");
            weights = writtenWeights == null ? weights : InitialReader.weights(problems, writtenWeights);
            biases = writtenBiases == null ? biases : InitialReader.biases(problems, writtenBiases);
        }
        return new NetworkReader(problems, weights, biases, RowsReader.shape(dataset)).read(layers);
    }

    private static EvaluationSpec evaluation(Problems problems, Tree tree) {
        Section section = Section.of(problems, "evaluation", tree);
        EvaluationSpec.Dropout dropout =
                section.choice("dropout", List.of(EvaluationSpec.Dropout.values()), EvaluationSpec.Dropout.WITHOUT);
        EvaluationSpec.Histograms histograms = section.choice(
                "histograms", List.of(EvaluationSpec.Histograms.values()), EvaluationSpec.Histograms.NONE);
        section.done();
        return new EvaluationSpec(dropout, histograms);
    }

    /** The configuration of one point. */
    Configuration read(int number, List<Integer> point) {
        return new Configuration(
                number,
                grid.labels(point),
                dataset.at(point),
                network.at(point),
                training.at(point),
                evaluation.at(point));
    }

    /** The axes that data hang on, by their place in the grid. */
    List<Integer> datasetAxes() {
        return dataset.axes();
    }

    /** The data of a point. */
    DatasetSpec dataset(List<Integer> point) {
        return dataset.at(point);
    }

    /** The configurations of {@code points}, in that order; complains where two are the same. */
    List<Configuration> read(List<List<Integer>> points, Place gridPlace) {
        int before = problems.complaints();
        List<Configuration> configurations = readEach(points);
        if (problems.complaints() == before) {
            complainOfTwins(configurations, gridPlace);
        }
        return configurations;
    }

    /** The same where those that are the same share what comes of them. */
    List<Configuration> readEach(List<List<Integer>> points) {
        List<Configuration> configurations = new ArrayList<>(points.size());
        for (List<Integer> point : points) {
            configurations.add(read(configurations.size() + 1, point));
        }
        return configurations;
    }

    /** Two configurations of one content would be two trials of one id. */
    private void complainOfTwins(List<Configuration> configurations, Place gridPlace) {
        Map<List<Object>, Configuration> seen = new HashMap<>();
        int twins = 0;
        for (Configuration configuration : configurations) {
            Configuration first = seen.putIfAbsent(
                    List.of(
                            configuration.dataset(),
                            configuration.network(),
                            configuration.training(),
                            configuration.evaluation()),
                    configuration);
            if (first != null && ++twins <= PAIRS_TOLD) {
                problems.add(
                        gridPlace,
                        "configurations " + first.number() + " (" + first.label() + ") and " + configuration.number()
                                + " (" + configuration.label() + ") are the same. Take one away.");
            }
        }
    }
}
