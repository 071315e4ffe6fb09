package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nightsweep.driver.application.WatchedRun.Look;
import nightsweep.driver.application.WatchedRun.Page;
import nightsweep.driver.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {
    private static final Page PAGE = new Page("<p>a".getBytes(StandardCharsets.UTF_8), "1");

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sit() throws Exception {
        desk = new Desk(folder);
    }

    @Test
    void endsWhenTheRunEnds() {
        desk.runs.looks.addAll(List.of(
                new Look(Optional.of(PAGE), true),
                new Look(Optional.empty(), true),
                new Look(Optional.of(PAGE), false)));

        assertThat(desk.execute("watch", "runs/a", "--every", "1")).isZero();

        assertThat(desk.runs.reported).containsExactly("file://" + folder + "/runs/a");
        assertThat(desk.out()).matches("Page: http://localhost:[0-9]+/\n");
        assertThat(desk.err()).isEqualTo("""
                For browsers on this machine alone. Ctrl-C ends it, and the end of the run does.
                The run has ended.
                """);
    }

    @Test
    void doesNotWaitForWhatIsOver() {
        desk.runs.looks.add(new Look(Optional.of(PAGE), false));

        assertThat(desk.execute("watch", "runs/a")).isZero();

        assertThat(desk.out())
                .isEqualTo(
                        "No driver is at work in runs/a: there is nothing to wait for. Its page is shown all the same"
                                + " by: nightsweep watch runs/a --keep\n");
    }

    @Test
    void saysThatAPortIsTaken() throws Exception {
        desk.runs.looks.add(new Look(Optional.of(PAGE), true));

        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(desk.execute("watch", "runs/a", "--port", Integer.toString(taken.getLocalPort())))
                    .isEqualTo(ExitCode.USAGE.number());
            assertThat(desk.err())
                    .contains("Cannot serve at port " + taken.getLocalPort() + ": ", "Name another with --port");
        }
        assertThat(desk.execute("watch", "runs/a", "--port", "70000")).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains("--port must be within 0..65535, but got 70000.");
        assertThat(desk.execute("watch", "runs/a", "--every", "0")).isEqualTo(ExitCode.USAGE.number());
    }
}
