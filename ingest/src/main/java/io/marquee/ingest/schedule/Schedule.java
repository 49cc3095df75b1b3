package io.marquee.ingest.schedule;

import io.marquee.ingest.run.Cancellation;
import io.marquee.settings.UserException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.Trigger.TriggerState;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts runs at their times, and when asked to; never two at once, in however many processes that share a job store.
 * Thread-safe.
 */
public final class Schedule implements AutoCloseable {

    /** Every hour, on the hour, as a cron expression. */
    public static final String HOURLY = "0 0 * * * ?";

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final int ATTEMPTS = 3;
    private static final long LOOK_MS = 1000;
    private static final JobKey JOB = new JobKey("run");
    private static final TriggerKey TIMES = new TriggerKey("times");
    private static final TriggerKey NOW = new TriggerKey("now");

    private final JobStore store;
    private final Duration jitter;
    private final Task task;
    private final Scheduler scheduler;
    private final CountDownLatch closing = new CountDownLatch(1);

    private Schedule(JobStore store, ScheduleSettings settings, Task task) throws SchedulerException {
        this.store = store;
        this.jitter = settings.jitter();
        this.task = task;
        Properties properties = store.quartz(settings.lateness());
        properties.setProperty(StdSchedulerFactory.PROP_THREAD_POOL_CLASS, "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", "1");
        properties.setProperty("org.quartz.threadPool.threadNamePrefix", "run");
        this.scheduler = new StdSchedulerFactory(properties).getScheduler();
        scheduler.setJobFactory((bundle, ignored) -> new RunJob(this));
    }

    /** Executes one run. */
    @FunctionalInterface
    public interface Task {

        /**
         * Executes one run; what it throws is logged.
         *
         * @param start why it starts
         */
        void run(Start start) throws Exception;
    }

    /**
     * Why a run starts.
     *
     * @param reason {@code schedule}, {@code trigger}, or {@code recovery} of one whose process is gone
     * @param time at which it was to start
     * @param cancellation of this run, which is requested if the lock that keeps others away is lost
     */
    public record Start(String reason, Instant time, Cancellation cancellation) {}

    /**
     * Starts a schedule. If the store has one already, its times become these; it stays paused if it is.
     *
     * @param settings when runs start
     * @param store what is known of it; closed by the caller, after this
     * @param task executes a run
     */
    public static Schedule start(ScheduleSettings settings, JobStore store, Task task) {
        try {
            Schedule schedule = new Schedule(store, settings, task);
            schedule.set(settings);
            schedule.scheduler.start();
            return schedule;
        } catch (SchedulerException e) {
            throw failed("started", e);
        }
    }

    /**
     * A schedule that other processes keep: it can be asked and told, but starts no run here.
     *
     * @param store that they share
     */
    public static Schedule ofOthers(JobStore.Postgres store) {
        try {
            // Never used: a scheduler that is not started fires nothing.
            ScheduleSettings settings = new ScheduleSettings(new Timing.Every(Duration.ofDays(1)));
            return new Schedule(store, settings, start -> {});
        } catch (SchedulerException e) {
            throw failed("asked", e);
        }
    }

    private void set(ScheduleSettings settings) throws SchedulerException {
        JobDetail job = JobBuilder.newJob(RunJob.class)
                .withIdentity(JOB)
                .storeDurably()
                .requestRecovery()
                .usingJobData(RunJob.REASON, RunJob.BY_SCHEDULE)
                .build();
        scheduler.addJob(job, true);
        Trigger times = TriggerBuilder.newTrigger()
                .withIdentity(TIMES)
                .forJob(JOB)
                .withSchedule(settings.timing().quartz(settings.misfire()))
                .build();
        Trigger before = scheduler.getTrigger(TIMES);
        if (before == null) {
            try {
                scheduler.scheduleJob(times);
            } catch (ObjectAlreadyExistsException e) {
                LOG.debug("another process was faster", e);
            }
        } else if (!settings.timing().isThatOf(before)
                || before.getMisfireInstruction() != times.getMisfireInstruction()) {
            boolean paused = isPaused();
            scheduler.rescheduleJob(TIMES, times);
            if (paused) {
                scheduler.pauseTrigger(TIMES);
            }
            LOG.info("the stored schedule has other times: they are replaced");
        }
    }

    /** Does a run, and again if its lock is lost with the database, which is no fault of the run's. */
    void run(String reason, Instant time) throws Exception {
        String why = reason;
        for (int attempt = 1; !isDone(why, time, attempt); attempt++) {
            LOG.warn("the run of {} has lost the database: it is done again once that answers", time);
            if (!isBack()) {
                return;
            }
            why = RunJob.RECOVERY;
        }
    }

    /** False if the lock was lost, and another attempt is worth it. */
    private boolean isDone(String reason, Instant time, int attempt) throws Exception {
        Cancellation cancellation = new Cancellation();
        Optional<RunLock.Held> lock = store.lock().take(cancellation::request);
        if (lock.isEmpty()) {
            LOG.warn("the run of {} is left out: another is on", time);
            return true;
        }
        try (RunLock.Held held = lock.get()) {
            if (reason.equals(RunJob.BY_SCHEDULE) && isStoppedWithinJitter()) {
                return true;
            }
            try {
                task.run(new Start(reason, time, cancellation));
            } catch (Exception e) {
                if (attempt == ATTEMPTS || closing.getCount() == 0 || !held.isLost()) {
                    throw e;
                }
                LOG.warn("a run failed as its database was lost: {}", e.getMessage());
                return false;
            }
            return true;
        }
    }

    /** Waits until the store answers; false if the schedule is to close before. */
    private boolean isBack() throws InterruptedException {
        while (!closing.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
            try {
                boolean unused = store.lock().isTaken();
                return true;
            } catch (UserException e) {
                LOG.debug("the database does not answer yet", e);
            }
        }
        return false;
    }

    private boolean isStoppedWithinJitter() throws InterruptedException {
        return !jitter.isZero()
                && closing.await(ThreadLocalRandom.current().nextLong(jitter.toMillis() + 1), TimeUnit.MILLISECONDS);
    }

    /**
     * Starts a run now.
     *
     * @return false, and none is started, if one is on or about to start
     */
    public boolean trigger() {
        if (store.lock().isTaken()) {
            return false;
        }
        try {
            if (scheduler.getJobDetail(JOB) == null) {
                throw new UserException("no ingestor has kept a schedule in this database yet: start one");
            }
            scheduler.scheduleJob(TriggerBuilder.newTrigger()
                    .withIdentity(NOW)
                    .forJob(JOB)
                    .usingJobData(RunJob.REASON, RunJob.BY_TRIGGER)
                    .build());
            return true;
        } catch (ObjectAlreadyExistsException e) {
            LOG.debug("a run is about to start", e);
            return false;
        } catch (SchedulerException e) {
            throw failed("told to start a run", e);
        }
    }

    /** Starts no run by itself until {@link #resume()}; a trigger still does. */
    public void pause() {
        try {
            scheduler.pauseTrigger(TIMES);
        } catch (SchedulerException e) {
            throw failed("paused", e);
        }
    }

    /** Starts runs by itself again. */
    public void resume() {
        try {
            scheduler.resumeTrigger(TIMES);
        } catch (SchedulerException e) {
            throw failed("resumed", e);
        }
    }

    /** Whether it is paused. */
    public boolean isPaused() {
        try {
            TriggerState state = scheduler.getTriggerState(TIMES);
            return state == TriggerState.PAUSED;
        } catch (SchedulerException e) {
            throw failed("asked", e);
        }
    }

    /** Whether a run is on. */
    public boolean isRunning() {
        return store.lock().isTaken();
    }

    /** When the next run starts by itself; empty if it is paused, or there are no more times. */
    public Optional<Instant> next() {
        try {
            Trigger times = scheduler.getTrigger(TIMES);
            return Optional.ofNullable(times)
                    .filter(trigger -> !isPaused())
                    .map(Trigger::getNextFireTime)
                    .map(Date::toInstant);
        } catch (SchedulerException e) {
            throw failed("asked", e);
        }
    }

    private static IllegalStateException failed(String what, SchedulerException e) {
        return new IllegalStateException("the schedule could not be " + what + " (" + e.getMessage() + ")", e);
    }

    /** Starts no more runs and waits for the one that is on; stop that by its cancellation. */
    @Override
    public void close() {
        closing.countDown();
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw failed("stopped", e);
        }
    }
}
