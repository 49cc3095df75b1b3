package io.marquee.ingest.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Copies a topic into a table of the database, read once from its beginning: of each record the place, the key and a
 * digest of the value, none for a deletion.
 *
 * @param topic the topic
 * @param key the shape of its keys
 * @param value the shape of its values
 */
record TopicCopy(String topic, RowShape key, RowShape value) {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int BUFFER = 64 << 10;

    void into(Subject subject, String table) throws SQLException, IOException {
        MessageDigest digest = md5();
        try (Consumer<byte[], byte[]> consumer = subject.topics().scanner();
                OutputStream out = new PGCopyOutputStream(
                        subject.tables().unwrap(PGConnection.class), "copy " + table + " from stdin", BUFFER)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            // For a consumer of committed records this is the end of what is committed: nobody is waited for.
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    out.write(line(message, digest).getBytes(UTF_8));
                }
            }
        }
    }

    /** All records of a key are in one partition, so that their offsets tell which is the newest. */
    private String line(ConsumerRecord<byte[], byte[]> message, MessageDigest digest) throws IOException {
        String newest = message.value() == null
                ? "\\N"
                : HexFormat.of()
                        .formatHex(digest.digest(value.text(message.value()).getBytes(UTF_8)));
        return message.offset() + "\t" + escaped(key.text(message.key())) + "\t" + newest + "\n";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
