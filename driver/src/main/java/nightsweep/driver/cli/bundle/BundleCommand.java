package nightsweep.driver.cli.bundle;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nightsweep.driver.application.BundleRequest;
import nightsweep.driver.application.BundleRequest.Networks;
import nightsweep.driver.application.Bundled;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.Runs;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a run into one file. */
@Command(
        name = "bundle",
        header =
                "Put a run into one file, to send to somebody or to keep: sweep, outcomes, tables, page, checksums of the"
                        + " data.",
        description = {
            "verify, report, status, best and compare take the file as it is; whatever writes to a run needs it unpacked, by"
                    + " unzip. The data are not in it, nor are models unless asked for.",
            "The same run gives the same bytes. The file is there whole or not at all."
        })
public final class BundleCommand implements Callable<Integer> {
    private final Console console;
    private final ProcessEnvironment environment;
    private final Supplier<Runs> runs;

    @Parameters(paramLabel = "RUN", description = "A run directory, as a path or a URI.")
    private String run = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file, as a path or a URI; it may be an earlier bundle. Default: RUN.zip in the current"
                    + " folder, by the name of the run directory.")
    private @Nullable String out;

    @Option(names = "--models", description = "Take saved models along.")
    private boolean models;

    public BundleCommand(Console console, ProcessEnvironment environment, Supplier<Runs> runs) {
        this.console = console;
        this.environment = environment;
        this.runs = runs;
    }

    @Override
    public Integer call() throws RunFailure {
        String directory = environment.uri(run);
        String file = out == null ? usualName(directory) : out;
        Bundled bundled = runs.get()
                .bundle(
                        new BundleRequest(
                                directory,
                                environment.uri(file),
                                models ? Networks.TAKEN : Networks.LEFT_OUT,
                                environment.hadoop()),
                        console);
        console.say(String.format(
                "%s: %,d bytes, %,d files, %s",
                bundled.place(),
                bundled.bytes(),
                bundled.files(),
                bundled.outcomes() == 1 ? "1 outcome" : String.format("%,d outcomes", bundled.outcomes())));
        bundled.data().forEach(one -> console.say("data: " + one));
        bundled.leftOut().forEach(one -> console.say("not in it: " + one));
        console.say("Checked elsewhere by: nightsweep verify " + file);
        return ExitCode.DONE.number();
    }

    private static String usualName(String directory) {
        String name = new Path(directory).getName();
        return (name.isEmpty() ? "run" : name) + ".zip";
    }
}
