package nightsweep.experiments.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> NAMES =
            List.of("learning-rate", "l1", "l2", "mean-squared-error", "relu", "cross-entropy", "batch-size");

    @ParameterizedTest
    @CsvSource({
        "learningrate, learning-rate",
        "learning_rate, learning-rate",
        "LearningRate, learning-rate",
        "laerning-rate, learning-rate",
        "lr, learning-rate",
        "MSE, mean-squared-error",
        "ReLU, relu",
        "crossentropy, cross-entropy",
        "l3, l1",
        "batchsiez, batch-size",
    })
    void findsWhatWasMeant(String written, String meant) {
        assertThat(Suggestion.among(NAMES, written)).isEqualTo("Maybe \"" + meant + "\"?");
    }

    @Test
    void listsWhatThereIsWhereNothingIsNear() {
        assertThat(Suggestion.among(List.of("relu", "tanh"), "gaussian")).isEqualTo("There are: relu, tanh.");
        assertThat(Suggestion.among(List.of(), "gaussian")).isEqualTo("There are none.");
    }

    @ParameterizedTest
    @CsvSource({"'', '', 0", "abc, abc, 0", "abc, '', 3", "abc, acb, 1", "kitten, sitting, 3", "ca, abc, 3"})
    void countsEdits(String a, String b, int edits) {
        assertThat(Suggestion.distance(a, b)).isEqualTo(edits);
        assertThat(Suggestion.distance(b, a)).isEqualTo(edits);
    }
}
