package nightsweep.driver.mlflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A run in a file store: a file a parameter, a tag and a metric, a folder of artefacts, and what all of it is. */
public final class RunFolder {
    private static final int LOCAL = 4;

    private final String experiment;
    private final String id;
    private final Path folder;

    private RunFolder(String experiment, String id, Path folder) {
        this.experiment = experiment;
        this.id = id;
        this.folder = folder;
    }

    static RunFolder empty(String experiment, String id, Path folder) throws IOException {
        clear(folder);
        for (String part : List.of("metrics", "params", "tags", "artifacts")) {
            Files.createDirectories(folder.resolve(part));
        }
        return new RunFolder(experiment, id, folder);
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Takes it away again. */
    public void remove() throws IOException {
        clear(folder);
    }

    public String id() {
        return id;
    }

    /** How a run is, by MLflow's numbers. */
    public enum Status {
        RUNNING(1),
        FINISHED(3),
        FAILED(4);

        private final int number;

        Status(int number) {
            this.number = number;
        }
    }

    /** Says what it is; until then MLflow does not see it. */
    public void describe(String name, Status status, long startMillis, long endMillis, String user) throws IOException {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("artifact_uri", FileStore.location(folder.resolve("artifacts")));
        meta.put("end_time", endMillis);
        meta.put("entry_point_name", "");
        meta.put("experiment_id", experiment);
        meta.put("lifecycle_stage", "active");
        meta.put("run_id", id);
        meta.put("run_name", name);
        meta.put("run_uuid", id);
        meta.put("source_name", "");
        meta.put("source_type", LOCAL);
        meta.put("source_version", "");
        meta.put("start_time", startMillis);
        meta.put("status", status.number);
        meta.put("tags", List.of());
        meta.put("user_id", user);
        tag("mlflow.runName", name);
        tag("mlflow.user", user);
        tag("mlflow.source.type", "LOCAL");
        Files.writeString(folder.resolve(FileStore.META), PlainYaml.text(meta));
    }

    public void tag(String key, String value) throws IOException {
        Files.writeString(folder.resolve("tags").resolve(key), value);
    }

    public void parameter(String key, String value) throws IOException {
        Files.writeString(folder.resolve("params").resolve(key), value);
    }

    /** Writes all values of a metric; nothing where there are none. */
    public void metric(String key, List<Point> points) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Point point : points) {
            if (!Double.isNaN(point.value())) {
                lines.append(point.millis()).append(' ').append(number(point.value()));
                lines.append(' ').append(point.step()).append('\n');
            }
        }
        if (!lines.isEmpty()) {
            Files.writeString(folder.resolve("metrics").resolve(key), lines);
        }
    }

    /** As Python reads them. */
    private static String number(double value) {
        return Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : Double.toString(value);
    }

    /** A value of a metric after a step. */
    public record Point(long millis, double value, long step) {}

    public void artefact(String name, String text) throws IOException {
        Files.writeString(folder.resolve("artifacts").resolve(name), text);
    }
}
