package nightsweep.driver.spread;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;

/** This machine's files under the scheme {@code stumbling}, of which each part is begun in vain at first. */
public final class StumblingFileSystem extends RawLocalFileSystem {
    static final Set<String> STUMBLED = ConcurrentHashMap.newKeySet();

    @Override
    public URI getUri() {
        return URI.create("stumbling:///");
    }

    @Override
    public String getScheme() {
        return "stumbling";
    }

    @Override
    public FSDataOutputStream create(
            Path path, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
            throws IOException {
        FSDataOutputStream out = super.create(path, overwrite, bufferSize, replication, blockSize, progress);
        String part = path.getName().replaceFirst("^\\.?(part-[0-9]+\\.csv).*", "$1");
        if (part.startsWith("part-") && STUMBLED.add(part)) {
            out.write(new byte[100]);
            out.close();
            throw new IOException("stumbled over " + part);
        }
        return out;
    }
}
