package nightsweep.driver.cluster;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A Spark master: what is told to train on.
 *
 * @param url as Spark takes it, such as {@code local[2]} or {@code spark://host:7077}
 */
public record Master(String url) {
    private static final String KNOWN = "Give local[4] or local[*] for this machine, else spark://HOST:7077, yarn, or"
            + " k8s://https://HOST:PORT.";
    private static final Pattern LOCAL =
            Pattern.compile("local(\\[\\s*([1-9][0-9]{0,5}|\\*)\\s*(,\\s*[1-9][0-9]{0,5}\\s*)?])?");
    private static final Pattern LOCAL_CLUSTER = Pattern.compile("local-cluster\\[(\\s*[1-9][0-9]{0,8}\\s*,?){3}]");
    private static final Pattern STANDALONE = Pattern.compile("spark://[^/,:\\s]+:[0-9]{1,5}(,[^/,:\\s]+:[0-9]{1,5})*");
    private static final Pattern KUBERNETES = Pattern.compile("k8s://.+");

    /** One that an extension of Spark may know. */
    private static final Pattern OTHER = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.+");

    /** @throws IllegalArgumentException if Spark cannot know it; the message says how masters are written */
    public Master {
        if (url.startsWith("local")
                && !LOCAL.matcher(url).matches()
                && !LOCAL_CLUSTER.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "Cannot run on " + url + ": of this machine it takes 1 or more slots, as in"
                            + " local[4], or local[*] for one a processor.");
        }
        if (url.startsWith("spark:") && !STANDALONE.matcher(url).matches()) {
            throw new IllegalArgumentException("Cannot run on " + url
                    + ": a standalone master is written spark://HOST:PORT, and mostly listens at port 7077.");
        }
        if (url.startsWith("k8s:") && !KUBERNETES.matcher(url).matches()) {
            throw new IllegalArgumentException("Cannot run on " + url
                    + ": Kubernetes is written k8s://https://HOST:PORT, with the address of its API server, as kubectl"
                    + " cluster-info tells it.");
        }
        if (!url.equals("yarn") && !local(url) && !OTHER.matcher(url).matches()) {
            throw new IllegalArgumentException("Cannot run on " + url + ": it is no Spark master. " + KNOWN);
        }
    }

    /** Whether trials are trained by this machine alone, so that all processes see the same disks. */
    public boolean local() {
        return local(url);
    }

    /** Whether trials are trained in the driver's own process. */
    public boolean inDriver() {
        return LOCAL.matcher(url).matches();
    }

    private static boolean local(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("local");
    }
}
