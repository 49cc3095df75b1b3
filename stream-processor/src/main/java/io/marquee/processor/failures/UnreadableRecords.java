package io.marquee.processor.failures;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A record of a source's topic that cannot be read becomes a rejected record. */
public final class UnreadableRecords implements DeserializationExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRecords.class);

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        String reason = Rejections.reason(exception);
        if (!Rejections.isSource(context.topic())) {
            return Response.fail();
        }
        LOG.warn("rejected {}-{}@{}: {}", context.topic(), context.partition(), context.offset(), reason);
        return Response.resume(Rejections.of(context, record.headers(), record.value(), reason));
    }

    @Override
    public void configure(Map<String, ?> settings) {}
}
