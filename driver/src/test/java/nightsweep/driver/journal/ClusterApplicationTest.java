package nightsweep.driver.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterApplicationTest {
    private static final Path FOLDER = Path.of("/home/anna");

    @Test
    void isThatOfYarnsContainer() {
        ClusterApplication second =
                ClusterApplication.of(Map.of("CONTAINER_ID", "container_e17_1700000000000_0042_02_000001"), FOLDER);

        assertThat(second).isEqualTo(new ClusterApplication("yarn application_1700000000000_0042", 2));
        assertThat(second.after(new ClusterApplication(second.id(), 1))).isTrue();
        assertThat(second.after(second)).isFalse();
    }

    @Test
    void isThatOfAPodOrASupervisedDriver() {
        assertThat(ClusterApplication.of(
                                Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1", "HOSTNAME", "night-1-driver"), FOLDER)
                        .id())
                .isEqualTo("pod night-1-driver of 10.0.0.1");
        assertThat(ClusterApplication.of(Map.of(), Path.of("/spark/work/driver-20261126220000-0003"))
                        .id())
                .isEqualTo("standalone driver-20261126220000-0003");
    }

    @Test
    void isNoneWhereNothingStartsADriverAgain() {
        ClusterApplication none = ClusterApplication.of(Map.of("HOSTNAME", "node7"), FOLDER);

        assertThat(none).isEqualTo(ClusterApplication.NONE);
        assertThat(none.same(ClusterApplication.NONE)).isFalse();
        assertThat(none.after(ClusterApplication.NONE)).isFalse();
    }
}
