package nightsweep.driver.schedule.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessLockTest {
    private final ProcessLock processLock = new ProcessLock();
    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @AfterEach
    void leave() {
        other.shutdownNow();
    }

    @Test
    void knowsWhoIsAlone() throws InterruptedException {
        try (ProcessLock.Stay stay = processLock.beside()) {
            assertThat(stay.hadCompany()).isFalse();
        }
        try (ProcessLock.Stay stay = processLock.beside()) {
            assertThat(stay.hadCompany())
                    .as("company that left before does not count")
                    .isFalse();
        }
    }

    @Test
    void remembersCompanyThatCameAndWent() throws Exception {
        try (ProcessLock.Stay stay = processLock.beside()) {
            assertThat(other.submit(this::visit).get())
                    .as("the other's company")
                    .isTrue();

            assertThat(stay.hadCompany()).isTrue();
        }
    }

    @Test
    void makesWhoWantsItAloneWaitForTheOthers() throws Exception {
        CountDownLatch tried = new CountDownLatch(1);
        Future<Boolean> alone;
        try (ProcessLock.Stay stay = processLock.beside()) {
            alone = other.submit(() -> {
                tried.countDown();
                try (ProcessLock.Stay whole = processLock.alone()) {
                    return whole.hadCompany();
                }
            });
            tried.await();
            Thread.sleep(100);
            assertThat(alone.isDone()).isFalse();
            assertThat(stay.hadCompany()).isFalse();
        }

        assertThat(alone.get(10, TimeUnit.SECONDS)).isFalse();
    }

    private boolean visit() throws InterruptedException {
        try (ProcessLock.Stay stay = processLock.beside()) {
            return stay.hadCompany();
        }
    }
}
