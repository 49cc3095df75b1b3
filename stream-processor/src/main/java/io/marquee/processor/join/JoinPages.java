package io.marquee.processor.join;

import io.marquee.processor.flow.Flow;
import io.marquee.processor.pages.PageEntry;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The pages' side of the join. */
public final class JoinPages implements Processor<String, Flow<PageEntry>, byte[], Joined> {

    private final int partitions;
    private TitleTask task;

    /** @param partitions of the topics of candidates and of films that aliases lead on */
    public JoinPages(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public void init(ProcessorContext<byte[], Joined> context) {
        task = new TitleTask(context, partitions);
    }

    @Override
    public void process(Record<String, Flow<PageEntry>> record) {
        if (record.value().isBarrier()) {
            task.take(record.value().barrier(), record.timestamp());
        } else {
            task.take(record.key(), record.value().item(), record);
        }
    }
}
