package nightsweep.driver.cli;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nightsweep.driver.plan.Plan;
import nightsweep.driver.plan.PlanText;
import nightsweep.driver.plan.SharedFinding;
import nightsweep.driver.plan.Slots;
import nightsweep.experiments.review.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains every trial of a sweep that has not been trained yet. */
@Command(
        name = "run",
        header = "Train every configuration of a sweep, and write tables of what came of it.",
        description = "The same command with the same --out goes on where it stopped.")
final class RunCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final int TERMINAL_SECONDS = 1;
    private static final int LINES_SECONDS = 30;

    private final Console console;
    private final Surroundings surroundings;
    private final Supplier<Runs> runs;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SweepOptions options = new SweepOptions();

    @Option(
            names = "--out",
            paramLabel = "URI",
            description = "The run directory, as a path or a URI. Default: runs/NAME-TIME in the current folder.")
    private @Nullable String out;

    @Option(
            names = "--status-interval",
            paramLabel = "SECONDS",
            description = "How often to tell how far it has come. Default: " + TERMINAL_SECONDS
                    + " in a terminal, else " + LINES_SECONDS + ".")
    private @Nullable Integer statusSeconds;

    RunCommand(Console console, Surroundings surroundings, Supplier<Runs> runs) {
        this.console = console;
        this.surroundings = surroundings;
        this.runs = runs;
    }

    @Override
    public Integer call() throws CommandFailure {
        Duration interval = statusInterval();
        SweepOptions.Planned planned = options.plan(surroundings);
        Plan plan = planned.plan();
        String master = options.master(surroundings);
        String directory = surroundings.uri(out == null ? usualOut(plan) : out);
        tell(plan, master);
        RunRequest request = new RunRequest(
                planned.text(),
                plan,
                directory,
                master,
                options.dataHome(surroundings),
                interval,
                surroundings.hadoop());
        return runs.get().run(request, console).number();
    }

    private void tell(Plan plan, String master) {
        SharedFinding.of(plan, Severity.INVALID).forEach(shared -> console.warn("not trained: " + shared));
        SharedFinding.of(plan, Severity.DOUBTFUL).forEach(shared -> console.warn(shared.toString()));
        console.note(plan.sweep().name() + ": " + plan.trials().size()
                + (plan.trials().size() == 1 ? " trial" : " trials") + " on " + master + ". "
                + PlanText.time(plan, Slots.of(master, surroundings.processors())));
    }

    private String usualOut(Plan plan) {
        return "runs/" + plan.sweep().name() + "-" + STAMP.format(LocalDateTime.now(surroundings.clock()));
    }

    private Duration statusInterval() {
        if (statusSeconds == null) {
            return Duration.ofSeconds(console.renewsStatus() ? TERMINAL_SECONDS : LINES_SECONDS);
        }
        if (statusSeconds < 1 && spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "--status-interval must be 1 second or more, but got " + statusSeconds + ".");
        }
        return Duration.ofSeconds(statusSeconds);
    }
}
