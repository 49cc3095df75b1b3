package io.marquee.processor.flow;

import io.marquee.records.Barrier;
import io.marquee.records.RunSettings;
import java.util.List;

/**
 * A barrier on its way between two stages.
 *
 * @param stage the stage that sends it
 * @param runId the run that it closes
 * @param partition the task that sends it
 * @param partitions how many tasks the sending stage has, which is how many barriers close the run
 * @param sent how many records of the run the task sent to each partition downstream
 * @param read whether the run read the source that the stage stands for
 * @param settings what the run was asked for
 * @param standing the run whose report readers see meanwhile, or null
 * @param tally what was counted upstream
 * @param problems what was found missing upstream
 */
public record StageBarrier(
        String stage,
        String runId,
        int partition,
        int partitions,
        List<Long> sent,
        boolean read,
        RunSettings settings,
        String standing,
        Tally tally,
        List<String> problems) {

    /** The barrier as the ingestor sent it, read from one partition of a source's topic. */
    public static StageBarrier fromSource(String topic, Barrier barrier) {
        return new StageBarrier(
                topic,
                barrier.runId(),
                barrier.partition(),
                barrier.partitions(),
                List.of(barrier.records()),
                barrier.read(),
                barrier.settings(),
                barrier.standing(),
                Tally.NONE,
                List.of());
    }

    /** The barrier that a stage sends on after this one. */
    public StageBarrier next(String sender, int task, int tasks, List<Long> sentOn, Tally counted, List<String> found) {
        return new StageBarrier(sender, runId, task, tasks, sentOn, read, settings, standing, counted, found);
    }
}
