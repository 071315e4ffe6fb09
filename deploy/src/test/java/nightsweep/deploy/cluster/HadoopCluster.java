package nightsweep.deploy.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.exceptions.YarnException;

/** HDFS and YARN of two node managers on loopback. */
final class HadoopCluster implements AutoCloseable {
    private static final Path JARS =
            Path.of("spark-home/target/hadoop").toAbsolutePath().resolve("*");

    private final Path folder;
    private final LeashedProcess daemons;

    private HadoopCluster(Path folder, LeashedProcess daemons) {
        this.folder = folder;
        this.daemons = daemons;
    }

    /** Starts it in an empty folder. */
    static HadoopCluster start(Path folder) throws IOException, InterruptedException {
        LeashedProcess daemons = LeashedProcess.start(
                "hadoop",
                folder,
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "-XX:+UseSerialGC",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Dlog4j2.configurationFile=" + LeashedProcess.resource("hadoop-log4j2.xml"),
                        "-cp",
                        String.join(
                                File.pathSeparator,
                                System.getProperty("java.class.path"),
                                JARS.toString(),
                                // For its pages: javax.xml.bind.
                                SparkHome.jars().resolve("*").toString()),
                        HadoopDaemons.class.getName(),
                        folder.toString()));
        daemons.awaitSaying("Hadoop is ready.");
        return new HadoopCluster(folder, daemons);
    }

    /** What clients are told as {@code HADOOP_CONF_DIR}. */
    Path configuration() {
        return folder.resolve("conf");
    }

    /** Its file system. */
    FileSystem files() throws IOException {
        Configuration configuration = new Configuration(false);
        for (String file : new String[] {"core-site.xml", "hdfs-site.xml"}) {
            configuration.addResource(
                    new org.apache.hadoop.fs.Path(configuration().resolve(file).toString()));
        }
        return FileSystem.newInstance(configuration);
    }

    /** The URI of a place in its file system. */
    String uri(String path) throws IOException {
        try (FileSystem files = files()) {
            return files.getUri() + path;
        }
    }

    /**
     * A Spark installation that is set up for it.
     *
     * @param configuration an empty folder
     */
    SparkHome spark(Path configuration) throws IOException {
        return SparkHome.at(
                        configuration,
                        Map.of(
                                // As an administrator sets it up, so that no application brings Spark's jars along.
                                "spark.yarn.jars",
                                "local:" + SparkHome.jars().resolve("*"),
                                "spark.yarn.appMasterEnv.SPARK_LOCAL_IP",
                                "127.0.0.1",
                                "spark.executorEnv.SPARK_LOCAL_IP",
                                "127.0.0.1"))
                .with("HADOOP_CONF_DIR", configuration().toString());
    }

    /** How the application ended that was submitted last, in the words of YARN. */
    String lastFinalState() throws IOException {
        YarnConfiguration configuration = new YarnConfiguration();
        configuration.addResource(new org.apache.hadoop.fs.Path(
                configuration().resolve("yarn-site.xml").toString()));
        try (YarnClient yarn = YarnClient.createYarnClient()) {
            yarn.init(configuration);
            yarn.start();
            return yarn.getApplications().stream()
                    .max(Comparator.comparing(ApplicationReport::getApplicationId))
                    .orElseThrow()
                    .getFinalApplicationStatus()
                    .name();
        } catch (YarnException e) {
            throw new IOException(e);
        }
    }

    /** All that containers said. */
    String logs() {
        return SaidBelow.in(folder, "container_");
    }

    /** Processes of containers that run a class of Java. */
    List<ProcessHandle> containers(String main) {
        return daemons.below(main).stream()
                .filter(process -> LeashedProcess.commandLine(process).matches("\\S*java .*"))
                .toList();
    }

    @Override
    public void close() {
        daemons.close();
    }
}
