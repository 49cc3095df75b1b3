package io.marquee.ops.setup;

import io.marquee.connect.Migrations;
import io.marquee.connect.Role;
import io.marquee.connect.Roles;
import io.marquee.ingest.DatabaseOptions;
import io.marquee.ingest.database.DatabaseAddress;
import io.marquee.settings.UserException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tables, views and roles of a database that is elsewhere. */
@Command(
        name = "tables",
        mixinStandardHelpOptions = true,
        description = {
            "Make the tables and views in a database that is elsewhere, or bring them up to date, and with them the"
                    + " roles sink_writer, ingestor and bi_reader with their passwords.",
            "As often as one likes. The user is the owner of the tables, who may create roles."
        })
public final class TablesCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(TablesCommand.class);

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private RolePasswords passwords;

    @Mixin
    private WaitOption wait;

    @Override
    public Integer call() throws InterruptedException {
        DatabaseAddress address = database.required();
        Map<Role, String> secrets = passwords.read(address);
        int migrations = wait.patience().await(() -> make(address, secrets));
        String done = "The tables are up to date (" + migrations + " migrations were run), and so are the roles";
        LOG.info(done);
        System.out.println(done);
        return 0;
    }

    private static int make(DatabaseAddress address, Map<Role, String> secrets) throws NotYetException {
        try {
            DataSource source = address.dataSource();
            probe(address, source);
            int migrations = Migrations.run(source);
            Roles.ensure(source, secrets);
            return migrations;
        } catch (UserException e) {
            String trouble = PassingTrouble.of(e).orElseThrow(() -> e);
            throw new NotYetException("the database at " + address.url() + " is not there yet (" + trouble + ")", e);
        }
    }

    private static void probe(DatabaseAddress address, DataSource source) {
        try (Connection connection = source.getConnection()) {
            connection.getMetaData();
        } catch (SQLException e) {
            throw new UserException(
                    "the database at " + address.url() + " turns " + address.user() + " away (" + e.getMessage()
                            + "): check user and password",
                    e);
        }
    }
}
