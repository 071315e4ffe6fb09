package nightsweep.worker.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nightsweep.experiments.network.TargetEncoding;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.engine.Targets;
import nightsweep.worker.evaluation.TableFile;
import nightsweep.worker.evaluation.TestScores;
import org.junit.jupiter.api.Test;

class BorderTest {
    private static final int CELLS = Plane.SIDE * Plane.SIDE;
    private static final ColumnScale SCALE = ColumnScale.uniform(2, 1);

    private static ExampleSet examples(int width, float... values) {
        int count = values.length / width;
        byte[] labels = new byte[count];
        labels[count - 1] = 1;
        return new ExampleSet(
                new Features.Floats(values), width, IntStream.range(0, count).toArray(), labels, SCALE);
    }

    private static Dataset dataset(List<String> labels, ExampleSet train, ExampleSet test) {
        return new Dataset("dots", labels, List.of(train.width()), train, Optional.empty(), test, "abc");
    }

    private static Dataset square(String... labels) {
        return dataset(List.of(labels), examples(2, 0, 0, 10, 4), examples(2, 0, 8, 1, 1));
    }

    private static String file(List<TableFile> files, String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** Of a network of one output that gives {@code left} in the left half, else {@code right}. */
    private static TestScores halves(float left, float right) {
        float[] scores = new float[2 * CELLS];
        int[] predicted = new int[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            float output = cell % Plane.SIDE < Plane.SIDE / 2 ? left : right;
            scores[2 * cell] = -output;
            scores[2 * cell + 1] = output;
            predicted[cell] = output > 0 ? 1 : 0;
        }
        return new TestScores(List.of("no", "yes"), new int[CELLS], predicted, scores);
    }

    @Test
    void coversAllExamplesWithAMargin() {
        Plane plane = Plane.of(square("no", "yes")).orElseThrow();

        assertThat(plane.width())
                .as("10 and 8 are alike: both get 10 and 8 % a side")
                .isCloseTo(11.6, within(1e-9));
        assertThat(plane.height()).isCloseTo(11.6, within(1e-9));
        assertThat(plane.left()).isCloseTo(5 - 5.8, within(1e-9));
        assertThat(plane.bottom()).isCloseTo(4 - 5.8, within(1e-9));
        assertThat(plane.x(0)).isCloseTo(-0.8 + 0.058, within(1e-9));
        assertThat(plane.y(0)).as("the top row").isCloseTo(9.8 - 0.058, within(1e-9));
    }

    @Test
    void keepsTheScalesOfUnlikeFeatures() {
        Plane plane = Plane.of(dataset(List.of("no", "yes"), examples(2, 0, 0, 1, 100), examples(2, 0, 0)))
                .orElseThrow();

        assertThat(plane.width()).isCloseTo(1.16, within(1e-9));
        assertThat(plane.height()).isCloseTo(116, within(1e-9));
    }

    @Test
    void hasNoPlaneOfThreeFeatures() {
        Dataset cube = dataset(List.of("no", "yes"), examples(3, 0, 0, 0, 1, 1, 1), examples(3, 0, 0, 0));

        assertThat(Border.of(cube)).isEmpty();
    }

    @Test
    void asksForCellsAsTheNetworkSeesExamples() {
        ExampleSet cells = Border.of(square("no", "yes")).orElseThrow().cells();

        assertThat(cells.size()).isEqualTo(CELLS);
        assertThat(cells.scale()).isEqualTo(SCALE);
        assertThat(Point.of(cells, CELLS).get(CELLS - 1).x()).isCloseTo(10.8 - 0.058, within(1e-5));
        assertThat(Point.of(cells, CELLS).get(CELLS - 1).y()).isCloseTo(-1.8 + 0.058, within(1e-5));
    }

    @Test
    void saysHowMuchEachCellIsTakenForTheSecondClass() {
        List<TableFile> files = Border.of(square("no", "yes"))
                .orElseThrow()
                .files(halves(-0.5f, 3), new Targets(1, 2, TargetEncoding.MINUS_ONE_ONE), "title");

        List<String> lines = file(files, "border.csv").lines().toList();
        assertThat(lines).hasSize(Plane.SIDE + 1);
        assertThat(lines.get(0)).startsWith("y,-0.742,-0.626,").endsWith(",10.742");
        assertThat(lines.get(1)).startsWith("9.742,0.25,").endsWith(",1");
        assertThat(Arrays.stream(lines.get(100).split(",", -1))).containsOnly("-1.742", "0.25", "1");
        assertThat(file(files, "border-points.csv")).isEqualTo("""
                set,x,y,class
                train,0,0,no
                train,10,4,yes
                test,0,8,no
                test,1,1,yes
                """);
    }

    @Test
    void roundsToFourDigits() {
        String border = file(
                Border.of(square("no", "yes"))
                        .orElseThrow()
                        .files(halves(-0.87652f, Float.NaN), new Targets(1, 2, TargetEncoding.MINUS_ONE_ONE), "title"),
                "border.csv");

        assertThat(border.lines().toList().get(1))
                .as("0.5 - 0.87652 / 2, and nothing of what is no number")
                .contains(",0.0617,")
                .endsWith(",,");
    }

    @Test
    void namesTheClassOfEachCellOfMoreThanTwo() {
        float[] scores = new float[3 * CELLS];
        int[] predicted = new int[CELLS];
        Arrays.fill(predicted, 2);
        TestScores third = new TestScores(List.of("a", "b", "=c"), new int[CELLS], predicted, scores);

        List<TableFile> files = Border.of(square("a", "b", "=c"))
                .orElseThrow()
                .files(third, new Targets(3, 3, TargetEncoding.ZERO_ONE), "title");

        assertThat(file(files, "border.csv").lines().skip(1)).allMatch(line -> line.endsWith(",'=c,'=c"));
        assertThat(file(files, "border.svg")).contains("<path fill=\"#8ccdbb\" d=\"M0 0h100v1h-100z");
    }

    @Test
    void drawsAPicture() {
        String svg = file(
                Border.of(square("no", "yes"))
                        .orElseThrow()
                        .files(halves(-1, 1), new Targets(1, 2, TargetEncoding.MINUS_ONE_ONE), "tanh <b> & 5"),
                "border.svg");

        assertThat(svg)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\"")
                .contains("<title>tanh &lt;b&gt; &amp; 5</title>")
                .contains("<path fill=\"#4095c5\" d=\"M0 0h50v1h-50zM0 1h50v1h-50z")
                .contains("<path fill=\"#e08640\" d=\"M50 0h50v1h-50z")
                .contains("<g class=\"train\" stroke-width=\".4\" fill=\"#0072b2\" stroke=\"#fff\">\n"
                        + "<circle cx=\"6.9\" cy=\"84.5\" r=\"2\"/>")
                .contains("<g class=\"test\" stroke-width=\".4\" fill=\"none\" stroke=\"#d55e00\">");
    }

    @Test
    void showsSomeOfManyExamples() {
        float[] many = new float[2 * 10_001];
        ExampleSet train = examples(2, many);

        assertThat(Point.of(train, 500)).hasSizeBetween(400, 500);
        assertThat(Point.of(train)).hasSize(10_001);
    }
}
