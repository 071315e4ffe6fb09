package nightsweep.deploy.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A standalone master and its workers on loopback, processes of their own as Spark's scripts start them. */
final class StandaloneCluster implements AutoCloseable {
    private static final String EXECUTOR = "CoarseGrainedExecutorBackend";
    private static final String DRIVER = "org.apache.spark.deploy.worker.DriverWrapper";

    private final SparkHome home;
    private final Path folder;
    private final LeashedProcess master;
    private final String url;
    private final List<LeashedProcess> workers = new ArrayList<>();

    private StandaloneCluster(SparkHome home, Path folder, LeashedProcess master, String url) {
        this.home = home;
        this.folder = folder;
        this.master = master;
        this.url = url;
    }

    /**
     * Starts a master without workers.
     *
     * @param folder for its files, and those of its workers
     */
    static StandaloneCluster start(SparkHome home, Path folder) throws IOException, InterruptedException {
        int port = freePort();
        LeashedProcess master = LeashedProcess.start(
                "master",
                folder,
                home.environment(),
                SparkHome.spark(
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--webui-port",
                        "0"));
        master.awaitSaying("I have been elected leader");
        return new StandaloneCluster(home, folder, master, "spark://127.0.0.1:" + port);
    }

    /** What its applications are told as master. */
    String url() {
        return url;
    }

    /** Adds a worker of so many cores, and waits until the master knows it; gives its number, from 0. */
    int addWorker(int cores) throws IOException, InterruptedException {
        return addWorker(cores, List.of());
    }

    /** Adds a worker that finds another, empty folder where all others see this one. */
    int addWorkerWithout(Path hidden, int cores) throws IOException, InterruptedException {
        return addWorker(
                cores,
                List.of(
                        "unshare",
                        "--mount",
                        "bash",
                        "-c",
                        "mount -t tmpfs none \"$0\" && exec \"$@\"",
                        hidden.toString()));
    }

    private int addWorker(int cores, List<String> before) throws IOException, InterruptedException {
        String name = "worker-" + workers.size();
        List<String> command = new ArrayList<>(before);
        command.addAll(SparkHome.spark(
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0",
                "--cores",
                Integer.toString(cores),
                "--memory",
                "4g",
                "--work-dir",
                Files.createDirectories(folder.resolve(name)).toString(),
                url));
        LeashedProcess worker = LeashedProcess.start(name, folder, home.environment(), command);
        workers.add(worker);
        worker.awaitSaying("Successfully registered with master");
        return workers.size() - 1;
    }

    LeashedProcess master() {
        return master;
    }

    LeashedProcess worker(int number) {
        return workers.get(number);
    }

    /** Whether any worker has said something in its log. */
    boolean workerSaid(String words) {
        return workers.stream().anyMatch(worker -> worker.err().contains(words));
    }

    /** Executors of every worker. */
    List<ProcessHandle> executors() {
        return workers.stream()
                .flatMap(worker -> worker.below(EXECUTOR).stream())
                .toList();
    }

    /** Waits until so many executors are there. */
    void awaitExecutors(int wanted) throws InterruptedException {
        Patience.until(wanted + " executors", () -> executors().size() >= wanted);
    }

    /** Executors of one worker. */
    List<ProcessHandle> executors(int worker) {
        return workers.get(worker).below(EXECUTOR);
    }

    /** What the drivers said that were submitted to the cluster, for messages of assertions. */
    String driverLogs() {
        return SaidBelow.in(folder, "driver-");
    }

    /** Drivers that were submitted to the cluster. */
    List<ProcessHandle> drivers() {
        return workers.stream().flatMap(worker -> worker.below(DRIVER).stream()).toList();
    }

    @Override
    public void close() {
        workers.forEach(LeashedProcess::close);
        master.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
