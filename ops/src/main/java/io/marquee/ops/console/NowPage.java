package io.marquee.ops.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.ingest.run.Progress.Stage;
import io.marquee.ops.control.ScheduleState;
import io.marquee.ops.control.Steering;
import io.marquee.records.Json;
import io.marquee.records.RunId;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How everything is at this moment. What cannot be asked is left out, and told by the health of its part. */
final class NowPage {

    private static final Logger LOG = LoggerFactory.getLogger(NowPage.class);

    /** After so long a run that does not say that it has ended is one that died, where the schedule cannot tell. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private static final String STORED = """
            select json_strip_nulls(json_build_object(
                'last', (select row_to_json(run) from pipeline_run run where state <> 'running'
                         order by run_id desc limit 1),
                'reason', (select reason from pipeline_run where run_id = ?),
                'report', (select json_build_object(
                               'run_id', run_id, 'rows', report_rows, 'films', film_count, 'linked', matched,
                               'ranked', ranked, 'rejected', (select count(*) from rejected_record))
                           from pipeline_run where run_id = (select run_id from movie_report limit 1))))""";

    private final Steering schedule;
    private final Tables tables;
    private final ProgressWatch progress;
    private final HealthWatch health;
    private final Clock clock;

    NowPage(Steering schedule, Tables tables, ProgressWatch progress, HealthWatch health, Clock clock) {
        this.schedule = schedule;
        this.tables = tables;
        this.progress = progress;
        this.health = health;
        this.clock = clock;
    }

    private record Now(
            Instant at, ScheduleView schedule, RunView run, JsonNode last, List<PartHealth> health, JsonNode report) {}

    private record ScheduleView(Boolean running, Boolean paused, Instant next, String error) {}

    private record RunView(
            String runId,
            Instant startedAt,
            String reason,
            String stage,
            String source,
            String file,
            long done,
            long total,
            long records,
            Double unitsPerSecond,
            Double recordsPerSecond,
            Double secondsLeft,
            List<StageView> stages) {}

    private record StageView(String name, String state, Double seconds) {}

    Answer now(Query query) throws InterruptedException {
        Instant moment = clock.instant();
        ScheduleView asked = schedule();
        Optional<LiveRun> run = progress.newest().filter(live -> isOn(live, asked, moment));
        JsonNode stored = stored(run.map(LiveRun::runId).orElse(""));
        return Answer.json(
                200,
                new Now(
                        moment,
                        asked,
                        run.map(live -> view(live, stored.path("reason").asText(null), moment))
                                .orElse(null),
                        stored.get("last"),
                        health.parts(),
                        stored.get("report")));
    }

    private ScheduleView schedule() throws InterruptedException {
        try {
            ScheduleState state = schedule.state();
            return new ScheduleView(state.running(), state.paused(), state.next(), null);
        } catch (RuntimeException e) {
            LOG.debug("the schedule cannot be asked", e);
            return new ScheduleView(null, null, null, "the schedule cannot be asked: " + e.getMessage());
        }
    }

    private static boolean isOn(LiveRun run, ScheduleView schedule, Instant moment) {
        boolean told = run.newest().at().isAfter(moment.minus(SILENCE));
        return schedule.running() == null ? told : schedule.running();
    }

    private JsonNode stored(String runId) {
        try {
            String json = tables.value(STORED, runId).orElseThrow();
            return Json.read(json.getBytes(UTF_8), JsonNode.class);
        } catch (SQLException e) {
            LOG.debug("the tables cannot be asked", e);
            return Json.mapper().createObjectNode();
        }
    }

    private static RunView view(LiveRun run, String reason, Instant moment) {
        return new RunView(
                run.runId(),
                RunId.start(run.runId()),
                reason,
                run.newest().stage(),
                run.newest().source(),
                run.newest().file(),
                run.newest().done(),
                run.newest().total(),
                run.newest().records(),
                run.unitsPerSecond(),
                run.recordsPerSecond(),
                run.secondsLeft(),
                Stream.of(Stage.values())
                        .map(stage -> new StageView(
                                stage.name().toLowerCase(Locale.ROOT),
                                state(stage, run.stage()),
                                run.secondsIn(stage, moment)))
                        .toList());
    }

    private static String state(Stage stage, Stage current) {
        int order = stage.compareTo(current);
        return order < 0 ? "done" : order == 0 ? "now" : "waiting";
    }
}
