package nightsweep.driver.schedule.spark;

import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightsweep.driver.cluster.ClusterTrouble;
import nightsweep.driver.cluster.Knock;
import nightsweep.driver.cluster.LocalFolders;
import nightsweep.driver.cluster.Master;
import nightsweep.driver.schedule.Assignment;
import nightsweep.driver.schedule.ClusterException;
import nightsweep.driver.schedule.FanOut;
import nightsweep.driver.schedule.proof.OutcomeCheck;
import nightsweep.driver.schedule.proof.Proofs;
import nightsweep.driver.schedule.proof.RunSight;
import nightsweep.driver.schedule.task.ShippedSweep;
import nightsweep.driver.schedule.task.TrialLimits;
import nightsweep.driver.schedule.task.TrialTask;
import nightsweep.experiments.Redaction;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.provenance.Origin;
import nightsweep.worker.storage.WholeFiles;
import nightsweep.worker.store.TrialStore;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.spark.ExecutorAllocationClient;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import scala.collection.JavaConverters;

/** The slots of a Spark cluster, or of this process. One at a time in a process, closed when its trials have ended. */
public final class SparkSlots implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(SparkSlots.class);
    private static final String RETAINED = "200";
    private static final Pattern LOOPBACK = Pattern.compile("://(127\\.0\\.0\\.1|localhost)[:,/]");
    private static final String NAME = "spark.app.name";

    /** What an application is called that nobody named: nothing, or as spark-submit calls it. */
    private static final Set<String> UNNAMED = Set.of("", "nightsweep.jar", "nightsweep.driver.Main");

    private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";

    /** Without it executors train without vector instructions. */
    private static final String VECTOR_MODULE = "--add-modules=jdk.incubator.vector";

    private final JavaSparkContext spark;
    private final Optional<String> tag;
    private final LostTasks lost = new LostTasks();
    private final SlotCount slots;
    private @Nullable Proofs proofs;
    private @Nullable OutcomeCheck check;

    /**
     * @param tag of jobs of ours, where others share the context
     */
    private SparkSlots(JavaSparkContext spark, Optional<String> tag) {
        this.spark = spark;
        this.tag = tag;
        this.slots = new SlotCount(spark.sc());
        if (tag.isEmpty() && !spark.getConf().getBoolean("spark.ui.enabled", true)) {
            // What Spark's pages would show; nobody else asks for it, and it takes a tenth of what a short trial costs.
            spark.sc().removeSparkListener(spark.sc().statusStore().listener().get());
        }
        spark.sc().addSparkListener(lost);
    }

    /**
     * Reaches the cluster.
     *
     * @param master a Spark master URL, such as {@code local[2]} or {@code spark://host:7077}
     * @param name what the run is called in Spark's own pages
     * @throws ClusterException if it cannot be reached
     */
    public static SparkSlots start(String master, String name) throws ClusterException {
        return start(master, name, Map.of());
    }

    /**
     * Reaches the cluster for work that is not trials.
     *
     * @param settings of Spark's that it needs, in place of those that trials need
     * @throws ClusterException if it cannot be reached
     */
    public static SparkSlots start(String master, String name, Map<String, String> settings) throws ClusterException {
        Optional<String> refusal = Knock.at(new Master(master), System.getenv(), new Configuration());
        if (refusal.isPresent()) {
            throw new ClusterException(refusal.get());
        }
        SparkConf conf = new SparkConf().setMaster(master);
        if (UNNAMED.contains(conf.get(NAME, ""))) {
            conf.setAppName(name);
        }
        // Where Spark shows its settings, it hides what we hide.
        conf.setIfMissing("spark.redaction.regex", Redaction.SECRET_NAMES);
        // No listener unless it is asked for: --conf of spark-submit, or -Dspark.ui.enabled=true, opens Spark's pages.
        conf.setIfMissing("spark.ui.enabled", "false");
        // Each trial is a job: without these limits the driver's heap grows with the trials that ended.
        conf.setIfMissing("spark.ui.retainedJobs", RETAINED);
        conf.setIfMissing("spark.ui.retainedStages", RETAINED);
        conf.setIfMissing("spark.ui.retainedTasks", RETAINED);
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        // A trial that is lost is run again by FanOut, which keeps count. Spark's own second try comes back at once,
        // and
        // must not be what ends the other trials of a job.
        conf.set("spark.task.maxFailures", Integer.toString(Integer.MAX_VALUE));
        conf.set("spark.excludeOnFailure.enabled", "false");
        conf.set("spark.speculation", "false");
        conf.setIfMissing("spark.scheduler.mode", "FIFO");
        // Hadoop shares one client a process: whoever opens it first, Spark for its event log or we, it must wait for a
        // namenode that is restarted.
        conf.setIfMissing("spark.hadoop.dfs.client.retry.policy.enabled", "true");
        // Event logs of as many jobs stay bounded: the history server folds what is over.
        if (conf.getBoolean("spark.eventLog.enabled", false)) {
            conf.setIfMissing("spark.eventLog.rolling.enabled", "true");
            conf.setIfMissing("spark.eventLog.compress", "true");
        }
        if (!conf.get(EXECUTOR_OPTIONS, "").contains(VECTOR_MODULE)) {
            conf.set(EXECUTOR_OPTIONS, (conf.get(EXECUTOR_OPTIONS, "") + " " + VECTOR_MODULE).strip());
        }
        boolean local = master.toLowerCase(Locale.ROOT).startsWith("local");
        if (local || LOOPBACK.matcher(master).find()) {
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
        }
        if (local) {
            // In local mode Spark takes as many threads for its messages as there are slots.
            conf.setIfMissing("spark.rpc.netty.dispatcher.numThreads", "4");
        }
        if (!local && !conf.contains("spark.jars")) {
            conf.set("spark.jars", ownJars());
        }
        settings.forEach(conf::set);
        Optional<String> nowhere = LocalFolders.problem(
                System.getenv(),
                Optional.of(conf.get("spark.local.dir", "")).filter(places -> !places.isEmpty()),
                System.getProperty("java.io.tmpdir", ""));
        if (nowhere.isPresent()) {
            throw new ClusterException(nowhere.get());
        }
        try {
            JavaSparkContext spark = new JavaSparkContext(conf);
            LOG.info(
                    "Spark {} runs \"{}\" on {}; the driver's heap is at most {} MiB.",
                    spark.version(),
                    spark.appName(),
                    master,
                    Runtime.getRuntime().maxMemory() >> 20);
            return new SparkSlots(spark, Optional.empty());
        } catch (Exception | LinkageError e) {
            // Spark's Scala methods throw checked exceptions that they do not declare.
            LOG.error("Cannot start Spark.", e);
            throw new ClusterException(ClusterTrouble.told(master, e), e);
        }
    }

    /**
     * The slots of a Spark that belongs to somebody else: its settings stand as they are, its other jobs are left alone, and
     * it goes on when these slots are closed. Its executors need our classes, and {@code --add-modules=jdk.incubator.vector}
     * to be fast. An executor with a trial that nothing else can end still ends itself.
     */
    public static SparkSlots of(JavaSparkContext spark) {
        return new SparkSlots(spark, Optional.of("nightsweep-" + UUID.randomUUID()));
    }

    /** How many trials can run at the same time just now; 0 where no executor is there. Any thread may call it. */
    public int count() {
        return slots.now();
    }

    /** For work that is not trials. */
    public JavaSparkContext spark() {
        return spark;
    }

    /** Spark's version. */
    public String version() {
        return spark.version();
    }

    /**
     * Ships a sweep and its data to every process of the cluster, once.
     *
     * @param text the sweep file that {@code sweep} was read from
     * @param run the run directory, which every process of the cluster must share: each shows it before it trains
     * @param told hears, in sentences, of what goes wrong with executors
     * @throws IOException if the run directory cannot be written
     * @throws ClusterException if the cluster has ended the application meanwhile, or never took it
     */
    public FanOut ship(
            String text,
            Sweep sweep,
            Map<DatasetSpec, Dataset> datasets,
            Path run,
            Configuration hadoop,
            TrialLimits limits,
            Consumer<String> told)
            throws IOException, ClusterException {
        try {
            return shipped(text, sweep, datasets, run, hadoop, limits, told);
        } catch (RuntimeException e) {
            if (!spark.sc().isStopped()) {
                throw e;
            }
            // A Spark that has been stopped trips over its own missing parts, in words that say nothing.
            Throwable stopped = new IllegalStateException("Spark has been stopped.", e);
            throw new ClusterException(ClusterTrouble.told(spark.master(), stopped), e);
        }
    }

    private FanOut shipped(
            String text,
            Sweep sweep,
            Map<DatasetSpec, Dataset> datasets,
            Path run,
            Configuration hadoop,
            TrialLimits limits,
            Consumer<String> told)
            throws IOException {
        Map<DatasetSpec, Integer> order = new LinkedHashMap<>();
        List<Broadcast<Dataset>> shipped = datasets.entrySet().stream()
                .map(entry -> {
                    order.put(entry.getKey(), order.size());
                    return spark.broadcast(entry.getValue());
                })
                .toList();
        Optional<RunSight> sight = spark.sc().isLocal()
                ? Optional.empty()
                : Optional.of(new RunSight(run.toString(), UUID.randomUUID().toString()));
        if (sight.isPresent()) {
            Proofs made = new Proofs(
                    new WholeFiles(run, hadoop), sight.get(), run.toString(), Origin.hostName(), told, this::turnAway);
            made.begin();
            proofs = made;
        }
        OutcomeCheck outcomes = new OutcomeCheck(new TrialStore(run, hadoop));
        check = outcomes;
        TrialTask task = new TrialTask(
                spark.broadcast(new ShippedSweep(text, sweep.name())),
                shipped,
                run.toString(),
                spark.broadcast(new SerializableConfiguration(hadoop)),
                sight,
                spark.version(),
                limits.timeout());
        boolean learns = sweep.learning().isPresent();
        SparkJobs jobs = new SparkJobs(
                spark.sc(),
                spark.broadcast(task),
                turn -> new Assignment(
                        turn.trial().number(),
                        learns
                                ? new LinkedHashMap<>(
                                        turn.trial().configuration().point())
                                : Map.of(),
                        turn.traces(),
                        turn.epochs(),
                        Objects.requireNonNull(order.get(turn.trial().dataset())),
                        turn.history()),
                lost,
                slots,
                outcomes,
                Optional.ofNullable(proofs),
                tag,
                told);
        return new FanOut(jobs, limits.maxAttempts());
    }

    @Override
    public void close() {
        if (check != null) {
            check.close();
        }
        if (proofs != null) {
            proofs.end();
        }
        if (tag.isPresent()) {
            spark.sc().removeSparkListener(lost);
        } else {
            spark.close();
        }
    }

    /**
     * Gives an executor back to the cluster, where that does not bring the same one again: a standalone master starts
     * another on the same worker at once. One that stays is handed trials, which it hands back unbegun.
     */
    private void turnAway(String executor) {
        if (tag.isEmpty()
                && !spark.master().startsWith("spark:")
                && spark.sc().schedulerBackend() instanceof ExecutorAllocationClient client) {
            boolean replaced = spark.getConf().getBoolean("spark.dynamicAllocation.enabled", false);
            Object killed = client.killExecutors(
                    JavaConverters.asScalaBufferConverter(List.of(executor)).asScala(), !replaced, false, true);
            LOG.info("Executors given back: {}.", killed);
        }
    }

    /** The jars that are not Spark's: started by our launcher, the one that holds everything of ours. */
    private static String ownJars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar"))
                .filter(path -> !new File(path)
                        .getAbsoluteFile()
                        .getParentFile()
                        .getName()
                        .equals("spark"))
                .collect(Collectors.joining(","));
    }
}
