package io.marquee.ops.drills;

import io.marquee.ingest.database.DatabaseAddress;
import io.marquee.ingest.run.Stopping;
import io.marquee.ingest.schedule.JobStore;
import io.marquee.ingest.schedule.Misfire;
import io.marquee.ingest.schedule.Schedule;
import io.marquee.ingest.schedule.ScheduleSettings;
import io.marquee.ingest.schedule.Timing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import javax.sql.DataSource;

/** Keeps a fast schedule, whose runs only write down that they were, until its process is told to end. */
final class TickingIngestor {

    private TickingIngestor() {}

    /** Takes a JDBC URL, and the milliseconds from one tick to the next. */
    public static void main(String... arguments) throws Exception {
        DatabaseAddress address = new DatabaseAddress(arguments[0], "marquee", null);
        ScheduleSettings settings = new ScheduleSettings(
                new Timing.Every(Duration.ofMillis(Long.parseLong(arguments[1]))),
                Duration.ZERO,
                Misfire.SKIP,
                // None is to be left out, however slow the machine is.
                Duration.ofMinutes(10));
        DataSource ticks = address.dataSource();
        try (Stopping stopping = Stopping.install(Duration.ofSeconds(20));
                JobStore store = new JobStore.Postgres(address);
                Connection connection = ticks.getConnection();
                Schedule schedule = Schedule.start(settings, store, start -> write(connection, start))) {
            stopping.await();
        }
    }

    private static void write(Connection connection, Schedule.Start start) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into tick values (?, ?)")) {
            statement.setTimestamp(1, Timestamp.from(start.time()));
            statement.setLong(2, ProcessHandle.current().pid());
            statement.executeUpdate();
        }
    }
}
