package nightsweep.worker.storage;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nightsweep.experiments.Redaction;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * The first time that a process turns to a file system: it must answer within a while, so that a wrong address is told
 * instead of tried for hours. One that answered once is waited for as long as Hadoop does.
 */
public final class FirstContact {
    private static final Duration USUAL = Duration.ofSeconds(30);
    private static final int NAMENODE_PORT = 8020;
    private static final long PAUSE_MILLIS = 2_000;
    private static final long LOOK_MILLIS = 500;
    /** Of processor time between two looks: more than a thread needs that waits for a network. */
    private static final long BUSY_NANOS = 10_000_000;

    private static final Set<String> ANSWERED = ConcurrentHashMap.newKeySet();

    private FirstContact() {}

    /**
     * Returns when the file system of a place has answered, now or ever.
     *
     * @throws IOException if it did not: the message is a sentence that says why
     */
    public static void with(Path place, Configuration hadoop) throws IOException {
        with(place, hadoop, USUAL);
    }

    static void with(Path place, Configuration hadoop, Duration most) throws IOException {
        URI uri = place.toUri();
        String scheme = uri.getScheme();
        String address = scheme + "://" + uri.getAuthority();
        if (scheme == null || scheme.equals("file") || ANSWERED.contains(address)) {
            return;
        }
        String shown = Redaction.ofUris(address);
        if (Redaction.inUri(address)) {
            throw new IOException(
                    "Cannot use " + shown + ": it holds a password, which would be shown and written down."
                            + " Give keys by Hadoop's configuration, such as --conf spark.hadoop.fs.s3a.secret.key or a credential"
                            + " provider.");
        }
        long until = System.nanoTime() + most.toNanos();
        if (scheme.equals("hdfs") && !nameservice(uri, hadoop)) {
            knock(uri, shown, until);
        }
        answer(place, hadoop, shown, most);
        ANSWERED.add(address);
    }

    /** Whether the name stands for several namenodes, which Hadoop's configuration lists. */
    private static boolean nameservice(URI uri, Configuration hadoop) {
        return uri.getHost() == null
                || List.of(hadoop.getTrimmedStrings("dfs.nameservices")).contains(uri.getHost());
    }

    /** Tries to connect until then: the namenode may just be starting. */
    private static void knock(URI uri, String shown, long until) throws IOException {
        int port = uri.getPort() > 0 ? uri.getPort() : NAMENODE_PORT;
        while (true) {
            InetSocketAddress at = new InetSocketAddress(uri.getHost(), port);
            if (at.isUnresolved()) {
                throw new IOException("Cannot reach " + shown + ": there is no host " + uri.getHost() + ".");
            }
            long leftMillis = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            try (Socket socket = new Socket()) {
                socket.connect(at, (int) Math.max(1, leftMillis));
                return;
            } catch (IOException e) {
                if (until - System.nanoTime() <= TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS)) {
                    String why = e instanceof ConnectException ? "connection refused" : "no answer";
                    throw new IOException(
                            "Cannot reach " + shown + ": " + why + " at port " + port
                                    + ". Look at the address, and whether the namenode runs.",
                            e);
                }
            }
            pause();
        }
    }

    private static void answer(Path place, Configuration hadoop, String shown, Duration most) throws IOException {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        answer.complete(place.getFileSystem(hadoop).exists(place));
                    } catch (Throwable e) {
                        answer.completeExceptionally(e);
                    }
                },
                "first-contact");
        thread.setDaemon(true);
        thread.start();
        try {
            await(answer, thread, most, shown);
        } catch (ExecutionException e) {
            throw told(e.getCause() == null ? e : e.getCause(), shown);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + shown + ".", e);
        }
    }

    /**
     * Waits for {@code most} of those moments in which the thread does next to nothing, and four times that altogether: to
     * load a file system's classes takes a busy machine longer than any network.
     */
    private static void await(CompletableFuture<Boolean> answer, Thread thread, Duration most, String shown)
            throws IOException, ExecutionException, InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long idleMillis = 0;
        long allMillis = 0;
        long before = 0;
        while (idleMillis < most.toMillis() && allMillis < 4 * most.toMillis()) {
            try {
                boolean ignored = answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                long worked = threads.isThreadCpuTimeSupported() ? threads.getThreadCpuTime(thread.getId()) : before;
                allMillis += LOOK_MILLIS;
                idleMillis += worked - before < BUSY_NANOS ? LOOK_MILLIS : 0;
                before = worked;
            }
        }
        throw new IOException("Cannot reach " + shown + ": no answer within " + allMillis / 1_000
                + " s. Look at the address, the network, and the settings of its file system.");
    }

    private static IOException told(Throwable e, String shown) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof UnsupportedFileSystemException || message.contains("ClassNotFoundException")) {
            String how = shown.startsWith("s3")
                    ? " Add hadoop-aws of Hadoop's version and its AWS bundle, as by spark-submit --packages"
                            + " org.apache.hadoop:hadoop-aws:3.3.4, and write s3a://."
                    : " Look at how the address is written; a path on this machine with a colon in it is written ./NAME.";
            return new IOException("Cannot use " + shown + ": Hadoop knows no file system of this kind here." + how, e);
        }
        // Permissions and the like are told by what comes next, which says of what.
        return e instanceof IOException known && !(e instanceof ConnectException)
                ? known
                : new IOException(
                        "Cannot reach " + shown + ": "
                                + Redaction.of(message.lines().findFirst().orElse("")),
                        e);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        }
    }
}
