package nightsweep.driver.mlflow;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A folder as MLflow's own file store lays it out, for {@code mlflow ui --backend-store-uri FOLDER}: in it a folder an
 * experiment, in this a folder a run, each with its {@code meta.yaml}. What others put there stays.
 *
 * @see <a href="https://mlflow.org/docs/latest/tracking/backend-stores.html">Backend stores</a>
 */
public record FileStore(Path folder) {
    static final String META = "meta.yaml";
    private static final int ID_DIGITS = 18;
    private static final int ID_LETTERS = 32;

    public FileStore {
        folder = folder.toAbsolutePath().normalize();
    }

    /** The experiment of this name, which is made where it is not there. */
    public Experiment experiment(String name, long nowMillis) throws IOException {
        String id = digits(name);
        Path place = folder.resolve(id);
        if (!Files.exists(place.resolve(META))) {
            Map<String, Object> meta = new LinkedHashMap<>();
            meta.put("artifact_location", location(place));
            meta.put("creation_time", nowMillis);
            meta.put("experiment_id", id);
            meta.put("last_update_time", nowMillis);
            meta.put("lifecycle_stage", "active");
            meta.put("name", name);
            Files.createDirectories(place);
            Files.writeString(place.resolve(META), PlainYaml.text(meta));
        }
        return new Experiment(id, place);
    }

    /** A folder of runs. */
    public record Experiment(String id, Path folder) {

        /** A run of it, in place of what it was before; {@code key} tells it from all others. */
        public RunFolder run(String key) throws IOException {
            String run = hex(id + " " + key).substring(0, ID_LETTERS);
            return RunFolder.empty(id, run, folder.resolve(run));
        }
    }

    /** Without a slash at the end, whether or not it is there yet. */
    static String location(Path place) {
        return place.toUri().toString().replaceAll("/$", "");
    }

    private static String digits(String name) {
        return new BigInteger(hex(name), 16).toString().substring(0, ID_DIGITS);
    }

    private static String hex(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has it.", e);
        }
    }
}
