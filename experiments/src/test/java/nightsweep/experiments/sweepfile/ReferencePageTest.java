package nightsweep.experiments.sweepfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.Named;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.sweep.EvaluationSpec;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.TraceQuantity;
import nightsweep.experiments.training.Augmentation;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.EngineChoice;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.RateUse;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencePageTest {
    private static final Path PAGE = Path.of("docs", "sweep-file.md");

    static Stream<String> names() {
        return Stream.<Named[]>of(
                        Initial.Scale.values(),
                        Clipping.Kind.values(),
                        Penalty.Reach.values(),
                        RateUse.values(),
                        EngineChoice.values(),
                        EngineChoice.Precision.values(),
                        LearningRate.Unit.values(),
                        TrainingSpec.LastBatch.values(),
                        DataSource.Shape.values(),
                        DataSource.Header.values(),
                        DataSource.Colours.values(),
                        Augmentation.Flip.values(),
                        Scaling.Over.values(),
                        Metric.values(),
                        Doubt.values(),
                        EvaluationSpec.Dropout.values(),
                        EvaluationSpec.Histograms.values(),
                        TraceQuantity.values())
                .flatMap(Arrays::stream)
                .map(Named::label);
    }

    @ParameterizedTest
    @MethodSource("names")
    void tellsEveryName(String name) throws IOException {
        assertThat(Files.readString(PAGE)).containsPattern("`[^`\n]*\\b" + Pattern.quote(name) + "\\b[^`\n]*`");
    }

    /** {@code FormulasPageTest} sees to it that those pages have each name, and nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"optimizers", "activations", "losses"})
    void pointsToThePageThatTellsTheOthers(String heading) throws IOException {
        assertThat(Files.readString(PAGE)).contains("[formulas.md](formulas.md#" + heading + ")");
    }

    @Test
    void showsAFileThatCanBeRead() throws IOException, SweepFileException {
        Matcher example =
                Pattern.compile("```yaml\n(name: .*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));

        assertThat(example.find()).isTrue();
        assertThat(SweepFile.parse(example.group(1), "example").configurations())
                .hasSize(4);
    }

    @Test
    void showsAGridThatCanBeRead() throws IOException, SweepFileException {
        Matcher example =
                Pattern.compile("```yaml\n(grid:.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));

        assertThat(example.find()).isTrue();
        List<String> labels = new SweepText(
                        "digits",
                        "[$hidden, {output: {units: 10, loss: cross-entropy}}]",
                        "{optimizer: $optimizer}",
                        example.group(1))
                .parsed().axes().stream()
                        .flatMap(axis -> axis.values().stream())
                        .toList();
        assertThat(labels).containsExactly("sgd", "{adam: {beta1: 0.8}}", "none", "one", "two");
    }
}
