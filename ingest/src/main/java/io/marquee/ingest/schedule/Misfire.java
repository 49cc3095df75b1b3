package io.marquee.ingest.schedule;

/** What becomes of times that passed while no run could start: one was on, the schedule was paused, nobody was up. */
public enum Misfire {
    /** One run makes up for all of them, as soon as it can. */
    ONCE,
    /** They are left out; the next time is the next one to come. */
    SKIP
}
