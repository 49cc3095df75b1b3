package io.marquee.connect;

import io.marquee.settings.UserException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Makes the tables and views, and brings those of an older version up to date. */
public final class Migrations {

    private Migrations() {}

    /**
     * Runs the migrations that the database has not seen.
     *
     * @param database where, as the owner of the tables
     * @return how many were run
     * @throws UserException if the tables are not those that this version knows how to bring up to date
     */
    public static int run(DataSource database) {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .loggers("slf4j")
                .dataSource(database)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .load();
        try {
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw new UserException(
                    "cannot bring the tables up to date: " + e.getMessage()
                            + "; use the version of Marquee that made them, or reset",
                    e);
        }
    }
}
