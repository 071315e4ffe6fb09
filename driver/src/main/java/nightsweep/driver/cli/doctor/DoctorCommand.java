package nightsweep.driver.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nightsweep.driver.application.Runs;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cli.options.ClusterOptions;
import nightsweep.driver.cli.options.Demanding;
import nightsweep.driver.cli.options.SparkOptions;
import nightsweep.driver.cluster.Knock;
import nightsweep.driver.cluster.Master;
import nightsweep.driver.submit.SparkWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at all that a run needs. */
@Command(
        name = "doctor",
        header = "Say whether this machine, its data and its cluster are fit for a run, and what to mend.",
        description =
                "Java, its vectors, speed, memory, disk, native libraries, the folder of data, and two trials of a"
                        + " moment each. It takes some seconds, and leaves nothing behind.")
public final class DoctorCommand implements Callable<Integer>, Demanding {
    private final Console console;
    private final ProcessEnvironment environment;
    private final Supplier<Runs> runs;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--out",
            paramLabel = "URI",
            description =
                    "A folder in which run directories are to be: two trials are trained in one, which is taken away"
                            + " again. Needed to try a cluster's executors.")
    private @Nullable String out;

    @Mixin
    private SparkOptions spark = new SparkOptions();

    public DoctorCommand(Console console, ProcessEnvironment environment, Supplier<Runs> runs) {
        this.console = console;
        this.environment = environment;
        this.runs = runs;
    }

    @Override
    public SparkWords words() {
        return spark.words(cluster.typedMaster());
    }

    @Override
    public boolean startsSpark() {
        return out != null
                || cluster.typedMaster().orElseGet(environment::usualMaster).startsWith("local");
    }

    @Override
    public boolean trainsHere() {
        return true;
    }

    @Override
    public Integer call() throws CommandFailure {
        Master master = cluster.master(environment);
        Machine machine = new Machine(environment);
        List<Supplier<Finding>> looks = new ArrayList<>(List.of(
                machine::java,
                machine::vectors,
                machine::products,
                machine::natives,
                machine::memory,
                machine::disk,
                () -> Data.at(cluster.dataHome(environment), environment.hadoop())));
        if (master.local()) {
            looks.add(() -> trials(master));
        } else {
            looks.add(() -> reached(master));
        }
        List<Finding> toMend = new ArrayList<>();
        for (Supplier<Finding> look : looks) {
            Finding found = look.get();
            console.say(found.lines(console.width()));
            if (!found.fit()) {
                toMend.add(found);
            }
        }
        console.say("\n"
                + (toMend.isEmpty()
                        ? "All is fit for a run."
                        : toMend.size() == 1 ? "One thing is to mend." : toMend.size() + " things are to mend."));
        return (toMend.isEmpty() ? ExitCode.DONE : toMend.get(0).ends()).number();
    }

    private Finding trials(Master master) {
        return new TrialRun(runs.get(), master, environment.hadoop())
                .in(Optional.ofNullable(out).map(environment::uri));
    }

    private Finding reached(Master master) {
        Optional<String> problem = Knock.at(master, environment.variables(), environment.hadoop());
        if (problem.isPresent() || out == null) {
            return Finding.of(
                    "cluster",
                    problem,
                    master.url() + " answers; with --out URI, a place that every machine sees, two trials are trained"
                            + " there as well",
                    ExitCode.BAD_CLUSTER);
        }
        return trials(master);
    }
}
