package nightsweep.driver.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"local | 1", "local[3] | 3", "local[*] | 8", "local[4,2] | 4", "local[ * , 2 ] | 8"})
    void countsThoseOfThisMachine(String master, int slots) {
        assertThat(Slots.of(master, 8)).hasValue(slots);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"spark://host:7077", "yarn", "k8s://https://host", "local[0]", "local[99999999999]", "locale"})
    void leavesOthersToTheCluster(String master) {
        assertThat(Slots.of(master, 8)).isEmpty();
    }
}
