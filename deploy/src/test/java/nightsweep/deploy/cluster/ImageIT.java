package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image, made by the steps of its Dockerfile in a folder, and its entry point started there as its user, who can
 * write nowhere but to {@code /tmp}.
 */
class ImageIT {
    private static final Pattern ENVIRONMENT = Pattern.compile("(SPARK_HOME|HOME)=(\\S+)");

    @TempDir
    private static Path folder;

    private static Path root;
    private static final Map<String, String> environment = new LinkedHashMap<>();

    @BeforeAll
    static void build() throws Exception {
        assumeThat(Machine.canMount())
                .as("a root directory of its own, for which one must be root")
                .isTrue();
        Path context = folder.resolve("context");
        Path script = Path.of("image/context").toAbsolutePath();
        try (LeashedProcess made =
                LeashedProcess.start("context", folder, Map.of(), List.of(script.toString(), context.toString()))) {
            assertThat(made.await()).as(made::said).isZero();
        }
        root = Files.createDirectory(folder.resolve("root"));
        String dockerfile = Files.readString(context.resolve("Dockerfile")).replace("\\\n", " ");
        for (String step : dockerfile.lines().toList()) {
            take(step, context);
        }
    }

    @Test
    void runsACommandOfItsOwn() throws Exception {
        try (LeashedProcess container = start("command", Map.of(), "plan", "quickstart")) {
            assertThat(container.await()).as(container::said).isZero();

            assertThat(container.out()).contains("quickstart: 9 configurations x 2 repeats = 18 trials");
        }
    }

    @Test
    void runsADriverAsKubernetesStartsIt() throws Exception {
        try (LeashedProcess container = start(
                "driver",
                Map.of("SPARK_DRIVER_BIND_ADDRESS", "127.0.0.1"),
                "driver",
                "--conf",
                "spark.master=local[2]",
                "--class",
                "nightsweep.driver.Main",
                "local:///opt/nightsweep/nightsweep.jar",
                "run",
                "quickstart",
                "--quick",
                "--out",
                "file:///tmp/run")) {
            assertThat(container.await()).as(container::said).isZero();

            assertThat(container.out()).contains("quickstart-quick: 18 planned = 18 completed");
        }
    }

    @Test
    void startsAnExecutorAsSparkAsksForIt() throws Exception {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("SPARK_JAVA_OPT_0", "--add-modules=jdk.incubator.vector");
        asked.put("SPARK_JAVA_OPT_1", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");
        asked.put("SPARK_EXECUTOR_MEMORY", "512m");
        asked.put("SPARK_EXECUTOR_CORES", "2");
        asked.put("SPARK_EXECUTOR_ID", "1");
        asked.put("SPARK_EXECUTOR_POD_IP", "127.0.0.1");
        asked.put("SPARK_EXECUTOR_POD_NAME", "nightsweep-exec-1");
        asked.put("SPARK_APPLICATION_ID", "spark-1");
        asked.put("SPARK_RESOURCE_PROFILE_ID", "0");
        asked.put("SPARK_DRIVER_URL", "spark://CoarseGrainedScheduler@127.0.0.1:9");
        try (LeashedProcess container = start("executor", asked, "executor")) {
            assertThat(container.await()).as(container::said).isNotZero();

            assertThat(container.said())
                    .contains("KubernetesExecutorBackend")
                    .as("it looks for its driver")
                    .contains("127.0.0.1:9")
                    .doesNotContain("ClassNotFound");
        }
    }

    private static void take(String step, Path context) throws Exception {
        List<String> words = List.of(step.strip().split("\\s+", 3));
        switch (words.get(0)) {
            case "COPY" -> {
                Path to = root.resolve(words.get(2).substring(1));
                Files.createDirectories(to.getParent());
                Files.move(context.resolve(words.get(1)), to);
            }
            case "RUN" -> {
                try (LeashedProcess ran = contained("run", Map.of(), "0:0", List.of("bash", "-c", step.substring(4)))) {
                    assertThat(ran.await()).as(ran::said).isZero();
                }
            }
            case "ENV" -> {
                Matcher matcher = ENVIRONMENT.matcher(step);
                while (matcher.find()) {
                    environment.put(matcher.group(1), matcher.group(2));
                }
            }
            case "USER" -> environment.put("USER_OF_IMAGE", words.get(1));
            default -> assertThat(words.get(0)).isIn("", "#", "ARG", "FROM", "WORKDIR", "ENTRYPOINT", "CMD");
        }
    }

    private static LeashedProcess start(String name, Map<String, String> variables, String... arguments)
            throws Exception {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.put("SPARK_LOCAL_IP", "127.0.0.1");
        all.putAll(variables);
        List<String> command = new ArrayList<>(List.of("/opt/entrypoint"));
        command.addAll(List.of(arguments));
        return contained(name, all, environment.getOrDefault("USER_OF_IMAGE", "0:0"), command);
    }

    private static LeashedProcess contained(
            String name, Map<String, String> variables, String user, List<String> command) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "unshare",
                "--mount",
                "--pid",
                "--fork",
                "--kill-child",
                "bash",
                LeashedProcess.resource("container").toString(),
                root.toString(),
                user));
        words.addAll(command);
        return LeashedProcess.start(name, folder, variables, words);
    }
}
