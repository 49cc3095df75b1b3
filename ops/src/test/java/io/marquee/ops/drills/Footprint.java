package io.marquee.ops.drills;

import io.marquee.ingest.publish.KafkaConnection;
import io.marquee.ops.pipeline.Pipeline;
import io.marquee.ops.pipeline.TestPipeline;
import io.marquee.records.Topics;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How much there is of what runs leave behind, at one moment.
 *
 * @param rows in tables, by a name for them
 * @param topics the project's own
 * @param otherTopics kB of the logs of Kafka's own topics and of those of Kafka Streams, by name
 * @param disk kB in the folders of the data directory, by name
 */
record Footprint(
        Map<String, Long> rows,
        Map<String, TopicFigures> topics,
        Map<String, Long> otherTopics,
        Map<String, Long> disk) {

    private static final String STREAMS = "marquee-stream-processor-";

    static Footprint of(Pipeline pipeline, Path data) throws Exception {
        Map<String, Long> rows = new LinkedHashMap<>();
        try (Connection connection = pipeline.stack().database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum");
            rows.put("runs", number(connection, "select count(*) from pipeline_run"));
            rows.put(
                    "runs, unchanged",
                    number(connection, "select count(*) from pipeline_run where state = 'unchanged'"));
            rows.put("reports", number(connection, "select count(distinct run_id) from movie_report_row"));
            rows.put("report rows", number(connection, "select count(*) from movie_report_row"));
            rows.put("films", number(connection, "select count(*) from film"));
        }
        KafkaConnection kafka = KafkaConnection.to(pipeline.stack().broker().bootstrapServers());
        Map<String, TopicFigures> topics = new LinkedHashMap<>();
        for (var topic : Topics.all(1, Optional.empty())) {
            topics.put(topic.name(), TopicFigures.of(kafka, topic.name()));
        }
        Map<String, Long> others = new LinkedHashMap<>();
        TopicFigures.bytes(kafka).forEach((topic, bytes) -> {
            if (!topics.containsKey(topic)) {
                others.merge(kind(topic), bytes >> 10, Long::sum);
            }
        });
        Path postgres = data.resolve("postgres").resolve("data");
        Map<String, Long> disk = new LinkedHashMap<>();
        disk.put("kafka", kilobytes(data.resolve("kafka")));
        disk.put("streams", kilobytes(data.resolve("streams")));
        disk.put("postgres", kilobytes(postgres) - kilobytes(postgres.resolve("pg_wal")));
        disk.put("postgres wal", kilobytes(postgres.resolve("pg_wal")));
        disk.put("logs", kilobytes(data.resolve("logs")));
        return new Footprint(rows, topics, others, disk);
    }

    private static String kind(String topic) {
        if (!topic.startsWith(STREAMS)) {
            return topic;
        }
        return topic.endsWith("-changelog") ? "changelogs" : "repartition topics";
    }

    private static long number(Connection connection, String query) throws Exception {
        return Long.parseLong(TestPipeline.rows(connection, query).get(0));
    }

    /** Without index files, which have their full length from the beginning and are mostly holes. */
    private static long kilobytes(Path folder) throws IOException {
        long[] bytes = new long[1];
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!file.toString().endsWith("index")) {
                    bytes[0] += attributes.size();
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                // Deleted meanwhile.
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes[0] >> 10;
    }

    /** The figures of several moments side by side. */
    static String table(Map<String, Footprint> moments) {
        StringBuilder table = new StringBuilder(String.format("%-44s", ""));
        moments.keySet().forEach(moment -> table.append(String.format("%22s", moment)));
        Footprint shape = moments.values().iterator().next();
        shape.rows.keySet().forEach(name -> line(table, "table: " + name, moments, at -> at.rows.get(name) + ""));
        shape.topics
                .keySet()
                .forEach(name -> line(table, "topic: " + name + " (records/live/kB)", moments, at -> {
                    TopicFigures topic = at.topics.get(name);
                    return topic.records() + "/" + topic.live() + "/" + (topic.bytes() >> 10);
                }));
        shape.otherTopics
                .keySet()
                .forEach(name -> line(table, "topic: " + name + " (kB)", moments, at -> at.otherTopics.get(name) + ""));
        shape.disk
                .keySet()
                .forEach(name -> line(table, "disk: " + name + " (kB)", moments, at -> at.disk.get(name) + ""));
        return table.append('\n').toString();
    }

    private static void line(
            StringBuilder table, String name, Map<String, Footprint> moments, Function<Footprint, String> figure) {
        table.append(String.format("%n%-44s", name));
        moments.values().forEach(at -> table.append(String.format("%22s", figure.apply(at))));
    }

    /** kB. */
    long diskWithoutWriteAheadLog() {
        return disk.values().stream().mapToLong(Long::longValue).sum() - disk.get("postgres wal");
    }
}
