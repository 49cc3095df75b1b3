package io.marquee.ops.control;

import io.marquee.ingest.schedule.Schedule;
import java.time.Instant;

/**
 * How a schedule is.
 *
 * @param running whether a run is on
 * @param paused whether it starts runs by itself
 * @param next when the next run starts by itself; null if it is paused, or there are no more times
 */
public record ScheduleState(boolean running, boolean paused, Instant next) {

    /** How it is now. */
    public static ScheduleState of(Schedule schedule) {
        return new ScheduleState(
                schedule.isRunning(), schedule.isPaused(), schedule.next().orElse(null));
    }

    /** For a person, in one line. */
    public String describe() {
        String times =
                paused ? "paused: ./marquee resume ends that" : next == null ? "no more times" : "next at " + next;
        return running ? "a run is on; " + times : times;
    }
}
