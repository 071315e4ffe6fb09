package nightsweep.benchmark;

import java.util.List;
import java.util.function.Supplier;
import nightsweep.driver.application.Runs;
import nightsweep.driver.cli.MoreCommands;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ProcessEnvironment;

/** The command {@code benchmark}, which the product's command line finds where this jar is beside it. */
public final class Benchmarks implements MoreCommands {
    @Override
    public List<Object> commands(Console console, ProcessEnvironment environment, Supplier<Runs> runs) {
        return List.of(new BenchmarkCommand(console, environment, runs));
    }
}
