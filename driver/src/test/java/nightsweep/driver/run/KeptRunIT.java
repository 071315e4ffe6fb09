package nightsweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run directory that an earlier build left, of which one of two trials has ended: the text of its files must never be
 * made anew from what today's build writes.
 */
class KeptRunIT {
    private static final String SWEEP = """
            name: kept
            description: A run of before.
            dataset: {name: xor, train: 40, test: 20}
            network:
              - dense:  {units: 2, activation: $activation}
              - output: {units: 1, activation: sigmoid, loss: binary-cross-entropy}
            training: {epochs: 1, batch-size: 10, optimizer: adam, learning-rate: 0.1}
            grid: {activation: [tanh, relu]}
            """;

    private static final String OUTCOME = """
            {
              "format" : 3,
              "id" : "t-482fdd8fb6d5",
              "outcome" : "completed",
              "parameters" : 9,
              "optimizer-bytes" : 72,
              "validation" : null,
              "test" : {
                "loss" : 0.6137332480707689,
                "labels" : [ "-1", "1" ],
                "confusion" : [ [ 5, 5 ], [ 0, 10 ] ],
                "outputs" : {
                  "roc-areas" : {
                    "classes" : [ 0.78, 0.78 ],
                    "macro" : 0.78,
                    "micro" : 0.7425
                  },
                  "average-precisions" : {
                    "classes" : [ 0.8049908424908427, 0.8071428571428572 ],
                    "macro" : 0.80606684981685,
                    "micro" : 0.7508284790707791
                  },
                  "log-loss" : 0.6137332423513717,
                  "brier-score" : 0.21250093736682785,
                  "calibration-error" : 0.21178650259971618,
                  "top-accuracies" : [ ]
                }
              },
              "test-with-dropout" : null,
              "epochs" : [ {
                "epoch" : 1,
                "train-loss" : 0.7815429306781475,
                "train-accuracy" : 0.45,
                "validation-loss" : "NaN",
                "validation-accuracy" : "NaN",
                "layers" : [ [ "dense 1", 0.053363965882755306, 2.0925833197372743, 2, 0 ], [ "output", 0.4544883054371681, 0.15232928955140157, 1, 0 ] ]
              } ],
              "provenance" : {
                "code-revision" : "0.1.0-SNAPSHOT c6f64fd",
                "sweep-seed" : 42,
                "trial-seed" : 6332618229526065668,
                "dataset-checksum" : "511d7b341a858f54ddfea272c4f35a8f476cb5a8fa1b485307ca587df72aef57",
                "engine" : "fused",
                "jvm" : "OpenJDK 64-Bit Server VM 17.0.15+6-Debian-1deb12u1",
                "os" : "Linux 6.18.44-fc-v595 amd64",
                "cpu" : "AMD EPYC",
                "blas" : "",
                "dl4j" : "1.0.0-M2.1",
                "spark" : "3.5.5",
                "hadoop" : "3.3.4"
              },
              "timing" : {
                "host" : "vm",
                "started-millis" : 1795813087915,
                "train-millis" : 58,
                "evaluate-millis" : 1096,
                "total-millis" : 1678,
                "steps" : 4,
                "resumed-epochs" : 0,
                "repeated-epochs" : 0,
                "attempts" : [ {
                  "number" : 1,
                  "host" : "vm",
                  "executor" : "driver",
                  "started-millis" : 1795813087915,
                  "ending" : "completed"
                } ]
              },
              "checksum" : "sha256-cdc07613c13590b4f54375445b572442a3f1b41d48a4bb1fb41877cdc1d866c0"
            }
            """;

    private static final String ID = "t-482fdd8fb6d5";

    private static final String TRAINED =
            "1,2," + ID + ",2,relu,0,completed,0.75,0.6137332480707689,0.75,0.5312991223812559,0.8881382985923343,"
                    + "0.7333333333333334,0.7333333333333333,0.7815429306781475,0.45,1,9,underfit,";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeTheRun() throws IOException {
        Path journal = Files.createDirectories(folder.resolve("run/journal/48"));
        Files.writeString(folder.resolve("kept.yaml"), SWEEP);
        Files.writeString(folder.resolve("run/sweep.yaml"), SWEEP);
        Files.writeString(journal.resolve(ID + ".json"), OUTCOME);
    }

    @Test
    void isOpenedAndCounted() {
        int code = command("status", folder.resolve("run").toString());

        assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE.number());
        assertThat(out.toString())
                .contains("kept: 2 planned = 1 completed + 0 diverged + 0 failed + 0 running + 1 waiting");
    }

    @Test
    void isReported() throws IOException {
        int code = command("report", folder.resolve("run").toString());

        assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE.number());
        assertThat(results()).hasSize(3).contains(TRAINED);
    }

    @Test
    void isGoneOnWithAndKeepsWhatItHas() throws IOException {
        int code = command(
                "run",
                folder.resolve("kept.yaml").toString(),
                "--out",
                folder.resolve("run").toString(),
                "--master",
                "local[1]",
                "--save-models",
                "none");

        assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE.number());
        assertThat(err.toString()).contains("1 trial ended before; 1 still to be run.");
        assertThat(Files.readString(folder.resolve("run/journal/48/" + ID + ".json")))
                .isEqualTo(OUTCOME);
        assertThat(results())
                .hasSize(3)
                .contains(TRAINED)
                .anyMatch(
                        line -> line.startsWith("2,1,t-03401503c96e,1,tanh,0,completed,0.45,0.7334822017046092,0.45,"));
    }

    private List<String> results() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("run/results.csv"))) {
            return lines.toList();
        }
    }

    private int command(String... arguments) {
        return Nightsweep.execute(arguments, new PrintWriter(out, true), new PrintWriter(err, true), SweepRuns::new);
    }
}
