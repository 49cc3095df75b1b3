package io.marquee.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ingest.source.Fingerprint;
import io.marquee.records.PipelineRun;
import io.marquee.records.RankBy;
import io.marquee.records.RunSettings;
import io.marquee.records.RunState;
import io.marquee.records.SourceCounts;
import io.marquee.records.StageTimes;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunHistoryTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final RunSettings SETTINGS = RunSettings.DEFAULT;
    private static final SourceCounts MISSING = SourceCounts.of("f");

    private final RunHistory history = new RunHistory();

    private static String print(String place) {
        return "file:///" + place + " size=1 modified=2026-01-01T00:00:00Z sha256=" + "a".repeat(64);
    }

    private static SourceCounts read(String fingerprint) {
        return new SourceCounts("f", fingerprint, true, 1, 1, 0, 1L);
    }

    private static SourceCounts unread(String fingerprint) {
        return new SourceCounts("f", fingerprint, false, 0, 0, 0, 0L);
    }

    private static PipelineRun run(String id, RunState state, SourceCounts films) {
        return run(id, state, films, unread(null));
    }

    private static PipelineRun run(String id, RunState state, SourceCounts films, SourceCounts wikipedia) {
        return new PipelineRun(
                id,
                state,
                "command",
                START,
                null,
                null,
                films,
                wikipedia,
                null,
                null,
                null,
                null,
                SETTINGS,
                StageTimes.NONE);
    }

    @Test
    void withoutARunEverythingIsToBeRead() {
        assertThat(history.films()).isEmpty();
        assertThat(history.standsWith(SETTINGS)).isFalse();
        assertThat(history.died()).isEmpty();
    }

    @Test
    void aRunThatSucceededTellsTheSource() {
        history.add(run("1", RunState.RUNNING, read(null)));
        history.add(run("1", RunState.SUCCEEDED, read(print("a"))));
        assertThat(history.films()).isEqualTo(Fingerprint.parse(print("a")));
        assertThat(history.standsWith(SETTINGS)).isTrue();
        assertThat(history.standsWith(new RunSettings(5, RankBy.RATIO, 1, 1, 2)))
                .isFalse();
        assertThat(history.died()).isEmpty();
    }

    @Test
    void aRunThatDiedOrFailedWhileItReadMakesTheSourceUnknown() {
        history.add(run("1", RunState.SUCCEEDED, read(print("a"))));
        history.add(run("2", RunState.RUNNING, read(null)));
        assertThat(history.films()).isEmpty();
        assertThat(history.died()).extracting(PipelineRun::runId).containsExactly("2");
        history.add(run("2", RunState.FAILED, read(print("a"))));
        assertThat(history.films()).isEmpty();
        assertThat(history.died()).isEmpty();
        history.add(run("3", RunState.SUCCEEDED, read(print("b"))));
        assertThat(history.films()).isEqualTo(Fingerprint.parse(print("b")));
    }

    @Test
    void whatWasLastReadToItsEndIsKnownWhateverFailedAfterIt() {
        history.add(run("1", RunState.SUCCEEDED, unread(null), read(print("a"))));
        history.add(run("2", RunState.FAILED, unread(null), read(null)));
        assertThat(history.wikipedia()).isEmpty();
        assertThat(history.lastWikipedia()).isEqualTo(Fingerprint.parse(print("a")));
        history.add(run("3", RunState.SUSPECT, unread(null), read(print("b"))));
        assertThat(history.lastWikipedia()).isEqualTo(Fingerprint.parse(print("b")));
    }

    @Test
    void aRunThatFailedBeforeItReadLeavesTheSourceKnownButNoStandingReport() {
        history.add(run("1", RunState.SUCCEEDED, read(print("a"))));
        history.add(run("2", RunState.FAILED, MISSING));
        assertThat(history.films()).isEqualTo(Fingerprint.parse(print("a")));
        assertThat(history.standsWith(SETTINGS)).isFalse();
    }

    @Test
    void theReportThatReadersSeeIsThatOfTheNewestRunThatSucceeded() {
        assertThat(history.standing()).isEmpty();
        history.add(run("1", RunState.SUCCEEDED, read(print("a"))));
        history.add(run("2", RunState.FAILED, read(null)));
        history.add(run("3", RunState.UNCHANGED, unread(print("a"))));
        assertThat(history.standing()).contains("1");
    }

    @Test
    void aSuspectRunTellsTheSourceButDoesNotStand() {
        history.add(run("1", RunState.SUCCEEDED, read(print("a"))));
        history.add(run("2", RunState.SUSPECT, read(print("b"))));
        assertThat(history.films()).isEqualTo(Fingerprint.parse(print("b")));
        assertThat(history.standing()).contains("1");
        assertThat(history.standsWith(SETTINGS)).isFalse();
    }

    @Test
    void aRunThatIsShownInSpiteOfItsFindingsStandsButIsNotTakenForGood() {
        history.add(run("1", RunState.SUCCEEDED, read(print("a"))).ended(RunState.SUCCEEDED, START, "a finding"));
        assertThat(history.standing()).contains("1");
        assertThat(history.standsWith(SETTINGS)).isFalse();
    }

    @Test
    void aRunThatFoundTheSourceUnchangedElsewhereTellsItsNewPlace() {
        history.add(run("1", RunState.SUCCEEDED, read(print("a"))));
        history.add(run("2", RunState.UNCHANGED, unread(print("moved"))));
        assertThat(history.films()).isEqualTo(Fingerprint.parse(print("moved")));
        assertThat(history.standsWith(SETTINGS)).isTrue();
    }

    @Test
    void anOldRunThatIsWrittenAsFailedLaterDoesNotSpeakForTheNewest() {
        history.add(run("1", RunState.RUNNING, read(null)));
        history.add(run("2", RunState.SUCCEEDED, read(print("a"))));
        history.add(run("1", RunState.FAILED, read(null)));
        assertThat(history.films()).isEqualTo(Fingerprint.parse(print("a")));
        assertThat(history.standsWith(SETTINGS)).isTrue();
    }

    @Test
    void runsStartInOrderEvenIfTheClockGoesBack() {
        assertThat(history.startAfter(START)).isEqualTo(START);
        history.add(run("1", RunState.SUCCEEDED, MISSING));
        assertThat(history.startAfter(START.minusSeconds(60))).isEqualTo(START.plusMillis(1));
        assertThat(history.startAfter(START)).isEqualTo(START.plusMillis(1));
        assertThat(history.startAfter(START.plusSeconds(1))).isEqualTo(START.plusSeconds(1));
    }
}
