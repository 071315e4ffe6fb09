package nightsweep.driver.drill;

import java.nio.file.Path;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HdfsSpreadIT {
    @TempDir
    private Path folder;

    @Test
    void saysOfRowsOnHdfsWhatThePlainCommandsSay() throws Exception {
        MiniDFSCluster cluster = LoopbackHdfs.start(folder.resolve("hdfs"), 1);
        try {
            FileSystem hdfs = cluster.getNewFileSystemInstance(0);
            new SpreadRows(hdfs, hdfs.getUri().toString()).sayWhatThePlainCommandsSay();
        } finally {
            cluster.shutdown();
        }
    }
}
