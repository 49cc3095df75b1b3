package io.marquee.processor.failures;

import io.marquee.records.RecordHeaders;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record of a source's topic that a stage cannot use becomes a rejected record. A barrier, or a record between two
 * stages, that fails is a fault of the program and stops it.
 */
public final class UnusableRecords implements ProcessingExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnusableRecords.class);

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (!Rejections.isSource(context.topic()) || RecordHeaders.isBarrier(context.headers())) {
            return Response.fail();
        }
        String reason = Rejections.reason(exception);
        LOG.warn("rejected {}-{}@{}: {}", context.topic(), context.partition(), context.offset(), reason);
        return Response.resume(Rejections.of(context, context.headers(), context.sourceRawValue(), reason));
    }

    @Override
    public void configure(Map<String, ?> settings) {}
}
