package nightsweep.driver.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.Runs;
import nightsweep.driver.cli.bundle.BundleCommand;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cli.console.Screen;
import nightsweep.driver.cli.doctor.DoctorCommand;
import nightsweep.driver.cli.init.InitCommand;
import nightsweep.driver.cli.options.Demanding;
import nightsweep.driver.cli.options.Elsewhere;
import nightsweep.driver.cli.verify.ReplayCommand;
import nightsweep.driver.cli.verify.VerifyCommand;
import nightsweep.driver.cli.watch.WatchCommand;
import org.apache.hadoop.fs.FSError;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: {@code nightsweep run SWEEP} and its kin, on its own or inside spark-submit's arguments. */
@Command(
        name = "nightsweep",
        header = "Train every configuration of a grid of neural networks, and tabulate what came of it.",
        versionProvider = Nightsweep.Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        footer = {"", "To begin: nightsweep run quickstart"})
public final class Nightsweep implements Callable<Integer> {
    private static final int NARROWEST_HELP = 60;

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    private Nightsweep(Console console) {
        this.console = console;
    }

    /**
     * Carries out a command and returns the number of its {@link ExitCode}.
     *
     * @param runs asked only by commands that need the cluster: what does not, starts without loading Spark
     * @param elsewhere carries out what this process cannot
     */
    public static int execute(String[] arguments, Supplier<Runs> runs, Elsewhere elsewhere) {
        return execute(
                arguments,
                new PrintWriter(System.out, true, Charset.defaultCharset()),
                new PrintWriter(System.err, true, Charset.defaultCharset()),
                runs,
                elsewhere);
    }

    /** The same in this process whatever the command needs, telling what it has to tell to others. */
    public static int execute(String[] arguments, PrintWriter out, PrintWriter err, Supplier<Runs> runs) {
        return execute(arguments, out, err, runs, Elsewhere.NOWHERE);
    }

    private static int execute(
            String[] arguments, PrintWriter out, PrintWriter err, Supplier<Runs> runs, Elsewhere elsewhere) {
        ProcessEnvironment environment = ProcessEnvironment.ofProcess();
        Screen screen = Screen.of(environment.variables(), attached(), Charset.defaultCharset());
        Console console = new Console(out, err, screen);
        try {
            String word = arguments.length == 0 ? "" : arguments[0];
            return commandLine(word, console, environment, runs, elsewhere).execute(arguments);
        } catch (FSError e) {
            // Hadoop throws an error, not an exception, where a disk of this machine fails.
            console.fail("A disk or file of this machine cannot be read or written: "
                    + (e.getCause() == null ? e.getMessage() : e.getCause().getMessage()) + ".");
            return ExitCode.BAD_RUN_DIRECTORY.number();
        } catch (OutOfMemoryError e) {
            console.fail("Java's heap of " + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MiB is too small for this. Give it more: --driver-memory 4g, or NIGHTSWEEP_JAVA_OPTS=-Xmx4g in the"
                    + " environment of the launcher.");
            return ExitCode.BAD_CLUSTER.number();
        }
    }

    /** All commands, carried out in this process. */
    static CommandLine commandLine(Console console, ProcessEnvironment environment, Supplier<Runs> runs) {
        return commandLine("", console, environment, runs, Elsewhere.NOWHERE);
    }

    private static CommandLine commandLine(
            String word, Console console, ProcessEnvironment environment, Supplier<Runs> runs, Elsewhere elsewhere) {
        CommandLine commands = new CommandLine(new Nightsweep(console))
                .addSubcommand(new RunCommand(console, environment, runs))
                .addSubcommand(new RetryCommand(console, environment, runs))
                .addSubcommand(new InitCommand(console, environment))
                .addSubcommand(new PlanCommand(console, environment))
                .addSubcommand(new TraceCommand(console, environment))
                .addSubcommand(new StatusCommand(console, environment, runs))
                .addSubcommand(new WatchCommand(console, environment, runs))
                .addSubcommand(new ReportCommand(console, environment, runs))
                .addSubcommand(new CompareCommand(console, environment, runs))
                .addSubcommand(new BestCommand(console, environment, runs))
                .addSubcommand(new RefitCommand(console, environment, runs))
                .addSubcommand(new VerifyCommand(console, environment, runs))
                .addSubcommand(new ReplayCommand(console, environment, runs))
                .addSubcommand(new BundleCommand(console, environment, runs))
                .addSubcommand(new EvaluateCommand(console, environment))
                .addSubcommand(new PredictCommand(console, environment))
                .addSubcommand(new CatalogCommand(console, environment))
                .addSubcommand(new SchemaCommand(console))
                .addSubcommand(new DataCommand(console, environment))
                .addSubcommand(new DoctorCommand(console, environment, runs));
        if (!commands.getSubcommands().containsKey(word)) {
            // To look for them opens every jar, which commands of ours need not wait for.
            for (MoreCommands more : ServiceLoader.load(MoreCommands.class)) {
                more.commands(console, environment, runs).forEach(commands::addSubcommand);
            }
        }
        commands.getSubcommands().values().forEach(Nightsweep::addHelpOption);
        commands.addSubcommand(new HelpCommand());
        commands.addSubcommand(new GenerateCompletion());
        commands.getCommandSpec().usageMessage().exitCodeList(exitCodes());
        return commands.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(console.out())
                .setErr(console.err())
                .setColorScheme(Help.defaultColorScheme(console.colours().ansi()))
                .setUsageHelpWidth(Math.max(NARROWEST_HELP, console.width()))
                .setExecutionStrategy(parsed -> carryOut(parsed, console, elsewhere))
                .setParameterExceptionHandler((problem, rest) -> misused(problem, console))
                .setExecutionExceptionHandler((problem, command, parsed) -> failed(problem, console));
    }

    @SuppressWarnings("SystemConsoleNull") // The build requires JDK 17, where it is null without a terminal.
    private static Screen.Kind attached() {
        return System.console() == null ? Screen.Kind.LINES : Screen.Kind.TERMINAL;
    }

    /** Without a command: what there is. */
    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(console.err());
        }
        return ExitCode.USAGE.number();
    }

    private static int carryOut(ParseResult parsed, Console console, Elsewhere elsewhere) {
        ParseResult last = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        if (!last.isUsageHelpRequested() && last.commandSpec().userObject() instanceof Demanding command) {
            Elsewhere.Need need = new Elsewhere.Need(
                    parsed.expandedArgs(), command.words(), command.startsSpark(), command.trainsHere());
            try {
                OptionalInt code = elsewhere.carryOut(need, console);
                if (code.isPresent()) {
                    return code.getAsInt();
                }
            } catch (CommandFailure e) {
                return failed(e, console);
            }
        }
        return new RunLast().execute(parsed);
    }

    private static void addHelpOption(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build());
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            meanings.put(Integer.toString(code.number()), code.meaning());
        }
        return meanings;
    }

    private static int misused(ParameterException problem, Console console) {
        console.fail(String.valueOf(problem.getMessage()));
        UnmatchedArgumentException.printSuggestions(problem, console.err());
        console.note("Try: " + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.number();
    }

    private static int failed(Exception problem, Console console) {
        if (problem instanceof CommandFailure failure) {
            console.fail(String.valueOf(failure.getMessage()));
            return failure.exitCode().number();
        }
        if (problem instanceof RunFailure failure) {
            console.fail(String.valueOf(failure.getMessage()));
            return ExitCode.of(failure.kind()).number();
        }
        console.fail("This is a defect of Nightsweep; please report it with what follows.");
        problem.printStackTrace(console.err());
        return ExitCode.INTERNAL_ERROR.number();
    }

    /** The product's version, as its jar says. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Nightsweep.class.getPackage().getImplementationVersion();
            return new String[] {"nightsweep " + Optional.ofNullable(version).orElse("(not packaged)")};
        }
    }
}
