package io.marquee.ops.command;

import io.marquee.ingest.DatabaseOptions;
import io.marquee.ingest.database.DatabaseAddress;
import io.marquee.ingest.schedule.JobStore;
import io.marquee.ingest.schedule.Schedule;
import io.marquee.ops.control.ControlClient;
import io.marquee.ops.control.ScheduleAction;
import io.marquee.settings.Commands;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/**
 * Tells a schedule what to do: that of the stack which is up on a data directory, or that which ingestors keep in a
 * database.
 */
final class ScheduleAccess {

    @Mixin
    private DataOption data;

    @Mixin
    private DatabaseOptions database;

    /**
     * Does it, and prints what came of it.
     *
     * @return the exit code
     */
    int tell(ScheduleAction action) throws IOException, InterruptedException {
        ScheduleAction.Answer answer = answer(action);
        System.out.println(answer.message());
        return answer.done() ? 0 : Commands.FAILED;
    }

    private ScheduleAction.Answer answer(ScheduleAction action) throws IOException, InterruptedException {
        Optional<DatabaseAddress> address = database.address();
        if (address.isPresent()) {
            try (JobStore.Postgres store = new JobStore.Postgres(address.get());
                    Schedule schedule = Schedule.ofOthers(store)) {
                return action.apply(schedule);
            }
        }
        return ControlClient.find(data.path())
                .orElseThrow(() -> new UserException("no stack with a schedule is up on " + data.path()
                        + ": start one with ./marquee up, name its folder with --data-dir, or the database of ingestors"
                        + " with --database"))
                .tell(action);
    }
}
