package io.marquee.ingest.schedule;

import io.marquee.ingest.run.RunStoppedException;
import io.marquee.settings.UserException;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a run; what the run throws is logged, and the schedule goes on. Stored by its name: it must keep it. */
@DisallowConcurrentExecution
final class RunJob implements Job {

    static final String REASON = "reason";
    static final String BY_SCHEDULE = "schedule";
    static final String BY_TRIGGER = "trigger";
    static final String RECOVERY = "recovery";

    private static final Logger LOG = LoggerFactory.getLogger(RunJob.class);

    private final Schedule schedule;

    RunJob(Schedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public void execute(JobExecutionContext context) {
        String reason = context.isRecovering()
                ? RECOVERY
                : context.getMergedJobDataMap().getString(REASON);
        if (context.isRecovering()) {
            LOG.warn(
                    "the process that had started the run of {} is gone: it is taken up here",
                    context.getRecoveringTriggerKey());
        }
        try {
            schedule.run(reason, context.getScheduledFireTime().toInstant());
        } catch (UserException | RunStoppedException e) {
            LOG.error("the run failed: {}", e.getMessage());
        } catch (Exception e) {
            LOG.error("the run failed", e);
        }
    }
}
