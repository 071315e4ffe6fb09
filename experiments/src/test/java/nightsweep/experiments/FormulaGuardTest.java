package nightsweep.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd|' /C calc'!A0",
                "-1+2",
                "@SUM(A1)",
                "\t=1",
                "-",
                "--1",
                "-1e",
                "+.",
                "-1.2.3",
                "-Infinityx"
            })
    void putsAnApostropheBeforeFormulas(String words) {
        assertThat(FormulaGuard.harmless(words)).isEqualTo(words.length() == 1 ? words : "'" + words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "+1", "-1e5", "-1.5E-7", "-.5", "-3.", "-Infinity", "+Infinity", "NaN", "cat", "", "1=1"})
    void leavesNumbersAndWordsAlone(String words) {
        assertThat(FormulaGuard.harmless(words)).isEqualTo(words);
    }
}
