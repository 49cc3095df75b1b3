package io.marquee.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.settings.UserException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final ScheduleSettings NEVER_SOON = settings("0 0 0 1 1 ? 2099");
    private static final ScheduleSettings EVERY_SECOND = settings("* * * * * ?");

    private static ScheduleSettings settings(String cron) {
        return new ScheduleSettings(new Timing.Cron(cron, ZoneOffset.UTC));
    }

    private static Schedule start(ScheduleSettings settings, Schedule.Task task) {
        return Schedule.start(settings, new JobStore.Memory(), task);
    }

    @Test
    void aTriggerStartsARunAndASecondOneMeanwhileDoesNot() {
        CountDownLatch release = new CountDownLatch(1);
        List<String> reasons = new CopyOnWriteArrayList<>();
        try (Schedule schedule = start(NEVER_SOON, run -> {
            reasons.add(run.reason());
            release.await();
        })) {
            assertThat(schedule.trigger()).isTrue();
            assertThat(schedule.trigger()).isFalse();
            await().until(schedule::isRunning);
            assertThat(schedule.trigger()).isFalse();
            release.countDown();
            await().until(() -> !schedule.isRunning());
            await().until(schedule::trigger);
            await().until(() -> reasons.size() == 2);
        }
        assertThat(reasons).containsExactly("trigger", "trigger");
    }

    @Test
    void runsStartByTheClockAndAFailureDoesNotEndThem() {
        AtomicInteger runs = new AtomicInteger();
        try (Schedule schedule = start(EVERY_SECOND, run -> {
            assertThat(run.reason()).isEqualTo("schedule");
            if (runs.incrementAndGet() == 1) {
                throw new UserException("the first one fails");
            }
        })) {
            await().until(() -> runs.get() >= 2);
            assertThat(schedule.next()).isPresent();
        }
    }

    @Test
    void aRunLongerThanItsIntervalOverlapsNothingAndOneRunMakesUpForWhatItMissed() throws InterruptedException {
        AtomicInteger on = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch release = new CountDownLatch(1);
        Duration interval = Duration.ofMillis(20);
        try (Schedule schedule = start(new ScheduleSettings(new Timing.Every(interval)), run -> {
            most.accumulateAndGet(on.incrementAndGet(), Math::max);
            if (runs.incrementAndGet() == 1) {
                release.await();
            }
            on.decrementAndGet();
        })) {
            await().until(() -> runs.get() == 1);
            Instant missed = schedule.next().orElseThrow();
            await().until(() -> Instant.now().isAfter(missed.plusSeconds(2)));
            assertThat(runs).hasValue(1);
            release.countDown();
            await().until(() -> runs.get() > 3);
            // A hundred times have passed; the runs since are those of the time since, and one.
            assertThat(runs).hasValueLessThan(60);
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void whilePausedNoRunStartsByItself() {
        List<String> reasons = new CopyOnWriteArrayList<>();
        ScheduleSettings often = new ScheduleSettings(new Timing.Every(Duration.ofMillis(50)));
        try (Schedule schedule = start(often, run -> reasons.add(run.reason()))) {
            await().until(() -> !reasons.isEmpty());
            schedule.pause();
            assertThat(schedule.isPaused()).isTrue();
            assertThat(schedule.next()).isEmpty();
            await().until(() -> !schedule.isRunning());
            await().until(schedule::trigger);
            await().until(() -> reasons.contains("trigger"));
            assertThat(reasons.subList(reasons.indexOf("trigger"), reasons.size()))
                    .containsExactly("trigger");

            schedule.resume();
            assertThat(schedule.isPaused()).isFalse();
            await().until(() -> reasons.lastIndexOf("schedule") > reasons.indexOf("trigger"));
        }
    }

    @Test
    void aRunByTheClockWaitsSomeOfTheJitterAndOneThatIsTriggeredDoesNot() {
        List<String> reasons = new CopyOnWriteArrayList<>();
        ScheduleSettings jittered = new ScheduleSettings(
                new Timing.Every(Duration.ofHours(1)), Duration.ofDays(1000), Misfire.SKIP, Duration.ofSeconds(1));
        long begun = System.nanoTime();
        try (Schedule schedule = start(jittered, run -> reasons.add(run.reason()))) {
            await().until(schedule::isRunning);
            assertThat(schedule.trigger()).as("one is about to start").isFalse();
        }
        assertThat(reasons).isEmpty();
        assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.MINUTES.toNanos(1));

        ScheduleSettings never =
                new ScheduleSettings(NEVER_SOON.timing(), Duration.ofDays(1000), Misfire.SKIP, Duration.ofSeconds(1));
        try (Schedule schedule = start(never, run -> reasons.add(run.reason()))) {
            assertThat(schedule.trigger()).isTrue();
            await().until(() -> reasons.contains("trigger"));
        }
    }

    @Test
    void anExpressionThatIsNoneIsExplained() {
        assertThatThrownBy(() -> settings("every hour"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("'every hour' is not a cron expression");
    }
}
