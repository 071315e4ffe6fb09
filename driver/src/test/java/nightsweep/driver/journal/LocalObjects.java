package nightsweep.driver.journal;

import java.net.URI;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Local files under the name of an object store. Hadoop makes one itself. */
public final class LocalObjects extends RawLocalFileSystem {
    private static final URI BUCKET = URI.create("s3a://bucket");

    @Override
    public URI getUri() {
        return BUCKET;
    }

    @Override
    public Path getWorkingDirectory() {
        return new Path(BUCKET + "/");
    }
}
