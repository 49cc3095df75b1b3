package io.marquee.ops.control;

import io.marquee.ingest.database.DatabaseAddress;
import io.marquee.ingest.schedule.JobStore;
import io.marquee.ingest.schedule.Schedule;
import io.marquee.settings.UserException;
import java.time.Duration;

/**
 * The schedule that ingestors keep in a database, which need not be there yet: it is connected to at the first question.
 * Thread-safe.
 */
public final class RemoteSteering implements Steering, AutoCloseable {

    /** Somebody waits for the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DatabaseAddress address;
    /** Guarded by this. */
    private JobStore.Postgres store;
    /** Guarded by this. */
    private Schedule schedule;
    /** What was said the last time, and when. Guarded by this. */
    private UserException refusal;
    /** Guarded by this. */
    private long refusedAt;

    /** @param address of the database, which is not asked yet */
    public RemoteSteering(DatabaseAddress address) {
        this.address = address;
    }

    @Override
    public ScheduleState state() {
        return ScheduleState.of(open());
    }

    @Override
    public ScheduleAction.Answer tell(ScheduleAction action) {
        return action.apply(open());
    }

    private synchronized Schedule open() {
        if (schedule != null) {
            return schedule;
        }
        // Of many who ask at once, only the first waits for a database that does not answer.
        if (refusal != null && System.nanoTime() - refusedAt < PATIENCE.toNanos()) {
            throw refusal;
        }
        try {
            store = new JobStore.Postgres(address, PATIENCE);
            schedule = Schedule.ofOthers(store);
            return schedule;
        } catch (UserException e) {
            refusal = e;
            refusedAt = System.nanoTime();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        if (schedule != null) {
            schedule.close();
            store.close();
        }
    }
}
