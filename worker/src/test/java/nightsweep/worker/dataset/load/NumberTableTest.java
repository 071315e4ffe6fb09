package nightsweep.worker.dataset.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.NumberTarget;
import nightsweep.experiments.dataset.Preparing;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.dataset.TargetKind;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of which a column of numbers is to be predicted. */
class NumberTableTest {
    @TempDir
    private Path folder;

    private final DatasetLoader loader = new DatasetLoader(new Configuration(), Optional.empty());

    private String write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DatasetSpec spec(String train, String test, TargetKind target) {
        DataSource source = new DataSource.Csv(
                write("train.csv", train),
                test.isEmpty() ? "" : write("test.csv", test),
                DataSource.Header.PRESENT,
                "price",
                test.isEmpty() ? 0.25 : 0,
                Preparing.USUAL,
                target);
        return new DatasetSpec(source, new Scaling.None(), 0, 0, 0);
    }

    private static double[] numbers(ExampleSet examples) {
        double[] numbers = new double[examples.size()];
        Arrays.setAll(numbers, examples::number);
        return numbers;
    }

    @Test
    void keepsNumbersInTheirUnitAndTrainsOnScaledOnes() throws DataException {
        DatasetSpec spec = spec("size,price\n1,1000.25\n2,3000.25\n", "price,size\n5000.25,3\n", TargetKind.NUMBER);

        Dataset dataset = loader.load(spec, 1);

        assertThat(dataset.labels()).isEmpty();
        assertThat(dataset.number()).contains(new NumberTarget("price", 2000.25, 1000));
        assertThat(numbers(dataset.train())).containsExactly(1000.25, 3000.25);
        assertThat(numbers(dataset.test())).containsExactly(5000.25);
        assertThat(Float.intBitsToFloat(dataset.train().target(0))).isEqualTo(-1);
        assertThat(Float.intBitsToFloat(dataset.test().target(0))).isEqualTo(3);
    }

    @Test
    void measuresTrainingExamplesAlone() throws DataException {
        String rows = "1,10\n2,20\n3,30\n4,40\n5,50\n6,60\n7,70\n8,80\n";
        DatasetSpec plain = spec("size,price\n" + rows, "", TargetKind.NUMBER);

        Dataset dataset = loader.load(new DatasetSpec(plain.source(), plain.scaling(), 0.3, 0, 0), 1);

        double[] trained = numbers(dataset.train());
        double mean = Arrays.stream(trained).average().orElseThrow();
        assertThat(trained).hasSize(4);
        assertThat(dataset.validation().orElseThrow().size()).isEqualTo(2);
        assertThat(dataset.test().size()).isEqualTo(2);
        assertThat(dataset.number().orElseThrow().mean()).isCloseTo(mean, within(1e-12));
    }

    @Test
    void dividesConstantNumbersByOne() throws DataException {
        DatasetSpec spec = spec("size,price\n1,0.1\n2,0.1\n3,0.1\n", "size,price\n1,2.1\n", TargetKind.NUMBER);

        assertThat(loader.load(spec, 1).number().orElseThrow().deviation()).isEqualTo(1);
    }

    @Test
    void leavesOutRowsThatDoNotSayTheirNumberAndTellsSo() throws DataException {
        DatasetSpec spec =
                spec("size,price\n1,10\n2,?\n3,\n4,40\n5,NA\n", "size,price\n1,10\n2,none\n", TargetKind.NUMBER);

        DatasetFacts facts = loader.facts(spec);

        assertThat(facts.classes()).isZero();
        assertThat(facts.trainExamples()).isEqualTo(2);
        assertThat(facts.testExamples()).isEqualTo(1);
        assertThat(facts.notes())
                .anyMatch(note ->
                        note.matches("3 rows of .*train.csv without a number in column \"price\" are left out\\."))
                .anyMatch(note ->
                        note.matches("1 row of .*test.csv without a number in column \"price\" is left out\\."));
        assertThat(facts.columns()).anySatisfy(column -> {
            assertThat(column.name()).isEqualTo("price");
            assertThat(column.use()).isEqualTo("number to predict");
            assertThat(column.range()).isEqualTo("10 to 40");
        });
        assertThat(numbers(loader.load(spec, 1).train())).containsExactly(10, 40);
    }

    @Test
    void readsThousandsAsInOtherColumns() throws DataException {
        DatasetSpec spec =
                spec("size,price\n1.5,\"1,000\"\n2.5,\"2,500.5\"\n", "size,price\n1.5,\"1,000\"\n", TargetKind.NUMBER);

        assertThat(numbers(loader.load(spec, 1).train())).containsExactly(1000, 2500.5);
    }

    @Test
    void refusesWordsAllAtOnce() {
        DatasetSpec spec = spec("size,price\n1,cheap\n2,20\n3,1e99\n", "size,price\n1,10\n", TargetKind.NUMBER);

        assertThatThrownBy(() -> loader.load(spec, 1))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(
                        "2 things are wrong",
                        "line 2, column \"price\": \"cheap\"",
                        "line 4, column \"price\": \"1e99\"");
    }

    @Test
    void refusesATableOfUnknownNumbers() {
        DatasetSpec spec = spec("size,price\n1,?\n2,?\n", "size,price\n1,10\n", TargetKind.NUMBER);

        assertThatThrownBy(() -> loader.load(spec, 1)).hasMessageContaining("no row says its column \"price\"");
    }

    @Test
    void namesTheKeyWhereClassesLookLikeAQuantity() {
        StringBuilder rows = new StringBuilder("size,price\n");
        for (int i = 0; i < 40; i++) {
            rows.append(i % 7).append(',').append(100.5 + i).append('\n');
        }
        DatasetSpec spec = spec(rows.toString(), "", TargetKind.CLASS);

        assertThatThrownBy(() -> loader.load(spec, 1)).hasMessageContaining("say target: number to predict it");
    }

    @Test
    void hasAnotherChecksumForOtherNumbers() throws DataException {
        String test = "size,price\n1,10\n";
        String first = loader.load(spec("size,price\n1,10\n2,20\n", test, TargetKind.NUMBER), 1)
                .checksum();
        String second = loader.load(spec("size,price\n1,10\n2,21\n", test, TargetKind.NUMBER), 1)
                .checksum();

        assertThat(first).isNotEqualTo(second);
    }
}
