package nightsweep.worker.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DataSource.Header;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.ImageSize;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.worker.dataset.load.Checksum;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Published data sets, where the environment variable NIGHTSWEEP_DATA says that they are there. */
class KnownDataTest {
    private final @Nullable String home = System.getenv("NIGHTSWEEP_DATA");
    private final DatasetLoader loader = new DatasetLoader(new Configuration(), Optional.ofNullable(home));

    @BeforeEach
    void needsData() {
        assumeTrue(home != null, "NIGHTSWEEP_DATA is not set.");
    }

    @Test
    void loadsMnist() throws DataException {
        DatasetSpec spec = new DatasetSpec(new DataSource.Folder("mnist"), new Scaling.Unit(), 0.1, 0, 0);

        Dataset dataset = loader.load(spec, 42);

        assertThat(loader.facts(spec))
                .usingRecursiveComparison()
                .ignoringFields("labels", "columns")
                .isEqualTo(new DatasetFacts(784, 10, 54_000, 6_000, 10_000, List.of(28, 28)));
        assertThat(dataset.train().size()).isEqualTo(54_000);
        assertThat(dataset.test().label(0)).isEqualTo(7);
        assertThat(dataset.checksum()).isEqualTo("1296597d6a0897da447573ac71886e58044b0258f7c43a84564b557e9ba60eca");
    }

    @Test
    void measuresTheMeanAndDeviationOfMnistThatArePublished() throws DataException {
        DataSource mnist = new DataSource.Folder("mnist");
        Dataset measured = loader.load(new DatasetSpec(mnist, new Scaling.Measured(Scaling.Over.ALL), 0, 0, 100), 1);
        Dataset given = loader.load(new DatasetSpec(mnist, new Scaling.Given(0.1307, 0.3081), 0, 0, 100), 1);

        float[] ours = values(measured.test());
        float[] theirs = values(given.test());

        for (int i = 0; i < ours.length; i++) {
            assertThat(ours[i]).isBetween(theirs[i] - 1e-3f, theirs[i] + 1e-3f);
        }
    }

    @Test
    void loadsSetsByPrefix() throws DataException {
        assertThat(loader.facts(spec(new DataSource.Folder("hoda/hoda5"))))
                .usingRecursiveComparison()
                .ignoringFields("labels", "columns")
                .isEqualTo(new DatasetFacts(25, 10, 1000, 0, 200, List.of(5, 5)));
        assertThat(loader.facts(spec(new DataSource.Folder("hoda/hoda28"))))
                .usingRecursiveComparison()
                .ignoringFields("labels", "columns")
                .isEqualTo(new DatasetFacts(784, 10, 3500, 0, 400, List.of(28, 28)));
    }

    @Test
    void resizesTheWholeHodaToTheBytesOfItsKnownExtracts() throws DataException {
        for (String known : List.of("hoda/hoda5", "hoda/hoda28")) {
            Decoded extract = loader.decode(new DataSource.Folder(known), 1);
            ImageSize size =
                    new ImageSize(extract.shape().get(1), extract.shape().get(0));
            DataSource whole = new DataSource.Matlab(
                    home + "/hoda/Data_hoda_full.mat",
                    "Data",
                    "labels",
                    size,
                    extract.train().size(),
                    extract.test().size());

            Decoded resized = loader.decode(whole, 1);

            assertThat(Checksum.of(resized)).as(known).isEqualTo(Checksum.of(extract));
        }
    }

    @Test
    void readsTheSameFromTableAndIdx() throws DataException {
        DataSource table = new DataSource.Csv(
                home + "/hoda/hoda5-train.csv", home + "/hoda/hoda5-test.csv", Header.ABSENT, "1", 0);

        ExampleSet fromTable = loader.load(spec(table), 1).train();
        ExampleSet fromIdx =
                loader.load(spec(new DataSource.Folder("hoda/hoda5")), 1).train();

        assertThat(values(fromTable)).isEqualTo(values(fromIdx));
        assertThat(IntStream.range(0, 1000).map(fromTable::label))
                .containsExactlyElementsOf(
                        IntStream.range(0, 1000).map(fromIdx::label).boxed().toList());
    }

    @Test
    void loadsColourImages() throws DataException {
        DatasetFacts facts = loader.facts(spec(new DataSource.Folder("catsdogs")));

        assertThat(facts)
                .usingRecursiveComparison()
                .ignoringFields("labels", "columns")
                .isEqualTo(new DatasetFacts(3 * 64 * 64, 2, 2000, 0, 1000, List.of(3, 64, 64)));
    }

    @Test
    void readsPhotographs() throws DataException {
        String sample = home + "/catsdogs/jpeg-sample";
        DataSource photographs = new DataSource.Images(
                sample + "/train", sample + "/validation", 0, new ImageSize(64, 64), DataSource.Colours.RGB);

        Decoded decoded = loader.decode(photographs, 1);

        assertThat(decoded.labels()).containsExactly("cats", "dogs");
        assertThat(decoded.train().size() + decoded.test().size()).isEqualTo(200);
        assertThat(loader.facts(spec(photographs)).shape()).containsExactly(3, 64, 64);
    }

    @Test
    void loadsIris() throws DataException {
        DataSource iris = new DataSource.Csv(home + "/iris/iris.data", "", Header.ABSENT, "-1", 0.2);

        Dataset dataset = loader.load(new DatasetSpec(iris, new Scaling.Measured(Scaling.Over.COLUMN), 0.1, 0, 0), 1);

        assertThat(dataset.labels()).containsExactly("Iris-setosa", "Iris-versicolor", "Iris-virginica");
        assertThat(dataset.train().size()).isEqualTo(108);
        assertThat(dataset.validation().orElseThrow().size()).isEqualTo(12);
        assertThat(dataset.test().size()).isEqualTo(30);
    }

    @Test
    void loadsOptdigits() throws DataException {
        DataSource optdigits = new DataSource.Csv(
                home + "/optdigits/optdigits.tra", home + "/optdigits/optdigits.tes", Header.ABSENT, "-1", 0);

        assertThat(loader.facts(spec(optdigits)))
                .usingRecursiveComparison()
                .ignoringFields("labels", "columns")
                .isEqualTo(new DatasetFacts(64, 10, 3823, 0, 1797, List.of(64)));
    }

    private static DatasetSpec spec(DataSource source) {
        return new DatasetSpec(source, new Scaling.None(), 0, 0, 0);
    }

    private static float[] values(ExampleSet examples) {
        FloatBuffer out = FloatBuffer.allocate(examples.size() * examples.width());
        examples.gather(IntStream.range(0, examples.size()).toArray(), 0, examples.size(), out);
        return out.array();
    }
}
