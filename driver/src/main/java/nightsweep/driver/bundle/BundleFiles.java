package nightsweep.driver.bundle;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** A {@link Bundle} as a folder that can only be read: its files stand below the bundle's own path. */
public final class BundleFiles extends FileSystem {
    private static final URI ADDRESS = URI.create("nightsweep-bundle:///");

    private final Bundle bundle;
    private final Map<String, Set<String>> folders = new TreeMap<>();

    public BundleFiles(Bundle bundle, Configuration hadoop) {
        this.bundle = bundle;
        setConf(hadoop);
        folders.put("", new TreeSet<>());
        for (String name : bundle.names()) {
            String below = name;
            for (int slash = below.lastIndexOf('/'); slash >= 0; slash = below.lastIndexOf('/')) {
                put(below.substring(0, slash), below.substring(slash + 1));
                below = below.substring(0, slash);
            }
            put("", below);
        }
    }

    private void put(String folder, String name) {
        folders.computeIfAbsent(folder, any -> new TreeSet<>()).add(name);
    }

    @Override
    public URI getUri() {
        return ADDRESS;
    }

    @Override
    public FSDataInputStream open(Path path, int ignored) throws IOException {
        byte[] content = bundle.bytes(name(path)).orElseThrow(() -> new FileNotFoundException(path.toString()));
        return new FSDataInputStream(new HeldBytes(content));
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        String name = name(path);
        if (folders.containsKey(name)) {
            return new FileStatus(0, true, 1, 1, 0, path);
        }
        long length = bundle.length(name).orElseThrow(() -> new FileNotFoundException(path.toString()));
        return new FileStatus(length, false, 1, 1, 0, path);
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        FileStatus status = getFileStatus(path);
        if (!status.isDirectory()) {
            return new FileStatus[] {status};
        }
        Set<String> names = folders.getOrDefault(name(path), Set.of());
        FileStatus[] all = new FileStatus[names.size()];
        int i = 0;
        for (String name : names) {
            all[i++] = getFileStatus(new Path(path, name));
        }
        return all;
    }

    /** Within the bundle; empty for the bundle itself. */
    private String name(Path path) throws FileNotFoundException {
        String root = bundle.path().toUri().getPath();
        String whole = path.toUri().getPath();
        if (whole.equals(root)) {
            return "";
        }
        if (!whole.startsWith(root + "/")) {
            throw new FileNotFoundException(path + " is not in " + root + ".");
        }
        return whole.substring(root.length() + 1);
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        throw readOnly();
    }

    @Override
    public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) throws IOException {
        throw readOnly();
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        throw readOnly();
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        throw readOnly();
    }

    @Override
    public boolean mkdirs(Path path, FsPermission permission) throws IOException {
        throw readOnly();
    }

    private IOException readOnly() {
        return new IOException(bundle.readOnly());
    }

    @Override
    public void setWorkingDirectory(Path folder) {
        throw new UnsupportedOperationException("Paths in a bundle are whole.");
    }

    @Override
    public Path getWorkingDirectory() {
        return bundle.path();
    }
}
