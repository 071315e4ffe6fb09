package nightsweep.deploy.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A process, and those that it starts, that end with this one, even where this one is killed.
 *
 * <p>What it says stands in two files of its folder, {@code NAME.out} and {@code NAME.err}.
 */
final class LeashedProcess implements AutoCloseable {
    private final String name;
    private final Path folder;
    private final Process leash;
    private final ProcessHandle process;

    private LeashedProcess(String name, Path folder, Process leash, ProcessHandle process) {
        this.name = name;
        this.folder = folder;
        this.leash = leash;
        this.process = process;
    }

    /**
     * Starts a command.
     *
     * @param folder that it runs in
     * @param environment added to this process's own
     */
    static LeashedProcess start(String name, Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path pid = folder.resolve(name + ".pid");
        Files.deleteIfExists(pid);
        List<String> leashed = new ArrayList<>(List.of("bash", resource("leash").toString(), pid.toString()));
        leashed.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(leashed)
                .directory(folder.toFile())
                .redirectOutput(new File(folder.toFile(), name + ".out"))
                .redirectError(new File(folder.toFile(), name + ".err"));
        builder.environment().keySet().removeIf(variable -> variable.matches("(SPARK|HADOOP|YARN|NIGHTSWEEP)_.*"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process leash = builder.start();
        Patience.until("a process of " + name, () -> Files.exists(pid) || !leash.isAlive());
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElse(leash.toHandle());
        return new LeashedProcess(name, folder, leash, process);
    }

    /** A file that stands beside this class. */
    static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(LeashedProcess.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(name, e);
        }
    }

    /** What it said on standard output. */
    String out() {
        return read(".out");
    }

    /** What it said on standard error. */
    String err() {
        return read(".err");
    }

    /** All that it said, for messages of assertions. */
    String said() {
        return name + " said:\n" + out() + "\n" + err();
    }

    boolean alive() {
        return leash.isAlive();
    }

    /** Waits until it has said something, on either stream. */
    void awaitSaying(String words) throws InterruptedException {
        Patience.until(name + " saying \"" + words + "\"", this::said, () -> {
            boolean ended = !alive();
            boolean heard = out().contains(words) || err().contains(words);
            if (ended && !heard) {
                throw new AssertionError("Ended without saying \"" + words + "\". " + said());
            }
            return heard;
        });
    }

    /** Waits for its end and returns its exit code. */
    int await() throws InterruptedException {
        Patience.until("the end of " + name, this::said, () -> !alive());
        return leash.exitValue();
    }

    /** Those that it started, and those that these started, whose command line has the words. */
    List<ProcessHandle> below(String words) {
        Predicate<ProcessHandle> wanted = handle -> commandLine(handle).contains(words);
        try (Stream<ProcessHandle> all = process.descendants()) {
            return all.filter(wanted).toList();
        }
    }

    /** Sends a signal, such as {@code PWR}, to the process itself. */
    void signal(String signal) throws IOException, InterruptedException {
        signal(signal, process);
    }

    /** Sends a signal to a process. */
    static void signal(String signal, ProcessHandle to) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(to.pid()))
                .start()
                .waitFor();
    }

    /** The words that a process was started with; nothing where it has ended. */
    static String commandLine(ProcessHandle handle) {
        try {
            return Files.readString(Path.of("/proc/" + handle.pid() + "/cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }

    /** Ends it and those that it started. */
    @Override
    public void close() {
        try {
            leash.getOutputStream().close();
            if (!leash.waitFor(30, TimeUnit.SECONDS)) {
                leash.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String read(String suffix) {
        try {
            return Files.readString(folder.resolve(name + suffix));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
