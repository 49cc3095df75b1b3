package io.marquee.ingest;

import io.marquee.ingest.schedule.Misfire;
import io.marquee.ingest.schedule.Schedule;
import io.marquee.ingest.schedule.ScheduleSettings;
import io.marquee.ingest.schedule.Timing;
import io.marquee.settings.UserException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** When runs start by themselves, as every command has it that stays. */
public final class ScheduleOptions {

    private static final Duration LATENESS = Duration.ofSeconds(1);

    @Option(
            names = "--cron",
            paramLabel = "EXPRESSION",
            description = "When runs start: a Quartz cron expression, seconds first, such as '" + Schedule.HOURLY
                    + "', every hour.")
    private String cron;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "In which the cron expression is meant (default: ${DEFAULT-VALUE}).")
    private String timeZone;

    @Option(names = "--every", paramLabel = "SECONDS", description = "Instead of --cron: from one start to the next.")
    private Long every;

    @Option(
            names = "--jitter",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "A run that starts by itself waits a random time before, up to so long (default: "
                    + "${DEFAULT-VALUE}).")
    private long jitter;

    @Option(
            names = "--misfire",
            paramLabel = "POLICY",
            defaultValue = "once",
            description = "What becomes of times that pass while a run is on, the schedule is paused or nobody is up: "
                    + "'once', one run makes up for all of them, or 'skip' (default: ${DEFAULT-VALUE}).")
    private Misfire misfire;

    /**
     * When runs start.
     *
     * @return empty if neither --cron nor --every is given
     * @throws UserException for an expression or a zone that is none, a number out of its range, or both options
     */
    public Optional<ScheduleSettings> settings() {
        RunOptions.atLeast(0, "--jitter", jitter);
        if (cron != null && every != null) {
            throw new UserException("give --cron or --every, not both");
        }
        return timing().map(timing -> new ScheduleSettings(timing, Duration.ofSeconds(jitter), misfire, LATENESS));
    }

    private Optional<Timing> timing() {
        if (every != null) {
            RunOptions.atLeast(1, "--every", every);
            return Optional.of(new Timing.Every(Duration.ofSeconds(every)));
        }
        return Optional.ofNullable(cron).map(expression -> new Timing.Cron(expression, zone()));
    }

    /** The same, and every hour if nothing is given. */
    public ScheduleSettings orHourly() {
        return settings()
                .orElseGet(() -> new ScheduleSettings(
                        new Timing.Cron(Schedule.HOURLY, zone()), Duration.ofSeconds(jitter), misfire, LATENESS));
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new UserException("'" + timeZone + "' is not a time zone: give one such as UTC or Europe/Berlin", e);
        }
    }
}
