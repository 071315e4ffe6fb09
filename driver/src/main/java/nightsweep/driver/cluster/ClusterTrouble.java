package nightsweep.driver.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nightsweep.experiments.Redaction;

/** What goes wrong when a cluster is asked for an application, known by what Spark says of it, with what to do. */
public enum ClusterTrouble {
    UNKNOWN_MASTER(
            "Could not parse Master URL|No external scheduler|ClusterManager.*not found",
            "this Spark has nothing that speaks to such a cluster: yarn needs spark-yarn on its class path, k8s://"
                    + " spark-kubernetes."),
    EXECUTOR_MEMORY(
            "(?i)executor memory.*(must be|above the max|too|required)|Required executor memory",
            "Change --conf spark.executor.memory, and with it spark.executor.memoryOverhead."),
    DRIVER_MEMORY(
            "(?i)system memory .* must be at least|Required AM memory",
            "Give the driver more: --driver-memory 1g, or NIGHTSWEEP_JAVA_OPTS=-Xmx1g in the environment of the launcher."),
    QUEUE("(?i)queue", "Name a queue that is there and that you may use: --conf spark.yarn.queue."),
    AUTHENTICATION(
            "(?i)SaslException|authenticat|GSSException|kerberos|secret key must be|AccessControlException",
            "Look at spark.authenticate and its secret on both sides; under Kerberos, whether klist shows a ticket."),
    PORT(
            "(?i)BindException|Service .* failed after \\d+ retries",
            "Look at spark.driver.bindAddress and SPARK_LOCAL_IP."),
    KILLED(
            "(?i)All masters are unresponsive|has been killed|Cannot call methods on a stopped SparkContext"
                    + "|Spark has been stopped"
                    + "|Exiting due to error from cluster scheduler|SparkContext (has been|was) shut ?down",
            "The cluster ended the application, or never took it: look at its own page; whether Spark has the same"
                    + " version on both sides, and at spark.authenticate and its secret.");

    private final Pattern said;
    private final String advice;

    ClusterTrouble(String said, String advice) {
        this.said = Pattern.compile(said);
        this.advice = advice;
    }

    /**
     * A sentence on why a cluster cannot be used.
     *
     * @param master as it was given
     * @param failure what Spark threw
     */
    public static String told(String master, Throwable failure) {
        List<String> messages = new ArrayList<>();
        for (Throwable e = failure; e != null && messages.size() < 10; e = e.getCause()) {
            messages.add(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
        for (ClusterTrouble trouble : values()) {
            for (String message : messages) {
                if (trouble.said.matcher(message).find()) {
                    return "Cannot run on " + master + ": " + sentence(message) + " " + trouble.advice;
                }
            }
        }
        return "Cannot run on " + master + ": " + sentence(messages.get(messages.size() - 1));
    }

    /** What to do about what Spark says, after a space; empty where that is not known. */
    public static String advice(String message) {
        for (ClusterTrouble trouble : values()) {
            if (trouble.said.matcher(message).find()) {
                return " " + trouble.advice;
            }
        }
        return "";
    }

    private static String sentence(String message) {
        String line = Redaction.of(message.lines().findFirst().orElse("").strip());
        // Spark's name for the error, which is said in words behind it.
        line = line.replaceFirst("^\\[[A-Z_.]+] ", "");
        return line.endsWith(".") ? line : line + ".";
    }
}
