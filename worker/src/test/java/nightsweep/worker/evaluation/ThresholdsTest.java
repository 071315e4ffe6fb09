package nightsweep.worker.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import nightsweep.experiments.outcome.Separation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdsTest {
    /** The example of scikit-learn's documentation of {@code roc_auc_score} and {@code average_precision_score}. */
    @Test
    void measuresAreasThatOthersHaveMeasured() {
        Thresholds thresholds = second(new int[] {0, 0, 1, 1}, 0.1f, 0.4f, 0.35f, 0.8f);

        assertThat(thresholds.rocArea()).isEqualTo(0.75);
        assertThat(thresholds.averagePrecision()).isCloseTo(0.8333333, within(1e-6));
    }

    /** Of four pairs three are right and one is tied; P = 1 at R = 1/2, then P = 2/3 at R = 1. */
    @Test
    void countsTiesHalf() {
        Thresholds thresholds = second(new int[] {1, 0, 1, 0}, 0.5f, 0.5f, 0.9f, 0.1f);

        assertThat(thresholds.rocArea()).isEqualTo(3.5 / 4);
        assertThat(thresholds.averagePrecision()).isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-12));
    }

    @Test
    void takesZeroForZeroWhateverItsSign() {
        assertThat(second(new int[] {1, 0, 1, 0}, 0f, -0f, -0f, 0f).rocArea()).isEqualTo(0.5);
        assertThat(second(new int[] {1, 0}, 1f, -1f).rocArea()).isEqualTo(1);
        assertThat(second(new int[] {0, 1}, -1f, -2f).rocArea()).isZero();
    }

    @Test
    void knowsNoAreaWhereThereIsNothingToTellApart() {
        Thresholds none = second(new int[] {0, 0}, 0.1f, 0.2f);
        Thresholds all = second(new int[] {1, 1}, 0.1f, 0.2f);

        assertThat(none.rocArea()).isNaN();
        assertThat(none.averagePrecision()).isNaN();
        assertThat(all.rocArea()).isNaN();
        assertThat(all.averagePrecision()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void agreesWithCountingPairs(long seed) {
        TestScores scores = random(seed, 200, 3, 8);
        Separation separation = Curves.of(scores).separation();

        double right = 0;
        double pairs = 0;
        for (int one = 0; one < scores.examples(); one++) {
            for (int other = 0; other < scores.examples(); other++) {
                if (scores.actual()[one] == 1 && scores.actual()[other] != 1) {
                    pairs++;
                    int order = Float.compare(scores.score(one, 1), scores.score(other, 1));
                    right += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                }
            }
        }

        assertThat(separation.roc().classes().get(1)).isCloseTo(right / pairs, within(1e-12));
        assertThat(separation.roc().macro())
                .isCloseTo(
                        separation.roc().classes().stream().mapToDouble(a -> a).sum() / 3, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void thinsACurveWithoutBendingIt(long seed) {
        Thresholds thresholds = Thresholds.of(random(seed, 20_000, 3, 1 << 20), 0);

        List<CurvePoint> roc = Curves.roc(thresholds);
        List<CurvePoint> precisionRecall = Curves.precisionRecall(thresholds);

        double area = 0;
        for (int i = 1; i < roc.size(); i++) {
            area += (roc.get(i).x() - roc.get(i - 1).x())
                    * (roc.get(i).y() + roc.get(i - 1).y())
                    / 2;
        }
        assertThat(roc).hasSizeBetween(150, 202);
        assertThat(precisionRecall).hasSizeBetween(150, 202);
        assertThat(area).isCloseTo(thresholds.rocArea(), within(1e-3));
        assertThat(roc.get(0)).isEqualTo(new CurvePoint(0, 0, Double.POSITIVE_INFINITY));
        assertThat(roc.get(roc.size() - 1).x()).isEqualTo(1);
        assertThat(roc.get(roc.size() - 1).y()).isEqualTo(1);
    }

    private static Thresholds second(int[] actual, float... scores) {
        float[] both = new float[2 * scores.length];
        for (int i = 0; i < scores.length; i++) {
            both[2 * i] = -scores[i];
            both[2 * i + 1] = scores[i];
        }
        return Thresholds.of(new TestScores(List.of("no", "yes"), actual, actual, both), 1);
    }

    /** Scores of {@code levels} different values, a little higher for the right class. */
    private static TestScores random(long seed, int examples, int classes, int levels) {
        Random random = new Random(seed);
        int[] actual = new int[examples];
        float[] scores = new float[examples * classes];
        for (int example = 0; example < examples; example++) {
            actual[example] = example < classes ? example : random.nextInt(classes);
            for (int label = 0; label < classes; label++) {
                double level = random.nextInt(levels) + (actual[example] == label ? levels / 4.0 : 0);
                scores[example * classes + label] = (float) (Math.floor(level) / levels);
            }
        }
        return new TestScores(List.of("a", "b", "c").subList(0, classes), actual, actual, scores);
    }
}
