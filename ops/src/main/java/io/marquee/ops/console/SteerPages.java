package io.marquee.ops.console;

import io.marquee.ops.control.ScheduleAction;
import io.marquee.ops.control.Steering;
import io.marquee.settings.UserException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the schedule what people ask for. */
final class SteerPages {

    private static final Logger LOG = LoggerFactory.getLogger(SteerPages.class);

    private final Steering schedule;

    SteerPages(Steering schedule) {
        this.schedule = schedule;
    }

    Answer tell(ScheduleAction action) throws InterruptedException {
        try {
            ScheduleAction.Answer answer = schedule.tell(action);
            LOG.info("asked by the console to {}: {}", action.name().toLowerCase(Locale.ROOT), answer.message());
            return Answer.json(answer.done() ? 202 : 409, answer);
        } catch (UserException e) {
            return Answer.error(409, e.getMessage());
        }
    }
}
