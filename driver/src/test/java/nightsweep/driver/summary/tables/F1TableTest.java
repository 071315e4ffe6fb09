package nightsweep.driver.summary.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightsweep.driver.summary.Outcomes;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.Sweeps;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Sweep;
import org.junit.jupiter.api.Test;

class F1TableTest {
    private static final Sweep SWEEP =
            Sweeps.over(new Axis("width", List.of("1", "2"))).repeated(2).sweep();

    private static Evaluation evaluation(int classes, int bad) {
        List<String> labels = IntStream.range(0, classes).mapToObj(i -> "c" + i).toList();
        long[][] counts = new long[classes][classes];
        for (int i = 0; i < classes; i++) {
            counts[i][i] = 100L - i;
            counts[i][(i + 1) % classes] = i == bad ? 100 : 0;
        }
        return new Evaluation(0.5, ConfusionMatrix.of(labels, counts));
    }

    @Test
    void showsTheWorstOfManyClasses() {
        Evaluation evaluation = evaluation(13, 7);

        String text = Summary.of(
                        SWEEP, Stream.of(Outcomes.completed(SWEEP.trials().get(0), evaluation)))
                .console(120);

        assertThat(text).contains("""
                F1 by class, on test examples
                rank  configuration  values  worst      next       next       next       next
                ----  -------------  ------  ---------  ---------  ---------  ---------  ---------
                   1              1  1       c8 0.6479  c7 0.6503  c0 1.0000  c1 1.0000  c2 1.0000
                """);
    }

    @Test
    void showsTheWorstWhereClassesDiffer() {
        String text = Summary.of(
                        SWEEP,
                        Stream.of(
                                Outcomes.completed(SWEEP.trials().get(0), evaluation(3, 0)),
                                Outcomes.completed(SWEEP.trials().get(2), evaluation(2, 0))))
                .console(120);

        assertThat(text).contains("worst      next       next");
    }
}
