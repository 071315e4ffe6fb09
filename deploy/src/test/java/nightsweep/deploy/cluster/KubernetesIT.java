package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.Context;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code spark-submit} and the launcher ask of Kubernetes, seen by a server that makes no pods. */
class KubernetesIT {
    private static final String NAMESPACE = "sweeps";
    private static final String IMAGE = "registry.example/nightsweep:1";
    private static final String JAR = "local:///opt/nightsweep/nightsweep.jar";
    private static final String SECRET = "a-secret-that-must-be-seen-nowhere";
    private static final Path TEMPLATES = Path.of("kubernetes").toAbsolutePath();

    @TempDir
    private Path folder;

    private final KubernetesMockServer server = new KubernetesMockServer(
            new Context(), new MockWebServer(), new HashMap<>(), new ApplyingDispatcher(), false);

    @BeforeEach
    void start() {
        server.init();
    }

    @AfterEach
    void stop() {
        server.destroy();
    }

    @Test
    void asksForADriverOfTheImageInClusterMode() throws Exception {
        try (KubernetesClient client = server.createClient();
                LeashedProcess submission = submit(
                        JAR,
                        "--deploy-mode",
                        "cluster",
                        "--class",
                        "nightsweep.driver.Main",
                        "--conf",
                        "spark.kubernetes.submission.waitAppCompletion=false",
                        "--conf",
                        "spark.kubernetes.driver.secretKeyRef.AWS_SECRET_ACCESS_KEY=bucket:secret")) {
            assertThat(submission.await()).as(submission::said).isZero();

            Pod pod = onlyPod(client);
            Container container = pod.getSpec().getContainers().get(0);
            assertThat(container.getImage()).isEqualTo(IMAGE);
            assertThat(container.getArgs())
                    .startsWith("driver")
                    .containsSubsequence("--class", "nightsweep.driver.Main", JAR, "run", "quickstart", "--out");
            assertThat(container.getVolumeMounts())
                    .extracting("mountPath")
                    .as("from the template")
                    .contains("/tmp");
            assertThat(pod.getSpec().getServiceAccountName()).isEqualTo("nightsweep");
            assertThat(pod.getSpec().getSecurityContext().getRunAsNonRoot()).isTrue();
            EnvVar key = container.getEnv().stream()
                    .filter(variable -> variable.getName().equals("AWS_SECRET_ACCESS_KEY"))
                    .findAny()
                    .orElseThrow();
            assertThat(key.getValue()).isNull();
            assertThat(key.getValueFrom().getSecretKeyRef().getName()).isEqualTo("bucket");
            assertThat(everything(client))
                    .contains("spark.executor.instances=2")
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void asksForExecutorsOfTheImageInClientMode() throws Exception {
        try (KubernetesClient client = server.createClient();
                LeashedProcess driver = submit(SparkHome.JAR.toString())) {
            Patience.until(
                    "two executors",
                    driver::said,
                    () -> client.pods().inNamespace(NAMESPACE).list().getItems().size() == 2 || !driver.alive());

            assertThat(driver.alive()).as(driver::said).isTrue();
            assertExecutors(client);
        }
    }

    @Test
    void asksForADriverByTheLauncher() throws Exception {
        try (KubernetesClient client = server.createClient();
                LeashedProcess submission = launch(
                        "--deploy-mode", "cluster", "--conf", "spark.kubernetes.submission.waitAppCompletion=false")) {
            assertThat(submission.await()).as(submission::said).isZero();

            Container container = onlyPod(client).getSpec().getContainers().get(0);
            assertThat(container.getImage()).isEqualTo(IMAGE);
            assertThat(container.getArgs())
                    .startsWith("driver")
                    .containsSubsequence("--class", "nightsweep.driver.Main", JAR, "run", "quickstart", "--out");
            assertThat(everything(client))
                    .contains("spark.executor.instances=2")
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void asksForExecutorsByTheLauncher() throws Exception {
        try (KubernetesClient client = server.createClient();
                LeashedProcess driver = launch("--num-executors", "2")) {
            Patience.until(
                    "two executors",
                    driver::said,
                    () -> client.pods().inNamespace(NAMESPACE).list().getItems().size() == 2 || !driver.alive());

            assertThat(driver.alive()).as(driver::said).isTrue();
            assertExecutors(client);
        }
    }

    private static void assertExecutors(KubernetesClient client) {
        for (Pod pod : client.pods().inNamespace(NAMESPACE).list().getItems()) {
            Container container = pod.getSpec().getContainers().get(0);
            assertThat(container.getImage()).isEqualTo(IMAGE);
            assertThat(container.getArgs()).isEqualTo(List.of("executor"));
            assertThat(container.getEnv())
                    .as("options of Java")
                    .extracting(EnvVar::getValue)
                    .contains("--add-modules=jdk.incubator.vector");
            assertThat(pod.getSpec().getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getSpec().getSecurityContext().getRunAsUser()).isEqualTo(185);
        }
        assertThat(everything(client)).doesNotContain(SECRET);
    }

    private LeashedProcess submit(String jar, String... options) throws Exception {
        return home().submit("submission", folder, asked(options), jar, run());
    }

    private LeashedProcess launch(String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of("target/nightsweep/bin/nightsweep").toAbsolutePath().toString()));
        words.addAll(run());
        words.addAll(asked(options));
        return LeashedProcess.start("launcher", folder, home().environment(), words);
    }

    private SparkHome home() throws Exception {
        return SparkHome.at(Files.createDirectory(folder.resolve("conf")), Map.of())
                .with("AWS_SECRET_ACCESS_KEY", SECRET)
                .with("KUBECONFIG", folder.resolve("no-kubeconfig").toString());
    }

    private List<String> run() {
        return List.of(
                "run", "quickstart", "--out", folder.resolve("run").toUri().toString());
    }

    private List<String> asked(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        for (String setting : List.of(
                "spark.executor.instances=2",
                "spark.kubernetes.namespace=" + NAMESPACE,
                "spark.kubernetes.container.image=" + IMAGE,
                "spark.kubernetes.authenticate.driver.serviceAccountName=nightsweep",
                "spark.kubernetes.driver.podTemplateFile=" + TEMPLATES.resolve("driver.yaml"),
                "spark.kubernetes.executor.podTemplateFile=" + TEMPLATES.resolve("executor.yaml"))) {
            all.add("--conf");
            all.add(setting);
        }
        all.addAll(List.of("--master", "k8s://http://127.0.0.1:" + server.getPort()));
        return all;
    }

    private static Pod onlyPod(KubernetesClient client) {
        List<Pod> pods = client.pods().inNamespace(NAMESPACE).list().getItems();
        assertThat(pods).hasSize(1);
        return pods.get(0);
    }

    /** All that was asked for, as text. */
    private static String everything(KubernetesClient client) {
        StringBuilder text = new StringBuilder();
        for (Pod pod : client.pods().inNamespace(NAMESPACE).list().getItems()) {
            text.append(Serialization.asYaml(pod));
        }
        for (ConfigMap map : client.configMaps().inNamespace(NAMESPACE).list().getItems()) {
            map.getData().values().forEach(text::append);
        }
        return text.toString();
    }
}
