package nightsweep.driver.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import nightsweep.driver.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {
    @Test
    void standsInColumns() {
        Finding finding = Finding.mend("data", "There is no folder here. Name another one.", ExitCode.BAD_SWEEP);

        assertThat(finding.lines(50)).isEqualTo("""
                to mend  data        There is no folder here. Name
                                     another one.""");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void keepsToTheWidthOfTheTerminal(int width) {
        String lines = Finding.ok("memory", "word ".repeat(50).strip()).lines(width);

        assertThat(lines.lines()).hasSizeGreaterThan(1).allMatch(line -> line.length() <= width);
    }
}
