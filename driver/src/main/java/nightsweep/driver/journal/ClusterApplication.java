package nightsweep.driver.journal;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cluster calls the application whose driver this is, where it starts drivers again.
 *
 * @param id the same for each starting; empty where nothing starts this driver again
 * @param attempt which starting it is, from 1; 0 where the cluster does not count
 */
record ClusterApplication(String id, int attempt) {
    static final ClusterApplication NONE = new ClusterApplication("", 0);

    private static final Pattern CONTAINER =
            Pattern.compile("container_(?:e[0-9]+_)?([0-9]+_[0-9]+)_([0-9]{1,6})_[0-9]+");
    private static final Pattern SUPERVISED = Pattern.compile("driver-[0-9]{14}-[0-9]+");

    /**
     * That of this process.
     *
     * @param variables of its environment
     * @param folder that it was started in
     */
    static ClusterApplication of(Map<String, String> variables, Path folder) {
        Matcher container = CONTAINER.matcher(variables.getOrDefault("CONTAINER_ID", ""));
        if (container.matches()) {
            return new ClusterApplication(
                    "yarn application_" + container.group(1), Integer.parseInt(container.group(2)));
        }
        String pod = variables.getOrDefault("HOSTNAME", "");
        if (variables.containsKey("KUBERNETES_SERVICE_HOST") && !pod.isBlank()) {
            return new ClusterApplication("pod " + pod + " of " + variables.get("KUBERNETES_SERVICE_HOST"), 0);
        }
        // A standalone worker starts a supervised driver again in the folder that is called after it.
        String name = String.valueOf(folder.getFileName());
        return SUPERVISED.matcher(name).matches() ? new ClusterApplication("standalone " + name, 0) : NONE;
    }

    /** Whether this is a later starting of another. */
    boolean after(ClusterApplication other) {
        return !id.isEmpty() && id.equals(other.id) && attempt > other.attempt;
    }

    /** Whether both are the same application, which the cluster never has twice. */
    boolean same(ClusterApplication other) {
        return !id.isEmpty() && equals(other);
    }
}
