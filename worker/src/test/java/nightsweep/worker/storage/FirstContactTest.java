package nightsweep.worker.storage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
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
                    .hasMessageMatching("Cannot reach " + address + ": no answer within \\d+ s\\. Look at .*");
        }
    }

    @Test
    void waitsForAFileSystemThatIsLongInStarting() throws Exception {
        hadoop.setClass("fs.slow.impl", SlowToStart.class, FileSystem.class);
        FileSystem.getLocal(hadoop);

        assertThatCode(() -> FirstContact.with(new Path("slow://somewhere/runs"), hadoop, Duration.ofSeconds(4)))
                .doesNotThrowAnyException();
    }

    /** Takes more than the time that is given, at work. */
    public static final class SlowToStart extends RawLocalFileSystem {
        @Override
        public void initialize(URI uri, Configuration conf) throws IOException {
            long start = System.nanoTime();
            while (System.nanoTime() - start < 6_000_000_000L) {
                Thread.onSpinWait();
            }
            super.initialize(URI.create("file:///"), conf);
        }

        @Override
        public boolean exists(Path path) {
            return true;
        }

        @Override
        protected void checkPath(Path path) {}
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
