package io.marquee.processor.join;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquee.processor.flow.BarrierGate;
import io.marquee.processor.flow.Flow;
import io.marquee.processor.flow.RunCounts;
import io.marquee.processor.flow.StageBarrier;
import io.marquee.processor.flow.Tally;
import io.marquee.records.FilmKey;
import io.marquee.records.Json;
import io.marquee.records.RecordHeaders;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Closes a run for the films that aliases lead on. They go from the tasks of the join to the tasks of the join, and each
 * may lead to others; so the barrier goes round, too, until a round has passed in which no task sent any.
 *
 * <p>When a task sends the barrier of a round it has received all that was sent before the round before. If none of them
 * has sent anything since then, nothing is on its way, and all of them see so by the same barriers.
 */
final class Rounds {

    private static final String STAGE = JoinStores.LED_ON + "-";

    private final ProcessorContext<byte[], Joined> context;
    private final RunCounts counts;
    private final int partitions;
    private final End end;

    /** What is to be done once nothing is on its way. */
    interface End {
        void reached(String run, long timestamp);
    }

    Rounds(ProcessorContext<byte[], Joined> context, RunCounts counts, int partitions, End end) {
        this.context = context;
        this.counts = counts;
        this.partitions = partitions;
        this.end = end;
    }

    boolean isRound(StageBarrier barrier) {
        return barrier.stage().startsWith(STAGE);
    }

    /** Sends the barrier of the first round, once the task has received all that came from upstream. */
    void begin(StageBarrier barrier, Tally tally, List<String> problems, long timestamp) {
        send(barrier, 1, tally, problems, timestamp);
    }

    void take(StageBarrier barrier, long timestamp) {
        BarrierGate gate = new BarrierGate(context.getStateStore(JoinStores.ROUNDS), List.of(barrier.stage()));
        gate.arrive(barrier).ifPresent(arrived -> close(barrier, arrived.get(barrier.stage()), timestamp));
    }

    private void close(StageBarrier barrier, List<StageBarrier> arrived, long timestamp) {
        String run = barrier.runId();
        int round = Integer.parseInt(barrier.stage().substring(STAGE.length()));
        long sent = arrived.stream().mapToLong(Rounds::sent).sum();
        long before = counts.get(run, JoinStores.LED_ON_BEFORE);
        List<String> problems = new ArrayList<>(BarrierGate.problems(arrived));
        if (sent > before) {
            counts.add(run, JoinStores.LED_ON_BEFORE, sent - before);
            send(barrier, round + 1, barrier.tally(), problems, timestamp);
            return;
        }
        BarrierGate.missing(arrived, task(), counts.get(run, JoinStores.LED_ON)).ifPresent(problems::add);
        end.reached(run, timestamp);
        StageBarrier next = barrier.next(
                JoinStores.STAGE,
                task(),
                barrier.partitions(),
                counts.sent(run, JoinStores.STAGE, partitions),
                barrier.tally(),
                problems);
        counts.forget(run, "");
        forward(Json.write(new FilmKey(0)), new Joined(Flow.barrier(next), null), run, timestamp);
    }

    private void send(StageBarrier barrier, int round, Tally tally, List<String> problems, long timestamp) {
        StageBarrier next = barrier.next(
                STAGE + round,
                task(),
                barrier.partitions(),
                counts.sent(barrier.runId(), JoinStores.LED_ON, partitions),
                tally,
                problems);
        forward(barrier.runId().getBytes(UTF_8), new Joined(null, Flow.barrier(next)), barrier.runId(), timestamp);
    }

    private void forward(byte[] key, Joined joined, String run, long timestamp) {
        context.forward(new Record<>(key, joined, timestamp, RecordHeaders.ofBarrier(run)));
        context.commit();
    }

    private int task() {
        return context.taskId().partition();
    }

    private static long sent(StageBarrier barrier) {
        return barrier.sent().stream().mapToLong(Long::longValue).sum();
    }
}
