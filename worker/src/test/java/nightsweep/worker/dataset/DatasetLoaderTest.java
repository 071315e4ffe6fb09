package nightsweep.worker.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Scaling;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class DatasetLoaderTest {
    private final DatasetLoader loader = new DatasetLoader(new Configuration(), Optional.empty());

    @Test
    void saysBeforeLoadingWhatLoadingGives() throws DataException {
        DatasetSpec spec = new DatasetSpec(new DataSource.Digits(123, 45, 0.1, 1, 7), new Scaling.Unit(), 0.2, 100, 33);

        DatasetFacts facts = loader.facts(spec);
        Dataset dataset = loader.load(spec, 42);

        assertThat(facts).isEqualTo(new DatasetFacts(784, 10, 80, 20, 33, List.of(28, 28)));
        assertThat(dataset.train().size()).isEqualTo(80);
        assertThat(dataset.validation().orElseThrow().size()).isEqualTo(20);
        assertThat(dataset.test().size()).isEqualTo(33);
    }

    @Test
    void saysWhatIsWantedWhereANamedSetIsMissing() {
        DatasetSpec spec = new DatasetSpec(new DataSource.Folder("mnist"), new Scaling.Unit(), 0, 0, 0);

        assertThatThrownBy(() -> loader.load(spec, 42))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("mnist", "train-images-idx3-ubyte", "--data", "NIGHTSWEEP_DATA", "LeCun");
    }
}
