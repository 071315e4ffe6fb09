package nightsweep.driver.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class KnockTest {
    private final Configuration hadoop = new Configuration();

    @Test
    void tellsThatNobodyListens() throws IOException {
        int port = closedPort();

        assertThat(Knock.at(new Master("spark://127.0.0.1:" + port), Map.of(), hadoop))
                .contains("Cannot reach spark://127.0.0.1:" + port + ": nobody listens at 127.0.0.1:" + port
                        + " (connection refused). Look at the address, and whether the master runs.");
        assertThat(Knock.at(new Master("k8s://https://127.0.0.1:" + port), Map.of(), hadoop)
                        .orElseThrow())
                .startsWith("Cannot reach k8s://https://127.0.0.1:" + port + ": nobody listens at 127.0.0.1:" + port);
    }

    @Test
    void tellsThatThereIsNoSuchHost() {
        assertThat(Knock.at(new Master("spark://no-such-host.invalid:7077"), Map.of(), hadoop)
                        .orElseThrow())
                .contains("there is no host no-such-host.invalid");
    }

    @Test
    void isContentWithOneOfSeveralMasters() throws IOException {
        try (ServerSocket master = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "spark://127.0.0.1:" + closedPort() + ",127.0.0.1:" + master.getLocalPort();

            assertThat(Knock.at(new Master(url), Map.of(), hadoop)).isEmpty();
        }
    }

    @Test
    void asksWhereYarnIs() throws IOException {
        assertThat(Knock.at(new Master("yarn"), Map.of(), hadoop).orElseThrow()).contains("Set HADOOP_CONF_DIR");
        assertThat(Knock.at(new Master("yarn"), Map.of("HADOOP_CONF_DIR", "/etc/hadoop"), hadoop))
                .isEmpty();

        hadoop.set("yarn.resourcemanager.address", "127.0.0.1:" + closedPort());
        assertThat(Knock.at(new Master("yarn"), Map.of(), hadoop).orElseThrow())
                .startsWith("Cannot reach yarn: nobody listens at 127.0.0.1:");
    }

    @Test
    void leavesThisMachineAlone() {
        assertThat(Knock.at(new Master("local[2]"), Map.of(), hadoop)).isEmpty();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
