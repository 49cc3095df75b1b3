package io.marquee.ingest.verification;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A table holds what its topic holds: the same keys with the same values. The digests of both are compared in the
 * database, whose memory is bounded whatever their number.
 *
 * @param topic with one record for each row
 * @param table its table
 */
record TopicEqualsTable(String topic, String table) implements Rule {

    @Override
    public String name() {
        return "topic " + topic + " = table " + table;
    }

    @Override
    public Optional<String> finding(Subject subject) throws SQLException {
        RowShape key = RowShape.of(topic, true);
        RowShape value = RowShape.of(topic, false);
        try (Statement statement = subject.tables().createStatement()) {
            statement.execute("create temporary table published (place bigint, key text, digest text)");
            try {
                new TopicCopy(topic, key, value).into(subject, "published");
            } catch (IOException e) {
                throw new SQLException("the records of " + topic + " cannot be stored beside its table", e);
            }
            Optional<String> finding;
            try (ResultSet found = statement.executeQuery(comparison(key, value))) {
                found.next();
                finding = describe(found);
            }
            statement.execute("drop table published");
            return finding;
        }
    }

    private String comparison(RowShape key, RowShape value) {
        return """
                with newest as (
                    select distinct on (key) key, digest from published order by key, place desc
                ), topic as (
                    select key, digest from newest where digest is not null
                ), stored as (
                    select %s as key, md5(%s) as digest from %s
                )
                select count(topic.key), count(stored.key),
                       count(*) filter (where stored.key is null),
                       count(*) filter (where topic.key is null),
                       count(*) filter (where topic.digest <> stored.digest),
                       min(key) filter (where topic.digest is distinct from stored.digest)
                from topic full join stored using (key)
                """.formatted(key.sql(), value.sql(), table);
    }

    private Optional<String> describe(ResultSet found) throws SQLException {
        long missing = found.getLong(3);
        long unknown = found.getLong(4);
        long other = found.getLong(5);
        return missing + unknown + other == 0
                ? Optional.empty()
                : Optional.of(
                        ("the topic %s has %d records and the table %s %d rows: %d missing in the table, %d not in"
                                        + " the topic, %d with other values, such as %s")
                                .formatted(
                                        topic,
                                        found.getLong(1),
                                        table,
                                        found.getLong(2),
                                        missing,
                                        unknown,
                                        other,
                                        found.getString(6).replace('\u0002', ' ')));
    }
}
