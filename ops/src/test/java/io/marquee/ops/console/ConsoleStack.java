package io.marquee.ops.console;

import io.marquee.connect.worker.RemoteWorker;
import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.ingest.run.Progress;
import io.marquee.ingest.run.RunLimits;
import io.marquee.ingest.run.RunRequest;
import io.marquee.ingest.schedule.JobStore;
import io.marquee.ingest.schedule.Schedule;
import io.marquee.ingest.schedule.ScheduleSettings;
import io.marquee.ingest.schedule.Timing;
import io.marquee.ops.control.Steering;
import io.marquee.ops.control.Token;
import io.marquee.ops.pipeline.SampleFiles;
import io.marquee.ops.pipeline.TestPipeline;
import io.marquee.ops.stack.EmbeddedStack;
import io.marquee.records.RunSettings;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** A pipeline in which a run was, a schedule that starts others of films as they are told to be, and their console. */
final class ConsoleStack implements AutoCloseable {

    private final TestPipeline pipeline;
    private final JobStore store = new JobStore.Memory();
    private final Schedule schedule;
    private final Console console;
    private final Token token = Token.random();
    private volatile Path films = SampleFiles.films();
    private volatile Progress progress = Progress.NONE;

    private ConsoleStack(TestPipeline pipeline) throws InterruptedException {
        this.pipeline = pipeline;
        // Far away: runs start when they are asked to.
        int hour = OffsetDateTime.now(ZoneOffset.UTC).plusHours(12).getHour();
        ScheduleSettings daily = new ScheduleSettings(new Timing.Cron("0 0 " + hour + " * * ?", ZoneOffset.UTC));
        schedule = Schedule.start(daily, store, this::run);
        EmbeddedStack stack = pipeline.pipeline().stack();
        console = Console.start(
                new Console.Parts(
                        stack.database().dataSource(),
                        KafkaConnection.to(stack.broker().bootstrapServers()),
                        RemoteWorker.at(stack.connect().orElseThrow().url().toString()),
                        Steering.of(schedule),
                        Path.of(System.getProperty("marquee.log.dir"))),
                new Listen("127.0.0.1", 0, Set.of()),
                token);
    }

    static ConsoleStack start(Path data) throws Exception {
        ConsoleStack stack = new ConsoleStack(TestPipeline.start(data));
        stack.pipeline.run(SampleFiles.films(), SampleFiles.pages());
        return stack;
    }

    private void run(Schedule.Start start) throws Exception {
        pipeline.pipeline()
                .run(
                        new RunRequest(
                                films.toString(),
                                List.of(SampleFiles.pages().toString()),
                                RunSettings.DEFAULT,
                                start.reason()),
                        RunLimits.DEFAULT,
                        progress,
                        start.cancellation());
    }

    /** The next run reads these, and tells how far it is. */
    void nextReads(Path changed, Progress told) {
        films = changed;
        progress = told;
    }

    TestPipeline pipeline() {
        return pipeline;
    }

    String url() {
        return console.url();
    }

    String token() {
        return token.value();
    }

    @Override
    public void close() throws Exception {
        try (pipeline;
                store;
                schedule;
                console) {
            progress = Progress.NONE;
        }
    }
}
