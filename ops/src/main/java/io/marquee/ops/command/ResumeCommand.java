package io.marquee.ops.command;

import io.marquee.ops.control.ScheduleAction;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Resumes a schedule. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description =
                "Let runs start by themselves again; what becomes of times that passed, --misfire of the stack says.")
final class ResumeCommand implements Callable<Integer> {

    @Mixin
    private ScheduleAccess schedule;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return schedule.tell(ScheduleAction.RESUME);
    }
}
