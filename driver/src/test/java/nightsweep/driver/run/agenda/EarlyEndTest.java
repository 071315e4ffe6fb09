package nightsweep.driver.run.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nightsweep.driver.application.Limits;
import org.junit.jupiter.api.Test;

class EarlyEndTest {
    private final AtomicInteger stops = new AtomicInteger();

    @Test
    void endsAtOneFailureMoreThanAllowed() {
        try (EarlyEnd early = EarlyEnd.watching(failures(1), stops::incrementAndGet)) {
            early.failed();
            assertThat(early.reason()).isEmpty();

            early.failed();
            early.failed();

            assertThat(early.reason()).contains("2 trials failed.");
            assertThat(stops).hasValue(1);
        }
    }

    @Test
    void endsWhenTimeIsUp() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Limits limits = new Limits(3, Optional.empty(), Optional.of(Duration.ofMillis(20)), OptionalInt.empty());
        try (EarlyEnd early = EarlyEnd.watching(limits, stopped::countDown)) {
            assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(early.reason()).contains("The time budget is used up.");
        }
    }

    @Test
    void letsEverythingFailWithoutLimits() {
        try (EarlyEnd early = EarlyEnd.watching(Limits.USUAL, stops::incrementAndGet)) {
            early.failed();

            assertThat(early.reason()).isEmpty();
            assertThat(stops).hasValue(0);
        }
    }

    private static Limits failures(int most) {
        return new Limits(3, Optional.empty(), Optional.empty(), OptionalInt.of(most));
    }
}
