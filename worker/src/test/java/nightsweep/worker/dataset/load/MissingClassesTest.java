package nightsweep.worker.dataset.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightsweep.experiments.Doubt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingClassesTest {
    @ParameterizedTest
    @ValueSource(strings = {"NA", "?", "n/a", "NaN", "null"})
    void areDoubted(String label) {
        assertThat(MissingClasses.of(List.of("a", label))).singleElement().satisfies(remark -> {
            assertThat(remark.doubt()).isEqualTo(Doubt.MISSING_AS_CLASS);
            assertThat(remark.message()).startsWith("\"" + label + "\" in the place of a label");
        });
    }

    @Test
    void areNotWordsThatMayBeAnAnswer() {
        assertThat(MissingClasses.of(List.of("none", "missing", "-", "a"))).isEmpty();
    }
}
