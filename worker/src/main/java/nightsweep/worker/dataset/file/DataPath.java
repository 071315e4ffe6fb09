package nightsweep.worker.dataset.file;

import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Places of data as Hadoop knows them, whatever their names hold. */
public final class DataPath {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/.*", Pattern.DOTALL);
    private static final String FOLDER = "nightsweep.data.folder";

    private DataPath() {}

    /** How files are reached, with relative paths from {@code folder} on, a URI. */
    public static Configuration startingAt(String folder, Configuration hadoop) {
        Configuration started = new Configuration(hadoop);
        started.set(FOLDER, folder);
        return started;
    }

    /**
     * The place of a URI or a path; a relative one starts where {@link #startingAt} says, else where its file system does.
     *
     * @throws IllegalArgumentException where it is neither
     */
    public static Path of(String location, Configuration hadoop) {
        String folder = hadoop.getRaw(FOLDER);
        return folder == null || folder.isEmpty() || !isRelative(location)
                ? of(location)
                : new Path(folder.endsWith("/") ? folder + location : folder + "/" + location);
    }

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

    /** Whether a location is a path that does not say where it starts. */
    public static boolean isRelative(String location) {
        return !location.isEmpty()
                && !location.startsWith("/")
                && !SCHEME.matcher(location).matches();
    }
}
