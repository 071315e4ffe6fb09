package nightsweep.driver.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nightsweep.driver.application.RunProgress;
import nightsweep.experiments.sweep.TrialId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTextTest {
    private static final TrialId ID = new TrialId("t-3fa2c47d0b11");

    @Test
    void tellsEverythingInOneLine() {
        RunProgress status = new RunProgress(
                37,
                120,
                2,
                5,
                1,
                16,
                Optional.of(new RunProgress.Best("accuracy", 0.9712, ID)),
                OptionalLong.of(4_300_000),
                List.of());

        assertThat(ProgressText.line(status))
                .isEqualTo(
                        "37/120 done · 5 stopped · 2 failed · 1 diverged · 16 running · best accuracy 0.971 (t-3fa2…) · 1 h 12 min left");
    }

    @Test
    void leavesOutWhatThereIsNotToTell() {
        assertThat(ProgressText.line(
                        new RunProgress(0, 4, 0, 0, 0, 0, Optional.empty(), OptionalLong.empty(), List.of())))
                .isEqualTo("0/4 done");
        assertThat(ProgressText.line(
                        new RunProgress(4, 4, 0, 0, 0, 0, Optional.empty(), OptionalLong.of(0), List.of())))
                .isEqualTo("4/4 done");
    }

    @ParameterizedTest
    @CsvSource({"0, under 1 s", "11000, 11 s", "660000, 11 min", "12000000, 3 h 20 min"})
    void saysTimeLeftInTheWordsOfPlanAndPage(long millis, String words) {
        assertThat(ProgressText.line(
                        new RunProgress(1, 2, 0, 0, 0, 0, Optional.empty(), OptionalLong.of(millis), List.of())))
                .isEqualTo("1/2 done · " + words + " left");
    }

    @ParameterizedTest
    @CsvSource({"0.00042, 4.20e-04", "0.01, 0.010", "0, 0.000", "2.30259, 2.303"})
    void showsSmallFiguresInFull(double value, String figure) {
        RunProgress status = new RunProgress(
                1,
                2,
                0,
                0,
                0,
                0,
                Optional.of(new RunProgress.Best("loss", value, ID)),
                OptionalLong.empty(),
                List.of());

        assertThat(ProgressText.line(status)).isEqualTo("1/2 done · best loss " + figure + " (t-3fa2…)");
    }
}
