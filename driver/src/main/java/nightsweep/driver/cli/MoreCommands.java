package nightsweep.driver.cli;

import java.util.List;
import java.util.function.Supplier;
import nightsweep.driver.application.Runs;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ProcessEnvironment;

/** Commands beside the product's own: a service, found where its jar is on the class path. */
public interface MoreCommands {
    /** The commands, as picocli knows them. */
    List<Object> commands(Console console, ProcessEnvironment environment, Supplier<Runs> runs);
}
