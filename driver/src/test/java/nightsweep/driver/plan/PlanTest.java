package nightsweep.driver.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.catalog.Catalog;
import nightsweep.experiments.catalog.CatalogEntry;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.review.Severity;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.worker.dataset.source.DataException;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final DataLookup MNIST = dataset -> Sweeps.MNIST;

    @Test
    void holdsEveryTrialOnceInOrder() throws UnreadableDataException {
        Plan plan = Plan.of(Sweeps.outputs(3), MNIST);

        assertThat(plan.trials())
                .extracting(planned -> planned.trial().number())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(plan.trainable()).isEqualTo(plan.trials());
        assertThat(plan.trials().get(0).parameters()).isEqualTo(468_874);
        assertThat(plan.trials().get(0).steps()).isEqualTo(15 * 844);
    }

    @Test
    void looksUpEachDataSetOnce() throws UnreadableDataException {
        List<DatasetSpec> asked = new ArrayList<>();

        Plan plan = Plan.of(Sweeps.outputs(2), dataset -> {
            asked.add(dataset);
            return Sweeps.MNIST;
        });

        assertThat(asked).containsExactly(Sweeps.mnist(0.1));
        assertThat(plan.facts()).containsExactly(Map.entry(Sweeps.mnist(0.1), Sweeps.MNIST));
    }

    @Test
    void tellsAllUnreadableDataAtOnce() {
        DataLookup nothing = dataset -> {
            throw new DataException("There is no folder " + dataset.source().label() + ".");
        };

        assertThatThrownBy(() ->
                        Plan.of(Sweeps.datasets(Sweeps.mnist(0), Sweeps.folder("hoda"), Sweeps.mnist(0.1)), nothing))
                .isInstanceOf(UnreadableDataException.class)
                .hasMessage("""
                        Cannot read the data of sweep datasets:
                          There is no folder mnist.
                          There is no folder hoda.""");
    }

    @Test
    void knowsWhichTrialsCannotBeTrained() throws UnreadableDataException {
        Plan plan = Plan.of(Sweeps.widths(10, 3), MNIST);

        assertThat(plan.invalid()).containsExactly(plan.trials().get(1));
        assertThat(plan.trainable()).containsExactly(plan.trials().get(0));
        assertThat(plan.invalid().get(0).objections())
                .isEqualTo("An output layer of 3 units cannot tell 10 classes apart: give it 10 units.");
        assertThat(plan.invalid().get(0).estimatedMillis()).isZero();
    }

    @Test
    void trainsTheSameWorkOnce() throws UnreadableDataException {
        Plan plan = Plan.of(Sweeps.widths(10, 10, 3, 3), MNIST);

        assertThat(plan.trials()).hasSize(4);
        assertThat(plan.trainable()).containsExactly(plan.trials().get(0));
        assertThat(plan.trials().get(1).findings())
                .extracting(Object::toString)
                .containsExactly(
                        "doubtful (same-work): Stands for the same work as configuration 1, so both get the result of one "
                                + "training: leave one out.");
    }

    @Test
    void givesEachSlotTheNextTrialAsItFallsFree() throws UnreadableDataException {
        Plan plan = Plan.of(Sweeps.outputs(1), MNIST);
        double sgd = plan.trials().get(0).estimatedMillis();
        double adam = plan.trials().get(1).estimatedMillis();

        assertThat(plan.estimatedMillis()).isCloseTo(2 * sgd + 2 * adam, within(1e-6));
        assertThat(plan.estimatedMillis(1)).isCloseTo(plan.estimatedMillis(), within(1e-6));
        assertThat(plan.estimatedMillis(2)).isCloseTo(2 * adam, within(1e-6));
        assertThat(plan.estimatedMillis(3)).isCloseTo(sgd + adam, within(1e-6));
        assertThat(plan.estimatedMillis(4)).isCloseTo(adam, within(1e-6));
        assertThatThrownBy(() -> plan.estimatedMillis(0)).hasMessage("slots must be positive, but got 0.");
    }

    @Test
    void tellsAFindingOfManyConfigurationsOnce() throws UnreadableDataException {
        Plan plan = Plan.of(Sweeps.outputs(2), MNIST);

        List<SharedFinding> shared = SharedFinding.of(plan, Severity.DOUBTFUL);

        assertThat(shared).hasSize(1);
        assertThat(shared.get(0).configurations()).containsExactly(3, 4);
        assertThat(shared.get(0).where()).isEqualTo("configurations 3, 4");
        assertThat(shared.get(0).finding().message()).startsWith("cross-entropy on relu outputs takes logarithms");
        assertThat(SharedFinding.of(plan, Severity.INVALID)).isEmpty();
    }

    @Test
    void takesWhatIsMeantForALesson() throws UnreadableDataException {
        Sweep sweep = meaning(Sweeps.outputs(2), Doubt.UNSUITED_LOSS, Doubt.LARGE_RATE);

        Plan plan = Plan.of(sweep, MNIST);

        assertThat(SharedFinding.of(plan, Severity.DOUBTFUL)).isEmpty();
        assertThat(SharedFinding.of(plan, Severity.LESSON))
                .singleElement()
                .asString()
                .startsWith("configurations 3, 4 (unsuited-loss): cross-entropy on relu outputs takes logarithms");
        assertThat(plan.intendedForNothing()).containsExactly(Doubt.LARGE_RATE);
        assertThat(plan.trainable()).hasSize(8);
    }

    @Test
    void findsThatThePublishedRowsAreEightComputations() throws Exception {
        CatalogEntry entry = Catalog.find("mnist-activation-loss-optimizer").orElseThrow();
        Sweep sweep = SweepFile.parse(entry.text(), entry.name());

        Plan plan = Plan.of(sweep, MNIST);
        Plan each = Plan.trainingEach(sweep, MNIST);

        assertThat(plan.equal())
                .extracting(
                        group -> group.stream().map(one -> one.trial().number()).toList())
                .containsExactly(List.of(1, 4), List.of(5, 6));
        assertThat(plan.trials().stream().filter(one -> one.sameAs().isEmpty())).hasSize(8);
        assertThat(plan.trials().get(5).sameAs()).hasValue(5);
        assertThat(plan.estimatedMillis()).isLessThan(each.estimatedMillis());
        assertThat(each.equal()).isEmpty();
    }

    static Sweep meaning(Sweep sweep, Doubt... intended) {
        return new Sweep(
                sweep.name(),
                sweep.description(),
                sweep.axes(),
                sweep.configurations(),
                sweep.objective(),
                sweep.repeats(),
                sweep.seed(),
                sweep.stopping(),
                sweep.published(),
                List.of(intended),
                sweep.traces(),
                Optional.empty());
    }

    @Test
    void shortensRunsOfNumbers() {
        assertThat(SharedFinding.where(List.of(1, 2, 3, 5, 7, 8), 9)).isEqualTo("configurations 1-3, 5, 7, 8");
        assertThat(SharedFinding.where(List.of(4), 9)).isEqualTo("configuration 4");
        assertThat(SharedFinding.where(List.of(1, 2), 2)).isEqualTo("all configurations");
        assertThat(SharedFinding.where(List.of(1), 1)).isEqualTo("the only configuration");
    }
}
