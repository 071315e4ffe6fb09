package nightsweep.driver.schedule;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.run.SweepRuns;
import nightsweep.driver.schedule.task.TrainingProcess;
import nightsweep.worker.TrialRunner;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.engine.dl4j.Dl4jEngine;
import nightsweep.worker.provenance.Origin;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Runs in a folder, through the command line, in which trials fall ill until the ward is closed. */
final class Ward implements AutoCloseable {
    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    Ward(Path folder) {
        this.folder = folder;
        fallIll();
    }

    /** From now on networks are ill whose first layer says so. */
    static void fallIll() {
        trainWith(Engines.only(new FaultyEngine(new Dl4jEngine())));
    }

    /** From now on all are well. */
    void heal() {
        trainWith(Engines.only(new Dl4jEngine()));
    }

    /** Runs a sweep in local mode and returns the exit code. */
    int run(String sweep, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("sweep.yaml"), sweep);
        return command(Stream.concat(
                Stream.of("run", file.toString(), "--out", directory().toString()), Stream.of(more)));
    }

    /** Gives a command about the run and returns its exit code. */
    int retry(String... more) {
        return command(Stream.concat(Stream.of("retry", directory().toString()), Stream.of(more)));
    }

    Path directory() {
        return folder.resolve("run");
    }

    /** What was told so far. */
    String told() {
        return err.toString() + out;
    }

    /** The rows of results.csv in the order of the plan. */
    List<CSVRecord> results() throws IOException {
        try (CSVParser parser = CSVParser.parse(
                directory().resolve("results.csv"),
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180.builder().setHeader().build())) {
            return parser.getRecords().stream()
                    .sorted(Comparator.comparing((CSVRecord row) -> Integer.parseInt(row.get("trial"))))
                    .toList();
        }
    }

    /** How each trial ended, in the order of the plan: outcome and reason. */
    List<String> endings() throws IOException {
        return results().stream()
                .map(row -> (row.get("outcome") + " " + row.get("reason").replace(row.get("id"), "ID")).strip())
                .toList();
    }

    /** The outcome file of a trial. */
    Path outcome(int number) throws IOException {
        String id = results().get(number - 1).get("id");
        return directory().resolve("journal").resolve(id.substring(2, 4)).resolve(id + ".json");
    }

    /** Whether any trial has an outcome yet. */
    boolean anyEnded() throws IOException {
        if (!Files.exists(directory().resolve("journal"))) {
            return false;
        }
        try (Stream<Path> files = Files.walk(directory().resolve("journal"))) {
            return files.anyMatch(path -> path.getFileName().toString().matches("t-[0-9a-f]+\\.json"));
        }
    }

    /** The folder of a trial. */
    Path trial(int number) throws IOException {
        return directory().resolve("trials").resolve(results().get(number - 1).get("id"));
    }

    /** Leaves the process to the product's own engines. */
    @Override
    public void close() {
        heal();
        trainWith(Engines.standard());
    }

    private int command(Stream<String> arguments) {
        return Nightsweep.execute(
                arguments.toArray(String[]::new),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                SweepRuns::new);
    }

    private static void trainWith(Engines engines) {
        Origin origin = Origin.here("3.5");
        TrainingProcess.trainWith(new TrialRunner(engines, origin, InstantSource.system()));
    }
}
