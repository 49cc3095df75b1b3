package io.marquee.processor.join;

import io.marquee.processor.films.FilmName;
import io.marquee.processor.flow.Flow;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The films' side of the join. */
public final class JoinFilms implements Processor<String, Flow<FilmName>, byte[], Joined> {

    private final int partitions;
    private TitleTask task;

    /** @param partitions of the topics of candidates and of films that aliases lead on */
    public JoinFilms(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public void init(ProcessorContext<byte[], Joined> context) {
        task = new TitleTask(context, partitions);
    }

    @Override
    public void process(Record<String, Flow<FilmName>> record) {
        if (record.value().isBarrier()) {
            task.take(record.value().barrier(), record.timestamp());
        } else {
            task.take(record.key(), record.value().item(), record);
        }
    }
}
