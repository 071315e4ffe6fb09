package nightsweep.driver.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.Runs;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.json.BestModel;
import nightsweep.driver.json.BestModelsFile;
import nightsweep.driver.json.SweepSummary;
import nightsweep.experiments.outcome.Evaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names the best trial of a run. */
@Command(
        name = "best",
        header = "Name the best trial of a run, its figures and its files.",
        description = "It is the best repeat of the configuration that is ranked first. With losses ranked by kind, the"
                + " best of each kind. Nothing is written.")
final class BestCommand implements Callable<Integer> {
    private final Console console;
    private final ProcessEnvironment environment;
    private final Supplier<Runs> runs;

    @Parameters(paramLabel = "RUN", description = "A run directory or a bundle, as a path or a URI.")
    private String run = "";

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    BestCommand(Console console, ProcessEnvironment environment, Supplier<Runs> runs) {
        this.console = console;
        this.environment = environment;
        this.runs = runs;
    }

    @Override
    public Integer call() throws RunFailure {
        List<BestModel> best = runs.get().best(environment.uri(run), environment.hadoop(), console);
        if (json) {
            console.say(BestModelsFile.text(best).stripTrailing());
        } else if (best.isEmpty()) {
            console.say("No trial has been completed.");
        } else {
            best.forEach(one -> console.say(text(one)));
        }
        return ExitCode.DONE.number();
    }

    private static String text(BestModel best) {
        return String.format(
                Locale.ROOT,
                "#%d %s: %s, repeat %d%s%n  %s %s %.4f; on test examples %s, loss %.4f%n%s"
                        + "  files: %s%n  model: %s",
                best.trial().number(),
                best.trial().id().text(),
                best.trial().label().isEmpty()
                        ? "the only configuration"
                        : best.trial().label(),
                best.trial().repeat(),
                best.trial().fold().isPresent()
                        ? ", fold " + best.trial().fold().getAsInt()
                        : "",
                best.measuredOn(),
                best.metric(),
                best.trial().objective(),
                figures(best.test()),
                best.test().loss(),
                configuration(best.configuration(), best.trial().fold().isPresent()),
                best.folder(),
                best.model().orElse("none that can be used (the command that made the run, given again, makes it)"));
    }

    private static String figures(Evaluation test) {
        return test.ofNumber()
                ? String.format(
                        Locale.ROOT,
                        "RMSE %.4f, MAE %.4f, R\u00b2 %.4f",
                        test.numbers().rootMeanSquaredError(),
                        test.numbers().meanAbsoluteError(),
                        test.numbers().r2())
                : String.format(
                        Locale.ROOT,
                        "accuracy %.4f, macro F1 %.4f",
                        test.confusion().accuracy(),
                        test.confusion().macroAverage().f1());
    }

    /** How its configuration did, where that says more than its one trial. */
    private static String configuration(SweepSummary.BestConfiguration best, boolean folded) {
        String mean = best.planned() > 1
                ? String.format(
                        Locale.ROOT,
                        "  configuration %d: mean %.4f over %d of %d %s%n",
                        best.number(),
                        best.objective(),
                        best.completed(),
                        best.planned(),
                        folded ? "folds" : "repeats")
                : "";
        return best.ties() == 0
                ? mean
                : mean
                        + String.format(
                                Locale.ROOT,
                                "  %,d other configuration%s no worse: the first in the plan stands for all%n",
                                best.ties(),
                                best.ties() == 1 ? " is" : "s are");
    }
}
