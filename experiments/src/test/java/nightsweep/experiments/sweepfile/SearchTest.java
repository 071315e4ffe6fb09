package nightsweep.experiments.sweepfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.Scale;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Finalists;
import nightsweep.experiments.sweep.Learning;
import nightsweep.experiments.sweep.Searched;
import nightsweep.experiments.sweep.StoppingSpec;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps whose configurations are chosen, and axes that are ranges. */
class SearchTest {
    private static final String GRID = """
            grid:
              optimizer: [sgd, adam]
              rate: {from: 1e-4, to: 1e-1, scale: log}
              batch: {from: 8, to: 64}
            """;

    private static SweepText searched(String search) {
        return SweepText.training("{optimizer: $optimizer, learning-rate: $rate, batch-size: $batch}")
                .and(GRID + search);
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "sobol"})
    void keepsWhatWasProposedWhenMoreIsAskedFor(String method) throws SweepFileException {
        Sweep few = searched("search: {method: " + method + ", trials: 20}").parsed();
        Sweep more = searched("search: {method: " + method + ", trials: 50}").parsed();

        assertThat(few.configurations()).hasSize(20);
        assertThat(more.configurations().subList(0, 20))
                .extracting(Configuration::point)
                .isEqualTo(
                        few.configurations().stream().map(Configuration::point).toList());
        assertThat(more.trials().subList(0, 20))
                .extracting(Trial::id)
                .isEqualTo(few.trials().stream().map(Trial::id).toList());
        assertThat(points(more)).hasSize(50);
    }

    @Test
    void proposesWithinTheSpaceOnly() throws SweepFileException {
        Sweep sweep = searched("exclude: [{optimizer: sgd}]\nsearch: {method: random, trials: 40}")
                .parsed();

        assertThat(sweep.configurations()).allSatisfy(configuration -> {
            assertThat(configuration.point()).containsEntry("optimizer", "adam");
            assertThat(Double.parseDouble(configuration.point().get("rate"))).isBetween(1e-4, 1e-1);
            assertThat(Integer.parseInt(configuration.point().get("batch"))).isBetween(8, 64);
        });
    }

    @Test
    void drawsBySeed() throws SweepFileException {
        String plain = "search: {method: random, trials: 9}";

        assertThat(points(searched(plain).parsed()))
                .isEqualTo(points(searched(plain).parsed()));
        assertThat(points(
                        searched("search: {method: random, trials: 9, seed: 7}").parsed()))
                .isNotEqualTo(points(searched(plain).parsed()));
        assertThat(points(searched("search: {method: random, trials: 9, seed: 42}")
                        .parsed()))
                .isEqualTo(points(searched(plain).parsed()));
    }

    @Test
    void triesWhatItIsToldFirst() throws SweepFileException {
        Sweep sweep = searched(
                        "search: {method: sobol, trials: 3, start: [{optimizer: adam, rate: 0.0010, batch: 32}]}")
                .parsed();

        assertThat(sweep.configurations().get(0).point())
                .isEqualTo(Map.of("optimizer", "adam", "rate", "0.001", "batch", "32"));
        assertThat(points(sweep)).hasSize(3);
    }

    @Test
    void endsWhereTheSpaceIsUsedUp() throws SweepFileException {
        Sweep sweep = SweepText.training("{batch-size: $batch}")
                .and("grid: {batch: {from: 8, to: 16, step: 4}}\nsearch: {method: random, trials: 10}")
                .parsed();

        assertThat(points(sweep))
                .containsExactlyInAnyOrder(Map.of("batch", "8"), Map.of("batch", "12"), Map.of("batch", "16"));
        assertThat(sweep.search()).hasValue(new Searched("random", 10, true, "3 batch"));
    }

    @Test
    void triesEveryStepWithoutASearch() throws SweepFileException {
        Sweep sweep = SweepText.training("{learning-rate: $rate}")
                .and("grid: {rate: {from: 0.8, to: 1.0, step: 0.1}}")
                .parsed();

        assertThat(sweep.axes()).singleElement().satisfies(axis -> {
            assertThat(axis.values()).containsExactly("0.8", "0.9", "1");
            assertThat(axis.levels()).isEqualTo(axis.values());
            assertThat(axis.range()).hasValue(Scale.LINEAR);
        });
        assertThat(sweep.configurations()).hasSize(3);
        assertThat(sweep.search()).isEmpty();
    }

    @Test
    void tellsNumbersOfARangeByItsParts() throws SweepFileException {
        Axis rate =
                searched("search: {method: random, trials: 30}").parsed().axes().get(1);

        assertThat(rate.values())
                .hasSizeGreaterThan(20)
                .isSortedAccordingTo((a, b) -> Double.compare(Double.parseDouble(a), Double.parseDouble(b)));
        assertThat(rate.levels()).containsExactly("from 0.0001", "from 0.0005623", "from 0.003162", "from 0.01778");
        assertThat(rate.parts().of("0.003162")).isEqualTo("from 0.003162");
        assertThat(rate.parts().of("0.003161")).isEqualTo("from 0.0005623");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search: {method: random} | search needs trials",
                "search: {method: bayesian, trials: 9} | Methods that learn from results are tpe, gp and auto",
                "search: {method: tpe, trials: 9} | tpe learns from validation examples, and none are kept everywhere",
                "search: {method: random, trials: 9, window: 4} | random looks at none",
                "search: {method: grid} | rate is a range of all numbers between its ends",
                "search: {method: random, trials: 0} | search.trials must be",
                "search: {method: random, trials: 2000000} | at most 1,000,000 trials are allowed",
                "search: {method: random, trials: 9, start: [{batch: 8}]} | optimizer has no value",
                "search: {method: random, trials: 9, start: [{optimizer: sgd, rate: 1, batch: 8}]} | rate: 1 is not one of",
                "search: {method: random, trials: 9, start: 3} | search.start must be a list",
                "search: {method: random, trials: 1, start: [{optimizer: sgd, rate: 0.01, batch: 8}, {optimizer: sgd, rate: 0.01, batch: 9}]} | search.start lists 2 configurations",
                "{exclude: [{optimizer: sgd}, {optimizer: adam}], search: {method: random, trials: 9}} | exclude leaves no configuration",
                "search: {method: random, trials: 9, samples: 3} | unknown key",
                "{only: [{optimizer: sgd}], search: {method: random, trials: 9}} | only has no place beside search",
                "{exclude: [{rate: 5}], search: {method: random, trials: 9}} | rate cannot be",
            })
    void saysWhatIsWrong(String search, String why) {
        String text = search.startsWith("{")
                ? search.substring(1, search.length() - 1).replace("], ", "]\n")
                : search;
        assertThat(searched(text).problems()).singleElement().asString().contains(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{from: 1, to: 0.1} | a range must go up",
                "{from: 0.0, to: 0.1, scale: log} | must begin above 0",
                "{from: 0, to: 1} | are but two values",
                "{from: 1e-4, to: x} | to must be a number",
                "{from: 1e-4, to: 1e-1, scale: wide} | unknown scale",
                "{from: 1e-4, to: 1e-1, steps: 3} | unknown key",
                "{from: 0.1, to: 0.35, step: 0.1} | do not meet",
            })
    void saysWhatIsWrongWithARange(String range, String why) {
        assertThat(SweepText.training("{learning-rate: $rate}")
                        .and("grid: {rate: " + range + "}\nsearch: {method: random, trials: 3}")
                        .problems())
                .singleElement()
                .asString()
                .contains(why);
    }

    private static SweepText learning(String search) {
        return SweepText.dataset("{name: digits, validation: 0.2}")
                .trained("{optimizer: $optimizer, learning-rate: $rate, batch-size: $batch}")
                .and(GRID + search);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tpe", "gp", "auto"})
    void knowsWhatNeedsNoResults(String method) throws SweepFileException {
        Sweep sweep = learning("repeats: 2\nsearch: {method: " + method + ", trials: 30, window: 6}")
                .parsed();

        assertThat(sweep.configurations()).hasSize(6);
        Learning learning = sweep.learning().orElseThrow();
        assertThat(learning.drawn()).isEqualTo(6 + 9);
        assertThat(learning.offer().datasets()).hasSize(1);
        Point other = learning.space().read(Map.of("optimizer", "adam", "rate", "0.0123", "batch", "17"));
        List<Point> proposed = Stream.concat(sweep.configurations().stream().map(learning::point), Stream.of(other))
                .toList();
        Sweep more = sweep.proposing(proposed);
        assertThat(more.configurations().subList(0, 6)).isEqualTo(sweep.configurations());
        assertThat(more.trials().subList(0, 12)).isEqualTo(sweep.trials());
        Configuration last = more.configurations().get(6);
        assertThat(last.training().batchSize()).isEqualTo(17);
        assertThat(last.number()).isEqualTo(7);
        assertThat(more.axes().get(1).values()).hasSize(7).contains("0.0123");
        assertThat(more.trial(last, 1)).isEqualTo(more.trials().get(13));
        assertThat(SweepFile.parse(
                                SweepFile.declaring(
                                        learning("search: {method: " + method + ", trials: 30}")
                                                .text(),
                                        last,
                                        "x"),
                                "x")
                        .trials()
                        .get(0)
                        .id())
                .isEqualTo(more.trials().get(12).id());
    }

    @Test
    void saysWhatItCannotLearnFrom() {
        assertThat(SweepText.dataset("{name: digits, validation: $share}")
                        .and("grid: {share: {from: 0.1, to: 0.2, step: 0.01}}\nsearch: {method: tpe, trials: 9}")
                        .problems())
                .singleElement()
                .asString()
                .contains("needs all data before it begins");
    }

    @Test
    void learnsFromTrialsThatStop() throws SweepFileException {
        Sweep sweep = climbing(
                        "9",
                        "{rate: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]}",
                        "{method: gp, trials: 30, rungs: {}}")
                .parsed();

        assertThat(sweep.learning()).isPresent();
        assertThat(sweep.stopping()).hasValue(new StoppingSpec.Rungs(1, 3, 0));
        assertThat(climbing("9", "{rate: {from: 1e-4, to: 1e-1, scale: log}}", "{method: gp, trials: 2, rungs: {}}")
                        .problems())
                .singleElement()
                .asString()
                .contains("none of 2 configurations would be trained to the end");
        assertThat(climbing(
                                "$epochs",
                                "{epochs: [9, 18], rate: [0.1, 0.2]}",
                                "{method: tpe, trials: 4, window: 1, rungs: {}}")
                        .problems())
                .singleElement()
                .asString()
                .contains("all need the same epochs, but there are 9 and 18");
    }

    private static SweepText climbing(String epochs, String grid, String search) {
        return SweepText.dataset("{name: digits, validation: 0.2}")
                .trained("{epochs: " + epochs + ", learning-rate: $rate}")
                .and("grid: " + grid + "\nsearch: " + search);
    }

    @Test
    void trainsFinalistsMoreOften() throws SweepFileException {
        String grid = "{rate: [0.1, 0.2, 0.3, 0.4]}\nrepeats: 3";

        Sweep sweep = climbing("9", grid, "{finalists: 2, most-repeats: 5}").parsed();

        assertThat(sweep.finalists()).hasValue(new Finalists(2, 3, 5));
        assertThat(sweep.search()).isEmpty();
        assertThat(sweep.trials()).hasSize(4);
        Sweep granted = sweep.granting(Map.of(2, 3, 4, 4));
        assertThat(granted.trials()).extracting(Trial::number).containsExactly(1, 2, 3, 4, 6, 8, 10, 12, 16);
        assertThat(granted.trials().subList(0, 4)).isEqualTo(sweep.trials());
        assertThat(granted.trial(10).repeat()).isEqualTo(2);
        assertThat(granted.trial(10).id())
                .isEqualTo(climbing("9", grid, "{keep: 1, after: 1}")
                        .parsed()
                        .trials()
                        .get(5)
                        .id());
        assertThat(climbing("9", grid, "{method: tpe, trials: 3, finalists: 1}")
                        .parsed()
                        .finalists())
                .hasValue(new Finalists(1, 3, 3));
        assertThat(climbing("9", grid, "{finalists: 4}").problems())
                .singleElement()
                .asString()
                .contains("finalists are the best 4 of 4 configurations, which are all");
        assertThat(climbing("9", grid, "{finalists: 1, most-repeats: 2}").problems())
                .singleElement()
                .asString()
                .contains("most-repeats must be at least the 3 repeats, but got 2");
        assertThat(climbing("9", grid, "{method: random, trials: 3, most-repeats: 2}")
                        .problems())
                .singleElement()
                .asString()
                .contains("there are none. Say how many");
        assertThat(climbing("9", "{rate: [0.1, 0.2]}", "{finalists: 1}").problems())
                .singleElement()
                .asString()
                .contains("trained in all repeats, and there is one");
    }

    @Test
    void asksForNoMoreThanThereAre() throws SweepFileException {
        Sweep sweep = SweepText.dataset("{name: digits, validation: 0.2}")
                .trained("{learning-rate: $rate}")
                .and("grid: {rate: [0.1, 0.2, 0.3, 0.4, 0.5]}\nexclude: [{rate: 0.3}]\n"
                        + "search: {method: tpe, trials: 9, window: 1}")
                .parsed();

        assertThat(sweep.search().orElseThrow().usedUp()).isTrue();
        assertThat(sweep.search().orElseThrow().asked()).isEqualTo(9);
        assertThat(sweep.learning().orElseThrow().settings().trials()).isEqualTo(4);
    }

    @Test
    void knowsAllDataThatMayBeNeeded() throws SweepFileException {
        Sweep sweep = SweepText.dataset("{name: digits, validation: $share}")
                .and("grid: {share: [0.1, 0.2, 0.3, 0.4, 0.5]}\nsearch: {method: tpe, trials: 4, window: 1}")
                .parsed();

        assertThat(sweep.configurations()).hasSize(1);
        assertThat(sweep.learning().orElseThrow().offer().datasets()).hasSize(5);
    }

    @Test
    void refusesARangeWhereEveryValueIsTried() {
        assertThat(SweepText.training("{learning-rate: $rate}")
                        .and("grid: {rate: {from: 1e-4, to: 1e-1, scale: log}}")
                        .problems())
                .singleElement()
                .asString()
                .contains("Add a step to it, or say how many configurations to try");
    }

    private static Set<Map<String, String>> points(Sweep sweep) {
        Set<Map<String, String>> points = new HashSet<>();
        sweep.configurations().forEach(configuration -> points.add(configuration.point()));
        return points;
    }
}
