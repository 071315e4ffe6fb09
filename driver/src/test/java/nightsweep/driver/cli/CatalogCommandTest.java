package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.worker.dataset.convert.Conversion;
import nightsweep.worker.dataset.convert.FileKind;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCommandTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
    }

    @Test
    void listsTheCatalog() {
        assertThat(desk.execute("catalog")).isZero();

        assertThat(desk.out())
                .contains("""
                        quickstart
                            Three activations by three optimizers on generated digits, in under a minute.
                            data: digits, no files needed; 18 trials (9 x 2); about 9 s here
                        """)
                .contains("\n    data: circle, xor, gauss, spiral, no files needed; ")
                .containsPattern("\n    data: mnist, not found; [0-9]+ trials \\([0-9]+ x [0-9]+\\)\n");
        assertThat(desk.err())
                .contains("looked for in folders of these names at the place that --data or NIGHTSWEEP_DATA");
    }

    @Test
    void estimatesTheTimeOfSweepsWhoseDataAreThere() throws DataException {
        Configuration hadoop = new Configuration();
        DataSource digits = new DataSource.Digits(100, 20, 0, 1, 1);
        new Conversion(hadoop, folder.resolve("mnist").toString(), FileKind.IDX)
                .write(new DatasetLoader(hadoop, Optional.empty()).decode(digits, 1));

        assertThat(desk.execute("catalog", "--data", folder.toString())).isZero();

        assertThat(desk.out())
                .containsPattern(
                        "mnist-learning-rate\n.*\n    data: mnist, found; 6 trials \\(2 x 3\\); (about|under) ");
    }

    @Test
    void showsASweepOfTheCatalog() {
        assertThat(desk.execute("catalog", "quickstart")).isZero();

        assertThat(desk.out()).startsWith("name: quickstart\n").endsWith("\n");
        assertThat(desk.execute("catalog", "quickstar")).isEqualTo(3);
        assertThat(desk.err()).isEqualTo("nightsweep: The catalog has no quickstar. Maybe \"quickstart\"?\n");
    }
}
