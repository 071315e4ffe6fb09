package nightsweep.worker.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class RowsSourceTest {
    private final DatasetLoader loader = new DatasetLoader(new Configuration(), Optional.empty());

    private static DatasetSpec spec(DataSource source) {
        return new DatasetSpec(source, new Scaling.None(), 0, 0, 0);
    }

    @Test
    void trainsAndTestsOnTheRowsInTheirOrder() throws DataException {
        DatasetSpec spec =
                spec(new DataSource.Rows(List.of(List.of(3.0, -1.0), List.of(1.0, -2.0)), List.of("yes", "no")));

        Dataset dataset = loader.load(spec, 7);

        FloatBuffer values = FloatBuffer.allocate(4);
        dataset.train().gather(new int[] {0, 1}, 0, 2, values);
        assertThat(values.array()).containsExactly(3, -1, 1, -2);
        assertThat(dataset.labels()).containsExactly("no", "yes");
        assertThat(dataset.train().label(0)).isEqualTo(1);
        assertThat(dataset.test().size()).isEqualTo(2);
        assertThat(loader.facts(spec).trainExamples()).isEqualTo(2);
        assertThat(loader.facts(spec).input().values()).isEqualTo(2);
    }

    @Test
    void keepsEveryDigit() throws DataException {
        Dataset dataset = loader.load(
                spec(new DataSource.Rows(List.of(List.of(0.35, 0.9), List.of(1.0, -2.0)), List.of("yes", "no"))), 7);

        FloatBuffer values = FloatBuffer.allocate(4);
        dataset.train().gather(new int[] {0, 1}, 0, 2, values);
        assertThat(dataset.train().exact(0)).containsExactly(0.35, 0.9);
        assertThat(values.array()).containsExactly(0.35f, 0.9f, 1, -2);
        assertThat(dataset.checksum())
                .isNotEqualTo(loader.load(
                                spec(new DataSource.Rows(
                                        List.of(List.of(0.35000000000000003, 0.9), List.of(1.0, -2.0)),
                                        List.of("yes", "no"))),
                                7)
                        .checksum());
    }

    @Test
    void refusesMoreClassesThanCanBeToldApart() {
        List<List<Double>> features =
                IntStream.range(0, 300).mapToObj(i -> List.of((double) i)).toList();
        List<String> labels =
                IntStream.range(0, 300).mapToObj(Integer::toString).toList();

        assertThatThrownBy(() -> loader.load(spec(new DataSource.Rows(features, labels)), 7))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("300 classes");
    }

    @Test
    void refusesRowsOfUnequalLength() {
        assertThatThrownBy(() -> new DataSource.Rows(List.of(List.of(1.0), List.of(1.0, 2.0)), List.of("a", "b")))
                .hasMessage("rows must be of equal length, each of one number or more and a class at its end.");
    }
}
