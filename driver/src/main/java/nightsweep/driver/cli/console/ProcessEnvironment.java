package nightsweep.driver.cli.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/**
 * What a process finds around itself.
 *
 * @param variables of the environment
 * @param properties of the JVM; spark-submit leaves its settings there
 * @param folder that relative paths start from, absolute
 * @param processors of this machine
 */
public record ProcessEnvironment(
        Map<String, String> variables, Map<String, String> properties, Path folder, Clock clock, int processors) {
    private static final String HADOOP = "spark.hadoop.";

    public static ProcessEnvironment ofProcess() {
        Map<String, String> properties = new LinkedHashMap<>();
        System.getProperties()
                .stringPropertyNames()
                .forEach(name -> properties.put(name, System.getProperty(name, "")));
        return new ProcessEnvironment(
                System.getenv(),
                properties,
                Path.of("").toAbsolutePath(),
                Clock.system(ZoneId.systemDefault()),
                Runtime.getRuntime().availableProcessors());
    }

    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** What spark-submit was told, else every processor of this machine. */
    public String usualMaster() {
        return properties.getOrDefault("spark.master", "local[*]");
    }

    /**
     * How file systems are reached: Hadoop's own files, and what spark-submit was told as {@code spark.hadoop.*}. A
     * namenode that is restarted, or still in safe mode, is waited for.
     */
    public Configuration hadoop() {
        Configuration hadoop = new Configuration();
        hadoop.setBoolean("dfs.client.retry.policy.enabled", true);
        properties.forEach((name, value) -> {
            if (name.startsWith(HADOOP)) {
                hadoop.set(name.substring(HADOOP.length()), value);
            }
        });
        return hadoop;
    }

    /** Where relative paths of data start: this folder, or where the default file system starts if that is another. */
    public String dataFolder() {
        Configuration hadoop = hadoop();
        if (FileSystem.getDefaultUri(hadoop).getScheme().equals("file")) {
            return "file://" + folder;
        }
        try {
            return FileSystem.get(hadoop).getWorkingDirectory().toString();
        } catch (IOException | IllegalArgumentException e) {
            return FileSystem.getDefaultUri(hadoop).toString();
        }
    }

    /** A place in full: a URI with a scheme as it is, a path as the URI of that path on this machine. */
    public String uri(String place) {
        return hasScheme(place) ? place : "file://" + folder.resolve(place).normalize();
    }

    /** A place, given in full, as a person would type it: without the scheme of this machine. */
    public static String label(org.apache.hadoop.fs.Path place) {
        return "file".equals(place.toUri().getScheme()) ? place.toUri().getPath() : place.toString();
    }

    /** Whether a place is a URI with a scheme, rather than a path. */
    public static boolean hasScheme(String place) {
        return place.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
    }
}
