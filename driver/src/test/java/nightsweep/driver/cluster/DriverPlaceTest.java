package nightsweep.driver.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DriverPlaceTest {
    @Test
    void isWhereItIsTold() {
        assertThat(DriverPlace.of(Map.of(), Map.of("spark.submit.deployMode", "client")))
                .isEqualTo(DriverPlace.HERE);
        assertThat(DriverPlace.of(Map.of(), Map.of("spark.submit.deployMode", "cluster")))
                .isEqualTo(DriverPlace.WORKER);
        assertThat(DriverPlace.of(Map.of("CONTAINER_ID", "container_1700000000000_0001_02_000001"), Map.of()))
                .isEqualTo(DriverPlace.YARN_CONTAINER);
        assertThat(DriverPlace.of(Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1"), Map.of()))
                .isEqualTo(DriverPlace.POD);
    }

    @Test
    void lastsOnlyWhereSomebodyTypedTheCommand() {
        for (DriverPlace place : DriverPlace.values()) {
            assertThat(place.lasting()).as(place.name()).isEqualTo(place == DriverPlace.HERE);
        }
    }
}
