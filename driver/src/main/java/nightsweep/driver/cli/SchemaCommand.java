package nightsweep.driver.cli;

import java.util.concurrent.Callable;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.experiments.schema.SweepSchema;
import picocli.CommandLine.Command;

/** Prints what a sweep file may have in it. */
@Command(
        name = "schema",
        header = "Print the JSON schema of sweep files, for completion and checks in editors.",
        description = {
            "nightsweep schema > sweep.schema.json, and in a sweep file the first line:",
            "# yaml-language-server: $schema=sweep.schema.json"
        })
final class SchemaCommand implements Callable<Integer> {
    private final Console console;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.say(SweepSchema.json());
        return ExitCode.DONE.number();
    }
}
