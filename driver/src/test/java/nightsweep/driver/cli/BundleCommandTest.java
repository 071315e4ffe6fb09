package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nightsweep.driver.application.BundleRequest;
import nightsweep.driver.application.BundleRequest.Networks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleCommandTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sit() throws Exception {
        desk = new Desk(folder);
    }

    @Test
    void callsTheFileAsTheRunDirectoryIsCalled() {
        assertThat(desk.execute("bundle", "hdfs://host/runs/night-1/")).isZero();

        BundleRequest request = desk.runs.bundles.get(0);
        assertThat(request.run()).isEqualTo("hdfs://host/runs/night-1/");
        assertThat(request.out()).isEqualTo("file://" + folder + "/night-1.zip");
        assertThat(request.networks()).isEqualTo(Networks.LEFT_OUT);
        assertThat(desk.out()).isEqualTo("""
                file://%s/night-1.zip: 34,567 bytes, 12 files, 2 outcomes
                data: xor, checksum 0123
                not in it: 1 saved model (--models)
                Checked elsewhere by: nightsweep verify night-1.zip
                """.formatted(folder));
    }

    @Test
    void takesModelsAlongToWhereItIsAsked() {
        assertThat(desk.execute("bundle", "runs/a", "--models", "--out", "hdfs://host/kept/a.zip"))
                .isZero();

        assertThat(desk.runs.bundles.get(0).out()).isEqualTo("hdfs://host/kept/a.zip");
        assertThat(desk.runs.bundles.get(0).networks()).isEqualTo(Networks.TAKEN);
    }
}
