package io.marquee.ingest.schedule;

import io.marquee.settings.UserException;
import java.text.ParseException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.TimeZone;
import org.quartz.CronExpression;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.ScheduleBuilder;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;

/** The times at which runs start by themselves. */
public sealed interface Timing {

    /** In Quartz's words. */
    ScheduleBuilder<?> quartz(Misfire misfire);

    /** Whether a trigger that is stored already has the same times. */
    boolean isThatOf(Trigger stored);

    /**
     * Times by a cron expression.
     *
     * @param expression Quartz's form, with seconds: {@code 0 0 * * * ?} is every hour, on the hour
     * @param zone in which it is meant
     */
    record Cron(String expression, ZoneId zone) implements Timing {

        /** @throws UserException for an expression that is none */
        public Cron {
            try {
                CronExpression.validateExpression(expression);
            } catch (ParseException e) {
                throw new UserException(
                        "'" + expression + "' is not a cron expression (" + e.getMessage()
                                + "): give six fields from seconds to day of week, such as '0 0 * * * ?'",
                        e);
            }
        }

        @Override
        public ScheduleBuilder<?> quartz(Misfire misfire) {
            CronScheduleBuilder builder =
                    CronScheduleBuilder.cronSchedule(expression).inTimeZone(TimeZone.getTimeZone(zone));
            return switch (misfire) {
                case ONCE -> builder.withMisfireHandlingInstructionFireAndProceed();
                case SKIP -> builder.withMisfireHandlingInstructionDoNothing();
            };
        }

        @Override
        public boolean isThatOf(Trigger stored) {
            return stored instanceof CronTrigger cron
                    && cron.getCronExpression().equals(expression)
                    && cron.getTimeZone().equals(TimeZone.getTimeZone(zone));
        }
    }

    /**
     * Times that are equally far apart, from the start of the schedule on.
     *
     * @param interval how far, a millisecond at least
     */
    record Every(Duration interval) implements Timing {

        @Override
        public ScheduleBuilder<?> quartz(Misfire misfire) {
            SimpleScheduleBuilder builder = SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(interval.toMillis())
                    .repeatForever();
            return switch (misfire) {
                case ONCE -> builder.withMisfireHandlingInstructionNowWithExistingCount();
                case SKIP -> builder.withMisfireHandlingInstructionNextWithExistingCount();
            };
        }

        @Override
        public boolean isThatOf(Trigger stored) {
            return stored instanceof SimpleTrigger simple && simple.getRepeatInterval() == interval.toMillis();
        }
    }
}
