package io.marquee.ingest.run;

import io.marquee.settings.UserException;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quartz.CronExpression;
import org.quartz.CronScheduleBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts runs by a cron expression, and when asked to; never two at once. A time that passes while a run is on, or while
 * the process is down, is left out. Thread-safe.
 */
public final class Schedule implements AutoCloseable {

    /** Every hour, on the hour. */
    public static final String HOURLY = "0 0 * * * ?";

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final JobKey JOB = new JobKey("run");
    private static final TriggerKey CRON = new TriggerKey("cron");
    private static final String REASON = "reason";

    private final Scheduler scheduler;
    private final AtomicBoolean busy = new AtomicBoolean();

    private Schedule(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Executes one run; what it throws is logged, and the schedule goes on. */
    @FunctionalInterface
    public interface Task {

        /**
         * Executes one run.
         *
         * @param reason {@code schedule} or {@code trigger}
         */
        void run(String reason) throws Exception;
    }

    /**
     * Starts a schedule.
     *
     * @param cron Quartz's form, with seconds: {@link #HOURLY}
     * @param zone in which it is meant
     * @param task executes a run
     * @throws UserException for an expression that is none
     */
    public static Schedule start(String cron, ZoneId zone, Task task) {
        try {
            CronExpression expression = parse(cron);
            expression.setTimeZone(TimeZone.getTimeZone(zone));
            Scheduler scheduler = new StdSchedulerFactory(properties()).getScheduler();
            Schedule schedule = new Schedule(scheduler);
            scheduler.setJobFactory((bundle, ignored) -> new RunJob(schedule, task));
            JobDetail job = JobBuilder.newJob(RunJob.class)
                    .withIdentity(JOB)
                    .storeDurably()
                    .usingJobData(REASON, "schedule")
                    .build();
            Trigger trigger = TriggerBuilder.newTrigger()
                    .withIdentity(CRON)
                    .withSchedule(
                            CronScheduleBuilder.cronSchedule(expression).withMisfireHandlingInstructionDoNothing())
                    .build();
            scheduler.scheduleJob(job, trigger);
            scheduler.start();
            return schedule;
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedule could not be started", e);
        }
    }

    /**
     * Does nothing, unless the expression is none.
     *
     * @throws UserException if it is none
     */
    public static void requireCron(String cron) {
        parse(cron);
    }

    private static CronExpression parse(String cron) {
        try {
            return new CronExpression(cron);
        } catch (ParseException e) {
            throw new UserException(
                    "'" + cron + "' is not a cron expression (" + e.getMessage()
                            + "): give six fields from seconds to day of week, such as '" + HOURLY + "'",
                    e);
        }
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, "marquee-" + System.nanoTime());
        properties.setProperty(StdSchedulerFactory.PROP_THREAD_POOL_CLASS, "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", "1");
        properties.setProperty("org.quartz.threadPool.threadNamePrefix", "run");
        properties.setProperty(StdSchedulerFactory.PROP_JOB_STORE_CLASS, "org.quartz.simpl.RAMJobStore");
        // What is later than this is left out, not caught up with.
        properties.setProperty("org.quartz.jobStore.misfireThreshold", "1000");
        return properties;
    }

    /**
     * Starts a run now.
     *
     * @return false, and none is started, if one is on or about to start
     */
    public boolean trigger() {
        if (!busy.compareAndSet(false, true)) {
            return false;
        }
        try {
            JobDataMap data = new JobDataMap();
            data.put(REASON, "trigger");
            scheduler.triggerJob(JOB, data);
            return true;
        } catch (SchedulerException e) {
            busy.set(false);
            throw new IllegalStateException("the run could not be started", e);
        }
    }

    /** Whether a run is on. */
    public boolean isRunning() {
        return busy.get();
    }

    /** When the next run starts by itself; empty if the expression has no more times. */
    public Optional<Instant> next() {
        try {
            Trigger trigger = scheduler.getTrigger(CRON);
            return Optional.ofNullable(trigger).map(Trigger::getNextFireTime).map(Date::toInstant);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedule could not be asked", e);
        }
    }

    /** Starts no more runs and waits for the one that is on; stop that by its {@link Cancellation}. */
    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedule could not be stopped", e);
        }
    }

    /** The job; Quartz makes one for each run by the factory above. */
    @DisallowConcurrentExecution
    private static final class RunJob implements Job {

        private final Schedule schedule;
        private final Task task;

        private RunJob(Schedule schedule, Task task) {
            this.schedule = schedule;
            this.task = task;
        }

        @Override
        public void execute(JobExecutionContext context) {
            schedule.busy.set(true);
            try {
                task.run(context.getMergedJobDataMap().getString(REASON));
            } catch (UserException | RunStoppedException e) {
                LOG.error("the run failed: {}", e.getMessage());
            } catch (Exception e) {
                LOG.error("the run failed", e);
            } finally {
                schedule.busy.set(false);
            }
        }
    }
}
