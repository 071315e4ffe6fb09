package nightsweep.experiments.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nightsweep.experiments.catalog.Catalog;
import nightsweep.experiments.catalog.CatalogEntry;
import nightsweep.experiments.json.SchemaValidator;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.Inquiry;
import nightsweep.experiments.yaml.Place;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.SweepFileException;
import nightsweep.experiments.yaml.TreeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepSchemaTest {
    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final String SOUND = """
            name: sound
            dataset: {name: digits, train: 1_000, validation: 0.1}
            network:
              - dense: {units: "8", activation: {leaky-relu: {slope: 2e-1}}}
              - output: {units: 10, loss: cross-entropy}
            """;
    private static final SchemaValidator SCHEMA = SchemaValidator.of(SweepSchema.json());

    static Stream<String> sweeps() throws IOException {
        Stream<String> shipped = Catalog.entries().stream().map(CatalogEntry::text);
        return Stream.concat(shipped, documented().stream().filter(text -> text.startsWith("name:")));
    }

    /** Every example in a page of the modules. */
    private static List<String> documented() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."), 3)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .flatMap(SweepSchemaTest::blocks)
                    .toList();
        }
    }

    private static Stream<String> blocks(Path page) {
        try {
            return BLOCK.matcher(Files.readString(page)).results().map(block -> block.group(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("sweeps")
    void allowsWhatShipsAndWhatIsShown(String sweep) throws IOException {
        assertThat(SCHEMA.objections(TreeJson.of(sweep))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sweeps")
    void whatShipsAndIsShownCanBeRead(String sweep) throws SweepFileException {
        assertThat(SweepFile.parse(sweep, "shown.yaml").configurations()).isNotEmpty();
    }

    @Test
    void allowsPartsThatAreShown() throws IOException {
        List<String> parts = documented().stream()
                .filter(text -> text.matches("(?s)(grid|search|training|dataset|published): ?.*"))
                .toList();

        assertThat(parts).hasSizeGreaterThanOrEqualTo(3);
        for (String part : parts) {
            assertThat(SCHEMA.objections(TreeJson.of(part)).stream()
                            .filter(one -> !one.endsWith("is missing but it is required")))
                    .describedAs(part)
                    .isEmpty();
        }
    }

    @Test
    void allowsNumbersAsTheyMayBeWritten() throws IOException, SweepFileException {
        assertThat(SweepFile.parse(SOUND, "sound.yaml").configurations()).hasSize(1);

        assertThat(SCHEMA.objections(TreeJson.of(SOUND))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trainings: {}",
                "training: {epoch: 1}",
                "training: {epochs: 0}",
                "training: {epochs: many}",
                "training: {epochs: 1.5}",
                "training: {optimizer: adamm}",
                "training: {optimizer: {adam: {beta: 0.9}}}",
                "training: {optimizer: {adam: {beta1: 1}}}",
                "training: {optimizer: {adam: {}, sgd: {}}}",
                "training: {learning-rate: {schedule: {step: {factor: 0.5}}}}",
                "training: {learning-rate: {schedule: {stairs: {factor: 0.5}}}}",
                "training: {learning-rate: fast}",
                "training: {clip: {norm: 1}}",
                "training: {shuffle: maybe}",
                "training: {early-stopping: {min-change: 1}}",
                "training: {augmentation: {shift: 0.1, crop: 2}}",
                "training: {weights: {normal: {variance: 1}}}",
                "evaluation: {dropout: never}",
                "objective: acuracy",
                "objective: {metric: loss, direction: minimize}",
                "repeats: -1",
                "seed: [1]",
                "search: {method: guess, trials: 3}",
                "search: {trails: 3}",
                "search: {rungs: {keep: 1/3, every: 2}}",
                "grid: {a b: [1]}",
                "grid: {rate: {from: 1, to: 2, scal: log}}",
                "intended: [all]",
                "published: [{config: {}, accuracy: 0.9}]",
                "published: [{source: a, test-accuracy: 90}]",
                "published: {source: a}",
            })
    void refusesWhatReadersRefuse(String part) throws IOException {
        String sweep = SOUND + part + "\n";

        assertThatThrownBy(() -> SweepFile.parse(sweep, "wrong.yaml")).isInstanceOf(SweepFileException.class);
        assertThat(SCHEMA.objections(TreeJson.of(sweep))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: digits, validate: 0.1}",
                "{name: digits, validation: 1}",
                "{name: digits, scaling: unity}",
                "{csv: {train: a.csv, labels: b}}",
                "{csv: {train: a.csv, label: b, fill: {constants: 0}}}",
                "{images: {train: a, size: 8, colors: rgb}}",
                "{images: {train: a}}",
                "{idx: {train-features: a}}",
            })
    void refusesDataThatReadersRefuse(String dataset) throws IOException {
        String sweep = SOUND.replaceFirst("dataset: .*", Matcher.quoteReplacement("dataset: " + dataset));

        assertThatThrownBy(() -> SweepFile.parse(sweep, "wrong.yaml")).isInstanceOf(SweepFileException.class);
        assertThat(SCHEMA.objections(TreeJson.of(sweep))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dense: {unit: 8}",
                "dense: {units: 0}",
                "dense: {units: 8, activation: rely}",
                "dense: {units: 8, activation: {leaky-relu: {alpha: 1}}}",
                "dense: {units: 8, dropout: 1}",
                "danse: {units: 8}",
                "dropout: 1.5",
                "max-pooling: {size: 2, padding: some}",
            })
    void refusesLayersThatReadersRefuse(String layer) throws IOException {
        String sweep = SOUND.replaceFirst("dense: .*", Matcher.quoteReplacement(layer));

        assertThatThrownBy(() -> SweepFile.parse(sweep, "wrong.yaml")).isInstanceOf(SweepFileException.class);
        assertThat(SCHEMA.objections(TreeJson.of(sweep))).isNotEmpty();
    }

    /** Whatever key a reader asks for in any shipped sweep is in the schema, so that the two cannot drift apart. */
    @Test
    void hasEveryKeyThatReadersAskFor() {
        Form file = Exploration.file();
        Set<String> missing = new LinkedHashSet<>();
        Set<String> asked = new LinkedHashSet<>();
        Inquiry heard = new Inquiry() {
            @Override
            public void mapping(String path, List<String> keys, Set<String> required) {
                Form form = file;
                for (String part : path.isEmpty() ? new String[0] : path.split("\\.")) {
                    form = form.part(part.matches("[0-9]+") ? Form.ITEM : part);
                }
                for (String key : keys) {
                    asked.add(path + "." + key);
                    if (!form.keys().contains(key)) {
                        missing.add(path + "." + key);
                    }
                }
            }
        };

        Catalog.entries()
                .forEach(entry -> SweepFile.ask(
                        TreeReader.read(
                                entry.text().replaceAll("(?m)^grid:(.*\n([ #].*\n|\n)*)", ""),
                                new Place(0, ""),
                                new Problems()),
                        heard));

        assertThat(asked).contains("training.epochs", ".repeats");
        assertThat(missing).isEmpty();
    }
}
