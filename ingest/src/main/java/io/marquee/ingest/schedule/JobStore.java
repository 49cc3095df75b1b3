package io.marquee.ingest.schedule;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.marquee.ingest.database.DatabaseAddress;
import io.marquee.settings.UserException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the clock keeps what it knows. */
public sealed interface JobStore extends AutoCloseable {

    /** What keeps runs apart. */
    RunLock lock();

    /** Quartz's properties for it. */
    Properties quartz(Duration lateness);

    @Override
    void close();

    /** In memory: for a single process, and gone with it. */
    final class Memory implements JobStore {

        private final RunLock lock = new LocalRunLock();

        @Override
        public RunLock lock() {
            return lock;
        }

        @Override
        public Properties quartz(Duration lateness) {
            Properties properties = new Properties();
            properties.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, "marquee-" + System.nanoTime());
            properties.setProperty(StdSchedulerFactory.PROP_JOB_STORE_CLASS, "org.quartz.simpl.RAMJobStore");
            properties.setProperty("org.quartz.jobStore.misfireThreshold", Long.toString(lateness.toMillis()));
            return properties;
        }

        @Override
        public void close() {}
    }

    /**
     * In a PostgreSQL database, for several processes that stand by each other: one starts a run; if it dies, another
     * takes the run up.
     */
    final class Postgres implements JobStore {

        private static final String NAME = "marquee";
        private static final String CHECK_IN_MS = "2000";
        private static final Logger LOG = LoggerFactory.getLogger(Postgres.class);
        private static final int VALIDATION_SECONDS = 2;
        private static final int CONNECTIONS = 5;
        private static final Duration PATIENCE = Duration.ofSeconds(30);

        private final HikariDataSource database;

        /** With the patience of one for whom nobody waits. */
        public Postgres(DatabaseAddress address) {
            this(address, PATIENCE);
        }

        /**
         * Connects, and makes Quartz's tables in the schema {@code quartz} if they are not there.
         *
         * @param patience how long to wait for a connection, each time
         * @throws UserException if that cannot be done
         */
        public Postgres(DatabaseAddress address, Duration patience) {
            HikariConfig config = new HikariConfig();
            config.setDataSource(address.dataSource());
            config.setPoolName(NAME);
            config.setMaximumPoolSize(CONNECTIONS);
            config.setMinimumIdle(1);
            config.setConnectionTimeout(patience.toMillis());
            config.setInitializationFailTimeout(-1);
            database = new HikariDataSource(config);
            try (Connection connection = database.getConnection()) {
                QuartzTables.ensure(connection);
            } catch (SQLException e) {
                database.close();
                throw new UserException(
                        "the database at " + address.url() + " cannot keep the schedule (" + e.getMessage()
                                + "): check that it runs, and that the user may create the schema quartz",
                        e);
            }
        }

        /** Whether it can be asked now; waits as long as the patience that it was given. */
        public boolean answers() {
            try (Connection connection = database.getConnection()) {
                return connection.isValid(VALIDATION_SECONDS);
            } catch (SQLException e) {
                LOG.debug("the database does not answer", e);
                return false;
            }
        }

        @Override
        public RunLock lock() {
            return new DatabaseRunLock(database);
        }

        @Override
        public Properties quartz(Duration lateness) {
            DBConnectionManager.getInstance().addConnectionProvider(NAME, new Pool(database));
            Properties properties = new Properties();
            properties.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, NAME);
            properties.setProperty(
                    StdSchedulerFactory.PROP_SCHED_INSTANCE_ID, StdSchedulerFactory.AUTO_GENERATE_INSTANCE_ID);
            // How soon it sees what another process has asked for.
            properties.setProperty(StdSchedulerFactory.PROP_SCHED_IDLE_WAIT_TIME, CHECK_IN_MS);
            properties.setProperty(StdSchedulerFactory.PROP_JOB_STORE_CLASS, "org.quartz.impl.jdbcjobstore.JobStoreTX");
            properties.setProperty(
                    "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
            properties.setProperty("org.quartz.jobStore.dataSource", NAME);
            properties.setProperty("org.quartz.jobStore.tablePrefix", QuartzTables.PREFIX);
            properties.setProperty("org.quartz.jobStore.useProperties", "true");
            properties.setProperty("org.quartz.jobStore.isClustered", "true");
            properties.setProperty("org.quartz.jobStore.clusterCheckinInterval", CHECK_IN_MS);
            properties.setProperty("org.quartz.jobStore.misfireThreshold", Long.toString(lateness.toMillis()));
            return properties;
        }

        @Override
        public void close() {
            database.close();
        }

        private record Pool(HikariDataSource database) implements ConnectionProvider {

            @Override
            public Connection getConnection() throws SQLException {
                return database.getConnection();
            }

            @Override
            public void initialize() {}

            @Override
            public void shutdown() {}
        }
    }
}
