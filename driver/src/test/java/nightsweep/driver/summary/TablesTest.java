package nightsweep.driver.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nightsweep.driver.table.Column;
import nightsweep.driver.table.CsvTable;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.PublishedRow;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import org.junit.jupiter.api.Test;

class TablesTest {
    private static Table table(Summary summary, String name) {
        return summary.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String csv(Summary summary, String name, String... columns) {
        return CsvTable.text(table(summary, name).only(List.of(columns)));
    }

    @Test
    void averagesConfigurationsOverRepeats() {
        assertThat(csv(
                        Night.SUMMARY,
                        "configurations",
                        "rank",
                        "configuration",
                        "test-loss-mean",
                        "test-loss-deviation",
                        "completed",
                        "planned",
                        "remark"))
                .isEqualTo("""
                rank,configuration,test-loss-mean,test-loss-deviation,completed,planned,remark
                1,3,0.3,,1,2,1 diverged
                2,1,0.3125,0.08838834764831845,2,2,
                2,2,0.3125,0.08838834764831845,2,2,
                ,4,,,0,2,"1 failed, 1 not run"
                """);
    }

    @Test
    void tellsWhatEachValueOfAnAxisGave() {
        Sweep sweep = Sweeps.over(new Axis("a/b", List.of("x", "y", "z")), new Axis("rate", List.of("1", "2", "3")))
                .on(Metric.LOSS)
                .sweep();
        List<Trial> trials = sweep.trials();

        Summary summary = Summary.of(
                sweep,
                Stream.of(
                        Outcomes.completed(trials.get(0), 1, 50),
                        Outcomes.completed(trials.get(1), 2, 50),
                        Outcomes.completed(trials.get(2), 6, 50),
                        Outcomes.completed(trials.get(3), 0.5, 50),
                        Outcomes.diverged(trials.get(4)),
                        Outcomes.failed(trials.get(5), "")));

        assertThat(csv(
                        summary,
                        "axis-a-b",
                        "value",
                        "mean",
                        "deviation",
                        "least",
                        "greatest",
                        "completed",
                        "diverged",
                        "failed",
                        "not-run"))
                .isEqualTo("""
                value,mean,deviation,least,greatest,completed,diverged,failed,not-run
                x,3.0,2.6457513110645907,1.0,6.0,3,0,0,0
                y,0.5,,0.5,0.5,1,1,1,0
                z,,,,,0,0,0,3
                """);
    }

    @Test
    void givesAnAxisThatIsCalledAsAColumnAnotherName() {
        Sweep sweep = Sweeps.over(new Axis("epochs", List.of("5", "10"))).sweep();

        Table results = table(Summary.of(sweep, Stream.of()), "results");

        assertThat(results.columns()).extracting(Column::name).contains("axis-epochs", "epochs");
        assertThat(CsvTable.text(results.only(List.of("trial", "axis-epochs"))))
                .isEqualTo("trial,axis-epochs\n1,5\n2,10\n");
    }

    @Test
    void boundsAccuracyByWilsonsInterval() {
        assertThat(csv(Night.SUMMARY, "results", "trial", "test-accuracy", "test-accuracy-low", "test-accuracy-high"))
                .startsWith("""
                trial,test-accuracy,test-accuracy-low,test-accuracy-high
                5,0.95,0.9104218518612239,0.9726173543992359
                """)
                .endsWith("\n6,,,\n7,,,\n8,,,\n");
    }

    @Test
    void scoresEachClassOfEachCompletedTrial() {
        Sweep sweep = Sweeps.over(new Axis("width", List.of("1", "2"))).sweep();
        ConfusionMatrix confusion = ConfusionMatrix.of(List.of("katze", "hund"), new long[][] {{30, 10}, {0, 60}});

        Summary summary =
                Summary.of(sweep, Stream.of(Outcomes.completed(sweep.trials().get(1), new Evaluation(0.5, confusion))));

        assertThat(csv(summary, "classes", "trial", "class", "precision", "recall", "f1", "support"))
                .startsWith("""
                trial,class,precision,recall,f1,support
                2,katze,1.0,0.75,0.8571428571428571,40
                2,hund,0.8571428571428571,1.0,0.9230769230769231,60
                2,macro average,0.9285714285714286,0.875,0.8901098901098901,100
                """)
                .containsPattern("\n2,weighted average,0\\.91428571428571\\d+,0\\.9,0\\.8967032967032\\d+,100\n$");
    }

    @Test
    void setsPublishedFiguresBesideOurs() {
        assertThat(csv(
                        Night.SUMMARY,
                        "published",
                        "configuration",
                        "figure",
                        "class",
                        "published",
                        "ours",
                        "completed"))
                .isEqualTo("""
                configuration,figure,class,published,ours,completed
                1,train-loss,,0.5,0.625,2
                1,train-accuracy,,0.7,0.75,2
                1,test-loss,,0.3,0.3125,2
                1,test-accuracy,,0.9,0.9199999999999999,2
                1,test-accuracy-with-dropout,,0.88,0.85,2
                1,f1,a,0.95,0.9199999999999999,2
                1,f1,b,0.9,0.9199999999999999,2
                3,test-accuracy,,0.5,0.95,1
                """);
        assertThat(csv(Night.SUMMARY, "published", "difference")).startsWith("difference\n0.125\n");
        assertThat(csv(Night.SUMMARY, "published", "figure", "within", "verdict", "reason", "note"))
                .isEqualTo("""
                figure,within,verdict,reason,note
                train-loss,yes,cannot be compared,two completed trials are too few for an interval,
                train-accuracy,no,cannot be compared,two completed trials are too few for an interval,
                test-loss,yes,reproduced,,
                test-accuracy,yes,cannot be compared,two completed trials are too few for an interval,
                test-accuracy-with-dropout,no,cannot be compared,two completed trials are too few for an interval,
                f1,yes,cannot be compared,two completed trials are too few for an interval,
                f1,yes,cannot be compared,two completed trials are too few for an interval,
                test-accuracy,,cannot be compared,one completed trial has no interval,another data set
                """);
    }

    @Test
    void leavesOutWhatWeDoNotKnowOfPublishedFigures() {
        Sweep sweep = Sweeps.over(new Axis("width", List.of("1")))
                .beside(
                        new PublishedRow(
                                Map.of(), "a paper", Map.of("test-brilliance", 11.0), List.of(0.5, 0.5, 0.5), ""),
                        new PublishedRow(Map.of("width", "9"), "a paper", Map.of(), List.of(), ""))
                .sweep();

        Summary summary =
                Summary.of(sweep, Stream.of(Outcomes.completed(sweep.trials().get(0), 0.5, 80)));

        assertThat(csv(summary, "published", "figure", "class", "published", "ours"))
                .isEqualTo("""
                figure,class,published,ours
                test-brilliance,,11.0,
                f1,a,0.5,0.8
                f1,b,0.5,0.8
                f1,2,0.5,
                """);
        assertThat(summary.notes())
                .contains("The published results of a paper for {width=9} belong to no configuration of this sweep.");
    }

    @Test
    void keepsWallClockFactsApart() {
        assertThat(CsvTable.text(table(Night.SUMMARY, "timings")).lines().skip(5))
                .containsExactly(
                        "5," + id(5) + ",node-1,0,2023-11-14T22:13:20Z,900,50,1000,300,0,0,3.0,",
                        "6," + id(6) + ",node-1,0,2023-11-14T22:13:20Z,900,50,1000,300,0,0,3.0,",
                        "7," + id(7) + ",node-2,0,2023-11-14T22:13:20Z,0,0,10,0,0,0,,");
        assertThat(Night.SUMMARY.tables())
                .filteredOn(table -> !table.name().equals("timings"))
                .allSatisfy(table -> assertThat(CsvTable.text(table)).doesNotContain("node-", "2023"));
    }

    private static String id(int number) {
        return Night.SWEEP.trials().get(number - 1).id().text();
    }

    @Test
    void reportsValidationWhereThereIsOne() {
        Sweep sweep = Sweeps.over(new Axis("width", List.of("1"))).validated().sweep();
        Summary summary = Summary.of(
                sweep,
                Stream.of(Outcomes.completed(
                        sweep.trials().get(0),
                        Outcomes.evaluation(0.5, 70),
                        Optional.of(Outcomes.evaluation(0.4, 80)),
                        Optional.empty())));

        assertThat(csv(summary, "results", "objective", "validation-loss", "validation-accuracy", "test-accuracy"))
                .isEqualTo("objective,validation-loss,validation-accuracy,test-accuracy\n0.8,0.4,0.8,0.7\n");
        assertThat(summary.brief().measuredOn()).isEqualTo("validation");
    }
}
