package io.marquee.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.settings.UserException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final String NEVER_SOON = "0 0 0 1 1 ? 2099";

    @Test
    void aTriggerStartsARunAndASecondOneMeanwhileDoesNot() {
        CountDownLatch release = new CountDownLatch(1);
        List<String> reasons = new CopyOnWriteArrayList<>();
        try (Schedule schedule = Schedule.start(NEVER_SOON, ZoneOffset.UTC, reason -> {
            reasons.add(reason);
            release.await();
        })) {
            assertThat(schedule.trigger()).isTrue();
            assertThat(schedule.trigger()).isFalse();
            release.countDown();
            await().until(() -> !schedule.isRunning());
            assertThat(schedule.trigger()).isTrue();
            await().until(() -> reasons.size() == 2);
        }
        assertThat(reasons).containsExactly("trigger", "trigger");
    }

    @Test
    void runsStartByTheClockAndAFailureDoesNotEndThem() {
        AtomicInteger runs = new AtomicInteger();
        try (Schedule schedule = Schedule.start("* * * * * ?", ZoneOffset.UTC, reason -> {
            assertThat(reason).isEqualTo("schedule");
            if (runs.incrementAndGet() == 1) {
                throw new UserException("the first one fails");
            }
        })) {
            await().until(() -> runs.get() >= 2);
            assertThat(schedule.next()).isPresent();
        }
    }

    @Test
    void anExpressionThatIsNoneIsExplained() {
        assertThatThrownBy(() -> Schedule.start("every hour", ZoneOffset.UTC, reason -> {}))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("'every hour' is not a cron expression");
    }
}
