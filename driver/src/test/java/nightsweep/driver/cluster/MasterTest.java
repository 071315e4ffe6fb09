package nightsweep.driver.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasterTest {
    @ParameterizedTest
    @ValueSource(strings = {"local", "local[1]", "local[*]", "local[ 4 , 2 ]", "local[1000]"})
    void trainsInTheDriver(String url) {
        assertThat(new Master(url).inDriver()).isTrue();
        assertThat(new Master(url).local()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark://host:7077",
                "spark://one:7077,two:7077",
                "yarn",
                "k8s://https://10.0.0.1:6443",
                "k8s://host:443",
                "other://host"
            })
    void trainsElsewhere(String url) {
        assertThat(new Master(url).local()).isFalse();
        assertThat(new Master(url).inDriver()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | it is no Spark master",
                "'' | it is no Spark master",
                "locale | 1 or more slots",
                "local[0] | 1 or more slots",
                "local[-1] | 1 or more slots",
                "local[x] | 1 or more slots",
                "local[2 | 1 or more slots",
                "spark:// | spark://HOST:PORT",
                "spark://host | spark://HOST:PORT",
                "spark://host:port | spark://HOST:PORT",
                "k8s:// | k8s://https://HOST:PORT",
                "host:7077 | it is no Spark master"
            })
    void isToldHowItIsWritten(String url, String told) {
        assertThatThrownBy(() -> new Master(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot run on " + url + ": ")
                .hasMessageContaining(told);
    }
}
