package nightsweep.driver.cluster;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Whether anybody listens where a cluster should be. Spark itself would try for a minute (standalone) or a quarter of an
 * hour (YARN), and then say little.
 */
public final class Knock {
    private static final String NO_HOST = "0.0.0.0";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int STANDALONE_PORT = 7077;
    private static final int YARN_PORT = 8032;

    private Knock() {}

    /**
     * Why a cluster cannot be reached, in a sentence; empty where somebody listens, or it cannot be known.
     *
     * @param variables of this process's environment
     */
    public static Optional<String> at(Master master, Map<String, String> variables, Configuration hadoop) {
        String url = master.url();
        if (url.startsWith("spark://")) {
            List<String> all = List.of(url.substring("spark://".length()).split(",", -1));
            return refusal(url, all, STANDALONE_PORT, "Look at the address, and whether the master runs.");
        } else if (url.startsWith("k8s://")
                && !variables.containsKey("HTTPS_PROXY")
                && !variables.containsKey("https_proxy")) {
            URI api =
                    URI.create(url.contains("://http") ? url.substring("k8s://".length()) : "https" + url.substring(3));
            int port = "http".equals(api.getScheme()) ? 80 : 443;
            String host = String.valueOf(api.getHost());
            return refusal(
                    url,
                    List.of(host + ":" + (api.getPort() > 0 ? api.getPort() : port)),
                    port,
                    "Look at what kubectl cluster-info says.");
        }
        return url.equals("yarn") ? yarn(variables, hadoop) : Optional.empty();
    }

    private static Optional<String> yarn(Map<String, String> variables, Configuration hadoop) {
        Configuration yarn = new Configuration(hadoop);
        yarn.addResource("yarn-site.xml");
        boolean told =
                told(yarn.get("yarn.resourcemanager.hostname")) || told(yarn.get("yarn.resourcemanager.address"));
        if (!told && !variables.containsKey("HADOOP_CONF_DIR") && !variables.containsKey("YARN_CONF_DIR")) {
            return Optional.of(
                    "Cannot run on yarn: nothing says where its ResourceManager is. Set HADOOP_CONF_DIR to the"
                            + " folder that holds yarn-site.xml.");
        }
        if (!told || yarn.getBoolean("yarn.resourcemanager.ha.enabled", false)) {
            return Optional.empty();
        }
        String address =
                yarn.get("yarn.resourcemanager.address", yarn.get("yarn.resourcemanager.hostname") + ":" + YARN_PORT);
        return refusal(
                "yarn",
                List.of(address),
                YARN_PORT,
                "Look at yarn-site.xml in HADOOP_CONF_DIR, and whether the ResourceManager runs.");
    }

    /** Hadoop's own defaults, which stand there once YARN's classes are loaded, name no host. */
    private static boolean told(@Nullable String place) {
        return place != null && !place.startsWith(NO_HOST);
    }

    /** Of several addresses one that answers is enough. */
    private static Optional<String> refusal(String url, List<String> addresses, int usualPort, String advice) {
        List<String> whys = new ArrayList<>();
        for (String address : addresses) {
            int colon = address.lastIndexOf(':');
            String host = colon < 0 ? address : address.substring(0, colon);
            int port = colon < 0 ? usualPort : Integer.parseInt(address.substring(colon + 1));
            InetSocketAddress at = new InetSocketAddress(host, port);
            if (at.isUnresolved()) {
                whys.add("there is no host " + host);
                continue;
            }
            try (Socket socket = new Socket()) {
                socket.connect(at, (int) PATIENCE.toMillis());
                return Optional.empty();
            } catch (ConnectException e) {
                whys.add("nobody listens at " + host + ":" + port + " (connection refused)");
            } catch (IOException e) {
                whys.add("no answer from " + host + ":" + port + " within " + PATIENCE.toSeconds() + " s");
            }
        }
        return Optional.of("Cannot reach " + url + ": " + String.join(", ", whys) + ". " + advice);
    }
}
