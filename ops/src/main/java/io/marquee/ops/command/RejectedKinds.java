package io.marquee.ops.command;

import io.marquee.ops.history.RejectedReason;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many records are rejected for each kind of reason.
 *
 * @param records by source and reason
 */
record RejectedKinds(Map<Kind, Long> records) {

    RejectedKinds {
        records = Map.copyOf(records);
    }

    /** What is alike in records. */
    record Kind(String source, String reason) implements Comparable<Kind> {

        @Override
        public int compareTo(Kind other) {
            int order = source.compareTo(other.source);
            return order == 0 ? reason.compareTo(other.reason) : order;
        }
    }

    /** Counts them. */
    static RejectedKinds count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select source, " + RejectedReason.KIND + ", count(*) from rejected_record group by 1, 2")) {
            Map<Kind, Long> records = new TreeMap<>();
            while (found.next()) {
                records.put(new Kind(found.getString(1), found.getString(2)), found.getLong(3));
            }
            return new RejectedKinds(records);
        }
    }

    boolean has(String source) {
        return records.keySet().stream().anyMatch(kind -> kind.source.equals(source));
    }

    long total() {
        return records.values().stream().mapToLong(Long::longValue).sum();
    }

    /** A table of what there was and what there is. */
    TextTable comparedWith(RejectedKinds before) {
        TextTable table =
                new TextTable(List.of("source", "reason", "before", "now"), List.of(false, false, true, true));
        TreeSet<Kind> kinds = new TreeSet<>(before.records.keySet());
        kinds.addAll(records.keySet());
        kinds.forEach(kind -> table.add(List.of(
                kind.source,
                kind.reason,
                before.records.getOrDefault(kind, 0L).toString(),
                records.getOrDefault(kind, 0L).toString())));
        return table;
    }
}
