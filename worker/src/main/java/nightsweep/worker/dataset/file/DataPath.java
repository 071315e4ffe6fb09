package nightsweep.worker.dataset.file;

import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/** Places of data as Hadoop knows them, whatever their names hold. */
public final class DataPath {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/.*", Pattern.DOTALL);

    private DataPath() {}

    /**
     * The place of a URI or a path. A colon is part of a path's name where no slash follows.
     *
     * @throws IllegalArgumentException where it is neither
     */
    public static Path of(String location) {
        boolean colonFirst = location.indexOf(':') >= 0
                && (location.indexOf('/') < 0 || location.indexOf(':') < location.indexOf('/'));
        return colonFirst && !SCHEME.matcher(location).matches() ? new Path(null, null, location) : new Path(location);
    }
}
