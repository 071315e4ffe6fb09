package nightsweep.worker.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What the running code was built from.
 *
 * @param revision the product's version and, where it was built in a git checkout, the commit, with a plus where files
 *     differed from it
 */
public record Build(String revision, String dl4j, String hadoop) {
    private static final String RESOURCE = "build.properties";

    /** The build of this class. */
    public static Build current() {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new AssertionError("The build puts " + RESOURCE + " beside this class.");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Build(
                revision(properties), properties.getProperty("dl4j", ""), properties.getProperty("hadoop", ""));
    }

    private static String revision(Properties properties) {
        String version = properties.getProperty("version", "");
        String commit = properties.getProperty("revision", "");
        // Outside a checkout the build leaves the placeholder as it is.
        if (commit.isEmpty() || commit.startsWith("$")) {
            return version;
        }
        return version + " " + commit + ("true".equals(properties.getProperty("dirty")) ? "+" : "");
    }
}
