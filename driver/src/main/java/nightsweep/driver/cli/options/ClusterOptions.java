package nightsweep.driver.cli.options;

import java.util.Optional;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cluster.Master;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where data are and where they are trained on. */
public final class ClusterOptions {
    /** The environment variable that stands in for {@code --data}. */
    public static final String DATA_HOME = "NIGHTSWEEP_DATA";

    @Option(
            names = "--data",
            paramLabel = "URI",
            description = "Where folders of data are, such as mnist. Default: environment variable NIGHTSWEEP_DATA.")
    private @Nullable String data;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Spark's master, such as local[4] or yarn. Default: spark-submit's, else local[*].")
    private @Nullable String master;

    /** The master as it was typed. */
    public Optional<String> typedMaster() {
        return Optional.ofNullable(master);
    }

    public Optional<String> dataHome(ProcessEnvironment environment) {
        return dataHome(data, environment);
    }

    /**
     * Where named data sets are.
     *
     * @param data as it was typed, if it was
     */
    public static Optional<String> dataHome(@Nullable String data, ProcessEnvironment environment) {
        return Optional.ofNullable(data)
                .or(() -> environment.variable(DATA_HOME))
                .map(home -> DataFolder.within(home, environment));
    }

    /**
     * What is trained on.
     *
     * @throws CommandFailure if it is no Spark master
     */
    public Master master(ProcessEnvironment environment) throws CommandFailure {
        try {
            return new Master(Optional.ofNullable(master).orElseGet(environment::usualMaster));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.BAD_CLUSTER, e);
        }
    }
}
