package io.marquee.ops.command;

import io.marquee.ingest.schedule.Schedule;
import java.time.Instant;

/**
 * How a schedule is.
 *
 * @param running whether a run is on
 * @param paused whether it starts runs by itself
 * @param next when the next run starts by itself; null if it is paused, or there are no more times
 */
record ScheduleState(boolean running, boolean paused, Instant next) {

    static ScheduleState of(Schedule schedule) {
        return new ScheduleState(
                schedule.isRunning(), schedule.isPaused(), schedule.next().orElse(null));
    }

    /** For a person, in one line. */
    String describe() {
        String times =
                paused ? "paused: ./marquee resume ends that" : next == null ? "no more times" : "next at " + next;
        return running ? "a run is on; " + times : times;
    }
}
