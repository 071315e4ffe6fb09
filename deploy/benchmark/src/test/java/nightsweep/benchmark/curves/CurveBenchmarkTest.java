package nightsweep.benchmark.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nightsweep.driver.search.rungs.RungPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurveBenchmarkTest {
    private static final RungPlan PLAN = new RungPlan(List.of(1, 3, 9), 3);

    @TempDir
    private Path folder;

    private List<String> told() throws IOException {
        List<String> told = new ArrayList<>();
        new CurveBenchmark(folder, 2).run(told::add);
        return told;
    }

    /** On one slot, each epoch an hour, the setting's number its loss. */
    private static VirtualSlots.Night night(int slots, Strategy strategy) {
        return new VirtualSlots(slots, job -> 1, Job::setting).run(strategy);
    }

    @Test
    void countsCostAndTime() {
        VirtualSlots.Night one = night(1, new FullTraining(9, 9));
        VirtualSlots.Night four = night(4, new FullTraining(9, 9));

        assertThat(one.epochs()).isEqualTo(81);
        assertThat(one.time()).isEqualTo(81);
        assertThat(four.time()).isEqualTo(27);
    }

    @Test
    void waysToStopEarlyCostWhatTheyShould() {
        long halving = 9 + 3 * 2 + 6;

        assertThat(night(2, new Halving(PLAN.epochs(), PLAN.trials(9))).epochs())
                .isEqualTo(halving);
        assertThat(night(2, new Halving(List.of(1, 9), List.of(9, 2))).epochs()).isEqualTo(9 + 2 * 8);
        // Leaders come first: no more go on than in halving.
        assertThat(night(1, new OrderedRungs(PLAN, 9)).epochs()).isEqualTo(halving);
        assertThat(night(1, new AsynchronousHalving(PLAN, 9, AsynchronousHalving.Others.PAUSE))
                        .epochs())
                .isEqualTo(halving);
        // Of the first there is nobody to compare with; of all others some came before that were better.
        assertThat(night(1, new AsynchronousHalving(PLAN, 9, AsynchronousHalving.Others.STOP))
                        .epochs())
                .isEqualTo(9 + 8);
    }

    @Test
    void tellsEveryStrategyOfAFamily() throws IOException {
        String header = IntStream.rangeClosed(1, 52).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
        StringBuilder rows = new StringBuilder("id,v0," + header + "\n");
        for (int i = 0; i < 300; i++) {
            int setting = i;
            rows.append(i).append(",9,");
            rows.append(IntStream.rangeClosed(1, 52)
                            .mapToObj(epoch -> setting % 10 == 0 ? "nan" : String.valueOf(1 + setting + 1.0 / epoch))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        Files.writeString(folder.resolve("taskset-a.csv"), rows);

        List<String> told = told();

        assertThat(told.get(0)).startsWith("taskset: 1 tasks x 2 seeds x 243 settings");
        assertThat(told).hasSize(10);
        assertThat(told.get(9)).startsWith("  ordered rungs ").endsWith("same 2 of 2");
        // A curve that tells its end from the start: as good as training all.
        assertThat(told.get(9).substring(24, 47)).isEqualTo(told.get(1).substring(24, 47));
    }

    @Test
    void refusesWhatHoldsNoCurves() throws IOException {
        assertThatThrownBy(this::told).hasMessageContaining("There are no curves in " + folder);

        Files.writeString(folder.resolve("lcbench-a.csv"), "id,x\n1,2\n");

        assertThatThrownBy(this::told).hasMessage("lcbench-a has no curves: there are no columns e\\d+.");
    }
}
