package io.marquee.ops.control;

import io.marquee.ingest.schedule.Schedule;

/** Asks and tells a schedule, wherever it is kept. Thread-safe. */
public interface Steering {

    /**
     * How it is now.
     *
     * @throws RuntimeException with a line for a person, if it cannot be asked
     */
    ScheduleState state() throws InterruptedException;

    /**
     * Tells it what to do.
     *
     * @throws RuntimeException with a line for a person, if it cannot be told
     */
    ScheduleAction.Answer tell(ScheduleAction action) throws InterruptedException;

    /** That of this process, or of others which share its job store. */
    static Steering of(Schedule schedule) {
        return new Steering() {
            @Override
            public ScheduleState state() {
                return ScheduleState.of(schedule);
            }

            @Override
            public ScheduleAction.Answer tell(ScheduleAction action) {
                return action.apply(schedule);
            }
        };
    }
}
