package nightsweep.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightsweep.benchmark.curves.CurveBenchmark;
import nightsweep.benchmark.scheduling.MorningBenchmark;
import nightsweep.benchmark.scheduling.NightBenchmark;
import nightsweep.benchmark.scheduling.SchedulingBenchmark;
import nightsweep.benchmark.search.CostBenchmark;
import nightsweep.benchmark.search.TableBenchmark;
import nightsweep.benchmark.training.CheckpointBenchmark;
import nightsweep.benchmark.training.ConvolutionBenchmark;
import nightsweep.benchmark.training.ShapeBenchmark;
import nightsweep.benchmark.training.SlotBenchmark;
import nightsweep.benchmark.training.StepBenchmark;
import nightsweep.driver.application.Limits;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.RunEnd;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.RunRequest;
import nightsweep.driver.application.Runs;
import nightsweep.driver.application.SaveModels;
import nightsweep.driver.application.TrialChoice;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cli.options.Demanding;
import nightsweep.driver.cluster.Master;
import nightsweep.driver.json.RunStatus;
import nightsweep.driver.plan.Plan;
import nightsweep.driver.summary.Summary;
import nightsweep.experiments.Checks;
import nightsweep.experiments.search.choice.Method;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.choice.Engines;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the product on this machine. */
@Command(name = "benchmark", header = "Measure how fast Nightsweep is on this machine.")
final class BenchmarkCommand implements Demanding {
    private static final int USUAL_TRIALS = 2_000;

    private final ProcessEnvironment environment;
    private final Console console;

    private final Supplier<Runs> runs;

    BenchmarkCommand(Console console, ProcessEnvironment environment, Supplier<Runs> runs) {
        this.console = console;
        this.environment = environment;
        this.runs = runs;
    }

    @Override
    public boolean startsSpark() {
        return true;
    }

    @Override
    public boolean trainsHere() {
        return true;
    }

    @Command(
            name = "steps",
            description = "Milliseconds a training step of 784-512-128-10 with dropout, batch 64, on one thread,"
                    + " around step 1,000 and a late one, beside the matrix products alone.")
    int steps(
            @Option(
                            names = "--engine",
                            paramLabel = "NAME",
                            description = "fused or dl4j. Default: both, which takes five minutes.")
                    @Nullable
                    String engine,
            @Option(
                            names = "--late",
                            paramLabel = "STEP",
                            defaultValue = "10000",
                            description = "The late step, past 1,500. Default: ${DEFAULT-VALUE}.")
                    int late,
            @Option(
                            names = "--data",
                            paramLabel = "URI",
                            description = "Where a folder mnist is. Default: environment variable NIGHTSWEEP_DATA;"
                                    + " where neither is set, drawn digits.")
                    @Nullable
                    String data)
            throws CommandFailure {
        Optional<String> home = data == null ? environment.variable("NIGHTSWEEP_DATA") : Optional.of(data);
        try {
            Engines engines = Engines.standard();
            List<Engine> measured = Stream.of(engines.named("fused"), engines.named("dl4j"))
                    .filter(one -> engine == null || one.name().equals(engine))
                    .toList();
            new StepBenchmark(measured, late).run(home.map(environment::uri), new PrintStream(System.out));
            return ExitCode.DONE.number();
        } catch (DataException e) {
            throw new CommandFailure(ExitCode.BAD_SWEEP, e);
        }
    }

    @Command(
            name = "shapes",
            description = "Milliseconds a training step of both engines, on networks small and wide, in batches of"
                    + " 1 to 512.")
    int shapes() {
        new ShapeBenchmark(Engines.standard()).run(new PrintStream(System.out));
        return ExitCode.DONE.number();
    }

    @Command(
            name = "convolution",
            description = "Milliseconds a training step of a convolution network on 3x64x64 images, batch 20, on one"
                    + " thread, beside its floating-point operations and the matrix products alone.")
    int convolution(@Option(names = "--steps", paramLabel = "N", defaultValue = "50") int steps) {
        Engines engines = Engines.standard();
        new ConvolutionBenchmark(List.of(engines.named("fused"), engines.named("dl4j")), steps, steps)
                .run(new PrintStream(System.out));
        return ExitCode.DONE.number();
    }

    @Command(
            name = "slots",
            description = "What a second slot adds: steps a second of 784-512-128-10 on one thread, and on two.")
    int slots() throws InterruptedException {
        new SlotBenchmark(Engines.standard().named("fused")).run(new PrintStream(System.out));
        return ExitCode.DONE.number();
    }

    @Command(
            name = "checkpoints",
            description = "What checkpoints cost: pairs of trainings of 784-512-128-10, without and with them.")
    int checkpoints(
            @Option(
                            names = "--data",
                            paramLabel = "URI",
                            description = "Where a folder mnist is. Default: environment variable NIGHTSWEEP_DATA;"
                                    + " where neither is set, drawn digits.")
                    @Nullable
                    String data,
            @Option(
                            names = "--out",
                            paramLabel = "URI",
                            required = true,
                            description = "A folder to keep checkpoints in.")
                    String out,
            @Option(names = "--epochs", paramLabel = "N", defaultValue = "5") int epochs,
            @Option(names = "--pairs", paramLabel = "N", defaultValue = "5") int pairs)
            throws Exception {
        Optional<String> home = data == null ? environment.variable("NIGHTSWEEP_DATA") : Optional.of(data);
        new CheckpointBenchmark(Engines.standard(), epochs, pairs)
                .run(home.map(environment::uri), environment.uri(out), new PrintStream(System.out));
        return ExitCode.DONE.number();
    }

    @Command(
            name = "scheduling",
            description = "Trials a second when there is next to nothing to train, and what they leave in the heap.")
    int scheduling(
            @Option(names = "--trials", paramLabel = "N", defaultValue = "" + USUAL_TRIALS) int trials,
            @Option(names = "--master", paramLabel = "URL") @Nullable String master)
            throws Exception {
        console.say(new SchedulingBenchmark(trials, master == null ? environment.usualMaster() : master).run());
        return ExitCode.DONE.number();
    }

    @Command(
            name = "night",
            description = "What a night on a large cluster costs the driver, in virtual time: decisions alone, without"
                    + " Spark and without files.")
    int night(
            @Option(
                            names = "--trials",
                            paramLabel = "N",
                            defaultValue = "1000000",
                            description = "Hundreds. Default: ${DEFAULT-VALUE}.")
                    int trials,
            @Option(
                            names = "--slots",
                            paramLabel = "N",
                            defaultValue = "10000",
                            description = "In executors of 8. Default: ${DEFAULT-VALUE}.")
                    int slots)
            throws Exception {
        console.say(new NightBenchmark(trials, slots).run());
        return ExitCode.DONE.number();
    }

    @Command(
            name = "morning",
            description =
                    "What a run of many trials that have ended costs whoever looks at it: resume, status, tables and"
                            + " page, on a file system of stand-in outcomes that counts its calls.")
    int morning(
            @Option(
                            names = "--trials",
                            paramLabel = "N",
                            defaultValue = "10000",
                            description = "Hundreds. Default: ${DEFAULT-VALUE}.")
                    int trials)
            throws Exception {
        new MorningBenchmark(trials, new QuietLooks(runs.get())).run(console::say);
        return ExitCode.DONE.number();
    }

    @Command(
            name = "search",
            description =
                    "What the searchers find on spaces of which every result is known: regret after 25, 50 and 100"
                            + " proposals (0 the best configuration, 1 the median), and milliseconds a proposal; what"
                            + " stopping trials early saves and loses; and what a proposal costs once many are settled.")
    int search(
            @Option(
                            names = "--tables",
                            paramLabel = "FOLDER",
                            description = "CSV files, gzipped or not, that begin with fcnet, hpobench or nasbench: a"
                                    + " column a setting, then y1, y2, ...: a result a training.")
                    @Nullable
                    Path tables,
            @Option(
                            names = "--curves",
                            paramLabel = "FOLDER",
                            description = "CSV files, gzipped or not, that begin with lcbench or taskset: a row a"
                                    + " setting, then e1, e2, ... or v0, v1, ...: a result an epoch.")
                    @Nullable
                    Path curves,
            @Option(
                            names = "--method",
                            paramLabel = "NAME",
                            description = "grid, random, sobol, tpe, gp or auto. Default: all of them.")
                    @Nullable
                    String method,
            @Option(
                            names = "--seeds",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "Searches a table or a task. Default: ${DEFAULT-VALUE}.")
                    int seeds,
            @Option(
                            names = "--window",
                            paramLabel = "N",
                            defaultValue = "1",
                            description = "Proposals that are open at a time. Default: ${DEFAULT-VALUE}.")
                    int window,
            @Option(
                            names = "--cost",
                            paramLabel = "N",
                            split = ",",
                            description = "Milliseconds a proposal and heap of random, sobol, tpe, gp and auto, or of"
                                    + " --method, after so many settled ones, such as 100,1000,10000.")
                    @Nullable
                    List<Integer> cost)
            throws CommandFailure {
        if (tables == null && curves == null && cost == null) {
            throw new CommandFailure(ExitCode.USAGE, "Give --tables, --curves or --cost.");
        }
        List<Method> methods = List.of(Method.values());
        if (method != null) {
            methods = List.of(Stream.of(Method.values())
                    .filter(one -> one.label().equals(method))
                    .findFirst()
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.USAGE,
                            "There is no method " + method + ". There are "
                                    + Stream.of(Method.values())
                                            .map(Method::label)
                                            .collect(Collectors.joining(", "))
                                    + ".")));
        }
        try {
            if (cost != null) {
                new CostBenchmark(
                                methods.stream()
                                        .filter(one -> one != Method.GRID)
                                        .toList(),
                                cost)
                        .run(console::say);
            }
            if (tables != null) {
                new TableBenchmark(
                                tables, methods, Checks.positive("--seeds", seeds), Checks.positive("--window", window))
                        .run(console::say);
            }
            if (curves != null) {
                new CurveBenchmark(curves, Checks.positive("--seeds", seeds)).run(console::say);
            }
            return ExitCode.DONE.number();
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, e);
        }
    }

    /** What the commands of the same names do, telling nobody. */
    private record QuietLooks(Runs runs) implements MorningBenchmark.Looks {
        @Override
        public void run(String text, Plan plan, String run, Configuration hadoop) throws RunFailure {
            RunRequest request = new RunRequest(
                    text,
                    plan,
                    run,
                    new Master("local[1]"),
                    Optional.empty(),
                    Duration.ofMinutes(1),
                    Limits.USUAL,
                    List.of(),
                    SaveModels.NONE,
                    hadoop);
            RunEnd ignored = runs.run(request, Listener.NONE);
        }

        @Override
        public void status(String run, Configuration hadoop) throws RunFailure {
            RunStatus ignored = runs.status(run, hadoop, Listener.NONE);
        }

        @Override
        public void report(String run, Configuration hadoop) throws RunFailure {
            Summary ignored = runs.report(run, List.of(), TrialChoice.USUAL, hadoop, Listener.NONE);
        }
    }
}
