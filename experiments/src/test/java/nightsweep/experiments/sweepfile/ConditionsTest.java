package nightsweep.experiments.sweepfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Learning;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Axes that have a value only where others have certain ones. */
class ConditionsTest {
    private static final String GRID = """
            grid:
              optimizer: {plain: sgd, nesterov: {nesterov: {momentum: $momentum}}}
              momentum: {from: 0.5, to: 0.9, step: 0.2, when: {optimizer: nesterov}}
              rate: [0.1, 0.01]
            """;

    private static SweepText text(String rest) {
        return SweepText.dataset("{name: digits, validation: 0.2}")
                .trained("{optimizer: $optimizer, learning-rate: $rate}")
                .and(rest);
    }

    private static List<Map<String, String>> points(Sweep sweep) {
        return sweep.configurations().stream().map(Configuration::point).toList();
    }

    @Test
    void triesAnAxisOnlyWhereItHasAValue() throws SweepFileException {
        Sweep sweep = text(GRID).parsed();

        assertThat(sweep.configurations())
                .map(Configuration::label)
                .containsExactly(
                        "plain 0.1",
                        "plain 0.01",
                        "nesterov 0.5 0.1",
                        "nesterov 0.5 0.01",
                        "nesterov 0.7 0.1",
                        "nesterov 0.7 0.01",
                        "nesterov 0.9 0.1",
                        "nesterov 0.9 0.01");
        assertThat(sweep.configurations().get(0).point()).isEqualTo(Map.of("optimizer", "plain", "rate", "0.1"));
        assertThat(sweep.axes().get(1).level(sweep.configurations().get(0))).isEmpty();
        assertThat(sweep.trials()).extracting(Trial::id).doesNotHaveDuplicates();
    }

    @Test
    void makesTheSameTrialsAsWithoutAGrid() throws SweepFileException {
        Sweep sweep = text(GRID
                        + "only: [{optimizer: nesterov, momentum: 0.7, rate: 0.01}, {optimizer: plain, rate: 0.1}]")
                .parsed();
        Sweep alone = SweepText.dataset("{name: digits, validation: 0.2}")
                .trained("{optimizer: {nesterov: {momentum: 0.7}}, learning-rate: 0.01}")
                .parsed();

        assertThat(sweep.configurations()).hasSize(2);
        assertThat(sweep.trials().get(0).id()).isEqualTo(alone.trials().get(0).id());
        assertThat(text(GRID + "exclude: [{momentum: 0.5}, {optimizer: plain}]")
                        .parsed()
                        .configurations())
                .hasSize(4);
    }

    @Test
    void leavesOutWhatHasNoValueWithItsKey() throws SweepFileException {
        Sweep sweep = SweepText.network("""
                        [{dense: {units: $first}}, {dense: {units: $second}}, {dropout: $share},\
                         {output: {units: 10, loss: cross-entropy}}]""")
                .and("""
                        grid:
                          depth: [1, 2]
                          first: [8]
                          second: {values: [4, 6], when: {depth: 2}}
                          share: {values: [0.5], when: {depth: [2]}}
                          rate: {values: [0.3], when: {second: 6}}
                        """)
                .trained("{learning-rate: $rate}")
                .parsed();

        assertThat(sweep.configurations())
                .map(one -> one.network().layers().size())
                .containsExactly(2, 4, 4);
        assertThat(sweep.configurations())
                .map(one -> one.training().learningRate().initial())
                .containsExactly(0.001, 0.001, 0.3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "sobol", "grid", "tpe", "gp", "auto"})
    void proposesEveryConfigurationOnce(String method) throws SweepFileException {
        String window = Set.of("tpe", "gp", "auto").contains(method) ? ", window: 100" : "";
        Sweep sweep = text(GRID + "search: {method: " + method + ", trials: 100" + window + "}")
                .parsed();

        assertThat(points(sweep)).hasSize(8).doesNotHaveDuplicates();
        assertThat(points(sweep))
                .allSatisfy(point ->
                        assertThat(point.containsKey("momentum")).isEqualTo("nesterov".equals(point.get("optimizer"))));
        assertThat(sweep.trials()).extracting(Trial::id).doesNotHaveDuplicates();
    }

    @Test
    void makesConfigurationsOfWhatIsProposedLater() throws SweepFileException {
        Sweep sweep = text(GRID.replace("step: 0.2, ", "") + "search: {method: tpe, trials: 30, window: 2}")
                .parsed();
        Learning learning = sweep.learning().orElseThrow();

        Sweep more = sweep.proposing(List.of(
                learning.space().read(Map.of("optimizer", "nesterov", "momentum", "0.654", "rate", "0.1")),
                learning.space().read(Map.of("optimizer", "plain", "rate", "0.1"))));

        assertThat(more.axes().get(1).values()).containsExactly("0.654");
        assertThat(points(more).get(1)).doesNotContainKey("momentum");
        for (Configuration one : more.configurations()) {
            Sweep again = SweepFile.parse(
                    SweepFile.declaring(
                            text(GRID.replace("step: 0.2, ", "") + "search: {method: tpe, trials: 30}")
                                    .text(),
                            one,
                            "x"),
                    "x");
            assertThat(again.configurations().get(0).point()).isEqualTo(one.point());
        }
    }

    @Test
    void knowsAllDataUnderConditions() throws SweepFileException {
        Sweep sweep = SweepText.dataset("$data")
                .trained("{learning-rate: $rate, epochs: $epochs}")
                .and("""
                        grid:
                          rate: [0.1, 0.2]
                          data: {digits: {name: digits, validation: $share}, mnist: {name: mnist, validation: 0.1}}
                          share: {values: [0.1, 0.2, 0.3], when: {data: digits}}
                          epochs: [5, 6]
                        search: {method: tpe, trials: 9}
                        """)
                .parsed();

        assertThat(sweep.learning().orElseThrow().offer().datasets()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{values: [1, 2], when: {optimiser: sgd}} | line 6, grid.b.when.optimiser: unknown axis \"optimiser\"",
                "{values: [1, 2], when: {o: adam}} | line 6, grid.b.when.o: o cannot be \"adam\": it is one of sgd, nesterov.",
                "{values: [1, 2], when: {}} | line 6, grid.b.when: when must name values of axes",
                "{values: [1, 2], when: sgd} | line 6, grid.b.when: when must name values of axes",
                "{values: [1, 2], when: {o: []}} | line 6, grid.b.when.o: o needs at least one value.",
                "{values: [1, 2], when: {b: 1}} | line 6, grid.b.when: whether b has a value cannot depend on its value.",
                "{values: [1, 2], when: {c: 3}} | line 6, grid.b.when: the conditions of b, c depend on one another.",
                "{small: 1, large: 2, when: {o: sgd}} | line 6, grid.b: an axis with a condition is a range",
                "{from: 1, when: {o: sgd}} | line 6, grid.b: an axis with a condition is a range",
                "{values: [1, 1.0], when: {o: sgd}} | line 6, grid.b: b: values must be different, but 1.0 stands twice.",
                "[1, $b] | line 6, grid.b: $b stands within its own values",
                "[1, $d] | line 6, grid.b.1: unknown axis \"d\"",
            })
    void saysWhatIsWrong(String axis, String why) {
        List<String> problems = SweepText.training("{optimizer: $o, batch-size: $b, epochs: $c}")
                .and("grid:\n  b: " + axis + "\n  o: [sgd, nesterov]\n  c: {values: [3], when: {b: 2}}\n")
                .problems();

        assertThat(problems).as("%s", problems).anyMatch(problem -> problem.startsWith(why));
    }

    @Test
    void saysWhereNoConfigurationHasSuchValues() {
        assertThat(text(GRID + "only: [{optimizer: plain, momentum: 0.5}]").problems())
                .containsExactly(
                        "line 9, only.0: no configuration has these values: momentum has one only when optimizer:"
                                + " nesterov.");
        assertThat(text(GRID
                                + "search: {method: random, trials: 3, start: [{optimizer: plain, momentum: 0.5, rate: 0.1}]}")
                        .problems())
                .containsExactly("line 9, search.start.0: momentum has a value only when optimizer: nesterov.");
    }

    @Test
    void takesWhenForALabelWhereItIsOne() throws SweepFileException {
        assertThat(SweepText.training("{optimizer: $o}")
                        .and("grid: {o: {when: sgd, then: adam}}")
                        .parsed()
                        .configurations())
                .map(Configuration::label)
                .containsExactly("when", "then");
    }
}
