package nightsweep.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import nightsweep.experiments.json.OutcomeFile;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.worker.TrialRunner;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.provenance.Origin;
import nightsweep.worker.training.EpochListener;
import nightsweep.worker.training.checkpoint.Checkpoints;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that came from elsewhere: each is what was saved, or refused, and none is deserialized. */
class UntrustedModelTest {
    private static final int MUTANTS_A_SEED = 50;
    private static final String SWEEP = """
            name: circle
            dataset: {name: circle, train: 20, test: 20}
            network:
              - dense: {units: 4, activation: tanh}
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 1, batch-size: 10, optimizer: sgd, learning-rate: 0.1}
            """;

    private static final ThreadLocal<Boolean> WATCHED = ThreadLocal.withInitial(() -> false);
    private static final AtomicInteger DESERIALIZED = new AtomicInteger();
    private static byte[] good = {};

    @BeforeAll
    static void saveAModel() throws Exception {
        // Set once for a process; other tests of it may deserialize what is their own.
        ObjectInputFilter.Config.setSerialFilter(info -> {
            if (!WATCHED.get()) {
                return ObjectInputFilter.Status.UNDECIDED;
            }
            DESERIALIZED.incrementAndGet();
            return ObjectInputFilter.Status.REJECTED;
        });
        Sweep sweep = SweepFile.parse(SWEEP, "sweep.yaml");
        Trial trial = sweep.trials().get(0);
        Dataset dataset = new DatasetLoader(new Configuration(), Optional.empty())
                .load(trial.configuration().dataset(), sweep.seed());
        TrialRunner.Attempt attempt = new TrialRunner(Engines.standard(), Origin.here("none"), InstantSource.system())
                .attempt(trial, sweep.seed(), dataset, EpochListener.NONE, Checkpoints.NONE);
        TrialOutcome outcome = attempt.outcome();
        good = ModelFile.write(new SavedModel(
                trial, sweep.seed(), attempt.trained().orElseThrow(), SWEEP, OutcomeFile.write(outcome)));
    }

    @Test
    void noticesWhereAFileIsCutOff() {
        for (int cut : new int[] {1, 10, 22, 23, 100, 300, 500, 1_000}) {
            assertThatThrownBy(() -> ModelFile.check(Arrays.copyOf(good, good.length - cut), "model.zip"))
                    .as("without its last %d bytes", cut)
                    .isInstanceOf(ModelException.class);
            assertThatThrownBy(() -> ModelFile.read(Arrays.copyOf(good, good.length - cut), "model.zip"))
                    .isInstanceOf(ModelException.class);
        }
        assertThatThrownBy(() -> ModelFile.check(Arrays.copyOf(good, good.length + 1), "model.zip"))
                .isInstanceOf(ModelException.class)
                .hasMessage("Cannot read model model.zip: it is cut off: its end is missing.");
    }

    @Test
    void refusesAnEndThatNamesOtherEntries() {
        byte[] other = good.clone();
        for (int at = other.length - 40; at > 0; at--) {
            if (other[at] == 'P' && other[at + 1] == 'K' && other[at + 2] == 1 && other[at + 3] == 2) {
                other[at + 46]++;
                break;
            }
        }

        assertThatThrownBy(() -> ModelFile.read(other, "model.zip"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("its end does not name the entries that are in it");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void areWhatWasSavedOrRefused(long seed) throws Exception {
        SavedModel saved = ModelFile.read(good, "model.zip");
        Random random = new Random(seed);
        for (int mutant = 0; mutant < MUTANTS_A_SEED; mutant++) {
            byte[] bytes = mutant % 2 == 0 ? damaged(random) : rewritten(random);
            try {
                SavedModel read = read(bytes);
                assertThat(read)
                        .as("mutant %s", mutant)
                        .usingRecursiveComparison()
                        .isEqualTo(saved);
            } catch (ModelException e) {
                assertThat(e).hasMessageStartingWith("Cannot read model x.zip: ");
            }
        }
        assertThat(DESERIALIZED).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"preprocessor.bin", "normalizer.bin", "updaterState.bin", "../model.json", "nightsweep/", "a\nb"
            })
    void areRefusedWithAnythingMore(String name) throws Exception {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(object)) {
            out.writeObject(new ArrayList<>(List.of("anything")));
        }
        Map<String, byte[]> entries = entries();
        entries.put(name, object.toByteArray());

        assertThatThrownBy(() -> read(zip(entries)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("it holds " + name.replace('\n', '?') + ", which Nightsweep does not write");
        assertThat(DESERIALIZED).hasValue(0);
    }

    @Test
    void areRefusedWithoutOne() throws IOException {
        for (String name : entries().keySet()) {
            Map<String, byte[]> entries = entries();
            entries.remove(name);

            assertThatThrownBy(() -> read(zip(entries))).as(name).isInstanceOf(ModelException.class);
        }
    }

    @Test
    void areNotInflatedBeyondTheirSize() throws IOException {
        Map<String, byte[]> entries = entries();
        entries.put("nightsweep/sweep.yaml", new byte[70 << 20]);

        assertThatThrownBy(() -> read(zip(entries)))
                .hasMessageEndingWith("its nightsweep/sweep.yaml has more than the 67108864 bytes that it may have.");

        Map<String, byte[]> others = entries();
        others.put("coefficients.bin", new byte[70 << 20]);

        assertThatThrownBy(() -> read(zip(others))).hasMessageContaining("its coefficients.bin has more than the ");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void areRefusedWithParametersThatAreNotFinite(float number) throws Exception {
        SavedModel model = ModelFile.read(good, "model.zip");
        model.trained().parameters().get(1).biases()[1] = number;

        assertThatThrownBy(() -> read(ModelFile.write(model)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("its coefficients.bin has a parameter that is " + number);
    }

    @Test
    void areRefusedWithASweepOfOneEndlessWord() throws IOException {
        Map<String, byte[]> entries = entries();
        entries.put("nightsweep/sweep.yaml", ("\"" + "a".repeat(30_000_000) + "\"").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> read(zip(entries)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("at most 1,048,576 characters are read, but it has 30,000,002.");
    }

    @Test
    void areRefusedWithANetworkThatTheirParametersAreNotOf() throws IOException {
        Map<String, byte[]> entries = entries();
        String sweep = new String(Objects.requireNonNull(entries.get("nightsweep/sweep.yaml")), StandardCharsets.UTF_8);
        entries.put(
                "nightsweep/sweep.yaml",
                sweep.replace("units: 4", "units: 2000000000").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> read(zip(entries))).isInstanceOf(ModelException.class);
    }

    private static SavedModel read(byte[] bytes) throws ModelException {
        WATCHED.set(true);
        try {
            return ModelFile.read(bytes, "x.zip");
        } finally {
            WATCHED.set(false);
        }
    }

    private static byte[] damaged(Random random) {
        byte[] bytes = good.clone();
        return switch (random.nextInt(3)) {
            case 0 -> {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
            case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            default -> {
                int from = random.nextInt(bytes.length);
                int to = Math.min(bytes.length, from + 1 + random.nextInt(20));
                for (int i = from; i < to; i++) {
                    bytes[i] = (byte) random.nextInt(256);
                }
                yield bytes;
            }
        };
    }

    /** A sound zip of changed content. */
    private static byte[] rewritten(Random random) throws IOException {
        Map<String, byte[]> entries = entries();
        List<String> names = new ArrayList<>(entries.keySet());
        String name = names.get(random.nextInt(names.size()));
        byte[] content = Objects.requireNonNull(entries.get(name)).clone();
        content[random.nextInt(content.length)] = (byte) random.nextInt(256);
        entries.put(
                name, random.nextInt(4) == 0 ? Arrays.copyOf(content, random.nextInt(2 * content.length)) : content);
        return zip(entries);
    }

    private static Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(good))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
