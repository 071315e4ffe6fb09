package nightsweep.driver.schedule;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nightsweep.driver.schedule.spark.SparkSlots;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Spark itself throws where an application cannot begin, in sentences. */
class RefusedApplicationIT {
    @AfterEach
    void forgetProperties() {
        List.of("spark.executor.memory", "spark.driver.bindAddress").forEach(System::clearProperty);
    }

    @Test
    void tellsThatExecutorsAreTooSmall() {
        System.setProperty("spark.executor.memory", "100m");

        assertThatThrownBy(() -> SparkSlots.start("local[1]", "test"))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("Cannot run on local[1]: Executor memory 104857600 must be at least ")
                .hasMessageEndingWith(
                        "Change --conf spark.executor.memory, and with it spark.executor.memoryOverhead.");
    }

    @Test
    void tellsThatNothingSpeaksToSuchACluster() {
        assertThatThrownBy(() -> SparkSlots.start("mesos://127.0.0.1:5050", "test"))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("Cannot run on mesos://127.0.0.1:5050: ")
                .hasMessageContaining("this Spark has nothing that speaks to such a cluster");
    }

    @Test
    void tellsThatItCannotListen() {
        System.setProperty("spark.driver.bindAddress", "192.0.2.1");

        assertThatThrownBy(() -> SparkSlots.start("local[1]", "test"))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("Cannot run on local[1]: ")
                .hasMessageContaining("Look at spark.driver.bindAddress");
    }
}
