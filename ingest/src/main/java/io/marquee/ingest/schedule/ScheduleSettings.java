package io.marquee.ingest.schedule;

import java.time.Duration;

/**
 * How runs start by themselves.
 *
 * @param timing when
 * @param jitter up to so long a run waits before it starts, a random time, so that not all the world asks a server on
 *     the hour
 * @param misfire what becomes of times that passed
 * @param lateness how late a run may start without its time counting as passed
 */
public record ScheduleSettings(Timing timing, Duration jitter, Misfire misfire, Duration lateness) {

    /** Without jitter; one run makes up for what passed more than a second ago. */
    public ScheduleSettings(Timing timing) {
        this(timing, Duration.ZERO, Misfire.ONCE, Duration.ofSeconds(1));
    }
}
