package io.marquee.ops.command;

import io.marquee.ops.control.ScheduleAction;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts a run. */
@Command(
        name = "trigger",
        mixinStandardHelpOptions = true,
        description = "Start a run now, on the stack that is up or by the ingestors on a database; none if one is on"
                + " already.")
final class TriggerCommand implements Callable<Integer> {

    @Mixin
    private ScheduleAccess schedule;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return schedule.tell(ScheduleAction.TRIGGER);
    }
}
