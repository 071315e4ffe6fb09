package nightsweep.worker.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;

class FirstContactTest {
    private static final Duration SHORT = Duration.ofSeconds(3);

    private final Configuration hadoop = new Configuration();

    FirstContactTest() {
        hadoop.setBoolean("dfs.client.retry.policy.enabled", true);
    }

    @Test
    void tellsThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThatThrownBy(() -> FirstContact.with(new Path("hdfs://127.0.0.1:" + port + "/runs"), hadoop, SHORT))
                .hasMessage("Cannot reach hdfs://127.0.0.1:" + port + ": connection refused at port " + port
                        + ". Look at the address, and whether the namenode runs.");
    }

    @Test
    void tellsThatNobodyAnswers() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "hdfs://127.0.0.1:" + silent.getLocalPort();

            assertThatThrownBy(() -> FirstContact.with(new Path(address + "/runs"), hadoop, SHORT))
                    .hasMessageStartingWith("Cannot reach " + address + ": no answer within 3 s.");
        }
    }

    @Test
    void tellsThatThereIsNoSuchHost() {
        assertThatThrownBy(() -> FirstContact.with(new Path("hdfs://no-such-host.invalid/runs"), hadoop, SHORT))
                .hasMessage("Cannot reach hdfs://no-such-host.invalid: there is no host no-such-host.invalid.");
    }

    @Test
    void tellsThatThereIsNoSuchKindOfFileSystem() {
        assertThatThrownBy(() -> FirstContact.with(new Path("nosuch://bucket/runs"), hadoop, SHORT))
                .hasMessageStartingWith("Cannot use nosuch://bucket: Hadoop knows no file system of this kind here.");
    }

    @Test
    void refusesPasswords() {
        assertThatThrownBy(() -> FirstContact.with(new Path("s3a://AKIA:secret@bucket/runs"), hadoop, SHORT))
                .hasMessageStartingWith("Cannot use s3a://***@bucket: it holds a password");
    }

    @Test
    void asksNobodyForThisMachinesDisk() {
        assertThatCode(() -> FirstContact.with(new Path("file:///nowhere"), hadoop, Duration.ZERO))
                .doesNotThrowAnyException();
    }
}
