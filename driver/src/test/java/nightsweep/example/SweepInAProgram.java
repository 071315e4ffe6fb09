package nightsweep.example;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.Planning;
import nightsweep.driver.application.RunEnd;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.RunProgress;
import nightsweep.driver.application.RunRequest;
import nightsweep.driver.cluster.Master;
import nightsweep.driver.json.BestModel;
import nightsweep.driver.plan.Plan;
import nightsweep.driver.run.SweepRuns;
import nightsweep.driver.schedule.spark.SlotSource;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.table.Table;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A program of one's own that has a Spark, runs a sweep on it, hears how it goes, and reads the tables and the best model.
 * Of a {@code SparkSession} it is {@code JavaSparkContext.fromSparkContext(session.sparkContext())}.
 */
final class SweepInAProgram implements Listener {
    private static final String SWEEP = """
            name: two-clouds
            description: Which activation tells two clouds apart.
            dataset: {name: xor, train: 400, test: 200}
            network:
              - dense:  {units: 8, activation: $activation}
              - output: {units: 1, activation: sigmoid, loss: binary-cross-entropy}
            training: {epochs: 20, batch-size: 10, learning-rate: 0.1}
            repeats: 3
            grid: {activation: [tanh, identity]}
            """;

    private final PrintStream out;

    SweepInAProgram(PrintStream out) {
        this.out = out;
    }

    /** Runs the sweep on {@code spark}, which is still open afterwards, and returns its best trial of each kind. */
    List<BestModel> run(JavaSparkContext spark, Path folder) throws SweepFileException, RunFailure {
        Configuration hadoop = spark.hadoopConfiguration();
        Sweep sweep = SweepFile.parse(SWEEP, "two-clouds");
        Plan plan = new Planning(Optional.empty(), hadoop).of(sweep, SWEEP);
        out.println(plan.trials().size() + " trials");
        SweepRuns runs = new SweepRuns(SlotSource.of(spark));
        String place = folder.toUri().toString();
        RunEnd end = runs.run(RunRequest.usual(SWEEP, plan, place, new Master("local[2]"), hadoop), this);
        out.println("it ended with " + end);
        return runs.best(place, hadoop, this);
    }

    @Override
    public void note(String text) {
        out.println(text);
    }

    @Override
    public void warn(String text) {
        out.println("doubtful: " + text);
    }

    @Override
    public void progress(RunProgress progress) {
        out.println(progress.done() + " of " + progress.total());
    }

    @Override
    public void concluded(Summary summary, String place) {
        Table configurations = summary.tables().stream()
                .filter(table -> table.name().equals("configurations"))
                .findFirst()
                .orElseThrow();
        configurations
                .rows()
                .forEach(row ->
                        out.println(row.get(0).exact() + ". " + row.get(2).exact()));
        out.println("all else is in " + place);
    }

    /** {@code java ... SweepInAProgram FOLDER}. */
    public static void main(String[] arguments) throws SweepFileException, RunFailure {
        try (JavaSparkContext spark = new JavaSparkContext("local[2]", "mine")) {
            new SweepInAProgram(System.out)
                    .run(spark, Path.of(arguments[0]))
                    .forEach(best -> System.out.println(best.model().orElse("no model")));
        }
    }
}
