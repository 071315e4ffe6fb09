package nightsweep.driver.schedule.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TrialThreadTest {
    private static final Duration GRACE = Duration.ofMillis(200);
    private static final Optional<Duration> SOON = Optional.of(Duration.ofMillis(50));

    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void givesWhatTheTrialGives() throws InterruptedException {
        TrialThread<String> thread = new TrialThread<>("trial", () -> "done", GRACE);

        Optional<String> result = thread.await(Optional.empty());

        assertThat(result).contains("done");
        assertThat(thread.failure()).isEmpty();
    }

    @Test
    void interruptsATrialThatSleeps() throws InterruptedException {
        TrialThread<String> thread = new TrialThread<>(
                "trial",
                () -> {
                    new CountDownLatch(1).await();
                    return "done";
                },
                Duration.ofMinutes(1));

        Optional<String> result = thread.await(SOON);

        assertThat(result).isEmpty();
        assertThat(thread.alive()).isFalse();
        assertThat(thread.failure()).isEmpty();
    }

    @Test
    void endsATrialThatSpins() throws InterruptedException {
        TrialThread<String> thread = new TrialThread<>("trial", () -> spin(), GRACE);

        Optional<String> result = thread.await(SOON);

        assertThat(result).isEmpty();
        assertThat(thread.alive()).isFalse();
        assertThat(thread.failure()).isEmpty();
    }

    @Test
    void leavesATrialThatWithstandsEverything() throws InterruptedException {
        TrialThread<String> thread = new TrialThread<>("trial", this::withstand, GRACE);

        Optional<String> result = thread.await(SOON);

        assertThat(result).isEmpty();
        assertThat(thread.alive()).isTrue();
        over.set(true);
    }

    @Test
    void tellsWhatATrialDiedOf() throws InterruptedException {
        TrialThread<String> thread = new TrialThread<>(
                "trial",
                () -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                GRACE);

        Optional<String> result = thread.await(Optional.empty());

        assertThat(result).isEmpty();
        assertThat(thread.failure()).hasValueSatisfying(e -> assertThat(e).hasMessage("Java heap space"));
    }

    @Test
    void endsTheTrialWhenItsCallerIsInterrupted() {
        TrialThread<String> thread = new TrialThread<>("trial", () -> spin(), GRACE);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> thread.await(Optional.empty())).isInstanceOf(InterruptedException.class);

        assertThat(thread.alive()).isFalse();
    }

    private String spin() {
        double x = 1;
        while (!over.get()) {
            x = x * 1.000001 % 7 + 1;
        }
        return Double.toString(x);
    }

    private String withstand() {
        String result = "";
        while (!over.get()) {
            try {
                result = spin();
            } catch (ThreadDeath e) {
                result = "not yet";
            }
        }
        return result;
    }
}
