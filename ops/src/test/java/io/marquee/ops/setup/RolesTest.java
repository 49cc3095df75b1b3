package io.marquee.ops.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquee.connect.Role;
import io.marquee.ingest.database.DatabaseAddress;
import io.marquee.ingest.schedule.JobStore;
import io.marquee.ops.command.Launch;
import io.marquee.ops.pipeline.TestPipeline;
import io.marquee.records.Sink;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every role may do what it is there for, and nothing else. */
final class RolesTest {

    private static final String DENIED = "42501";
    private static final String WRONG_PASSWORD = "28P01";

    private static final String RIGHTS = """
            select 'table', oid::regclass::text, array(select unnest(relacl)::text order by 1)::text from pg_class
            where relnamespace in ('public'::regnamespace, 'quartz'::regnamespace)
            union all select 'schema', nspname, array(select unnest(nspacl)::text order by 1)::text from pg_namespace
            union all select 'database', datname, array(select unnest(datacl)::text order by 1)::text from pg_database
            union all select 'later', defaclnamespace::regnamespace::text,
                             array(select unnest(defaclacl)::text order by 1)::text from pg_default_acl
            union all select 'role', rolname, to_jsonb(pg_roles)::text from pg_roles
            union all select 'member', roleid::regrole::text, member::regrole::text from pg_auth_members
            union all select 'version', installed_rank::text, checksum::text from flyway_schema_history
            order by 1, 2""";

    @TempDir
    private static Path directory;

    private static SecuredDatabase database;

    @BeforeAll
    static void makeTables() throws Exception {
        database = SecuredDatabase.start(directory);
        database.makeTablesWell("sink secret", "ingest secret", "reader secret");
        // As an ingestor does it at its first start.
        new JobStore.Postgres(new DatabaseAddress(database.url(), Role.INGESTOR.roleName(), "ingest secret")).close();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    void theReaderReadsEveryTableAndView() throws Exception {
        try (Connection reader = database.as(Role.BI_READER, "reader secret")) {
            assertThat(tablesAndViews())
                    .hasSizeGreaterThan(10)
                    .allSatisfy(name -> assertCan(reader, "select * from " + name + " limit 1"));
            assertThat(TestPipeline.rows(reader, "show statement_timeout")).containsExactly("1min");
            assertThat(TestPipeline.rows(reader, "show default_transaction_read_only"))
                    .containsExactly("on");
        }
    }

    @Test
    void theReaderWritesNothingAlsoWhereItAsksForIt() throws Exception {
        try (Connection reader = database.as(Role.BI_READER, "reader secret")) {
            assertCan(reader, "set session characteristics as transaction read write");
            for (String table : tables()) {
                assertCannotChange(reader, table);
            }
            assertCannot(reader, "select * from quartz.qrtz_locks");
            assertCannotMake(reader);
            assertCannot(reader, "create temporary table own (id int)");
        }
    }

    @Test
    void theWriterWritesTheTablesOfTheSinksAndNoOther() throws Exception {
        List<String> own = Sink.ALL.stream().map(Sink::table).toList();
        try (Connection writer = database.as(Role.SINK_WRITER, "sink secret")) {
            assertCan(
                    writer,
                    "insert into rejected_record (source, place, reason) values ('films', 'a:1', 'no id')"
                            + " on conflict (source, place) do update set reason = excluded.reason");
            for (String table : own) {
                assertCan(writer, "select * from " + table + " limit 1");
                assertCan(writer, "delete from " + table);
                assertCannot(writer, "truncate " + table);
                assertCannot(writer, "alter table " + table + " add column own int");
                assertCannot(writer, "drop table " + table);
            }
            for (String other : Stream.concat(tablesAndViews().stream(), Stream.of("quartz.qrtz_locks"))
                    .filter(name -> !own.contains(name))
                    .toList()) {
                assertCannot(writer, "select * from " + other);
            }
            assertCannotChange(writer, "flyway_schema_history");
            assertCannot(writer, "delete from quartz.qrtz_locks");
            assertCannotMake(writer);
            assertCannot(writer, "create temporary table own (id int)");
        }
    }

    @Test
    void theIngestorReadsEverythingAndWritesItsScheduleAlone() throws Exception {
        try (Connection ingestor = database.as(Role.INGESTOR, "ingest secret")) {
            assertThat(tablesAndViews()).allSatisfy(name -> assertCan(ingestor, "select * from " + name + " limit 1"));
            for (String table : tables()) {
                assertCannotChange(ingestor, table);
            }
            assertCan(ingestor, "create temporary table own (id int)");
            assertCan(ingestor, "delete from quartz.qrtz_locks");
            assertCannotMake(ingestor);
        }
    }

    @Test
    void theStepChangesNothingWhenItIsRepeated() throws Exception {
        List<String> before = ownerSees(RIGHTS);
        database.makeTablesWell("sink secret", "ingest secret", "reader secret");

        assertThat(before).hasSizeGreaterThan(20);
        assertThat(ownerSees(RIGHTS)).isEqualTo(before);
    }

    @Test
    void aChangedPasswordIsTakenUpAndStoredAsItsVerifierAlone() throws Exception {
        database.makeTablesWell("another", "ingest secret", "reader secret");
        try (Connection writer = database.as(Role.SINK_WRITER, "another")) {
            assertThat(writer.isValid(1)).isTrue();
        }
        SQLException refused =
                catchThrowableOfType(SQLException.class, () -> database.as(Role.SINK_WRITER, "sink secret"));
        database.makeTablesWell("sink secret", "ingest secret", "reader secret");

        assertThat(refused.getSQLState()).isEqualTo(WRONG_PASSWORD);
        assertThat(ownerSees(
                        "select rolpassword from pg_authid where rolname in ('sink_writer', 'ingestor', 'bi_reader')"))
                .hasSize(3)
                .allSatisfy(stored -> assertThat(stored).startsWith("SCRAM-SHA-256$"));
    }

    @Test
    void whatLaterMigrationsMakeIsForReadersAndNotForTheWriter() throws Exception {
        database.execute("create table later (id int)");
        try (Connection reader = database.as(Role.BI_READER, "reader secret");
                Connection ingestor = database.as(Role.INGESTOR, "ingest secret");
                Connection writer = database.as(Role.SINK_WRITER, "sink secret")) {
            assertCan(reader, "select * from later");
            assertCan(ingestor, "select * from later");
            assertCannot(ingestor, "insert into later values (1)");
            assertCannot(writer, "select * from later");
            assertCannot(writer, "insert into later values (1)");
        } finally {
            database.execute("drop table later");
        }
    }

    @Test
    void aScheduleThatTheOwnerKeptBecomesTheIngestors() throws Exception {
        database.execute("alter schema quartz owner to marquee; alter table quartz.qrtz_locks owner to marquee");
        database.makeTablesWell("sink secret", "ingest secret", "reader secret");

        try (Connection ingestor = database.as(Role.INGESTOR, "ingest secret")) {
            assertCan(ingestor, "delete from quartz.qrtz_locks");
            assertCan(ingestor, "create table quartz.own (id int); drop table quartz.own");
        }
    }

    @Test
    void aPasswordThatIsEmptyOrAnothersIsNamed() throws Exception {
        Launch empty = database.makeTables("sink secret", "", "reader secret");
        Launch doubled = database.makeTables("sink secret", "ingest secret", "sink secret");

        assertThat(empty.exitCode()).isEqualTo(2);
        assertThat(empty.errors())
                .singleElement()
                .asString()
                .contains("--ingest-password-file", "is empty", "write the password");
        assertThat(doubled.exitCode()).isEqualTo(2);
        assertThat(doubled.errors())
                .containsExactly("marquee: the password of --reader-password-file is that of --sink-password-file too:"
                        + " give every role a password of its own");
    }

    @Test
    void aDatabaseThatIsNotThereIsWaitedForAndThenToldInOneLine() throws Exception {
        String nowhere = "jdbc:postgresql://127.0.0.1:1/marquee";
        Launch launch = Launch.of(Map.of(), step("--wait=1", "--database=" + nowhere));

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.errors())
                .singleElement()
                .asString()
                .startsWith(
                        "marquee: the database at " + nowhere + " is not there yet (Connection to 127.0.0.1:1 refused")
                .endsWith("given up after 1 s; mend that, or give more time with --wait");
    }

    @Test
    void aWrongPasswordIsToldAtOnce() throws Exception {
        Launch launch = Launch.of(
                Map.of("MARQUEE_DATABASE_PASSWORD", "wrong"),
                step("--database=" + database.url(), "--database-user=" + Role.BI_READER.roleName()));

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.errors())
                .containsExactly("marquee: the database at " + database.url() + " turns bi_reader away (FATAL: password"
                        + " authentication failed for user \"bi_reader\"): check user and password");
    }

    private static String[] step(String... more) throws IOException {
        return Stream.concat(Stream.of("tables"), Stream.concat(Stream.of(more), database.passwordFiles("a", "b", "c")))
                .toArray(String[]::new);
    }

    private static List<String> tables() throws Exception {
        return ownerSees("select tablename from pg_tables where schemaname = 'public'");
    }

    private static List<String> tablesAndViews() throws Exception {
        return ownerSees("select table_name from information_schema.tables where table_schema = 'public'");
    }

    private static List<String> ownerSees(String query) throws Exception {
        try (Connection owner = database.owner()) {
            return TestPipeline.rows(owner, query);
        }
    }

    private static void assertCannotChange(Connection connection, String table) throws Exception {
        assertCannot(connection, "insert into " + table + " default values");
        assertCannot(connection, "update " + table + " set " + anyColumn(table) + " = null");
        assertCannot(connection, "delete from " + table);
        assertCannot(connection, "truncate " + table);
        assertCannot(connection, "alter table " + table + " add column own int");
        assertCannot(connection, "drop table " + table);
    }

    private static String anyColumn(String table) throws Exception {
        return ownerSees("select attname from pg_attribute where attnum = 1 and attrelid = '" + table + "'::regclass")
                .get(0);
    }

    private static void assertCannotMake(Connection connection) {
        assertCannot(connection, "create table own (id int)");
        assertCannot(connection, "create view own as select 1");
        assertCannot(connection, "create schema own");
        assertCannot(connection, "create role own");
        assertCannot(connection, "create database own");
    }

    private static void assertCan(Connection connection, String sql) {
        assertThatCode(() -> execute(connection, sql)).as(sql).doesNotThrowAnyException();
    }

    private static void assertCannot(Connection connection, String sql) {
        SQLException refused = catchThrowableOfType(SQLException.class, () -> execute(connection, sql));
        assertThat((Throwable) refused).as(sql).isNotNull();
        assertThat(refused.getSQLState())
                .as("%s: %s", sql, refused.getMessage())
                .isEqualTo(DENIED);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
