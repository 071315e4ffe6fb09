package nightsweep.driver.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.Planning;
import nightsweep.driver.application.RunEnd;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.RunRequest;
import nightsweep.driver.application.Runs;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cluster.Master;
import nightsweep.driver.plan.Plan;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Two trials of a moment each, one an engine, trained where a run would train them, in a folder that is taken away. */
record TrialRun(Runs runs, Master master, Configuration hadoop) {
    private static final String SUBJECT = "trials";
    private static final String SWEEP = """
            name: doctor
            dataset: {name: xor, train: 100, test: 100}
            network:
              - dense: {units: 4, activation: tanh}
              - output: {units: 1, loss: binary-cross-entropy}
            training: {epochs: 1, batch-size: 10, learning-rate: 0.1, engine: $engine}
            grid: {engine: [fused, dl4j]}
            """;

    /**
     * Trains them.
     *
     * @param out a folder that all executors see, as a URI; empty for one of this machine's temporary ones
     */
    Finding in(Optional<String> out) {
        String place;
        try {
            place = out.isPresent()
                    ? out.get() + "/doctor-" + UUID.randomUUID()
                    : Files.createTempDirectory("nightsweep-doctor").toUri().toString();
        } catch (IOException e) {
            return Finding.mend(
                    SUBJECT,
                    "No folder can be made for them: " + e.getMessage() + ". Name another by --out.",
                    ExitCode.BAD_RUN_DIRECTORY);
        }
        long began = System.nanoTime();
        try {
            Plan plan = new Planning(Optional.empty(), hadoop).of(SweepFile.parse(SWEEP, "doctor"), SWEEP);
            RunEnd end = runs.run(RunRequest.usual(SWEEP, plan, place, master, hadoop), Listener.NONE);
            double seconds = (System.nanoTime() - began) / 1e9;
            return end == RunEnd.NONE_FAILED
                    ? Finding.ok(
                            SUBJECT,
                            String.format(
                                    Locale.ROOT,
                                    "one by each engine, on %s, in %.0f s with Spark's start",
                                    master.url(),
                                    Math.max(1, seconds)))
                    : Finding.mend(SUBJECT, failed(place), ExitCode.of(end));
        } catch (RunFailure e) {
            return Finding.mend(SUBJECT, String.valueOf(e.getMessage()), ExitCode.of(e.kind()));
        } catch (SweepFileException e) {
            throw new AssertionError("The doctor's own sweep can be read.", e);
        } finally {
            away(place);
        }
    }

    private String failed(String place) throws RunFailure {
        return "Of one by each engine: "
                + runs.status(place, hadoop, Listener.NONE).failures()
                + " failed. To see why, run quickstart --quick, and read trial.log of what failed.";
    }

    private void away(String place) {
        try {
            Path path = new Path(place);
            boolean ignored = path.getFileSystem(hadoop).delete(path, true);
        } catch (IOException e) {
            // It is a folder of a few kilobytes among others that are temporary.
        }
    }
}
