package io.marquee.processor.failures;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquee.records.Json;
import io.marquee.records.RecordHeaders;
import io.marquee.records.RejectedRecord;
import io.marquee.records.Topics;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** Makes rejected records of what the processor could not use. */
final class Rejections {

    private Rejections() {}

    /** Whether a topic is one that others write; what comes by the processor's own topics must be right. */
    static boolean isSource(String topic) {
        return Topics.FILMS.equals(topic) || Topics.PAGES.equals(topic);
    }

    /** The rejected record for a record of a topic. */
    static List<ProducerRecord<byte[], byte[]>> of(
            ErrorHandlerContext context, Headers headers, byte[] value, String reason) {
        String run = headers == null ? null : RecordHeaders.run(headers);
        RejectedRecord rejected = new RejectedRecord(
                source(context.topic()),
                "partition " + context.partition() + " offset " + context.offset(),
                run == null ? "" : run,
                reason,
                value == null ? null : new String(value, UTF_8));
        return List.of(new ProducerRecord<>(
                Topics.REJECTED_RECORDS,
                null,
                Json.write(rejected.key()),
                Json.write(rejected),
                run == null ? null : RecordHeaders.of(run)));
    }

    /** The name of the source behind a topic, under which a run that reads it again takes its rejected records back. */
    private static String source(String topic) {
        return switch (topic) {
            case Topics.FILMS -> "films";
            case Topics.PAGES -> "wikipedia";
            default -> topic;
        };
    }

    /** The innermost message of an exception, one line. */
    static String reason(Exception exception) {
        Throwable cause = exception;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
