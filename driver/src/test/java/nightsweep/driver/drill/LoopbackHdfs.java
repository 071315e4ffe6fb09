package nightsweep.driver.drill;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** An HDFS of this process that nobody else can reach. */
final class LoopbackHdfs {
    private static final String LOOPBACK = "127.0.0.1";

    private LoopbackHdfs() {}

    /** Starts one whose files are in a folder. */
    static MiniDFSCluster start(Path folder, int datanodes) throws IOException {
        Configuration hadoop = new Configuration();
        hadoop.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.toString());
        for (String address : new String[] {
            "dfs.namenode.rpc-bind-host",
            "dfs.namenode.servicerpc-bind-host",
            "dfs.namenode.lifeline.rpc-bind-host",
            "dfs.namenode.http-bind-host"
        }) {
            hadoop.set(address, LOOPBACK);
        }
        hadoop.set("dfs.datanode.hostname", LOOPBACK);
        MiniDFSCluster cluster =
                new MiniDFSCluster.Builder(hadoop).numDataNodes(datanodes).build();
        cluster.waitActive();
        return cluster;
    }
}
