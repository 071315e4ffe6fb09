package nightsweep.experiments.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrialTest {

    private static Configuration configuration(int number, OptimizerName optimizer) {
        Initial start = new Initial.Scaled(Initial.Scale.HE);
        Initial zero = new Initial.Constant(0);
        NetworkSpec network = new NetworkSpec(List.of(
                new LayerSpec.Dense(3, Activation.of(ActivationName.RELU), 0.2, start, zero),
                new LayerSpec.Output(2, Activation.of(ActivationName.SOFTMAX), LossName.CROSS_ENTROPY, start, zero)));
        TrainingSpec training = TrainingSpec.builder(2, 32, optimizer.defaults(), LearningRate.constant(0.01))
                .build();
        return new Configuration(
                number,
                Map.of("optimizer", optimizer.label()),
                new DatasetSpec(new DataSource.Folder("mnist"), new Scaling.Unit(), 0.1, 0, 0),
                network,
                training,
                new EvaluationSpec(EvaluationSpec.Dropout.WITHOUT));
    }

    private static Sweep sweep(int repeats, long seed, Configuration... configurations) {
        Objective objective = new Objective(Metric.ACCURACY, Objective.Goal.MAXIMIZE);
        return new Sweep("x", "", List.of(), List.of(configurations), objective, repeats, seed, List.of());
    }

    @Test
    void areInOrderConfigurationByConfiguration() {
        Sweep sweep = sweep(3, 42, configuration(1, OptimizerName.SGD), configuration(2, OptimizerName.ADAM));

        List<Trial> trials = sweep.trials();

        assertThat(trials).map(Trial::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(trials).map(Trial::repeat).containsExactly(0, 1, 2, 0, 1, 2);
        assertThat(trials).map(trial -> trial.configuration().number()).containsExactly(1, 1, 1, 2, 2, 2);
        assertThat(trials).map(Trial::id).doesNotHaveDuplicates();
        assertThat(trials).map(trial -> sweep.trial(trial.number())).isEqualTo(trials);
        IntFunction<Trial> byNumber = sweep.byNumber();
        assertThat(trials).map(trial -> byNumber.apply(trial.number())).isEqualTo(trials);
    }

    @Test
    void shareTheirSeedBetweenConfigurations() {
        Sweep sweep = sweep(2, 42, configuration(1, OptimizerName.SGD), configuration(2, OptimizerName.ADAM));

        List<Trial> trials = sweep.trials();

        assertThat(trials.get(0).seed())
                .isEqualTo(trials.get(2).seed())
                .isNotEqualTo(trials.get(1).seed());
        assertThat(trials.get(1).seed()).isEqualTo(trials.get(3).seed());
    }

    @Test
    void keepTheirIdAndSeedBetweenVersions() {
        Trial trial =
                sweep(1, 42, configuration(1, OptimizerName.RMSPROP)).trials().get(0);

        // Known from before: another id would train finished trials again, another seed would change every result.
        assertThat(trial.id().text()).isEqualTo("t-ff06047d0e66");
        assertThat(EarlierTrial.of(trial.configuration(), 0, 42)).isEmpty();
        assertThat(trial.seed()).isEqualTo(6332618229526065668L);
        assertThat(trial.seed(RandomStream.WEIGHTS)).isEqualTo(-1451441013313770160L);
    }

    @Test
    void haveAnotherIdThanUnderEarlierFormulas() {
        Trial trial =
                sweep(1, 42, configuration(1, OptimizerName.ADAM)).trials().get(0);

        EarlierTrial earlier = EarlierTrial.of(trial.configuration(), 0, 42).orElseThrow();

        // What it was while epsilon was added before the correction of bias.
        assertThat(earlier.id().text()).isEqualTo("t-1de6622dd093");
        assertThat(earlier.formulas()).containsExactly("adam");
        assertThat(earlier.computesAlike()).isTrue();
        assertThat(trial.id()).isNotEqualTo(earlier.id());
    }

    @ParameterizedTest
    @CsvSource({
        "2, SIGMOID, HINGE, RELU, hinge",
        "2, SIGMOID, SUMMED_HINGE, RELU,",
        "1, SIGMOID, HINGE, RELU,",
        "2, SIGMOID, BINARY_CROSS_ENTROPY, RELU, binary-cross-entropy",
        "1, SIGMOID, BINARY_CROSS_ENTROPY, RELU,",
        "2, SIGMOID, SQUARED_HINGE, RELU, squared-hinge",
        "2, SOFTPLUS, POISSON, RELU, poisson",
        "2, SOFTMAX, CROSS_ENTROPY, GELU, gelu",
        "2, SOFTMAX, CROSS_ENTROPY, GELU_TANH,",
        "2, SOFTMAX, CROSS_ENTROPY, HARD_SIGMOID, hard-sigmoid",
    })
    void tellWhichFormulaWasAnother(
            int units, ActivationName last, LossName loss, ActivationName hidden, @Nullable String formula) {
        Configuration like = configuration(1, OptimizerName.SGD);
        Initial zero = new Initial.Constant(0);
        NetworkSpec network = new NetworkSpec(List.of(
                new LayerSpec.Dense(3, Activation.of(hidden), 0.2, zero, zero),
                new LayerSpec.Output(units, Activation.of(last), loss, zero, zero)));
        Configuration configuration =
                new Configuration(1, like.point(), like.dataset(), network, like.training(), like.evaluation());

        List<String> formulas = EarlierTrial.of(configuration, 0, 42)
                .map(EarlierTrial::formulas)
                .orElse(List.of());

        assertThat(formulas).isEqualTo(formula == null ? List.of() : List.of(formula));
    }

    @ParameterizedTest
    @EnumSource
    void haveNewIdsWithTheOptimizersThatChanged(OptimizerName name) {
        boolean changed = !List.of("sgd", "adagrad", "adadelta", "rmsprop", "adabelief", "lion")
                .contains(name.label());

        List<TrialId> earlier = EarlierTrial.of(configuration(1, name), 0, 42).stream()
                .map(EarlierTrial::id)
                .toList();

        TrialId now = sweep(1, 42, configuration(1, name)).trials().get(0).id();
        assertThat(earlier).hasSize(changed ? 1 : 0).doesNotContain(now);
    }

    @Test
    void haveAnIdOfTheirContentAndNotOfTheirPlace() {
        Trial alone =
                sweep(1, 42, configuration(1, OptimizerName.ADAM)).trials().get(0);
        Trial second = sweep(2, 42, configuration(1, OptimizerName.SGD), configuration(2, OptimizerName.ADAM))
                .trials()
                .get(2);
        Trial otherSeed =
                sweep(1, 43, configuration(1, OptimizerName.ADAM)).trials().get(0);

        assertThat(second.id()).isEqualTo(alone.id());
        assertThat(otherSeed.id()).isNotEqualTo(alone.id());
    }

    @Test
    void refuseIdsOfAnotherForm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrialId("t-0123456789AB"))
                .withMessage("A trial id is t- and 12 hexadecimal digits, but got t-0123456789AB.");
    }

    @Test
    void belongToTheConfigurationThatAPublishedRowNames() {
        Map<String, String> point = new LinkedHashMap<>(Map.of("optimizer", "adam"));
        PublishedRow row = new PublishedRow(point, "a paper", Map.of(), List.of(), "");
        point.clear();

        assertThat(row.matches(configuration(1, OptimizerName.ADAM))).isTrue();
        assertThat(row.matches(configuration(1, OptimizerName.SGD))).isFalse();
        assertThat(new PublishedRow(Map.of(), "a paper", Map.of(), List.of(), "")
                        .matches(configuration(1, OptimizerName.SGD)))
                .isTrue();
    }

    @Test
    void needConfigurationsAndRepeats() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sweep(1, 42))
                .withMessage("A sweep needs at least one configuration.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sweep(0, 42, configuration(1, OptimizerName.SGD)))
                .withMessage("repeats must be positive, but got 0.");
    }
}
