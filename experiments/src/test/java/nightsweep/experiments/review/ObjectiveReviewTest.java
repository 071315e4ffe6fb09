package nightsweep.experiments.review;

import static nightsweep.experiments.review.Cases.network;
import static nightsweep.experiments.review.Cases.output;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.EvaluationSpec;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Objective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObjectiveReviewTest {
    private static final DatasetFacts MAIL =
            new DatasetFacts(2, 2, 250, 50, 250, List.of(2), List.of(), List.of(), List.of("ham", "spam"));
    private static final LayerSpec SOFTMAX = output(2, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY);
    private static final LayerSpec TANH = output(2, ActivationName.TANH, LossName.SQUARED_ERROR);
    private static final LayerSpec SIGMOID = output(1, ActivationName.SIGMOID, LossName.BINARY_CROSS_ENTROPY);
    private static final LayerSpec TWO_SIGMOIDS = output(2, ActivationName.SIGMOID, LossName.BINARY_CROSS_ENTROPY);

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "ROOT_MEAN_SQUARED_ERROR",
                "MEAN_ABSOLUTE_ERROR",
                "MEDIAN_ABSOLUTE_ERROR",
                "R2",
                "EXPLAINED_VARIANCE"
            })
    void findsNothingWhereEveryFigureIsDefined(Metric metric) {
        DatasetFacts six = new DatasetFacts(
                2, 6, 250, 50, 250, List.of(2), List.of(), List.of(), List.of("a", "b", "c", "d", "e", "spam"));
        LayerSpec output = output(6, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY);

        assertThat(review(objective(metric, "spam"), output, six, 300)).isEmpty();
    }

    @Test
    void refusesAClassThatIsNotThere() {
        assertThat(review(objective(Metric.CLASS_RECALL, "eggs"), SOFTMAX, MAIL, 1_000))
                .containsExactly(
                        "The objective is the recall of eggs, but there is no such class. There are: ham, spam.");
        assertThat(review(objective(Metric.CLASS_RECALL, "spam"), SOFTMAX, MAIL, 1_000))
                .isEmpty();
    }

    @Test
    void refusesProbabilitiesThatAreNone() {
        Objective brier = objective(Metric.BRIER_SCORE, "");

        assertThat(review(brier, SOFTMAX, MAIL, 1_000)).isEmpty();
        assertThat(review(brier, SIGMOID, MAIL, 1_000)).isEmpty();
        assertThat(review(brier, TANH, MAIL, 1_000)).singleElement().asString().contains("needs probabilities");
        assertThat(review(brier, TWO_SIGMOIDS, MAIL, 1_000)).hasSize(1);
    }

    @Test
    void refusesPlacesForEveryClass() {
        assertThat(review(objective(Metric.TOP_2_ACCURACY, ""), SOFTMAX, MAIL, 1_000))
                .singleElement()
                .asString()
                .contains("is 1 whatever is learnt");
    }

    @Test
    void refusesMoreOutputsThanAreKept() {
        assertThat(review(objective(Metric.ROC_AUC, ""), SOFTMAX, MAIL, 100)).isEmpty();
        assertThat(review(objective(Metric.ROC_AUC, ""), SOFTMAX, MAIL, 99))
                .singleElement()
                .asString()
                .contains("needs every output for 50 examples of 2 classes");
        assertThat(review(objective(Metric.MACRO_F1, ""), SOFTMAX, MAIL, 99)).isEmpty();
    }

    private static Objective objective(Metric metric, String ofClass) {
        return new Objective(metric, metric.usualGoal(), metric.ofOneClass() ? Optional.of(ofClass) : Optional.empty());
    }

    private static List<String> review(Objective objective, LayerSpec output, DatasetFacts facts, long most) {
        Configuration configuration = new Configuration(
                1,
                Map.of(),
                Cases.POINTS,
                network(output),
                Cases.ADAM,
                new EvaluationSpec(EvaluationSpec.Dropout.WITHOUT));
        return Cases.messages(Severity.INVALID, ObjectiveReview.of(objective, configuration, facts, most));
    }
}
