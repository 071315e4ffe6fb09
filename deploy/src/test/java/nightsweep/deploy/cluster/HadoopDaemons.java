package nightsweep.deploy.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/** HDFS and YARN of two node managers in a process of their own, on loopback. */
final class HadoopDaemons {
    private static final String LOOPBACK = "127.0.0.1";

    private HadoopDaemons() {}

    /** Starts them in the folder that is named, writes down how they are reached, and stays until it is ended. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            start(Path.of(arguments[0]));
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
            System.exit(1);
        }
        Thread.currentThread().join();
    }

    private static void start(Path folder) throws Exception {
        Configuration asked = asked(folder);
        MiniDFSCluster hdfs = new MiniDFSCluster.Builder(asked).numDataNodes(1).build();
        hdfs.waitActive();
        asked.set("fs.defaultFS", hdfs.getURI().toString());
        MiniYARNCluster yarn = new MiniYARNCluster("nightsweep", 2, 1, 1);
        yarn.init(asked);
        yarn.start();
        Runtime.getRuntime().addShutdownHook(new Thread(yarn::stop, "stop-yarn"));
        if (!yarn.waitForNodeManagersToConnect(600_000)) {
            throw new IllegalStateException("The node managers did not connect.");
        }
        Configuration made = yarn.getConfig();
        // A class of tests, which clients do not have.
        made.unset("net.topology.node.switch.mapping.impl");
        Path configuration = Files.createDirectories(folder.resolve("conf"));
        for (String file : new String[] {"core-site.xml", "hdfs-site.xml", "yarn-site.xml"}) {
            write(made, configuration.resolve(file));
        }
        System.out.println("Hadoop is ready.");
    }

    private static Configuration asked(Path folder) {
        Configuration asked = new YarnConfiguration();
        asked.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
        for (String address : new String[] {
            "dfs.namenode.rpc-bind-host",
            "dfs.namenode.servicerpc-bind-host",
            "dfs.namenode.lifeline.rpc-bind-host",
            "dfs.namenode.http-bind-host",
            "yarn.resourcemanager.bind-host",
            "yarn.nodemanager.bind-host"
        }) {
            asked.set(address, LOOPBACK);
        }
        asked.set("dfs.datanode.hostname", LOOPBACK);
        asked.setInt("dfs.replication", 1);
        asked.setBoolean("yarn.nodemanager.pmem-check-enabled", false);
        asked.setBoolean("yarn.nodemanager.vmem-check-enabled", false);
        asked.setBoolean("yarn.nodemanager.disk-health-checker.enable", false);
        asked.setInt("yarn.minicluster.yarn.nodemanager.resource.memory-mb", 8192);
        asked.setInt("yarn.nodemanager.resource.cpu-vcores", 4);
        asked.setInt("yarn.scheduler.minimum-allocation-mb", 256);
        asked.set("yarn.scheduler.capacity.root.queues", "default");
        asked.set("yarn.scheduler.capacity.root.default.capacity", "100");
        asked.set("yarn.scheduler.capacity.maximum-am-resource-percent", "0.8");
        // An application's containers end soon after it.
        asked.setInt("yarn.nodemanager.sleep-delay-before-sigkill.ms", 2_000);
        // Where the logs of containers stay, to be looked at.
        asked.setInt("yarn.nodemanager.delete.debug-delay-sec", 3_600);
        return asked;
    }

    private static void write(Configuration made, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            made.writeXml(out);
        }
    }
}
