package nightsweep.driver.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweepfile.SweepFile;
import org.junit.jupiter.api.Test;

class PlanTextTest {
    @Test
    void tellsWhatWillBeDone() throws UnreadableDataException {
        Plan plan = Plan.of(Sweeps.outputs(3), dataset -> Sweeps.MNIST);

        assertThat(PlanText.of(plan, OptionalInt.of(2), 80)).isEqualTo("""
                        outputs: 4 configurations x 3 repeats = 12 trials
                        data       mnist: 54,000 to train on, 6,000 to validate, 10,000 to test on; 28x28 pixels, 10 classes
                        network    784-512-128-10, 468,874 parameters
                        engine     fused
                        objective  accuracy on validation examples

                        Configurations
                        #  output   optimizer  estimated
                        -  -------  ---------  ---------
                        1  softmax  sgd        66 s
                        2  softmax  adam       82 s
                        3  relu     sgd        66 s
                        4  relu     adam       82 s

                        Doubtful, but trained:
                          configurations 3, 4 (unsuited-loss): cross-entropy on relu outputs takes logarithms of outputs that may be 0, which are infinite: use softmax.

                        About 3 min on 2 slots, 5 min of training in all.
                        """);
    }

    @Test
    void tellsWhatCannotBeTrainedAndWhichNetworksDiffer() throws UnreadableDataException {
        Plan plan = Plan.of(Sweeps.widths(10, 3, 4, 3), dataset -> Sweeps.MNIST);

        assertThat(PlanText.of(plan, OptionalInt.of(1), 80)).isEqualTo("""
                        widths: 4 configurations x 1 repeat = 4 trials
                        data       mnist: 54,000 to train on, 6,000 to validate, 10,000 to test on; 28x28 pixels, 10 classes
                        network    3 different ones
                        engine     fused
                        objective  accuracy on test examples, as none are kept for validation: the best figure flatters itself

                        Configurations
                        #  units  network  parameters  estimated
                        -  -----  -------  ----------  ---------
                        1  10     784-10         7850  under 1 s
                        2  3      784-3          2355  invalid
                        3  4      784-4          3140  invalid
                        4  3      784-3          2355  invalid

                        Invalid, and not trained:
                          configurations 2, 4: An output layer of 3 units cannot tell 10 classes apart: give it 10 units.
                          configuration 3: An output layer of 4 units cannot tell 10 classes apart: give it 10 units.

                        About 8 s on 1 slot.
                        """);
    }

    @Test
    void tellsWhatIsMeant() throws UnreadableDataException {
        Plan plan = Plan.of(
                PlanTest.meaning(Sweeps.outputs(3), Doubt.UNSUITED_LOSS, Doubt.SAME_WORK), dataset -> Sweeps.MNIST);

        assertThat(PlanText.of(plan, OptionalInt.of(2), 80))
                .doesNotContain("Doubtful")
                .contains(
                        "\n\nIntended, and to be learnt from:\n  configurations 3, 4 (unsuited-loss): cross-entropy on")
                .contains("\n\nIntended, but nowhere to be found: same-work.\n\nAbout 3 min");
    }

    @Test
    void tellsWhichConfigurationsUseWhichData() throws UnreadableDataException {
        DatasetFacts columns = new DatasetFacts(4, 10, 120, 0, 30, List.of(4));
        Plan plan = Plan.of(
                Sweeps.datasets(Sweeps.mnist(0), Sweeps.folder("iris"), Sweeps.mnist(0)),
                dataset -> dataset.equals(Sweeps.mnist(0)) ? Sweeps.MNIST : columns);

        assertThat(PlanText.of(plan, OptionalInt.empty(), 80))
                .contains("\ndata       mnist: 54,000 to train on, 6,000 to validate, 10,000 to test on; 28x28 pixels, "
                        + "10 classes (configurations 1, 3)\n"
                        + "data       iris: 120 to train on, 30 to test on; 4 values, 10 classes (configuration 2)\n")
                .endsWith("of training in all, shared by the slots of the cluster.\n");
    }

    @Test
    void tellsHowFarAndHowOftenConfigurationsAreTrained() throws Exception {
        Sweep sweep = SweepFile.parse("""
                name: many
                dataset: {name: mnist, validation: 0.1}
                network:
                  - dense: {units: $units, activation: relu}
                  - output: {units: 10, loss: cross-entropy}
                training: {epochs: 9, batch-size: 100, learning-rate: 0.1}
                grid: {units: {from: 4, to: 400}}
                repeats: 5
                search: {method: tpe, trials: 27, window: 4, rungs: {}, control: 0.5, finalists: 3, most-repeats: 8}
                """, "many");

        assertThat(PlanText.of(Plan.of(sweep, dataset -> Sweeps.MNIST), OptionalInt.of(2), 80))
                .startsWith("many: 27 configurations to be proposed x 1 repeat = 27 trials;")
                .contains(
                        "\nrungs      27 configurations to epoch 1, 9 to epoch 3, 3 to epoch 9: 63 epochs or a little more, in"
                                + " place of 243; and about 90 for the control group\n")
                .contains(
                        "\nfinalists  the best 3 in 5 repeats: 12 trials more, and up to 21 while they cannot be told apart,"
                                + " in 8 repeats at most\n");
    }

    @Test
    void tellsAtTheEndHowDataWereRead() throws UnreadableDataException {
        DatasetFacts table = new DatasetFacts(
                4, 10, 120, 0, 30, List.of(4), List.of(), List.of("In a.csv cells are apart by tabs."), List.of());
        Plan plan = Plan.of(Sweeps.outputs(3), dataset -> table);

        assertThat(PlanText.of(plan, OptionalInt.of(1), 80))
                .endsWith(" on 1 slot.\nIn a.csv cells are apart by tabs.\n");
    }

    @Test
    void countsOnTheSlotsThatThereAre() throws UnreadableDataException {
        Plan plan = Plan.of(Sweeps.outputs(3), dataset -> Sweeps.MNIST);

        assertThat(PlanText.time(plan, OptionalInt.of(1))).isEqualTo("About 5 min on 1 slot.");
        assertThat(PlanText.time(plan, OptionalInt.of(12)))
                .isEqualTo("About 35 s on 12 slots, 5 min of training in all.");
    }
}
