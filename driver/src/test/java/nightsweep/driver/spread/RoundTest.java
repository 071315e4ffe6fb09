package nightsweep.driver.spread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundTest {
    @ParameterizedTest
    @CsvSource({"30,1,2,4", "31,3,3,10", "2,5,3,1", "938,1,2,10", "7,2,4,100"})
    void dealsEveryMinibatchOnce(int stepsPerEpoch, int epochs, int slots, int averagedEvery) {
        List<Long> dealt = new ArrayList<>();
        long rounds = 0;
        long total = (long) stepsPerEpoch * epochs;
        for (long first = 0; first < total; ) {
            Round round = Round.at(first, stepsPerEpoch, slots, averagedEvery, 0);
            for (int slot = 0; slot < round.slots(); slot++) {
                assertThat(round.steps(slot)).isBetween(1, averagedEvery);
                for (int step = 0; step < round.steps(slot); step++) {
                    assertThat(round.minibatch(slot, step) / stepsPerEpoch).isEqualTo(round.epoch());
                    dealt.add(round.minibatch(slot, step));
                }
            }
            first += round.minibatches();
            rounds++;
        }

        assertThat(dealt)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, total).boxed().toList());
        assertThat(rounds).isEqualTo(Round.count(stepsPerEpoch, epochs, slots, averagedEvery));
    }
}
