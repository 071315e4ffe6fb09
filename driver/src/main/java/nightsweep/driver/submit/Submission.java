package nightsweep.driver.submit;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as Spark's own class of submission is given it, in a JVM of its own: what spark-submit does, without an
 * installed Spark.
 *
 * @param words of Spark's
 * @param settings that they come to
 * @param arguments of the command, with Spark's words among them
 * @param jar the application jar
 * @param libraries the class path without it
 */
public record Submission(
        SparkWords words, SparkSettings settings, List<String> arguments, Path jar, List<String> libraries) {
    private static final String SUBMIT = "org.apache.spark.deploy.SparkSubmit";
    private static final String MAIN = "nightsweep.driver.Main";

    /** Where the image has it: a driver in a pod is not given it from here. */
    private static final String JAR_OF_IMAGE = "local:///opt/nightsweep/nightsweep.jar";

    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

    /** Copies the lists. */
    public Submission {
        arguments = List.copyOf(arguments);
        libraries = List.copyOf(libraries);
    }

    /** Options of Java that the settings ask of the driver's JVM; none where that is not started here. */
    public List<String> javaOptions() {
        List<String> options = new ArrayList<>();
        if (!settings.driverOnCluster()) {
            settings.value("spark.driver.defaultJavaOptions").ifPresent(text -> options.addAll(split(text)));
            settings.value("spark.driver.extraJavaOptions").ifPresent(text -> options.addAll(split(text)));
            settings.value(SparkOption.DRIVER_MEMORY.key())
                    .flatMap(MemorySize::kibibytes)
                    .ifPresent(size -> options.add("-Xmx" + size + "k"));
        }
        return options;
    }

    /** The JVM's class path. */
    public String classPath() {
        List<String> places = new ArrayList<>();
        if (!settings.driverOnCluster()) {
            settings.value("spark.driver.extraClassPath").ifPresent(places::add);
        }
        places.addAll(libraries);
        return String.join(File.pathSeparator, places);
    }

    /**
     * The class that is started, and its arguments.
     *
     * @param folder that paths start from
     */
    public List<String> command(Path folder) {
        List<String> command = new ArrayList<>(List.of(SUBMIT, "--class", MAIN));
        if (settings.value(SparkOption.MASTER.key()).isEmpty()) {
            command.addAll(List.of(SparkOption.MASTER.word(), settings.master()));
        }
        command.addAll(words.typed(folder));
        jarsOfSpark().ifPresent(place -> command.addAll(List.of(SparkOption.CONF, "spark.yarn.jars=" + place)));
        command.add(submitted());
        command.addAll(SparkWords.without(arguments));
        return command;
    }

    private String submitted() {
        boolean ofImage = settings.master().startsWith("k8s://")
                && settings.driverOnCluster()
                && settings.value("spark.kubernetes.file.upload.path").isEmpty();
        return ofImage ? JAR_OF_IMAGE : jar.toString();
    }

    /** YARN's containers get Spark's jars from where it is installed, which here it is not. */
    private Optional<String> jarsOfSpark() {
        if (!settings.master().equals("yarn")
                || settings.value("spark.yarn.jars").isPresent()
                || settings.value("spark.yarn.archive").isPresent()) {
            return Optional.empty();
        }
        return libraries.stream()
                .map(Path::of)
                .filter(place -> String.valueOf(place.getFileName()).startsWith("spark-core_"))
                .findFirst()
                .map(core -> core.resolveSibling("*.jar").toString());
    }

    /** Words as a shell would part them: quotes hold blanks together. */
    public static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group().replaceAll("[\"']", ""));
        }
        return words;
    }

    /** The class path of this process without the application jar. */
    public static List<String> librariesBeside(Path jar) {
        return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(place -> !place.isEmpty()
                        && !Path.of(place).toAbsolutePath().normalize().equals(jar))
                .toList();
    }
}
