package nightsweep.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import nightsweep.driver.submit.SparkOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LauncherTest {
    static Stream<String> options() {
        return Stream.concat(
                Arrays.stream(SparkOption.values()).map(SparkOption::word),
                Stream.of(SparkOption.CONF, SparkOption.PROPERTIES_FILE));
    }

    @ParameterizedTest
    @MethodSource("options")
    void knowsWhatGoesToSparksSubmission(String option) throws IOException {
        String script = Files.readString(Path.of("bin/nightsweep"));

        assertThat(script).contains(option + "=*");
    }
}
