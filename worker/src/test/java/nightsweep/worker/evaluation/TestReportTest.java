package nightsweep.worker.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.Origins;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;
import org.junit.jupiter.api.Test;

class TestReportTest {
    private static final byte[] LABELS = {1, 0, 1, 0};
    private static final ExampleSet EXAMPLES = new ExampleSet(
            new Features.Bytes(new byte[] {0, 1, 2, -1, 4, 5, 6, 7}),
            2,
            new int[] {0, 1, 2, 3},
            LABELS,
            ColumnScale.uniform(1, 0));
    private static final TestScores SCORES =
            new TestScores(List.of("cat, small", "=dog"), new int[] {1, 0, 1, 0}, new int[] {0, 1, 1, 0}, new float[] {
                0.5f, 0.5f, 0.25f, 0.75f, 0.1f, 0.9f, 0.9f, 0.1f
            });

    @Test
    void tellsEveryPrediction() {
        assertThat(file("predictions.csv")).isEqualTo("""
                example,actual,predicted,probability,"probability of cat, small",probability of =dog
                0,'=dog,"cat, small",0.5,0.5,0.5
                1,"cat, small",'=dog,0.75,0.25,0.75
                2,'=dog,'=dog,0.9,0.1,0.9
                3,"cat, small","cat, small",0.9,0.9,0.1
                """);
    }

    @Test
    void tellsWhichFileAnExampleIs() {
        Origins pictures = new Origins.Pictures(List.of("c/0.png", "c/1.png", "d/a, b.png", "d/3.png"));
        Stored stored = new Stored(new Features.Bytes(new byte[8]), LABELS, 2, pictures);
        ExampleSet test = new ExampleSet(new Selection(stored, new int[] {3, 2, 1, 0}), ColumnScale.uniform(1, 0))
                .under(ColumnScale.uniform(2, 1));

        assertThat(file("predictions.csv", test).lines())
                .startsWith(
                        "example,picture,actual,predicted,probability,\"probability of cat, small\",probability of =dog",
                        "0,d/3.png,'=dog,\"cat, small\",0.5,0.5,0.5",
                        "1,\"d/a, b.png\",\"cat, small\",'=dog,0.75,0.25,0.75");
        assertThat(file("wrong.csv", test).lines())
                .startsWith("example,picture,actual,predicted,probability,channels,height,width,pixels")
                .anyMatch(line -> line.startsWith("0,d/3.png,'=dog,\"cat, small\",0.5,"));
    }

    @Test
    void tellsTheWinnersProbabilityAloneWhereThereAreVeryMany() {
        int examples = 50_001;
        TestScores many =
                new TestScores(List.of("a", "b"), new int[examples], new int[examples], new float[2 * examples]);
        ExampleSet test = new ExampleSet(
                new Features.Bytes(new byte[examples]),
                1,
                IntStream.range(0, examples).toArray(),
                new byte[examples],
                ColumnScale.uniform(1, 0));

        String text = new TestReport(
                        new Dataset("many", many.labels(), List.of(1), test, Optional.empty(), test, "abc"), many)
                .files().stream()
                        .filter(file -> file.name().equals("predictions.csv"))
                        .findFirst()
                        .orElseThrow()
                        .text();

        assertThat(text).startsWith("example,actual,predicted,probability\n0,a,a,0\n");
    }

    @Test
    void showsTheMostConfidentMistakesFirst() {
        assertThat(file("wrong.csv")).isEqualTo("""
                example,actual,predicted,probability,channels,height,width,pixels
                1,"cat, small",'=dog,0.75,1,1,2,Av8=
                0,'=dog,"cat, small",0.5,1,1,2,AAE=
                """);
    }

    @Test
    void drawsCurvesOfEachClassAndOfTheirMeans() {
        assertThat(file("roc.csv").lines())
                .startsWith(
                        "class,false-positive-rate,true-positive-rate,threshold",
                        "\"cat, small\",0,0,",
                        "\"cat, small\",0,0.5,0.9")
                .contains(
                        "'=dog,0.5,0.5,0.75",
                        "macro average,0.25,0.5,",
                        "macro average,0.5,1,",
                        "micro average,0,0.5,0.9");
        assertThat(file("precision-recall.csv").lines())
                .startsWith("class,recall,precision,threshold", "\"cat, small\",0,1,", "\"cat, small\",0.5,1,0.9")
                .contains("macro average,1,0.6666667,");
    }

    private static String file(String name) {
        return file(name, EXAMPLES);
    }

    private static String file(String name, ExampleSet examples) {
        Dataset dataset =
                new Dataset("pets", SCORES.labels(), List.of(1, 2), examples, Optional.empty(), examples, "abc");
        return new TestReport(dataset, SCORES)
                .files().stream()
                        .filter(file -> file.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .text();
    }
}
