package nightsweep.driver.summary;

import static org.assertj.core.api.Assertions.assertThat;

import nightsweep.experiments.outcome.Provenance;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
    private static final String REASON = "dl4j: Softmax in a hidden layer is trained by DL4J only.";

    private final Arithmetic arithmetic = new Arithmetic();

    private void add(String engine, String blas) {
        arithmetic.add(new Provenance("1", 7, 8, "sum", engine, "jvm 17", "os", "cpu", blas, "d", "s", "h"));
    }

    @Test
    void saysNothingOfTrialsThatWereComputedAlike() {
        add("fused (vectors of 512 bits)", "MKL");
        add("fused (vectors of 512 bits)", "MKL");
        add(REASON, "MKL");

        assertThat(arithmetic.note()).isEmpty();
    }

    @Test
    void namesEachWayInWhichAnEngineComputed() {
        add("fused (vectors of 512 bits)", "MKL");
        add("fused (no vectors)", "MKL");
        add("fused (no vectors)", "MKL");

        assertThat(arithmetic.note())
                .contains("Not all trials were computed alike, so their last digits cannot be compared: 2 by fused (no"
                        + " vectors), MKL, jvm 17, Nightsweep 1; 1 by fused (vectors of 512 bits), MKL, jvm 17,"
                        + " Nightsweep 1.");
    }

    @Test
    void tellsLibrariesApart() {
        add(REASON, "MKL");
        add(REASON, "OpenBLAS");

        assertThat(arithmetic.note().orElseThrow()).contains("1 by dl4j, MKL", "1 by dl4j, OpenBLAS");
    }
}
