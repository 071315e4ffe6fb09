package nightsweep.worker.dataset.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DataSource.Header;
import nightsweep.experiments.dataset.DataSource.Shape;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.idx.IdxBytes;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetLoaderTest {
    private final DatasetLoader loader = new DatasetLoader(new Configuration(), Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void tellsWhichClassesAreMissingWhere() throws Exception {
        StringBuilder table = new StringBuilder("size,kind\n");
        for (int i = 0; i < 100; i++) {
            table.append(i * 37 % 101).append(i % 50 == 0 ? ",rare\n" : i % 3 == 0 ? ",b\n" : ",a\n");
        }
        Path file = Files.createTempFile("classes", ".csv");
        Files.writeString(file, table);
        DataSource csv = new DataSource.Csv(file.toString(), "", DataSource.Header.PRESENT, "kind", 0.2);

        DatasetFacts facts = loader.facts(new DatasetSpec(csv, new Scaling.None(), 0.2, 0, 0));

        Files.delete(file);
        assertThat(facts.remarks())
                .extracting(remark -> remark.doubt().label() + ": " + remark.message())
                .containsExactly(
                        "absent-class: Class rare has no validation example, so trials are compared without it.",
                        "absent-class: Class rare has no test example, so its recall is not known, and macro averages"
                                + " count it only where it is predicted.");
    }

    @Test
    void saysBeforeLoadingWhatLoadingGives() throws DataException {
        DatasetSpec spec = new DatasetSpec(new DataSource.Digits(123, 45, 0.1, 1, 7), new Scaling.Unit(), 0.2, 100, 33);

        DatasetFacts facts = loader.facts(spec);

        assertThat(facts)
                .usingRecursiveComparison()
                .ignoringFields("labels", "columns")
                .isEqualTo(new DatasetFacts(784, 10, 80, 20, 33, List.of(28, 28)));
        assertThat(sizes(loader.load(spec, 42))).containsExactly(80, 20, 33);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void splitsWithoutOverlapTheSameWayEachTime(long seed) throws DataException {
        DatasetSpec spec = spec(numbered(100 + (int) seed), new Scaling.None(), 0.25);

        Dataset dataset = loader.load(spec, seed);
        Dataset again = loader.load(spec, seed);

        int[] train = firstColumn(dataset.train());
        int[] validation = firstColumn(dataset.validation().orElseThrow());
        assertThat(IntStream.concat(Arrays.stream(train), Arrays.stream(validation))
                        .sorted())
                .containsExactlyElementsOf(
                        IntStream.range(0, 100 + (int) seed).boxed().toList());
        assertThat(validation).hasSize((int) Math.round((100 + seed) * 0.25));
        assertThat(firstColumn(again.validation().orElseThrow())).isEqualTo(validation);
        assertThat(again.checksum()).isEqualTo(dataset.checksum());
        assertThat(loader.facts(spec).trainExamples()).isEqualTo(train.length);
    }

    @Test
    void splitsOtherwiseForAnotherSweep() throws DataException {
        DatasetSpec spec = spec(numbered(100), new Scaling.None(), 0.25);

        int[] one = firstColumn(loader.load(spec, 1).validation().orElseThrow());
        int[] other = firstColumn(loader.load(spec, 2).validation().orElseThrow());

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void keepsNoValidationUnlessAsked() throws DataException {
        Dataset dataset = loader.load(spec(numbered(10), new Scaling.None(), 0), 1);

        assertThat(dataset.validation()).isEmpty();
        assertThat(firstColumn(dataset.train())).isSorted().hasSize(10);
    }

    @Test
    void measuresScalingOnTrainingExamplesOnly() throws DataException {
        Dataset dataset = loader.load(spec(numbered(50), new Scaling.Measured(Scaling.Over.COLUMN), 0.3), 3);
        float[] train = column(dataset.train());
        double sum = 0;
        double squares = 0;

        for (float value : train) {
            sum += value;
            squares += value * value;
        }

        assertThat(sum / train.length).isBetween(-1e-5, 1e-5);
        assertThat(squares / train.length).isBetween(1 - 1e-5, 1 + 1e-5);
    }

    @Test
    void tellsDataApartByChecksum() throws DataException {
        DataSource.Idx idx = new DataSource.Idx(
                write("images", IdxBytes.counting(4, 2, 3)),
                write("labels", IdxBytes.labels(0, 1, 0, 1)),
                write("test-images", IdxBytes.counting(2, 2, 3)),
                write("test-labels", IdxBytes.labels(0, 1)));
        String first = loader.load(spec(idx, new Scaling.None(), 0), 1).checksum();

        write("images", IdxBytes.gzip(IdxBytes.counting(4, 2, 3)));
        assertThat(loader.load(spec(idx, new Scaling.Unit(), 0.5), 2).checksum())
                .isEqualTo(first);

        write("labels", IdxBytes.labels(0, 1, 1, 1));
        assertThat(loader.load(spec(idx, new Scaling.None(), 0), 1).checksum()).isNotEqualTo(first);

        write("labels", IdxBytes.labels(0, 1, 0, 1));
        write("images", IdxBytes.counting(4, 3, 2));
        write("test-images", IdxBytes.counting(2, 3, 2));
        assertThat(loader.load(spec(idx, new Scaling.None(), 0), 1).checksum())
                .hasSize(64)
                .isNotEqualTo(first);
    }

    @Test
    void loadsPoints() throws DataException {
        DataSource.Plane plane = new DataSource.Plane(Shape.SPIRAL, 250, 250, 0.1, 7);

        Dataset dataset = loader.load(spec(plane, new Scaling.None(), 0.2), 1);

        assertThat(dataset.name()).isEqualTo("spiral");
        assertThat(dataset.shape()).containsExactly(2);
        assertThat(sizes(dataset)).containsExactly(200, 50, 250);
    }

    @Test
    void saysWhatIsWantedWhereNoPlaceIsKnown() {
        DatasetSpec spec = spec(new DataSource.Folder("mnist"), new Scaling.Unit(), 0);

        assertThatThrownBy(() -> loader.load(spec, 42))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("Cannot find data set mnist: no place of data sets is known. Wanted are")
                .hasMessageContainingAll("train-images-idx3-ubyte", "--data", "NIGHTSWEEP_DATA", "LeCun");
    }

    @Test
    void findsNamedSetsAtTheirPlace() throws DataException {
        write("home/set/train-images-idx3-ubyte", IdxBytes.counting(2, 2, 2));
        write("home/set/train-labels-idx1-ubyte", IdxBytes.labels(0, 1));
        write("home/set/t10k-images-idx3-ubyte", IdxBytes.counting(1, 2, 2));
        write("home/set/t10k-labels-idx1-ubyte", IdxBytes.labels(1));
        String home = folder.resolve("home").toUri().toString();

        Dataset dataset = new DatasetLoader(new Configuration(), Optional.of(home))
                .load(spec(new DataSource.Folder("set"), new Scaling.Unit(), 0), 1);

        assertThat(sizes(dataset)).containsExactly(2, 0, 1);
    }

    /** A table whose one column of numbers is the row's number; three classes, unevenly many. */
    private DataSource numbered(int rows) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            text.append(row)
                    .append(',')
                    .append(row % 7 == 0 ? "rare" : row % 2 == 0 ? "even" : "odd")
                    .append('\n');
        }
        String table = write("table-" + rows, text.toString().getBytes(StandardCharsets.UTF_8));
        return new DataSource.Csv(table, table, Header.ABSENT, "2", 0);
    }

    private static DatasetSpec spec(DataSource source, Scaling scaling, double validation) {
        return new DatasetSpec(source, scaling, validation, 0, 0);
    }

    private static List<Integer> sizes(Dataset dataset) {
        return List.of(
                dataset.train().size(),
                dataset.validation().map(ExampleSet::size).orElse(0),
                dataset.test().size());
    }

    private static int[] firstColumn(ExampleSet examples) {
        float[] column = column(examples);
        return IntStream.range(0, column.length).map(i -> (int) column[i]).toArray();
    }

    private static float[] column(ExampleSet examples) {
        FloatBuffer out = FloatBuffer.allocate(examples.size());
        examples.gather(IntStream.range(0, examples.size()).toArray(), 0, examples.size(), out);
        return out.array();
    }

    private String write(String name, byte[] bytes) {
        return IdxBytes.write(folder.resolve(name), bytes);
    }
}
