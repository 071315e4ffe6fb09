package nightsweep.driver.schedule;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Spark standalone cluster on loopback: a master and workers, processes of their own, started from the
 * jars of this process's class path.
 */
public final class StandaloneCluster implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final String LOG4J = """
            rootLogger.level = info
            rootLogger.appenderRef.stdout.ref = console
            appender.console.type = Console
            appender.console.name = console
            appender.console.target = SYSTEM_ERR
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{HH:mm:ss.SSS} %p %c{1}: %m%n%ex
            """;

    private final Path home;
    private final String url;
    private final Process master;
    private final List<Process> workers = new ArrayList<>();
    private final int slots;
    private int started;

    private StandaloneCluster(Path home, int port, int slots) throws IOException {
        this.home = home;
        this.slots = slots;
        this.url = "spark://127.0.0.1:" + port;
        this.master = start(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--webui-port",
                "0");
    }

    /** Starts one in an empty folder and waits until its workers, of so many slots each, have joined. */
    public static StandaloneCluster start(Path folder, int workers, int slots)
            throws IOException, InterruptedException {
        Path jars = Files.createDirectories(folder.resolve("jars"));
        for (String entry : classPath()) {
            if (entry.endsWith(".jar")) {
                Path jar = Path.of(entry).toAbsolutePath();
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
            }
        }
        Files.writeString(Files.createDirectories(folder.resolve("conf")).resolve("log4j2.properties"), LOG4J);
        StandaloneCluster cluster = new StandaloneCluster(folder, freePort(), slots);
        await(folder.resolve("master.log"), "I have been elected leader");
        for (int i = 0; i < workers; i++) {
            cluster.workers.add(cluster.worker());
        }
        for (int i = 1; i <= workers; i++) {
            await(folder.resolve("worker-" + i + ".log"), "Successfully registered with master");
        }
        return cluster;
    }

    /** What its applications are told as master. */
    public String url() {
        return url;
    }

    /** Folders of classes that its executors need beside the jars. */
    public static String classFolders() {
        return String.join(
                File.pathSeparator,
                classPath().stream().filter(entry -> !entry.endsWith(".jar")).toList());
    }

    /** Whether a worker has an executor under way. */
    public boolean busy(int worker) {
        try (Stream<ProcessHandle> children = workers.get(worker).descendants()) {
            return children.findAny().isPresent();
        }
    }

    /** Kills a worker and its executors by SIGKILL, and starts another in its place. */
    public void kill(int worker) throws IOException, InterruptedException {
        List<ProcessHandle> executors;
        try (Stream<ProcessHandle> children = workers.get(worker).descendants()) {
            executors = children.toList();
        }
        workers.get(worker).destroyForcibly().waitFor();
        executors.forEach(ProcessHandle::destroyForcibly);
        workers.set(worker, worker());
    }

    @Override
    public void close() throws InterruptedException {
        List<Process> all = new ArrayList<>(workers);
        all.add(master);
        for (Process process : all) {
            try (Stream<ProcessHandle> children = process.descendants()) {
                children.forEach(ProcessHandle::destroyForcibly);
            }
            process.destroyForcibly().waitFor();
        }
    }

    private Process worker() throws IOException {
        return start(
                "worker-" + ++started,
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0",
                "--cores",
                Integer.toString(slots),
                "--memory",
                "1g",
                "--work-dir",
                home.resolve("work").toString(),
                url);
    }

    private Process start(String name, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                home.resolve("conf") + File.pathSeparator + home.resolve("jars") + "/*"));
        command.add(main);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.12");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder.start();
    }

    private static List<String> classPath() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(Path log, String line) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (!Files.readString(log).contains(line)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("No \"" + line + "\" in:\n" + Files.readString(log));
            }
            Thread.sleep(100);
        }
    }
}
