package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import nightsweep.driver.application.RunEnd;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.RunRequest;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.plan.PlannedTrial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunCommandTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
    }

    @Test
    void runsAPlan() {
        int code = desk.execute(
                "run",
                "planes.yaml",
                "--out",
                "here",
                "--set",
                "repeats=2",
                "--status-interval",
                "5",
                "--data",
                "/data");

        assertThat(code).isZero();
        assertThat(desk.runs.requests).hasSize(1);
        RunRequest request = desk.runs.requests.get(0);
        assertThat(request.out()).isEqualTo("file://" + folder + "/here");
        assertThat(request.master().url()).isEqualTo("local[*]");
        assertThat(request.statusInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(request.dataHome()).contains("/data");
        assertThat(request.text()).contains("repeats: 2");
        assertThat(request.plan().trials()).hasSize(6);
        assertThat(request.plan().invalid())
                .extracting(PlannedTrial::objections)
                .hasSize(2);
        assertThat(desk.err()).isEqualTo("""
                        warning: not trained: configuration 3: cross-entropy compares one output unit a class, but the output layer has 1 unit for 2 classes: give it 2 units, or use binary-cross-entropy.
                        warning: configuration 2 (hidden-softmax): A hidden softmax layer lets its units share a sum of 1, so hardly anything gets through it: keep softmax for the output layer.
                        planes: 6 trials on local[*]. About 8 s on 8 slots, under 1 s of training in all.
                        """);
    }

    @Test
    void takesWhatIsNotSaidFromTheSurroundings() {
        desk.variables.put("NIGHTSWEEP_DATA", "hdfs://data");
        desk.properties.put("spark.master", "yarn");
        desk.properties.put("spark.hadoop.fs.s3a.endpoint", "http://store");

        assertThat(desk.execute("run", "planes.yaml", "--out", "/shared/night-1"))
                .isZero();

        RunRequest request = desk.runs.requests.get(0);
        assertThat(request.out()).isEqualTo("file:///shared/night-1");
        assertThat(request.master().url()).isEqualTo("yarn");
        assertThat(request.dataHome()).contains("hdfs://data");
        assertThat(request.statusInterval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(request.hadoop().get("fs.s3a.endpoint")).isEqualTo("http://store");
        assertThat(desk.err()).endsWith("shared by the slots of the cluster.\n");
    }

    @Test
    void namesTheRunDirectoryItselfOnThisMachine() {
        assertThat(desk.execute("run", "planes.yaml", "--master", "local[2]")).isZero();

        assertThat(desk.runs.requests.get(0).out()).isEqualTo("file://" + folder + "/runs/planes-20260102-030405");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yarn | No --out is given, but trials are trained on yarn, whose machines do not see",
                "spark://h:7077 | No --out is given, but trials are trained on spark://h:7077, whose machines do not see"
            })
    void asksForARunDirectoryOnACluster(String master, String told) {
        assertThat(desk.execute("run", "planes.yaml", "--master", master)).isEqualTo(2);

        assertThat(desk.err()).startsWith("nightsweep: " + told).contains("--out hdfs:///user/anna/runs/night-1");
        assertThat(desk.runs.requests).isEmpty();
    }

    @Test
    void refusesARelativeRunDirectoryOnACluster() {
        assertThat(desk.execute("run", "planes.yaml", "--master", "yarn", "--out", "runs/1"))
                .isEqualTo(2);

        assertThat(desk.err()).startsWith("nightsweep: --out runs/1 is relative to the folder of this process, but ");
    }

    @Test
    void refusesARelativeRunDirectoryInAContainer() {
        desk.variables.put("KUBERNETES_SERVICE_HOST", "10.0.0.1");

        assertThat(desk.execute("run", "planes.yaml", "--out", "runs/1")).isEqualTo(2);
        assertThat(desk.err()).contains("but the driver runs in a pod of Kubernetes");
        assertThat(desk.execute("run", "planes.yaml", "--out", "/volume/1")).isZero();
    }

    @Test
    void refusesWhatIsNoMaster() {
        assertThat(desk.execute("run", "planes.yaml", "--master", "nonsense")).isEqualTo(8);

        assertThat(desk.err())
                .isEqualTo("nightsweep: Cannot run on nonsense: it is no Spark master. Give local[4] or"
                        + " local[*] for this machine, else spark://HOST:7077, yarn, or k8s://https://HOST:PORT.\n");
    }

    @Test
    void leavesUrisAsTheyAre() {
        assertThat(desk.execute("run", "planes.yaml", "--out", "s3a://bucket/my runs/1"))
                .isZero();

        assertThat(desk.runs.requests.get(0).out()).isEqualTo("s3a://bucket/my runs/1");
    }

    @ParameterizedTest
    @EnumSource(RunEnd.class)
    void endsAsTheRunDid(RunEnd end) {
        desk.runs.answer = end;

        assertThat(desk.execute("run", "planes.yaml"))
                .isEqualTo(ExitCode.of(end).number());
    }

    @Test
    void tellsFailuresOfRunsWithoutStackTraces() {
        desk.runs.failure = new RunFailure(RunFailure.Kind.RUN_DIRECTORY, "Cannot write to here: permission denied.");

        assertThat(desk.execute("run", "planes.yaml")).isEqualTo(7);

        assertThat(desk.err()).endsWith("\nnightsweep: Cannot write to here: permission denied.\n");
    }

    @Test
    void tellsWhichDataIsMissingBeforeAnythingIsWritten() {
        assertThat(desk.execute("run", "planes.yaml", "--set", "dataset={name: mnist}"))
                .isEqualTo(3);

        assertThat(desk.err())
                .startsWith("nightsweep: Cannot read the data of sweep planes:\n  ")
                .contains("train-images-idx3-ubyte");
        assertThat(desk.runs.requests).isEmpty();
    }
}
