package nightsweep.driver.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cli.options.SweepOptions;
import nightsweep.driver.plan.PlanText;
import nightsweep.driver.plan.Slots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what a run would do, without doing it. */
@Command(
        name = "plan",
        header = "Tell what a run would do, what is doubtful about it, and how long it takes.",
        description = "Trains nothing and writes nothing.")
final class PlanCommand implements Callable<Integer> {
    private final Console console;
    private final ProcessEnvironment environment;

    @Mixin
    private SweepOptions options = new SweepOptions();

    PlanCommand(Console console, ProcessEnvironment environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws CommandFailure, RunFailure {
        SweepOptions.Planned planned = options.plan(environment, Optional.empty(), console::note);
        console.say(PlanText.of(
                        planned.plan(),
                        Slots.of(options.cluster().master(environment).url(), environment.processors()),
                        console.width())
                .stripTrailing());
        if (planned.plan().trainable().isEmpty()) {
            throw new CommandFailure(ExitCode.BAD_SWEEP, "No configuration of the sweep can be trained.");
        }
        return ExitCode.DONE.number();
    }
}
