package nightsweep.driver.cluster;

import java.util.Map;

/** Where the driver itself runs. */
public enum DriverPlace {
    /** Where somebody typed the command: its folder stays. */
    HERE("this machine"),
    /** In a process that a standalone master started on some worker. */
    WORKER("a worker of the cluster, in a folder that is thrown away when it ends"),
    /** In a container of YARN. */
    YARN_CONTAINER("a container of YARN, whose folder is thrown away when it ends"),
    /** In a pod of Kubernetes. */
    POD("a pod of Kubernetes, whose disk is thrown away when it ends");

    private final String meaning;

    DriverPlace(String meaning) {
        this.meaning = meaning;
    }

    /**
     * Where this process is.
     *
     * @param variables of its environment
     * @param properties of its JVM
     */
    public static DriverPlace of(Map<String, String> variables, Map<String, String> properties) {
        if (variables.getOrDefault("CONTAINER_ID", "").startsWith("container_")) {
            return YARN_CONTAINER;
        } else if (!variables.getOrDefault("KUBERNETES_SERVICE_HOST", "").isBlank()) {
            return POD;
        }
        return properties.getOrDefault("spark.submit.deployMode", "client").equals("cluster") ? WORKER : HERE;
    }

    /** Whether its folder lasts. */
    public boolean lasting() {
        return this == HERE;
    }

    /** In words. */
    public String meaning() {
        return meaning;
    }
}
