package nightsweep.benchmark.scheduling;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import nightsweep.benchmark.scheduling.CountedCalls.Kind;
import nightsweep.experiments.sweep.TrialId;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.jspecify.annotations.Nullable;

/**
 * A file system with one run directory, whose outcomes are made when they are opened. What is written to it stands in
 * memory, or is thrown away where it is long. It counts what it is asked, and tells before it answers.
 */
public final class StandInFiles extends FileSystem {
    /** Of paths on it. */
    static final String SCHEME = "standin";

    private static final URI HERE = URI.create(SCHEME + "://run");
    private static final Path JOURNAL = new Path(HERE + "/run/journal");
    private static final String OUTCOME = ".json";
    private static final int ID_PREFIX = "t-".length();
    private static final int ID_DIGITS = 12;
    private static final int FOLDERS = 256;
    private static final int LONGEST_KEPT = 1 << 20;
    private static final int HEX = 16;
    private static final int BITS_A_DIGIT = 4;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final CountedCalls calls = new CountedCalls();
    private final AtomicLong bytesRead = new AtomicLong();
    private final AtomicLong bytesWritten = new AtomicLong();
    private final AtomicLong makingNanos = new AtomicLong();
    private final NavigableMap<Path, File> files = new TreeMap<>();
    private long[] outcomes = {};
    private Listener listener = new Listener() {};

    /** Hears of calls before they are answered. */
    interface Listener {
        /** The outcome of a trial is to be read. */
        default void opensOutcome() throws IOException {}

        /** A file is to be written. */
        default void writes(String name) {}
    }

    /** @param content empty where it was too long to be kept */
    private record File(long length, Optional<ByteBuffer> content, long writtenMillis) {}

    /** A run directory on the stand-in, with the outcomes of trials. */
    static StandInFiles with(List<TrialId> ended, Configuration hadoop) throws IOException {
        hadoop.setClass("fs." + SCHEME + ".impl", StandInFiles.class, FileSystem.class);
        StandInFiles found = (StandInFiles) FileSystem.get(HERE, hadoop);
        found.files.clear();
        found.outcomes = ended.stream().mapToLong(StandInFiles::number).sorted().toArray();
        return found;
    }

    /** The URI of the run directory. */
    static String place() {
        return HERE + "/run";
    }

    void listener(Listener hears) {
        listener = hears;
    }

    CountedCalls calls() {
        return calls;
    }

    long bytesRead() {
        return bytesRead.get();
    }

    long bytesWritten() {
        return bytesWritten.get();
    }

    /** Processor time that making outcomes took. */
    long makingNanos() {
        return makingNanos.get();
    }

    @Override
    public URI getUri() {
        return HERE;
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        calls.add(Kind.OPEN);
        byte[] content = content(path);
        bytesRead.addAndGet(content.length);
        return new FSDataInputStream(new InMemory(content));
    }

    private byte[] content(Path path) throws IOException {
        File file = written(path);
        if (file != null) {
            return file.content()
                    .orElseThrow(() -> new IOException("What was written to " + path + " was thrown away."))
                    .array();
        }
        if (!endedOutcome(path)) {
            throw new FileNotFoundException(path.toString());
        }
        listener.opensOutcome();
        long began = THREADS.getCurrentThreadCpuTime();
        byte[] text = StandInOutcomes.text(id(path)).getBytes(StandardCharsets.UTF_8);
        makingNanos.addAndGet(THREADS.getCurrentThreadCpuTime() - began);
        return text;
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            @Nullable Progressable progress)
            throws IOException {
        calls.add(Kind.CREATE);
        if (!overwrite && written(path) != null) {
            throw new IOException(path + " is there already.");
        }
        listener.writes(path.getName());
        return new FSDataOutputStream(new Written(path), null);
    }

    @Override
    public FSDataOutputStream append(Path path, int bufferSize, @Nullable Progressable progress) {
        throw new UnsupportedOperationException("Nothing is appended to here.");
    }

    @Override
    public boolean rename(Path from, Path to) {
        calls.add(Kind.RENAME);
        synchronized (files) {
            File file = files.remove(from);
            if (file != null) {
                files.put(to, file);
            }
            return file != null;
        }
    }

    @Override
    public boolean delete(Path path, boolean recursive) {
        calls.add(Kind.DELETE);
        synchronized (files) {
            return files.remove(path) != null;
        }
    }

    @Override
    public FileStatus[] listStatus(Path folder) throws IOException {
        calls.add(Kind.LIST);
        List<FileStatus> found = new ArrayList<>();
        if (folder.equals(JOURNAL)) {
            for (int i = 0; i < FOLDERS; i++) {
                found.add(folder(new Path(folder, String.format("%02x", i))));
            }
        } else if (JOURNAL.equals(folder.getParent())) {
            int number = Integer.parseInt(folder.getName(), HEX);
            for (int i = from(number); i < from(number + 1); i++) {
                found.add(file(new Path(folder, String.format("t-%012x%s", outcomes[i], OUTCOME)), LONGEST_KEPT, 0));
            }
        }
        synchronized (files) {
            files.forEach((path, file) -> below(folder, path)
                    .filter(child ->
                            found.stream().noneMatch(one -> one.getPath().equals(child)))
                    .forEach(child -> found.add(
                            child.equals(path) ? file(path, file.length(), file.writtenMillis()) : folder(child))));
        }
        if (found.isEmpty()) {
            throw new FileNotFoundException(folder.toString());
        }
        return found.toArray(FileStatus[]::new);
    }

    /** What of a path stands right below a folder. */
    private static Stream<Path> below(Path folder, Path path) {
        for (Path one = path; one.getParent() != null; one = one.getParent()) {
            if (folder.equals(one.getParent())) {
                return Stream.of(one);
            }
        }
        return Stream.empty();
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        calls.add(Kind.LOOK);
        Path whole = makeQualified(path);
        File file = written(whole);
        if (file != null) {
            return file(whole, file.length(), file.writtenMillis());
        }
        if (endedOutcome(whole)) {
            return file(whole, LONGEST_KEPT, 0);
        }
        synchronized (files) {
            if (files.keySet().stream()
                    .noneMatch(one -> below(whole, one).findAny().isPresent())) {
                throw new FileNotFoundException(path.toString());
            }
        }
        return folder(whole);
    }

    @Override
    public boolean mkdirs(Path path, FsPermission permission) {
        return true;
    }

    @Override
    public void setWorkingDirectory(Path path) {
        throw new UnsupportedOperationException("Paths are given in full.");
    }

    @Override
    public Path getWorkingDirectory() {
        return new Path(HERE + "/");
    }

    private @Nullable File written(Path path) {
        synchronized (files) {
            return files.get(path);
        }
    }

    private boolean endedOutcome(Path path) {
        String name = path.getName();
        return name.length() == ID_PREFIX + ID_DIGITS + OUTCOME.length()
                && name.startsWith("t-")
                && name.endsWith(OUTCOME)
                && path.getParent() != null
                && JOURNAL.equals(path.getParent().getParent())
                && Arrays.binarySearch(outcomes, number(id(path))) >= 0;
    }

    private static TrialId id(Path path) {
        return new TrialId(path.getName().substring(0, ID_PREFIX + ID_DIGITS));
    }

    private static long number(TrialId id) {
        return Long.parseLong(id.text().substring(ID_PREFIX), HEX);
    }

    /** Where the outcomes of a folder begin. */
    private int from(int number) {
        int found = Arrays.binarySearch(outcomes, (long) number << (BITS_A_DIGIT * (ID_DIGITS - 2)));
        return found < 0 ? -found - 1 : found;
    }

    private static FileStatus folder(Path path) {
        return new FileStatus(0, true, 1, LONGEST_KEPT, 0, path);
    }

    private static FileStatus file(Path path, long length, long writtenMillis) {
        return new FileStatus(length, false, 1, LONGEST_KEPT, writtenMillis, path);
    }

    /** A file that is being written. */
    private final class Written extends OutputStream {
        private final Path path;
        private @Nullable ByteArrayOutputStream content = new ByteArrayOutputStream();
        private long length;

        Written(Path path) {
            this.path = path;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) {
            length += count;
            if (length > LONGEST_KEPT) {
                content = null;
            }
            if (content != null) {
                content.write(bytes, offset, count);
            }
        }

        @Override
        public void close() {
            bytesWritten.addAndGet(length);
            synchronized (files) {
                files.put(
                        path,
                        new File(
                                length,
                                Optional.ofNullable(content)
                                        .map(ByteArrayOutputStream::toByteArray)
                                        .map(ByteBuffer::wrap),
                                System.currentTimeMillis()));
            }
        }
    }

    /** A file that is read. */
    private static final class InMemory extends FSInputStream {
        private final long length;
        private final ByteArrayInputStream in;

        InMemory(byte[] content) {
            this.length = content.length;
            this.in = new ByteArrayInputStream(content);
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int count) {
            return in.read(bytes, offset, count);
        }

        @Override
        public void seek(long place) {
            in.reset();
            long ignored = in.skip(place);
        }

        @Override
        public long getPos() {
            return length - in.available();
        }

        @Override
        public boolean seekToNewSource(long place) {
            return false;
        }
    }
}
