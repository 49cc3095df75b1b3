package io.marquee.ops.command;

import io.marquee.ops.control.ScheduleAction;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Pauses a schedule. */
@Command(
        name = "pause",
        mixinStandardHelpOptions = true,
        description = "Let no run start by itself until resume; trigger still starts one.")
final class PauseCommand implements Callable<Integer> {

    @Mixin
    private ScheduleAccess schedule;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return schedule.tell(ScheduleAction.PAUSE);
    }
}
