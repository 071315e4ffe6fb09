package nightsweep.driver.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cli.options.ClusterOptions;
import nightsweep.driver.plan.DataLookup;
import nightsweep.driver.plan.Plan;
import nightsweep.driver.plan.Slots;
import nightsweep.driver.plan.TimeSpan;
import nightsweep.driver.plan.UnreadableDataException;
import nightsweep.experiments.catalog.Catalog;
import nightsweep.experiments.catalog.CatalogEntry;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.Suggestion;
import nightsweep.experiments.yaml.SweepFileException;
import nightsweep.worker.dataset.load.DatasetLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells which sweeps there are to begin with. */
@Command(
        name = "catalog",
        header = "List the sweeps that can be run by name, or show one as a file to start from.",
        description = "nightsweep catalog NAME > my.yaml makes a copy to change.")
final class CatalogCommand implements Callable<Integer> {
    private final Console console;
    private final ProcessEnvironment environment;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The sweep to show.")
    private @Nullable String name;

    @Option(
            names = "--data",
            paramLabel = "URI",
            description = "Where folders of data are. Default: environment variable NIGHTSWEEP_DATA.")
    private @Nullable String data;

    private boolean missing;

    CatalogCommand(Console console, ProcessEnvironment environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws CommandFailure {
        List<CatalogEntry> entries = Catalog.entries();
        if (name == null) {
            DataLookup lookup = lookup();
            entries.forEach(entry -> tell(entry, lookup));
            if (missing) {
                console.note("What was not found is looked for in folders of these names at the place that --data or "
                        + ClusterOptions.DATA_HOME + " names. nightsweep plan NAME says which files are wanted.");
            }
        } else {
            console.say(text(entries, name).stripTrailing());
        }
        return ExitCode.DONE.number();
    }

    private static String text(List<CatalogEntry> entries, String name) throws CommandFailure {
        for (CatalogEntry entry : entries) {
            if (entry.name().equals(name)) {
                return entry.text();
            }
        }
        throw new CommandFailure(
                ExitCode.BAD_SWEEP,
                "The catalog has no " + name + ". "
                        + Suggestion.among(
                                entries.stream().map(CatalogEntry::name).toList(), name));
    }

    private void tell(CatalogEntry entry, DataLookup lookup) {
        Sweep sweep = parse(entry);
        console.say(entry.name() + "\n    " + entry.summary() + "\n    " + plan(sweep, lookup));
    }

    private String plan(Sweep sweep, DataLookup lookup) {
        int configurations = sweep.configurations().size();
        int count = sweep.trials().size();
        String trials =
                count == 1 ? "1 trial" : count + " trials (" + configurations + " x " + sweep.trialsEach() + ")";
        try {
            Plan plan = Plan.of(sweep, lookup);
            OptionalInt slots = Slots.of(environment.usualMaster(), environment.processors());
            String time = slots.isPresent()
                    ? TimeSpan.text(plan.wholeMillis(slots.getAsInt())) + " here"
                    : TimeSpan.text(plan.estimatedMillis()) + " in all";
            return "data: " + data(sweep, ", found") + "; " + trials + "; " + (time.startsWith("under") ? "" : "about ")
                    + time;
        } catch (UnreadableDataException e) {
            missing = true;
            return "data: " + data(sweep, ", not found") + "; " + trials;
        }
    }

    private static String data(Sweep sweep, String found) {
        List<DataSource> sources = sweep.configurations().stream()
                .map(configuration -> configuration.dataset().source())
                .distinct()
                .toList();
        String labels = sources.stream().map(DataSource::label).distinct().collect(Collectors.joining(", "));
        return sources.stream().anyMatch(DataSource::fromFiles) ? labels + found : labels + ", no files needed";
    }

    /** Sweeps share data sets, each of which is looked at once. */
    private DataLookup lookup() {
        Optional<String> home = Optional.ofNullable(data).or(() -> environment.variable(ClusterOptions.DATA_HOME));
        DatasetLoader loader = new DatasetLoader(environment.hadoop(), home);
        Map<DatasetSpec, DatasetFacts> known = new LinkedHashMap<>();
        return dataset -> {
            DatasetFacts facts = known.get(dataset);
            if (facts == null) {
                facts = loader.facts(dataset);
                known.put(dataset, facts);
            }
            return facts;
        };
    }

    private static Sweep parse(CatalogEntry entry) {
        try {
            return SweepFile.parse(entry.text(), entry.fileName());
        } catch (SweepFileException e) {
            throw new AssertionError("The catalog has just read it.", e);
        }
    }
}
