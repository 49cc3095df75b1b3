package io.marquee.processor.failures;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A result that is too large for its topic becomes a rejected record; any other failure to send stops the program. */
public final class UnsendableRecords implements ProductionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnsendableRecords.class);

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        if (!(exception instanceof RecordTooLargeException)) {
            return Response.fail();
        }
        LOG.warn("rejected a record for {}: {}", record.topic(), exception.getMessage());
        return Response.resume(
                Rejections.of(context, record.headers(), record.value(), "too large for " + record.topic()));
    }

    @Override
    public void configure(Map<String, ?> settings) {}
}
