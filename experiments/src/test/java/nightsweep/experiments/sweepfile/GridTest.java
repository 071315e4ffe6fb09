package nightsweep.experiments.sweepfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {
    private static final SweepText TWO_AXES = new SweepText(
            "digits",
            "[{dense: {units: 3, activation: $a}}, {output: {units: 10, loss: cross-entropy}}]",
            "{optimizer: $o}",
            "grid: {a: [relu, tanh], o: [sgd, adam, rmsprop]}\n");

    private static List<String> labels(Sweep sweep) {
        return sweep.configurations().stream().map(Configuration::label).toList();
    }

    @Test
    void takesTheLastAxisFastest() throws SweepFileException {
        Sweep sweep = TWO_AXES.parsed();

        assertThat(sweep.axes())
                .containsExactly(
                        new Axis("a", List.of("relu", "tanh")), new Axis("o", List.of("sgd", "adam", "rmsprop")));
        assertThat(labels(sweep))
                .containsExactly("relu sgd", "relu adam", "relu rmsprop", "tanh sgd", "tanh adam", "tanh rmsprop");
        assertThat(sweep.configurations()).map(Configuration::number).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void triesOnlyWhatIsListedInThatOrderAndOnce() throws SweepFileException {
        Sweep sweep = TWO_AXES.and(
                        TWO_AXES.rest() + "only: [{a: tanh, o: adam}, {o: sgd}, {a: tanh, o: adam}, {a: tanh}]\n")
                .parsed();

        assertThat(labels(sweep)).containsExactly("tanh adam", "relu sgd", "tanh sgd", "tanh rmsprop");
        assertThat(sweep.configurations()).map(Configuration::number).containsExactly(1, 2, 3, 4);
    }

    @Test
    void leavesOutWhatIsExcluded() throws SweepFileException {
        Sweep sweep = TWO_AXES.and(TWO_AXES.rest() + "exclude: [{a: relu}, {a: tanh, o: adam}]\n")
                .parsed();

        assertThat(labels(sweep)).containsExactly("tanh sgd", "tanh rmsprop");
    }

    @Test
    void takesEmptyListsForNone() throws SweepFileException {
        assertThat(TWO_AXES.and(TWO_AXES.rest() + "only: []\nexclude: []\n")
                        .parsed()
                        .configurations())
                .hasSize(6);
    }

    @Test
    void takesASingleValueForAListOfOne() throws SweepFileException {
        assertThat(labels(SweepText.training("{optimizer: $o}")
                        .and("grid: {o: sgd}\n")
                        .parsed()))
                .containsExactly("sgd");
    }

    @Test
    void labelsStructuredValuesByTheirTextOrTheirName() throws SweepFileException {
        Sweep unnamed = SweepText.training("{optimizer: $o}")
                .and("grid:\n  o:\n    - sgd\n    - adam:\n        beta1: 0.8\n")
                .parsed();
        Sweep named = SweepText.training("{optimizer: $o}")
                .and("grid: {o: {plain: sgd, slow adam: {adam: {beta1: 0.8}}}}\nonly: [{o: slow adam}]\n")
                .parsed();

        assertThat(labels(unnamed)).containsExactly("sgd", "{adam: {beta1: 0.8}}");
        assertThat(labels(named)).containsExactly("slow adam");
        assertThat(named.configurations().get(0).training())
                .isEqualTo(unnamed.configurations().get(1).training());
    }

    @Test
    void splicesListsOfLayers() throws SweepFileException {
        Sweep sweep = SweepText.network("[$hidden, {output: {units: 10, loss: cross-entropy}}]")
                .and("""
                        grid:
                          hidden:
                            none: []
                            one: {dense: {units: 3}}
                            two:
                              - dense: {units: 5}
                              - dense: {units: 4}
                        """)
                .parsed();

        assertThat(sweep.configurations())
                .map(configuration -> configuration.network().sketch(new Shape.Row(784)))
                .containsExactly("784-10", "784-3-10", "784-5-4-10");
    }

    @Test
    void replacesReferencesInEveryPartThatVaries() throws SweepFileException {
        Sweep sweep = new SweepText("$data", "$layers", "$training", """
                        evaluation: {dropout: $dropout}
                        grid:
                          data: [mnist]
                          layers: {small: [{output: {units: 10, loss: cross-entropy}}]}
                          training: {slow: {epochs: 3, weights: {constant: 7}}}
                          dropout: [both]
                        """).parsed();

        Configuration configuration = sweep.configurations().get(0);
        assertThat(configuration.point().toString())
                .isEqualTo("{data=mnist, layers=small, training=slow, dropout=both}");
        assertThat(configuration.training().epochs()).isEqualTo(3);
        assertThat(((LayerSpec.Output) configuration.network().layers().get(0)).weights())
                .hasToString("Constant[value=7.0]");
    }

    @Test
    void tellsTheSizeOfAGridThatIsTooLargeWithoutEnumeratingIt() {
        String values = IntStream.range(1, 2001).mapToObj(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
        SweepText text = SweepText.training(
                        "{epochs: $a, batch-size: $b, learning-rate: $c, l1: $d, l2: $e, weight-decay: $f}")
                .and(Stream.of("a", "b", "c", "d", "e", "f")
                        .map(axis -> "  " + axis + ": " + values + "\n")
                        .collect(Collectors.joining("", "grid:\n", "repeats: 5\n")));

        assertThat(text.problems())
                .containsExactly("line 5, grid: the grid is too large:"
                        + " 2000 a x 2000 b x 2000 c x 2000 d x 2000 e x 2000 f gives"
                        + " 64,000,000,000,000,000,000 configurations, times 5 repeats"
                        + " 320,000,000,000,000,000,000 trials; at most 1,000,000 are allowed."
                        + " Take values away, or list configurations in only.");
    }

    @Test
    void readsAFewOfALargeGrid() throws SweepFileException {
        String values = IntStream.range(1, 2001).mapToObj(String::valueOf).collect(Collectors.joining(", ", "[", "]"));

        Sweep sweep = SweepText.training("{epochs: $a, batch-size: $b}")
                .and("grid: {a: " + values + ", b: " + values + "}\nonly: [{a: 7, b: 9}]\n")
                .parsed();

        assertThat(labels(sweep)).containsExactly("7 9");
    }

    @Test
    void findsOtherProblemsInAGridThatIsTooLarge() {
        String values = IntStream.range(0, 1_100).mapToObj(String::valueOf).collect(Collectors.joining(", ", "[", "]"));

        List<String> problems = SweepText.training("{epochs: $a, batch-size: $b}")
                .and("grid: {a: " + values + ", b: " + values + "}\n")
                .problems();

        assertThat(problems)
                .hasSize(3)
                .contains(
                        "line 5, grid.a.0: epochs must be positive, but got 0.",
                        "line 5, grid.b.0: batch-size must be positive, but got 0.");
    }

    static Stream<Arguments> mistakes() {
        String used = "grid: {r: [1, 2]}\n";
        return Stream.of(
                arguments("grid: [a]\n", "line 5, grid: grid must be a mapping of keys to values, but got a list."),
                arguments("grid: {r: []}\n", "line 5, grid.r: r needs at least one value."),
                arguments("grid: {r: }\n", "line 5, grid.r: r needs at least one value."),
                arguments("grid: {r: [1, 2, 1]}\n", "line 5, grid.r.2: the axis already has the value \"1\"."),
                arguments("grid: {r: {a: 1, a: 2}}\n", "line 5, grid.r.a: \"a\" was already given in line 5."),
                arguments("grid: {r: [1, ~]}\n", "line 5, grid.r.1: a value of an axis must not be empty."),
                arguments(
                        "grid: {r: [1, \"a\\nb\"]}\n",
                        "line 5, grid.r.1: a value of an axis must be written on one line."),
                arguments(
                        "grid: {r: [1], 2nd: [1]}\n",
                        "line 5, grid.2nd: the name of an axis must be letters, digits, - and _, a letter first, but got \"2nd\"."),
                arguments(
                        "grid: {r: [1, $r]}\n",
                        "line 5, grid.r: $r stands within its own values, by itself or by way of another axis."),
                arguments(
                        "grid: {r: [1], s: [2]}\n",
                        "line 5, grid.s: nothing uses the axis. Write $s where it belongs."),
                arguments("grid: {rr: [1]}\n", "line 4, training.learning-rate: unknown axis \"r\". Maybe \"rr\"?"),
                arguments("", "line 4, training.learning-rate: unknown axis \"r\". There are none."),
                arguments(
                        "grid: {r: [0.1, 1e-1]}\n",
                        "line 5, grid: configurations 1 (0.1) and 2 (1e-1) are the same. Take one away."),
                arguments("grid: {r: [1, -1]}\n", "line 5, grid.r.1: learning-rate must be positive, but got -1.0."),
                arguments(
                        used + "only: {r: 1}\n",
                        "line 6, only: only must be a list of configurations, but got a mapping."),
                arguments(
                        used + "only: [1]\n",
                        "line 6, only.0: an item of only must name values of axes, but got \"1\"."),
                arguments(
                        used + "only: [{}]\n",
                        "line 6, only.0: an item of only must name values of axes, but got none."),
                arguments(used + "only: [{r: 3}]\n", "line 6, only.0.r: unknown value of r \"3\". Maybe \"1\"?"),
                arguments(
                        used + "exclude: [{rate: 1}]\n",
                        "line 6, exclude.0.rate: unknown axis \"rate\". There are: r."),
                arguments(used + "exclude: [{r: 1}, {r: 2}]\n", "line 6, exclude: exclude leaves no configuration."),
                arguments(
                        used + "only: [{r: 1}]\nexclude: [{r: 2}]\n",
                        "line 7, exclude: exclude has no place beside only. Leave its rows out of only."),
                arguments(
                        used + "seed: $r\n",
                        "line 6, seed: $r has no meaning here, but only in dataset, network, training, evaluation, and in values of axes."),
                arguments(used + "repeats: 0\n", "line 6, repeats: repeats must be positive, but got 0."),
                arguments(
                        used + "seed: 9223372036854775808\n",
                        "line 6, seed: seed must be within -9223372036854775808..9223372036854775807, but got 9223372036854775808."),
                arguments(
                        used + "objective: acuracy\n",
                        "line 6, objective: unknown metric \"acuracy\". Maybe \"accuracy\"?"),
                arguments(
                        used + "evaluation: {dropout: with}\n",
                        "line 6, evaluation.dropout: unknown dropout \"with\". There are: without, both."),
                arguments(
                        used + "published: [{config: {q: 1}, source: a}]\n",
                        "line 6, published.0.config.q: unknown axis \"q\". Maybe \"r\"?"),
                arguments(used + "published: [{config: {r: 1}}]\n", "line 6, published.0: source is missing."),
                arguments(
                        used + "published: [{source: a, test-accuracy: 97}]\n",
                        "line 6, published.0.test-accuracy: test-accuracy must be within 0..1, but got 97.0."),
                arguments(
                        used + "published: [{source: a, note: [b]}]\n",
                        "line 6, published.0.note: note must be a text, but got a list."),
                arguments(
                        used + "published: [{source: a, f1: [2]}]\n",
                        "line 6, published.0.f1.0: f1 must be within 0..1, but got 2.0."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refuses(String lines, String problem) {
        assertThat(SweepText.training("{learning-rate: $r}").and(lines).problems())
                .contains(problem)
                .hasSizeLessThan(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{min: 0.001, max: 0.1}",
                "{values: [0.001, 0.1]}",
                "{log: [0.001, 0.1]}",
                "{low: 0.001, high: 0.1}",
                "{distribution: log-uniform, min: 0.001, max: 0.1}",
                "{uniform: {low: 0, high: 1}}",
                "{min: 0.001, max: 0.1, step: 0.01}",
                "{minimum: 0.001, maximum: 0.1}",
                "{Min: 0.001, MAX: 0.1}",
                "{lower: 0.001, upper: 0.1}",
                "{lower_bound: 0.001, upper-bound: 0.1}",
                "{lb: 0.001, ub: 0.1}",
                "{begin: 0.001, end: 0.1}",
                "{mean: 0.01, std: 0.1}",
                "{mu: 0.01, sigma: 0.1}",
                "{default: 0.01, values: [0.001, 0.1]}",
                "{type: choice, options: [0.001, 0.1]}",
                "{grid_search: [0.001, 0.1]}",
                "{log_uniform: 0.1}",
                "{bounds: [0.001, 0.1], type: range}",
                "{minval: 0.001, maxval: 0.1}",
                "{min-rate: 0.001, max-rate: 0.1}",
                "{begin: 0.001, stop: 0.1}",
                "{hp.loguniform: [-4, 0]}",
                "{tune.choice: [0.001, 0.1]}",
                "{suggest_float: [0.001, 0.1]}",
                "{_type: loguniform, _value: [0.001, 0.1]}",
                "{parameterType: double, feasibleSpace: {min: 0.001, max: 0.1}}",
                "{interval: [0.001, 0.1]}",
                "{min: 0.1}"
            })
    void refusesRangesAsOtherToolsWriteThem(String values) {
        assertThat(SweepText.training("{learning-rate: $rate}")
                        .and("grid: {rate: " + values + "}")
                        .problems())
                .hasSize(1)
                .allSatisfy(problem -> assertThat(problem)
                        .contains("grid.rate: ")
                        .contains("List the values to try, such as rate: [0.001, 0.01, 0.1]"));
    }

    @Test
    void takesOtherNamesForLabels() throws SweepFileException {
        Sweep sweep = SweepText.training("{learning-rate: $rate}")
                .and("grid: {rate: {low: 0.001, middle: 0.01, uniform: 0.1}}")
                .parsed();

        assertThat(sweep.axes()).containsExactly(new Axis("rate", List.of("low", "middle", "uniform")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{small: 0.001, large: 0.1}", "{lowest: 0.01, mean: 0.1}", "{int: 0.01, float: 0.1}"})
    void takesWordsForLabelsThatMakeNoRange(String values) throws SweepFileException {
        Sweep sweep = SweepText.training("{learning-rate: $rate}")
                .and("grid: {rate: " + values + "}")
                .parsed();

        assertThat(sweep.axes().get(0).values()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "patience: 3, is ended by training.early-stopping",
        "early-stopping: true, is ended by training.early-stopping",
        "class_weights: balanced, is training.class-weights",
        "label_smoothing: 0.1, by training.label-smoothing",
        "folds: 5, There is no cross-validation yet",
        "search: random, search must be a mapping",
        "budget: 100, by search:",
        "objective: auc, Take roc-auc",
        "objective: {metric: mcc}, It is called matthews-correlation",
        "objective: f1_score, Take macro-f1",
        "objective: mean_squared_error, Take rmse",
        "objective: r2_score, It is called r2",
        "callbacks: [], There are no callbacks",
        "lr_scheduler: cosine, a learning-rate with a schedule",
        "early_terminate: {type: hyperband}, is ended by training.early-stopping",
        "cv: 5, There is no cross-validation yet",
        "n_trials: 100, by search:",
        "n_estimators: 100, Networks are all that is trained",
        "random_state: 1, decided by seed",
        "metric: auc, by which trials are compared is objective",
        "n_jobs: 4, up to the cluster",
        "timeout: 60, --time-budget",
        "params: {}, listed in grid",
    })
    void answersToWordsOfOtherTools(String line, String answer) {
        assertThat(SweepText.training("{epochs: 1}").and(line).problems())
                .hasSize(1)
                .allSatisfy(problem -> assertThat(problem).contains(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "momentum, It belongs to the optimizer",
        "gradient_clip_val, Gradients are cut by clip",
        "validation_split, dataset.validation",
        "num_epochs, How long it trains is epochs",
        "dropout, Dropout belongs to the network",
    })
    void answersToWordsOfOtherToolsInTraining(String word, String answer) {
        assertThat(SweepText.training("{epochs: 1, " + word + ": 1}").problems())
                .singleElement()
                .asString()
                .contains("unknown key \"" + word + "\"")
                .contains(answer);
    }

    @ParameterizedTest
    @CsvSource({"epoch, epochs", "batch_size, batch-size", "lr, learning-rate", "clips, clip"})
    void takesASlipForWhatItIsNear(String word, String meant) {
        assertThat(SweepText.training("{epochs: 1, " + word + ": 1}").problems())
                .singleElement()
                .asString()
                .endsWith("unknown key \"" + word + "\". Maybe \"" + meant + "\"?");
    }

    @ParameterizedTest
    @CsvSource({
        "charset, is dataset.csv.encoding",
        "delimiter, What cells are apart by is found out",
        "na_values, is dataset.csv.missing",
        "index_col, is dataset.csv.columns",
        "target_column, is named by dataset.csv.label",
        "stratify, unless dataset.split says by-group",
        "test_size, test-share",
        "normalize, dataset.scaling",
    })
    void answersToWordsOfOtherToolsForTables(String word, String answer) {
        assertThat(SweepText.dataset("{csv: {train: a.csv, label: b, " + word + ": 1}}")
                        .problems())
                .singleElement()
                .asString()
                .contains("unknown key \"" + word + "\"")
                .contains(answer);
    }

    @Test
    void tellsTheColumnToPredictFromWhatItIs() {
        assertThat(SweepText.dataset("{csv: {train: a.csv, target: price}}").problems())
                .anySatisfy(problem -> assertThat(problem)
                        .contains("unknown target \"price\"", "The column to predict is named by label"));
    }

    @Test
    void tellsManyRepeatsFromALargeGrid() {
        assertThat(SweepText.training("{epochs: 1}").and("repeats: 2000000").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .contains("2,000,000 repeats are too many: at most 1,000,000 trials are allowed."));
    }

    @Test
    void refusesAReferenceWithinALongerText() {
        assertThat(SweepText.dataset("{csv: {train: $folder/train.csv, label: a}}")
                        .problems())
                .containsExactly("line 2, dataset.csv.train: $ must be followed by an axis name and nothing else,"
                        + " but got \"$folder/train.csv\". List the whole values in the axis.");
    }

    @Test
    void tellsAProblemOfManyConfigurationsOnce() {
        List<String> problems = TWO_AXES.and("grid: {a: [relu, tan, elu], o: [sgd, adam, rmsprop, nadam]}\n")
                .problems();

        assertThat(problems).containsExactly("line 5, grid.a.1: unknown activation \"tan\". Maybe \"tanh\"?");
    }
}
