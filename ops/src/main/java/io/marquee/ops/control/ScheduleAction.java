package io.marquee.ops.control;

import io.marquee.ingest.schedule.Schedule;
import io.marquee.settings.UserException;

/** What a schedule can be told. */
public enum ScheduleAction {
    TRIGGER {
        @Override
        public Answer apply(Schedule schedule) {
            return schedule.trigger()
                    ? new Answer(true, "a run starts now")
                    : new Answer(false, "a run is on already; none was started");
        }
    },
    PAUSE {
        @Override
        public Answer apply(Schedule schedule) {
            schedule.pause();
            return new Answer(true, "paused: no run starts by itself; one that is on goes on");
        }
    },
    RESUME {
        @Override
        public Answer apply(Schedule schedule) {
            schedule.resume();
            return new Answer(true, "resumed: " + ScheduleState.of(schedule).describe());
        }
    };

    /**
     * What came of it.
     *
     * @param done whether it was done
     * @param message to a person
     */
    public record Answer(boolean done, String message) {}

    /**
     * Does it.
     *
     * @throws UserException if there is no schedule
     */
    public abstract Answer apply(Schedule schedule);
}
