package nightsweep.driver.submit;

import java.util.Arrays;
import java.util.Optional;

/** An option of spark-submit that stands for a setting. */
public enum SparkOption {
    MASTER("--master", "spark.master"),
    DEPLOY_MODE("--deploy-mode", "spark.submit.deployMode"),
    NAME("--name", "spark.app.name"),
    DRIVER_MEMORY("--driver-memory", "spark.driver.memory"),
    EXECUTOR_MEMORY("--executor-memory", "spark.executor.memory"),
    EXECUTOR_CORES("--executor-cores", "spark.executor.cores"),
    NUM_EXECUTORS("--num-executors", "spark.executor.instances"),
    TOTAL_EXECUTOR_CORES("--total-executor-cores", "spark.cores.max"),
    QUEUE("--queue", "spark.yarn.queue"),
    FILES("--files", "spark.files"),
    PACKAGES("--packages", "spark.jars.packages");

    /** Of any number of settings one each. */
    public static final String CONF = "--conf";

    /** A file of settings. */
    public static final String PROPERTIES_FILE = "--properties-file";

    private final String word;
    private final String key;

    SparkOption(String word, String key) {
        this.word = word;
        this.key = key;
    }

    /** As it is typed. */
    public String word() {
        return word;
    }

    /** The setting that it stands for. */
    public String key() {
        return key;
    }

    /** The option that stands for a setting, where there is one. */
    static Optional<SparkOption> of(String key) {
        return Arrays.stream(values()).filter(option -> option.key.equals(key)).findFirst();
    }

    /** Whether a word of a command line, up to an equals sign, is an option of Spark's that takes a value. */
    static boolean isOne(String word) {
        return word.equals(CONF)
                || word.equals(PROPERTIES_FILE)
                || Arrays.stream(values()).anyMatch(option -> option.word.equals(word));
    }
}
