package nightsweep.driver.submit;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import nightsweep.driver.cluster.Master;

/**
 * What Spark will go by: an option before {@code --conf}, {@code --conf} before a properties file.
 *
 * @param values by name, all beginning with {@code spark.}
 * @param warnings sentences on what was typed and has no effect
 */
public record SparkSettings(Map<String, String> values, List<String> warnings) {
    private static final String PREFIX = "spark.";
    private static final List<String> MEMORY = List.of(
            "spark.driver.memory",
            "spark.executor.memory",
            "spark.driver.memoryOverhead",
            "spark.executor.memoryOverhead");
    private static final List<String> COUNTS = List.of(
            SparkOption.EXECUTOR_CORES.key(), SparkOption.NUM_EXECUTORS.key(), SparkOption.TOTAL_EXECUTOR_CORES.key());
    private static final List<SparkOption> OF_EXECUTORS = List.of(
            SparkOption.EXECUTOR_MEMORY,
            SparkOption.EXECUTOR_CORES,
            SparkOption.NUM_EXECUTORS,
            SparkOption.TOTAL_EXECUTOR_CORES,
            SparkOption.QUEUE);

    /** The same, which nobody changes any more. */
    public SparkSettings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads what was typed.
     *
     * @param folder that the properties file's path starts from
     * @throws IllegalArgumentException if Spark could not read some of it; the message tells all of that
     */
    public static SparkSettings of(SparkWords words, Path folder) {
        Reading reading = new Reading();
        words.propertiesFile().ifPresent(file -> reading.file(folder.resolve(file), file));
        words.conf().forEach(reading::conf);
        words.options().forEach((option, value) -> reading.put(option.key(), value, option.word()));
        return reading.settings(words);
    }

    /** A setting. */
    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Where trials are trained. */
    public String master() {
        return values.getOrDefault(SparkOption.MASTER.key(), "local[*]");
    }

    /** Whether the driver runs on the cluster. */
    public boolean driverOnCluster() {
        return "cluster".equals(values.get(SparkOption.DEPLOY_MODE.key()));
    }

    /** One reading: settings, who set them, and what is wrong. */
    private static final class Reading {
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, String> sources = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();

        void file(Path file, String typed) {
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (NoSuchFileException e) {
                problems.add("--properties-file " + typed + ": there is no such file.");
            } catch (IOException | IllegalArgumentException e) {
                problems.add("--properties-file " + typed
                        + " cannot be read: it must be a text file with a setting and its" + " value in each line.");
            }
            for (String key : new TreeSet<>(properties.stringPropertyNames())) {
                set(key, properties.getProperty(key, "").strip(), "--properties-file " + typed);
            }
        }

        void conf(String given) {
            int equals = given.indexOf('=');
            if (equals < 1) {
                problems.add("--conf takes KEY=VALUE, as in --conf spark.executor.memory=4g, but got "
                        + (equals < 0 ? given : "no name before =") + ".");
                return;
            }
            set(
                    given.substring(0, equals).strip(),
                    given.substring(equals + 1),
                    "--conf " + given.substring(0, equals));
        }

        void put(String key, String value, String source) {
            values.put(key, value.strip());
            sources.put(key, source);
        }

        private void set(String key, String value, String source) {
            if (key.startsWith(PREFIX)) {
                put(key, value, source);
            } else {
                warnings.add(source + (source.endsWith(key) ? "" : ", " + key)
                        + ": Spark's settings begin with spark., so this one is passed over. Hadoop's are written"
                        + " spark.hadoop.NAME.");
            }
        }

        SparkSettings settings(SparkWords words) {
            SparkSettings settings = new SparkSettings(values, List.of());
            for (String key : MEMORY) {
                settings.value(key)
                        .filter(size -> MemorySize.kibibytes(size).isEmpty())
                        .ifPresent(size -> wrong(key, "is a size of memory, such as 512m or 4g", size));
            }
            for (String key : COUNTS) {
                settings.value(key)
                        .filter(count -> !count.matches("0*[1-9][0-9]{0,8}"))
                        .ifPresent(count -> wrong(key, "is a whole number from 1", count));
            }
            String mode = SparkOption.DEPLOY_MODE.key();
            settings.value(mode)
                    .filter(value -> !value.equals("client") && !value.equals("cluster"))
                    .ifPresent(value -> wrong(
                            mode,
                            "is client (the driver runs here) or cluster (the driver runs on the cluster)",
                            value));
            if (settings.value("spark.driver.extraJavaOptions").orElse("").contains("-Xmx")) {
                problems.add("spark.driver.extraJavaOptions must not hold -Xmx: the driver's memory is"
                        + " --driver-memory.");
            }
            try {
                place(new Master(settings.master()), settings, words);
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("\n", problems));
            }
            return new SparkSettings(values, warnings);
        }

        private void place(Master master, SparkSettings settings, SparkWords words) {
            if (master.local() && settings.driverOnCluster()) {
                problems.add(source(SparkOption.DEPLOY_MODE.key()) + ": the driver runs on a cluster, but the master "
                        + master.url() + " is this machine. Name a cluster by --master, or leave it out.");
            }
            for (SparkOption option : OF_EXECUTORS) {
                String source = source(option.key());
                boolean typed = words.options().containsKey(option)
                        || words.conf().stream().anyMatch(one -> one.startsWith(option.key() + "="));
                if (typed && master.inDriver()) {
                    warnings.add(source + " does nothing with the master " + master.url()
                            + ": trials are trained in the driver, whose memory is --driver-memory and whose slots are"
                            + " the number in local[4].");
                } else if (typed && useless(option, master)) {
                    warnings.add(source + " does nothing with the master " + master.url() + instead(option));
                }
            }
        }

        private static boolean useless(SparkOption option, Master master) {
            boolean standalone = master.url().startsWith("spark://");
            boolean managed = master.url().equals("yarn") || master.url().startsWith("k8s://");
            return switch (option) {
                case NUM_EXECUTORS -> standalone;
                case TOTAL_EXECUTOR_CORES -> managed;
                case QUEUE -> standalone || master.url().startsWith("k8s://");
                default -> false;
            };
        }

        private static String instead(SparkOption option) {
            return switch (option) {
                case NUM_EXECUTORS -> ": there --total-executor-cores and --executor-cores say how many.";
                case TOTAL_EXECUTOR_CORES -> ": there --num-executors and --executor-cores say how many.";
                default -> ": queues are YARN's.";
            };
        }

        private void wrong(String key, String meaning, String value) {
            problems.add(source(key) + " " + meaning + ", but got " + (value.isEmpty() ? "nothing" : value) + ".");
        }

        /** Who set it, with the setting's name where that does not tell. */
        private String source(String key) {
            String source = sources.getOrDefault(key, key);
            return source.startsWith(SparkOption.PROPERTIES_FILE) ? source + ", " + key : source;
        }
    }
}
