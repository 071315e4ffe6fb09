package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sit() throws Exception {
        desk = new Desk(folder);
    }

    @Test
    void tellsPeople() {
        assertThat(desk.execute("status", "runs/a")).isZero();

        assertThat(desk.runs.reported).containsExactly("file://" + folder + "/runs/a");
        assertThat(desk.out()).isEqualTo("""
                        planes: 24 planned = 10 completed + 1 diverged + 3 failed + 2 running + 8 waiting
                        Failed: 2 out of memory, 1 timed out
                        Best so far: accuracy 0.9713, t-3fa200000000 (relu adam)
                        At work: process 4711 of anna on node1, since 2026-01-02 03:04:05, on 16 slots. About 1 h 12 min left.

                        Running
                        trial           epoch  for   attempt  host
                        --------------  -----  ----  -------  -----
                        t-0123456789ab  2/15   90 s        1  node7
                        t-0123456789ac  15/15  4 s         2  node8
                        """);
    }

    @Test
    void tellsPrograms() {
        assertThat(desk.execute("status", "runs/a", "--json")).isZero();

        assertThat(desk.out()).isEqualTo("""
                        {
                          "name" : "planes",
                          "run" : "/runs/a",
                          "trials" : {
                            "planned" : 24,
                            "completed" : 10,
                            "stopped" : 0,
                            "diverged" : 1,
                            "failed" : 3,
                            "running" : 2,
                            "waiting" : 8,
                            "copied" : 0
                          },
                          "running" : [ {
                            "id" : "t-0123456789ab",
                            "attempt" : 1,
                            "host" : "node7",
                            "epoch" : 2,
                            "epochs" : 15,
                            "started-millis" : 0,
                            "updated-millis" : 90000,
                            "age-millis" : 90000
                          }, {
                            "id" : "t-0123456789ac",
                            "attempt" : 2,
                            "host" : "node8",
                            "epoch" : 15,
                            "epochs" : 15,
                            "started-millis" : 0,
                            "updated-millis" : 4000,
                            "age-millis" : 4000
                          } ],
                          "slots" : 16,
                          "best" : {
                            "id" : "t-3fa200000000",
                            "configuration" : "relu adam",
                            "metric" : "accuracy",
                            "value" : 0.97125
                          },
                          "left-millis" : 4320000,
                          "failures" : {
                            "out of memory" : 2,
                            "timed out" : 1
                          },
                          "driver" : {
                            "host" : "node1",
                            "pid" : 4711,
                            "user" : "anna",
                            "since-millis" : 1767323045000
                          }
                        }
                        """);
    }
}
