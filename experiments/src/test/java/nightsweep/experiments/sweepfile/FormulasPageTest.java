package nightsweep.experiments.sweepfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightsweep.experiments.Named;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Hyperparameter;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of formulas tells of everything that there is, with the defaults that the code has. */
class FormulasPageTest {
    private static final Path PAGE = Path.of("docs", "formulas.md");
    private static final Pattern DEFAULT = Pattern.compile("`([a-z0-9-]+)` ([0-9.e-]+)");

    /** The rows of the table under a heading, each split into its cells. */
    private static List<List<String>> rows(String heading) {
        try {
            String section =
                    Files.readString(PAGE).split("\n## " + heading + "\n", 2)[1].split("\n## ", 2)[0];
            return section.lines()
                    .filter(line -> line.startsWith("| `"))
                    .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(String heading) {
        return rows(heading).stream().map(row -> row.get(0).replace("`", "")).toList();
    }

    private static List<String> row(String heading, Named name) {
        return rows(heading).stream()
                .filter(row -> row.get(0).equals("`" + name.label() + "`"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Double> defaults(String cell) {
        Map<String, Double> defaults = new LinkedHashMap<>();
        Matcher found = DEFAULT.matcher(cell);
        while (found.find()) {
            defaults.put(found.group(1), Double.valueOf(found.group(2)));
        }
        return defaults;
    }

    private static List<String> labels(Named... names) {
        return Arrays.stream(names).map(Named::label).toList();
    }

    @Test
    void tellsOfEachOnceAndOfNothingElse() {
        assertThat(names("Optimizers")).isEqualTo(labels(OptimizerName.values()));
        assertThat(names("Losses")).isEqualTo(labels(LossName.values()));
        assertThat(names("What a training minimises"))
                .containsExactly("class-weights", "class-weights: balanced", "label-smoothing");
        assertThat(names("Activations")).isEqualTo(labels(ActivationName.values()));
        assertThat(names("Initial values")).isEqualTo(labels(Initial.Scale.values()));
    }

    @Test
    void leavesNoCellOfAFormulaOrAComparisonEmpty() {
        assertThat(rows("Initial values"))
                .allSatisfy(row -> assertThat(row.subList(0, 4)).doesNotContain(""));
        assertThat(rows("What a training minimises"))
                .allSatisfy(row -> assertThat(row.subList(0, 4)).doesNotContain(""));
        assertThat(rows("Losses"))
                .allSatisfy(row -> assertThat(row.subList(0, 5)).doesNotContain(""));
        for (String heading : List.of("Optimizers", "Activations")) {
            assertThat(rows(heading)).allSatisfy(row -> assertThat(row.get(1)).isNotEmpty());
            assertThat(rows(heading))
                    .allSatisfy(row -> assertThat(row.subList(row.size() - 3, row.size() - 1))
                            .doesNotContain(""));
        }
    }

    @ParameterizedTest
    @EnumSource(OptimizerName.class)
    void hasTheDefaultsOfTheOptimizer(OptimizerName name) throws ReflectiveOperationException {
        List<String> row = row("Optimizers", name);
        Map<String, Double> code = new LinkedHashMap<>();
        OptimizerSpec defaults = name.defaults();
        for (RecordComponent component : defaults.getClass().getRecordComponents()) {
            String label = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            Object value = component.getAccessor().invoke(defaults);
            if (value instanceof Named choice) {
                assertThat(row.get(3)).contains("`" + label + "` " + choice.label());
            } else {
                code.put(label, (Double) value);
            }
        }

        assertThat(Double.valueOf(row.get(2))).isEqualTo(name.usualLearningRate());
        assertThat(defaults(row.get(3))).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(ActivationName.class)
    void hasTheDefaultsOfTheActivation(ActivationName name) {
        Map<String, Double> code = new LinkedHashMap<>();
        for (Hyperparameter one : name.hyperparameters()) {
            code.put(one.label(), one.initial());
        }

        assertThat(defaults(row("Activations", name).get(2))).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(LossName.class)
    void hasTheUsualActivationOfTheLoss(LossName name) {
        assertThat(row("Losses", name).get(1))
                .isEqualTo("`" + name.usualActivation().label() + "`");
    }
}
