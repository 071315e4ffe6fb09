package nightsweep.experiments.sweepfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.sweep.EvaluationSpec;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.PublishedRow;
import nightsweep.experiments.sweep.PublishedTrace;
import nightsweep.experiments.sweep.PublishedValues;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.TraceQuantity;
import nightsweep.experiments.yaml.Problem;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;

class SweepFileTest {

    @Test
    void readsTheTopLevel() throws SweepFileException {
        Sweep sweep = SweepText.usual()
                .and(
                        "description: |\n  First.\n  Second.\nrepeats: 3\nseed: -7\nobjective: {metric: loss, goal: minimize}\n")
                .parsed();

        assertThat(sweep.name()).isEqualTo("x");
        assertThat(sweep.description()).isEqualTo("First.\nSecond.");
        assertThat(sweep.repeats()).isEqualTo(3);
        assertThat(sweep.seed()).isEqualTo(-7);
        assertThat(sweep.objective()).isEqualTo(new Objective(Metric.LOSS, Objective.Goal.MINIMIZE));
    }

    @Test
    void hasDefaultsAtTheTopLevel() throws SweepFileException {
        Sweep sweep = SweepFile.parse(
                "name: x\ndataset: digits\nnetwork: [{output: {units: 10, loss: cross-entropy}}]\n", "x.yaml");

        assertThat(sweep.description()).isEmpty();
        assertThat(sweep.axes()).isEmpty();
        assertThat(sweep.configurations()).hasSize(1);
        assertThat(sweep.objective()).isEqualTo(new Objective(Metric.ACCURACY, Objective.Goal.MAXIMIZE));
        assertThat(sweep.repeats()).isEqualTo(1);
        assertThat(sweep.seed()).isEqualTo(42);
        assertThat(sweep.published()).isEmpty();
    }

    @Test
    void readsWhatIsMeant() throws SweepFileException {
        assertThat(SweepText.usual()
                        .and("intended: [equal-weights, same-work, equal-weights]\n")
                        .parsed()
                        .intended())
                .containsExactly(Doubt.EQUAL_WEIGHTS, Doubt.SAME_WORK);
        assertThat(SweepText.usual().parsed().intended()).isEmpty();
        assertThat(SweepText.usual().and("intended: [equal-weight]\n").problems())
                .containsExactly("line 5, intended.0: unknown doubt \"equal-weight\". Maybe \"equal-weights\"?");
        assertThat(SweepText.usual().and("intended: equal-weights\n").problems())
                .containsExactly("line 5, intended: intended must be a list of names, but got \"equal-weights\".");
    }

    @Test
    void refusesToCallTheWorstTheBest() {
        assertThat(SweepText.usual()
                        .and("objective: {metric: loss, goal: maximize}\n")
                        .problems())
                .containsExactly("line 5, objective.goal: to maximize loss would call the worst configuration the best."
                        + " Leave goal out, or minimize.");
        assertThat(SweepText.usual()
                        .and("objective: {metric: accuracy, goal: minimize}\n")
                        .problems())
                .hasSize(1);
    }

    @Test
    void takesTheUsualGoalOfAMetric() throws SweepFileException {
        assertThat(SweepText.usual().and("objective: loss\n").parsed().objective())
                .isEqualTo(new Objective(Metric.LOSS, Objective.Goal.MINIMIZE));
        assertThat(SweepText.usual()
                        .and("objective: {metric: macro-f1}\n")
                        .parsed()
                        .objective())
                .isEqualTo(new Objective(Metric.MACRO_F1, Objective.Goal.MAXIMIZE));
    }

    @Test
    void readsMetricsOfOneClass() throws SweepFileException {
        assertThat(SweepText.usual()
                        .and("objective: {metric: class-recall, class: 3}\n")
                        .parsed()
                        .objective())
                .isEqualTo(new Objective(Metric.CLASS_RECALL, Objective.Goal.MAXIMIZE, Optional.of("3")));
        assertThat(SweepText.usual().and("objective: class-recall\n").problems())
                .containsExactly("line 5, objective: class-recall is a figure of one class: say of which, {metric:"
                        + " class-recall, class: NAME}.");
        assertThat(SweepText.usual()
                        .and("objective: {metric: roc-auc, class: 3}\n")
                        .problems())
                .singleElement()
                .asString()
                .startsWith("line 5, objective: roc-auc is a figure of all classes.");
    }

    @Test
    void readsTheEvaluation() throws SweepFileException {
        assertThat(SweepText.usual().and("evaluation: {dropout: both}\n").only().evaluation())
                .isEqualTo(new EvaluationSpec(EvaluationSpec.Dropout.BOTH));
        assertThat(SweepText.usual().only().evaluation()).isEqualTo(new EvaluationSpec(EvaluationSpec.Dropout.WITHOUT));
    }

    @Test
    void readsPublishedRows() throws SweepFileException {
        Sweep sweep = SweepText.training("{learning-rate: $rate}").and("""
                        grid: {rate: [0.1, 0.01]}
                        published:
                          - config: {rate: 0.10}
                            source: a paper
                            test-accuracy: 0.9
                            train-loss: 1.5
                            f1: [1, 0.5]
                            note: |
                              Dropout was left on.
                          - {config: {rate: 7}, source: another}
                        """).parsed();

        PublishedRow row = sweep.published().get(0);
        assertThat(row.point()).containsExactly(Map.entry("rate", "0.1"));
        assertThat(row.source()).isEqualTo("a paper");
        assertThat(row.figures().toString()).isEqualTo("{train-loss=1.5, test-accuracy=0.9}");
        assertThat(row.f1()).containsExactly(1.0, 0.5);
        assertThat(row.note()).isEqualTo("Dropout was left on.");
        assertThat(sweep.published().get(1).note()).isEmpty();
        assertThat(sweep.configurations()).map(row::matches).containsExactly(true, false);
        assertThat(sweep.configurations())
                .map(sweep.published().get(1)::matches)
                .as("a row of a value that the grid no longer has")
                .containsExactly(false, false);
    }

    @Test
    void allowsAliasesAndQuotes() throws SweepFileException {
        Sweep sweep = SweepFile.parse("""
                "name": 'x'
                dataset: {name: "digits"}
                network:
                  - dense: &layer {units: "3", activation: "$a"}
                  - dense: *layer
                  - output: {units: 10, loss: cross-entropy}
                grid: {a: [relu, tanh]}
                """, "x.yaml");

        assertThat(sweep.configurations()).hasSize(2);
        assertThat(sweep.configurations().get(1).network().layers().get(0))
                .isEqualTo(sweep.configurations().get(1).network().layers().get(1));
    }

    @Test
    void readsWindowsLinesAndByteOrderMarks() throws SweepFileException {
        String text = "\uFEFF" + SweepText.usual().text().replace("\n", "\r\n");

        assertThat(SweepFile.parse(text, "x.yaml").configurations()).hasSize(1);
    }

    @Test
    void tellsEveryProblemOnceByLine() {
        String text = """
                name: Bad_Name
                dataset: {name: digits, trian: 3, validation: 1.5}
                network:
                  - dense: {units: -3, activation: $activation, dropout: x}
                  - dense: {units: 3, activation: $activaton}
                  - desne: {units: 3}
                  - output: {units: 10, loss: $loss, loss: mse}
                training: {epochs: 1e99, batch-size: three, learningrate: 3, clip: value}
                grid:
                  activation: [relu, tanhh, relu]
                  loss: [mse, {a: [b, c]}]
                  empty: []
                  unused: [1, 2]
                repeats: $loss
                only: [{activation: sgd}]
                """;

        List<String> problems = SweepText.problemsOf(text);

        assertThat(problems)
                .containsExactly(
                        "line 1, name: name must be small letters, digits and single hyphens, but got \"Bad_Name\".",
                        "line 2, dataset.trian: unknown key \"trian\". Maybe \"train\"?",
                        "line 2, dataset.validation: validation must be 0 or more and below 1, but got 1.5.",
                        "line 4, network.0.dense.dropout: dropout must be a number, but got \"x\".",
                        "line 4, network.0.dense.units: units must be positive, but got -3.",
                        "line 5, network.1.dense.activation: unknown axis \"activaton\". Maybe \"activation\"?",
                        "line 6, network.2.desne: unknown layer \"desne\". Maybe \"dense\"?",
                        "line 7, network.3.output.loss: \"loss\" was already given in line 7.",
                        "line 8, training.batch-size: batch-size must be a whole number, but got \"three\".",
                        "line 8, training.clip: value needs a limit, such as {value: 1}.",
                        "line 8, training.epochs: epochs must be a whole number, but got \"1e99\".",
                        "line 8, training.learningrate: unknown key \"learningrate\". Maybe \"learning-rate\"?",
                        "line 10, grid.activation.1: unknown activation \"tanhh\". Maybe \"tanh\"?",
                        "line 10, grid.activation.2: the axis already has the value \"relu\".",
                        "line 11, grid.loss.0: unknown loss \"mse\". Maybe \"mean-squared-error\"?",
                        "line 11, grid.loss.1: loss must be a text, but got a mapping.",
                        "line 12, grid.empty: empty needs at least one value.",
                        "line 13, grid.unused: nothing uses the axis. Write $unused where it belongs.",
                        "line 14, repeats: $loss has no meaning here, but only in dataset, network, training, evaluation, and in values of axes.",
                        "line 15, only.0.activation: unknown value of activation \"sgd\". There are: relu, tanhh.");
    }

    @Test
    void namesTheFileAndShowsALineForEachProblem() {
        SweepFileException exception = new SweepFileException(
                "mnist.yaml", List.of(new Problem(0, "", "first."), new Problem(3, "a.b", "second.")));

        assertThat(exception).hasMessage("Cannot read sweep mnist.yaml:\n  first.\n  line 3, a.b: second.");
    }

    @Test
    void shortensALongListOfProblems() {
        List<Problem> problems = IntStream.rangeClosed(1, 250)
                .mapToObj(line -> new Problem(line, "", "bad."))
                .toList();

        SweepFileException exception = new SweepFileException("x.yaml", problems);

        assertThat(exception.problems()).hasSize(250);
        assertThat(exception).message().hasLineCount(102).endsWith("\n  and 150 more.");
    }

    @Test
    void readsStepsThatWereFollowedByHand() throws SweepFileException {
        Sweep sweep = SweepText.usual().and("""
                        published:
                          - source: a lecture
                            trace:
                              - {step: 1, layer: 2, weights: [[0.10, ~], [2, -3e-2]], loss: 0.5, note: a slip}
                          - {source: a paper, test-accuracy: 0.9, trace: [{step: 3, outputs: [1]}]}
                        """).parsed();

        assertThat(sweep.published()).map(PublishedRow::source).containsExactly("a paper");
        assertThat(sweep.traces()).map(PublishedTrace::source).containsExactly("a lecture", "a paper");
        assertThat(sweep.traces().get(0).values())
                .containsExactly(
                        new PublishedValues(1, 2, TraceQuantity.LOSS, List.of(number("0.5")), "a slip"),
                        new PublishedValues(
                                1,
                                2,
                                TraceQuantity.WEIGHTS,
                                List.of(number("0.10"), Optional.empty(), number("2"), number("-0.03")),
                                ""));
    }

    private static Optional<BigDecimal> number(String digits) {
        return Optional.of(new BigDecimal(digits));
    }

    @Test
    void refusesStepsThatCannotBeRead() {
        assertThat(SweepText.usual().and("""
                                published:
                                  - source: a lecture
                                    trace:
                                      - {layer: 0, weights: [x]}
                                      - {step: 1, weight: [1]}
                                      - {step: 1, loss: 1e1234567890}
                                """).problems())
                .containsExactly(
                        "line 8, published.0.trace.0: step is missing.",
                        "line 8, published.0.trace.0.layer: layer must be positive, but got 0.",
                        "line 8, published.0.trace.0.weights.0: weights must be a number, but got \"x\".",
                        "line 9, published.0.trace.1.weight: unknown key \"weight\". Maybe \"weights\"?",
                        "line 10, published.0.trace.2.loss: loss must be within the range of doubles, but got"
                                + " 1e1234567890.");
    }
}
