package nightsweep.driver.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nightsweep.driver.table.CsvTable;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Sweep;
import org.junit.jupiter.api.Test;

class PlanTableTest {
    @Test
    void hasARowForEveryTrial() throws UnreadableDataException {
        Plan plan = Plan.of(Sweeps.widths(10, 3), dataset -> Sweeps.MNIST);
        PlannedTrial first = plan.trials().get(0);
        PlannedTrial second = plan.trials().get(1);

        assertThat(CsvTable.text(PlanTable.trials(plan)).lines())
                .containsExactly(
                        "trial,id,configuration,units,repeat,seed,parameters,engine,steps,estimated-seconds,same-as,findings",
                        "1," + first.trial().id() + ",1,10,0," + first.trial().seed() + ",7850,fused,844,0.2,,",
                        "2," + second.trial().id() + ",2,3,0," + second.trial().seed() + ",2355,fused,844,0.0,,"
                                + "invalid: An output layer of 3 units cannot tell 10 classes apart: give it 10 units.");
    }

    @Test
    void numbersTrialsAndRepeats() throws UnreadableDataException {
        Plan plan = Plan.of(Sweeps.outputs(2), dataset -> Sweeps.MNIST);

        List<String> rows =
                CsvTable.text(PlanTable.trials(plan)).lines().skip(1).toList();

        assertThat(rows).hasSize(8);
        assertThat(rows.get(3)).startsWith("4," + plan.trials().get(3).trial().id() + ",2,softmax,adam,1,");
    }

    @Test
    void keepsAxesApartFromItsOwnColumns() throws UnreadableDataException {
        Sweep sweep = Sweeps.sweep(
                "seeds",
                new Axis("seed", List.of("a")),
                List.of(Sweeps.configuration(
                        1,
                        Map.of("seed", "a"),
                        Sweeps.mnist(0),
                        Sweeps.network(List.of(), 10, ActivationName.SOFTMAX))));

        assertThat(CsvTable.text(PlanTable.trials(Plan.of(sweep, dataset -> Sweeps.MNIST))))
                .startsWith("trial,id,configuration,axis-seed,repeat,seed,");
    }
}
