package nightsweep.deploy.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Spark installation as users have it, with a configuration of its own.
 *
 * @param configuration the folder of {@code spark-defaults.conf}, as an administrator leaves it on a cluster
 * @param environment of every process that is started from it
 */
record SparkHome(Path configuration, Map<String, String> environment) {
    private static final Path HOME = Path.of("spark-home/target/spark").toAbsolutePath();

    /** The one thing that users submit. */
    static final Path JAR = Path.of("target/nightsweep.jar").toAbsolutePath();

    /**
     * The installation.
     *
     * @param configuration an empty folder
     * @param settings what {@code spark-defaults.conf} says
     */
    static SparkHome at(Path configuration, Map<String, String> settings) throws IOException {
        if (!Files.exists(HOME.resolve("jars"))) {
            throw new IllegalStateException(
                    "No Spark at " + HOME + ": mvn -pl deploy/spark-home pre-integration-test makes it.");
        }
        StringBuilder lines = new StringBuilder();
        settings.forEach((key, value) -> lines.append(key + " " + value + "\n"));
        Files.writeString(configuration.resolve("spark-defaults.conf"), lines);
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SPARK_CONF_DIR", configuration.toString());
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        environment.put("SPARK_DAEMON_MEMORY", "256m");
        return new SparkHome(configuration, environment);
    }

    /** The same with one variable more. */
    SparkHome with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new SparkHome(configuration, more);
    }

    /** Where Spark's jars stand. */
    static Path jars() {
        return HOME.resolve("jars");
    }

    /** The command that starts a class of Spark. */
    static List<String> spark(String main, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(HOME.resolve("bin/spark-class").toString(), main));
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * Submits a command of Nightsweep, such as {@code run}.
     *
     * @param name of what it says, in the folder
     * @param folder that it is started in
     * @param options of {@code spark-submit}
     */
    LeashedProcess submit(String name, Path folder, List<String> options, String... command)
            throws IOException, InterruptedException {
        return submit(name, folder, options, JAR.toString(), List.of(command));
    }

    /**
     * The same with the jar at another place.
     *
     * @param jar a path or a URI
     */
    LeashedProcess submit(String name, Path folder, List<String> options, String jar, List<String> command)
            throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(List.of(HOME.resolve("bin/spark-submit").toString()));
        words.addAll(options);
        words.add(jar);
        words.addAll(command);
        return LeashedProcess.start(name, folder, environment, words);
    }
}
