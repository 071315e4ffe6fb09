package nightsweep.driver.cli.options;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightsweep.driver.submit.SparkOption;
import nightsweep.driver.submit.SparkWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Spark's own options, as spark-submit has them. They are meant for the launcher; under spark-submit they come before the jar. */
public final class SparkOptions {
    @ArgGroup(
            exclusive = false,
            heading =
                    "%nSpark's own options, as spark-submit has them (an option counts before --conf, and --conf before a"
                            + " properties file; under spark-submit they come before the jar):%n")
    private Typed typed = new Typed();

    /** What was typed, with a master where one was. */
    public SparkWords words(Optional<String> master) {
        Map<SparkOption, String> options = new EnumMap<>(SparkOption.class);
        master.ifPresent(url -> options.put(SparkOption.MASTER, url));
        put(options, SparkOption.DEPLOY_MODE, typed.deployMode);
        put(options, SparkOption.NAME, typed.name);
        put(options, SparkOption.DRIVER_MEMORY, typed.driverMemory);
        put(options, SparkOption.EXECUTOR_MEMORY, typed.executorMemory);
        put(options, SparkOption.EXECUTOR_CORES, typed.executorCores);
        put(options, SparkOption.NUM_EXECUTORS, typed.numExecutors);
        put(options, SparkOption.TOTAL_EXECUTOR_CORES, typed.totalExecutorCores);
        put(options, SparkOption.QUEUE, typed.queue);
        put(options, SparkOption.FILES, typed.files);
        put(options, SparkOption.PACKAGES, typed.packages);
        return new SparkWords(options, typed.conf, Optional.ofNullable(typed.propertiesFile));
    }

    private static void put(Map<SparkOption, String> options, SparkOption option, @Nullable String value) {
        if (value != null) {
            options.put(option, value);
        }
    }

    /** Each as it stands on the command line: Spark's own words are read elsewhere. */
    private static final class Typed {
        @Option(
                names = SparkOption.CONF,
                paramLabel = "KEY=VALUE",
                description =
                        "A setting of Spark, such as spark.executor.memoryOverhead=2g. Any number of times. Everybody"
                                + " on this machine can read it: secrets belong in a properties file.")
        private List<String> conf = new ArrayList<>();

        @Option(
                names = SparkOption.PROPERTIES_FILE,
                paramLabel = "FILE",
                description = "Settings of Spark, a name and a value in each line.")
        private @Nullable String propertiesFile;

        @Option(
                names = "--deploy-mode",
                paramLabel = "MODE",
                description = "Where the driver runs: client, here; or cluster. Default: client.")
        private @Nullable String deployMode;

        @Option(
                names = "--name",
                paramLabel = "NAME",
                description = "What the cluster's pages call the run. Default: the sweep's name.")
        private @Nullable String name;

        @Option(names = "--driver-memory", paramLabel = "SIZE", description = "Java's heap of the driver, such as 2g.")
        private @Nullable String driverMemory;

        @Option(names = "--executor-memory", paramLabel = "SIZE", description = "Java's heap of each executor.")
        private @Nullable String executorMemory;

        @Option(names = "--executor-cores", paramLabel = "N", description = "Slots of each executor.")
        private @Nullable String executorCores;

        @Option(
                names = "--num-executors",
                paramLabel = "N",
                description = "How many executors, on YARN and Kubernetes.")
        private @Nullable String numExecutors;

        @Option(
                names = "--total-executor-cores",
                paramLabel = "N",
                description = "The most slots of all executors, on a standalone cluster.")
        private @Nullable String totalExecutorCores;

        @Option(names = "--queue", paramLabel = "NAME", description = "YARN's queue.")
        private @Nullable String queue;

        @Option(
                names = "--files",
                paramLabel = "FILE,...",
                description = "Files that the driver and the executors find in their folders, such as the sweep file in"
                        + " YARN's cluster mode.")
        private @Nullable String files;

        @Option(
                names = "--packages",
                paramLabel = "GROUP:ARTIFACT:VERSION,...",
                description =
                        "Libraries of Maven that driver and executors get, such as org.apache.hadoop:hadoop-aws:3.3.4.")
        private @Nullable String packages;
    }
}
