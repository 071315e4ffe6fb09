package nightsweep.driver.drill;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The local file system as {@code forgetful:/...}, which says that it has kept an outcome and has not. */
public final class ForgetfulFileSystem extends RawLocalFileSystem {
    /** How many more outcomes are forgotten, by all instances together. */
    static final AtomicInteger FORGETS = new AtomicInteger();

    @Override
    public URI getUri() {
        return URI.create("forgetful:///");
    }

    @Override
    public String getScheme() {
        return "forgetful";
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        boolean outcome = to.getName().matches("t-[0-9a-f]+\\.json")
                && "journal".equals(to.getParent().getParent().getName());
        if (outcome && FORGETS.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
            return delete(from, false);
        }
        return super.rename(from, to);
    }
}
