package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of Spark's events that a run leaves, as documented, and Spark's history server that shows the run from it. */
@Tag("drill")
class HistoryIT {
    private static final int TRIALS = 80;
    /** Of the log, for each trial; as the documentation says. */
    private static final int MOST_BYTES = 5_000;

    private static final Pattern PAGES =
            Pattern.compile("Bound HistoryServer to \\S+, and started at http://\\S+:(\\d+)");

    @TempDir
    private Path folder;

    @Test
    void showsARunFromALogThatGrowsLittleWithEachTrial() throws Exception {
        Path events = Files.createDirectory(folder.resolve("events"));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spark.eventLog.enabled", "true");
        settings.put("spark.eventLog.dir", events.toUri().toString());
        settings.put("spark.eventLog.rolling.enabled", "true");
        settings.put("spark.eventLog.compress", "true");
        settings.put("spark.history.fs.logDirectory", events.toUri().toString());
        settings.put("spark.history.ui.port", "0");
        SparkHome home = SparkHome.at(Files.createDirectory(folder.resolve("conf")), settings);
        Path sweep = TinySweep.write(folder, TRIALS / 4, 1);
        try (LeashedProcess driver = home.submit(
                "driver",
                folder,
                List.of("--master", "local[2]"),
                "run",
                sweep.toString(),
                "--out",
                folder.resolve("run").toString())) {
            assertThat(driver.await()).as(driver::said).isZero();
        }

        long bytes = bytes(events);
        System.out.printf("history: %d bytes of events for %d trials%n", bytes, TRIALS);
        assertThat(bytes / TRIALS).isLessThan(MOST_BYTES);
        try (LeashedProcess server = LeashedProcess.start(
                "history",
                folder,
                home.environment(),
                SparkHome.spark("org.apache.spark.deploy.history.HistoryServer"))) {
            server.awaitSaying("Bound HistoryServer");
            Matcher port = PAGES.matcher(server.err());
            assertThat(port.find()).as(server::said).isTrue();
            String pages = "http://127.0.0.1:" + port.group(1) + "/api/v1/applications";
            Patience.until(
                    "the run in the history", server::said, () -> get(pages).contains("\"id\""));
            Matcher id = Pattern.compile("\"id\" : \"([^\"]+)\"").matcher(get(pages));
            assertThat(id.find()).isTrue();

            String jobs = get(pages + "/" + id.group(1) + "/jobs?status=succeeded");

            assertThat(Pattern.compile("\"numCompletedTasks\" : (\\d+)")
                            .matcher(jobs)
                            .results()
                            .mapToInt(tasks -> Integer.parseInt(tasks.group(1)))
                            .sum())
                    .isGreaterThanOrEqualTo(TRIALS);
        }
    }

    private static String get(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static long bytes(Path events) throws IOException {
        try (Stream<Path> files = Files.walk(events)) {
            return files.filter(path -> path.getFileName().toString().startsWith("events_"))
                    .mapToLong(path -> path.toFile().length())
                    .sum();
        }
    }
}
