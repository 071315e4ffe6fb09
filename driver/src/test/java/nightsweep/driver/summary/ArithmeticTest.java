package nightsweep.driver.summary;

import static org.assertj.core.api.Assertions.assertThat;

import nightsweep.experiments.outcome.Provenance;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
    private static final String REASON = "dl4j: Softmax in a hidden layer is trained by DL4J only.";

    private final Arithmetic arithmetic = new Arithmetic();

    private void add(String engine, String blas) {
        add(engine, blas, "jvm 17");
    }

    private void add(String engine, String blas, String jvm) {
        arithmetic.add(new Provenance("1", 7, 8, "sum", engine, jvm, "os", "cpu", blas, "d", "s", "h"));
    }

    @Test
    void saysNothingOfTrialsThatWereComputedAlike() {
        add("fused", "");
        add("fused", "", "jvm 21");
        add(REASON, "MKL");

        assertThat(arithmetic.note()).isEmpty();
    }

    @Test
    void namesEachWayInWhichAnEngineComputed() {
        add("dl4j", "MKL");
        add("dl4j", "MKL", "jvm 21");
        add("dl4j", "MKL", "jvm 21");

        assertThat(arithmetic.note())
                .contains("Not all trials were computed alike, so their last digits cannot be compared: 1 by dl4j, MKL,"
                        + " jvm 17, Nightsweep 1; 2 by dl4j, MKL, jvm 21, Nightsweep 1.");
    }

    @Test
    void tellsLibrariesApart() {
        add(REASON, "MKL");
        add(REASON, "OpenBLAS");

        assertThat(arithmetic.note().orElseThrow()).contains("1 by dl4j, MKL", "1 by dl4j, OpenBLAS");
    }
}
